"""What an extension signs."""

from typing import TypedDict

from approvals.words import EvidenceItem


class ExtensionContent(TypedDict):
    """A row (by the id of its first one) of a plan in force, the day that it is due on, the one that is asked for, and why."""

    title: str
    unit: str
    plan: str
    plan_title: str
    row: str
    text: str
    due_text: str
    was: str
    on: str
    cause: str
    evidence: list[EvidenceItem]
    period: str
