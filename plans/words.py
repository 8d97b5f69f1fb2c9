"""The fields of a row, once: what is written of it, kept and signed word for word (Notice 242, Phụ lục 1)."""

from typing import TypedDict

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


class Minimum(TypedDict):
    """The least that whoever follows a plan looks at in a month: "at least 3 units" (Notice 242, II.7)."""

    value: int
    unit: str
