"""What an instruction signs."""

from typing import TypedDict

from approvals.words import EvidenceItem


class InstructionContent(TypedDict):
    """An instruction with its answer, in codes and words as they were; days are ISO text, what is not said is empty.

    `leader` gave it; where the office passed it on (`passed_on`), at which `occasion` and on which day (`said_on`).
    `evidence` is the answer's; what was signed without it has none. `person_id` and `leader_id` are of the people whose
    names stand beside; `due_at` and `strike_until` are moments (UTC), `period` the month in which it was given.
    """

    title: str
    unit: str
    person: str
    text: str
    due_on: str
    leader: str
    passed_on: bool
    occasion: str
    said_on: str
    about: str
    row: str
    about_text: str
    period: str
    person_id: str
    leader_id: str
    due_at: str
    strike_until: str
    answer: str
    evidence: list[EvidenceItem]
