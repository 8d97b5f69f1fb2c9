"""The fields of a row, once: what is written of it, kept and signed word for word (Notice 242, Phụ lục 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict
from uuid import UUID

from approvals.rules import Issued

#: As columns of PlanRow, fields over the wire and names in a signed content; person and authority are of the six clarities.
ROW_FIELDS = (
    "kind",
    "section",
    "number",
    "text",
    "lead_text",
    "coordinating_text",
    "due_text",
    "product",
    "person",
    "authority",
    "note",
)

#: The units that a row names, by their codes.
UNIT_FIELDS = ("leads", "coordinating")

#: What a remark on a plan can be on: what people write of a row, and above the rows. A number alone changes nothing.
MARKED = frozenset({*ROW_FIELDS, *UNIT_FIELDS, "ended", "reason", "change", "title", "note"}) - {"number"}
#: What changes along with a field of a row of a supplement: why it does.
TOGETHER = {name: frozenset({"reason", "change"}) for name in MARKED} | {
    one: frozenset({one, other, "reason", "change"})
    for pair in (("leads", "lead_text"), ("coordinating", "coordinating_text"))
    for one, other in (pair, pair[::-1])
}

#: What can differ from one revision to the next; a number alone changes nothing.
CHANGEABLE = (*ROW_FIELDS, *UNIT_FIELDS)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is written: Phụ lục 1 of Notice 242, with the person and the authority of the six clarities.

    Attributes:
        id: of an existing row of the plan; None for a new one.
        leads, coordinating: codes of units, and of classes of units.
        due_text: as written; what is understood of it is kept beside.
        ended, reason: of a supplement: whether the row is done with from there on; why it is changed, added or ended.
    """

    kind: str
    text: str = ""
    section: str = ""
    number: str = ""
    leads: Sequence[str] = ()
    lead_text: str = ""
    coordinating: Sequence[str] = ()
    coordinating_text: str = ""
    due_text: str = ""
    product: str = ""
    person: str = ""
    authority: str = ""
    note: str = ""
    demo: bool = False
    ended: bool = False
    reason: str = ""
    id: UUID | None = None


class RowChange(TypedDict):
    """What a supplement does to a row: kept, changed, added or ended; `was`: what it said before, field by field."""

    kind: str
    was: dict[str, str | list[str]]
    reason: str


class GroupContent(TypedDict):
    """Who answers for the rows of a section, and by whose authority, where they say neither."""

    section: str
    person: str
    authority: str


class HeadContent(TypedDict, total=False):
    """What a plan says of all of its rows at once; only what is given. `exemption`: why it need not be clear in six ways, which a
    plan `of_institution` can claim; `renews`: the plan of an earlier year that it carries on."""

    person: str
    authority: str
    groups: list[GroupContent]
    of_institution: bool
    exemption: str
    renews: str


class RevisionContent(TypedDict):
    """Which supplement it is: the `number`-th of the plan `of`; `asked_from`: the first day of its first month, empty: the first
    that is still to be reported on when it is adopted. `was`: what the revision before said otherwise of all rows at once."""

    of: str
    number: str
    asked_from: str
    was: NotRequired[HeadContent]


class RevisedRow(TypedDict, total=False):
    """What a row of a supplement says beside: the id of its first one, and its change."""

    key: str
    change: RowChange


class PlanRowContent(RevisedRow):
    """A row as a content names it: ROW_FIELDS, with the codes of its units, and what was understood of `due_text`; in a
    supplement also its key and its change; `carried_from`: the key of the row of an earlier year that it carries on."""

    id: str
    kind: str
    section: str
    number: str
    text: str
    lead_text: str
    coordinating_text: str
    due_text: str
    product: str
    person: str
    authority: str
    note: str
    leads: list[str]
    coordinating: list[str]
    due: NotRequired[dict[str, str | None] | None]
    carried_from: NotRequired[str]


class PlanContent(HeadContent):
    """What a plan signs; `issued` once it is registered; `revision` where it is a supplement."""

    title: str
    kind: str
    unit: str
    period: str
    number: str
    note: str
    rows: list[PlanRowContent]
    issued: NotRequired[Issued]
    revision: NotRequired[RevisionContent]


class Minimum(TypedDict):
    """The least that whoever follows a plan looks at in a month: "at least 3 units" (Notice 242, II.7)."""

    value: int
    unit: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last signed report that spoke of a row said of it.

    Attributes:
        done: None: it said nothing of that.
        completed_on: ISO text; "" where it is not done, or no day was said.
        month: label of the report's period.
    """

    done: bool | None
    completed_on: str
    result: str
    month: str
