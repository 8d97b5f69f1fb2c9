"""The fields of a word, once: what a unit says of a row of its report, and what the monitoring unit finds of it.

Columns of `models.Word`, input and output shapes, signed content, gaps and the frontend's list follow `Said` or are
compared with it (tests/contracts/test_word_fields.py). A new field begins here; what was signed without it is silent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from operator import itemgetter
from typing import Any, Self, TypeAlias, TypedDict

from approvals.words import EvidenceItem

#: Kinds of fields: yes or no, free text, a decimal as text, an ISO day, a list of {"kind", "value", "name"}.
OUTCOME, TEXT, FIGURE, DAY, EVIDENCE = "outcome", "text", "figure", "day", "evidence"
STANDING = "standing"
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


class MonthSaid(TypedDict):
    """What a month said of a row of a longer period: the verdict, or the unit's word where there is none."""

    period: str
    done: bool | None
    completed_on: str | None
    result: str
    value: str | None


class RowContent(WordContent):
    """`SignedRow`, as it stands in a unit's report."""

    row: str
    plan: str
    plan_title: str
    in_force: bool
    kind: str
    section: str
    number: str
    text: str
    due_text: str
    product: str
    due_on: str | None
    listing: str
    age: Number
    overdue: bool
    carried_in_time: bool
    settled: str
    months: list[MonthSaid]


class VerdictContent(RowContent):
    """`SignedRow`, as it stands in a monitoring report: the word of the row is the verdict, beside it the unit's."""

    unit: str
    self: bool
    agreed: bool
    word: WordContent | None


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
#: Nothing has been said yet.
SILENT = Said()


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A row as a report names it: of its plan, why it stands here, and what is said of it.

    Attributes:
        row, plan: ids.
        due_on: the last day of its time (ISO); None for a standing row.
        listing: due, carried or standing.
        age: how many months ago it was due.
        overdue: its time had run out on the day of the report.
        carried_in_time: a carried one whose time had not run out yet when the report before was due: it owes nothing.
        settled: in a span of months, the month that settled it (its label): it is not asked any more; empty: it is.
        months: what the months inside said of it, oldest first.
        said: by whoever signs the report: the unit's word, in a monitoring report the verdict.
        unit: code of the unit that answers for it; in a monitoring report only, like the rest.
        own: the monitoring unit's own row, of which its verdict is the word.
        agreed: the verdict was taken over from the unit's word.
        word: the unit's word; None: the unit signed none.
    """

    row: str
    plan: str = ""
    plan_title: str = ""
    in_force: bool = True
    kind: str = "task"
    section: str = ""
    number: str = ""
    text: str = ""
    due_text: str = ""
    product: str = ""
    due_on: str | None = None
    listing: str = "due"
    age: int = 0
    overdue: bool = False
    carried_in_time: bool = False
    settled: str = ""
    months: list[MonthSaid] = field(default_factory=list)
    said: Said = SILENT
    unit: str = ""
    own: bool = False
    agreed: bool = False
    word: Said | None = None

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self:
        """A row of a content, frozen or not: a `RowContent` or `VerdictContent`, maybe of an older program."""
        word: WordContent | None = content.get("word")
        try:
            known = dict(zip(OF_PLAN, OF_ROW(content), strict=True))
        except KeyError:
            known = {name: content[name] for name in OF_PLAN if name in content}
        known["age"] = int(content.get("age", 0))
        return cls(
            **known,
            said=Said.read(content),
            unit=content.get("unit", ""),
            own=content.get("self", False),
            agreed=content.get("agreed", False),
            word=None if word is None else Said.read(word),
        )

    @property
    def counted(self) -> bool:
        """Whether it is one of the N of its plan; standing rows are listed only."""
        return self.listing != STANDING

    @property
    def asked(self) -> bool:
        """Whether something has to be said of it: it counts, and no month has settled it."""
        return self.counted and not self.settled

    @property
    def unfinished(self) -> bool:
        """Whether it is one of the m: counted, and not found done; without a verdict it is not."""
        return self.counted and self.said.done is not True

    @property
    def late(self) -> bool:
        """Whether it was done after its due day, by whoever signs the report."""
        return self.done_late(self.said)

    def done_late(self, said: Said | None) -> bool:
        """Whether a word says that it was done after its due day; where it does not say when, it does not say late."""
        if said is None or said.done is not True or said.completed_on is None or self.due_on is None:
            return False
        return said.completed_on > self.due_on

    @property
    def contradicts(self) -> bool:
        """Whether the unit says done and the monitoring unit says not."""
        return self.word is not None and self.word.done is True and self.said.done is False

    @property
    def silent(self) -> bool:
        """Whether the unit that answers for it has said nothing; of its own rows a monitoring unit's verdict is its word."""
        return not self.own and (self.word is None or self.word.done is None)

    def to_content(self) -> RowContent:
        """As it stands in a unit's report."""
        return {
            "row": self.row,
            "plan": self.plan,
            "plan_title": self.plan_title,
            "in_force": self.in_force,
            "kind": self.kind,
            "section": self.section,
            "number": self.number,
            "text": self.text,
            "due_text": self.due_text,
            "product": self.product,
            "due_on": self.due_on,
            "listing": self.listing,
            "age": self.age,
            "overdue": self.overdue,
            "carried_in_time": self.carried_in_time,
            "settled": self.settled,
            "months": self.months,
            **self.said.to_content(),
        }

    def to_verdict(self) -> VerdictContent:
        """As it stands in a monitoring report."""
        return {
            **self.to_content(),
            "unit": self.unit,
            "self": self.own,
            "agreed": self.agreed,
            "word": None if self.word is None else self.word.to_content(),
        }


#: What of a row its report adds; the rest comes from its plan and the calendar.
OF_REPORT = {"said", "unit", "own", "agreed", "word"}
OF_PLAN = tuple(one.name for one in fields(SignedRow) if one.name not in OF_REPORT)
OF_ROW = itemgetter(*OF_PLAN)


def read_rows(content: Mapping[str, Any]) -> Iterator[SignedRow]:
    """The rows of a unit's report, or of one plan of a monitoring report."""
    return map(SignedRow.read, content["rows"])


class RowsOnce:
    """Reads the rows of a part once, however often they are asked for."""

    def __init__(self) -> None:
        # The part is kept beside its rows: nothing else can come to bear its identity.
        self.read: dict[int, tuple[Mapping[str, Any], list[SignedRow]]] = {}

    def __call__(self, content: Mapping[str, Any]) -> list[SignedRow]:
        """The rows of a unit's report, or of one plan of a monitoring report."""
        known = self.read.get(id(content))
        if known is None:
            known = self.read[id(content)] = (content, list(read_rows(content)))
        return known[1]


def read_plan_rows(content: Mapping[str, Any]) -> Iterator[SignedRow]:
    """The rows of all plans of a monitoring report."""
    return (row for plan in content["plans"] for row in read_rows(plan))


def rows_named(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(row, plan) of all rows that a report of either kind speaks of, by their ids."""
    parts = content.get("plans", (content,))
    return ((row["row"], row["plan"]) for part in parts for row in part["rows"])
