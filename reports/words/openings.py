"""What an opening sheet signs."""

from typing import TypedDict

from approvals.words import EvidenceItem

DONE, OPEN, UNCLEAR = STANDINGS = ("done", "open", "unclear")


class OpeningRowContent(TypedDict):
    """A row that was due before the first month of use, and what became of it; `standing` is empty until the unit says it."""

    row: str
    plan: str
    plan_title: str
    text: str
    due_text: str
    due_on: str
    standing: str
    completed_on: str | None
    note: str
    evidence: list[EvidenceItem]


class OpeningContent(TypedDict):
    """An opening sheet; `until`: the last day before the first month."""

    title: str
    unit: str
    monitor: str
    period: str
    until: str
    rows: list[OpeningRowContent]
