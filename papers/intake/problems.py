"""What is wrong, or only doubtful, in a paper that was read."""

import dataclasses
from collections.abc import Mapping
from typing import Literal

from notation.text import one_line

Field = Literal[
    "number",
    "text",
    "lead",
    "coordinating",
    "due",
    "product",
    "person",
    "authority",
    "note",
    "section",
    "title",
    "sheet",
]
_QUOTED = 120


@dataclasses.dataclass(frozen=True)
class Problem:
    """One finding: the worksheet's row (from 1), the field, a stable code, and what fills its sentence.

    A problem with a cell quotes it as `text`; see `sentences.sentence` for the words.
    """

    row: int
    field: Field
    code: str
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)


def quote(text: str) -> str:
    """Return the cell on one line, cut after 120 characters."""
    line = one_line(text)
    return line if len(line) <= _QUOTED else line[:_QUOTED].rstrip() + "…"
