"""The fields of a row, once: what is written of it, kept and signed word for word (Notice 242, Phụ lục 1)."""

from typing import NotRequired, TypedDict

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


class PlanRowContent(TypedDict):
    """A row as a content names it: ROW_FIELDS, with the codes of its units, and what was understood of `due_text`."""

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


class PlanContent(TypedDict):
    """What a plan signs; `issued` once it is registered."""

    title: str
    kind: str
    unit: str
    period: str
    number: str
    note: str
    rows: list[PlanRowContent]
    issued: NotRequired[Issued]


class Minimum(TypedDict):
    """The least that whoever follows a plan looks at in a month: "at least 3 units" (Notice 242, II.7)."""

    value: int
    unit: str
