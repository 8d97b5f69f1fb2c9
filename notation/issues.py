"""What is wrong, or only doubtful, in a cell that was read."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Issue:
    """One finding; `code` is stable, `params` fill its sentence and quote the cell as `text`."""

    severity: Severity
    code: str
    params: dict[str, str] = field(default_factory=dict)
