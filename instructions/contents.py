"""What an instruction signs, and what follows from the act that ends it."""

from collections.abc import Collection
from uuid import UUID

from approvals.kinds import Deed
from instructions.models import Instruction
from instructions.words import InstructionContent

ENDED = {"close": Instruction.Ended.CLOSED, "strike": Instruction.Ended.STRUCK}


def instruction_contents(case_ids: Collection[UUID]) -> dict[UUID, InstructionContent]:
    """The content of each instruction with its answer as it stands; one statement."""
    found = Instruction.objects.filter(case__in=case_ids).select_related("case__unit", "leader", "person")
    return {one.case_id: content_of(one) for one in found}


def content_of(one: Instruction) -> InstructionContent:
    """One instruction in codes and words."""
    return {
        "title": one.case.title,
        "unit": one.case.unit.code,
        "person": one.person.full_name if one.person else "",
        "text": one.text,
        "due_on": one.due_on.isoformat(),
        "leader": one.leader.full_name,
        "passed_on": one.passed_on,
        "occasion": one.occasion,
        "said_on": one.said_on.isoformat() if one.said_on else "",
        "about": str(one.about_id or ""),
        "row": str(one.row_id or ""),
        "about_text": one.about_text,
        "answer": one.answer,
        "evidence": one.answer_evidence,
    }


def after_instruction_act(deed: Deed) -> None:
    """Keeps how it ended beside it, for the follow-up list."""
    if ended := ENDED.get(deed.act):
        Instruction.objects.filter(case__in=[case.id for case in deed.cases]).update(ended=ended)
