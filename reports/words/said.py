"""The fields of a word, once: what a unit says of a row of its report, and what the monitoring unit finds of it.

Columns of `models.Word`, input and output shapes, signed content, gaps and the frontend's list follow `Said` or are
compared with it (tests/contracts/test_word_fields.py). A new field begins here; what was signed without it is silent.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from operator import itemgetter
from typing import Any, Self, TypeAlias, TypedDict

from approvals.words import EvidenceItem

#: Kinds of fields: yes or no, free text, a decimal as text, an ISO day, a list of {"kind", "value", "name"}.
OUTCOME, TEXT, FIGURE, DAY, EVIDENCE = "outcome", "text", "figure", "day", "evidence"
#: Numbers of a frozen content are text (canonical JSON).
Number: TypeAlias = int | str


class WordContent(TypedDict):
    """`Said`, as it stands in a content."""

    done: bool | None
    completed_on: str | None
    result: str
    value: str | None
    cause: str
    remedy: str
    promised_on: str | None
    expected_on: str | None
    evidence: list[EvidenceItem]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a row in a period; `done` is None while nothing is.

    A row that is done says when; whether that was late is seen by its due day, never by the report's. One that is not has a cause and a remedy with the day that is promised when it is overdue, and the expected
    day when it is still in time. Figures are decimals as text, days ISO text: as they are signed.
    """

    done: bool | None = field(metadata={"kind": OUTCOME}, default=None)
    completed_on: str | None = field(metadata={"kind": DAY}, default=None)
    result: str = field(metadata={"kind": TEXT}, default="")
    value: str | None = field(metadata={"kind": FIGURE}, default=None)
    cause: str = field(metadata={"kind": TEXT}, default="")
    remedy: str = field(metadata={"kind": TEXT}, default="")
    promised_on: str | None = field(metadata={"kind": DAY}, default=None)
    expected_on: str | None = field(metadata={"kind": DAY}, default=None)
    evidence: list[EvidenceItem] = field(metadata={"kind": EVIDENCE}, default_factory=list)

    @classmethod
    def read(cls, content: Mapping[str, object]) -> Self:
        """What a content says; a field that it does not have is silent."""
        try:
            return cls(*OF_WORD(content))
        except KeyError:
            known: dict[str, Any] = {name: content[name] for name in NAMES if name in content}
            return cls(**known)

    def to_content(self) -> WordContent:
        """As it stands in a content."""
        return {
            "done": self.done,
            "completed_on": self.completed_on,
            "result": self.result,
            "value": self.value,
            "cause": self.cause,
            "remedy": self.remedy,
            "promised_on": self.promised_on,
            "expected_on": self.expected_on,
            "evidence": self.evidence,
        }


FIELDS: tuple[Field[Any], ...] = fields(Said)
NAMES = tuple(one.name for one in FIELDS)
#: A content's fields of a word at once: a meeting reads thousands.
OF_WORD = itemgetter(*NAMES)
#: What a remark on a report can be on: fields of a word, and above the rows what it proposes, whom it looked at, what it saw.
MARKED = frozenset({*NAMES, "left", "proposals", "monitored", "progress"})
#: Where it is otherwise done or not, all that is said of it is asked anew; the day belongs to it.
TOGETHER = {
    "done": frozenset({*NAMES, "left"}),
    "completed_on": frozenset({"done"}),
    "left": frozenset({"done"}),
}
#: Nothing has been said yet.
SILENT = Said()
