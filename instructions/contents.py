"""What an instruction signs, and what follows from the act that ends it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from approvals.kinds import Content, Deed, Derived
from approvals.ledger.chain import moment
from approvals.models import Signature
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
        "period": one.case.period,
        "person_id": str(one.person_id or ""),
        "leader_id": str(one.leader_id),
        "due_at": moment(one.due_at),
        "strike_until": moment(one.strike_until) if one.strike_until else "",
        "answer": one.answer,
        "evidence": one.answer_evidence,
    }


#: What stands as it was given, whatever becomes of the answer.
GIVEN = frozenset(InstructionContent.__annotations__) - {"answer", "evidence"}


def content_shown(one: Instruction, signed: Content | None) -> Content:
    """What it says: as its last submission did, the answer in an open draft as it stands.

    Args:
        signed: the last submission; None: it was not given yet.
    """
    working: Content = {**content_of(one)}
    told = signed or {}
    return working | {name: told[name] for name in told if one.case.submitted or name in GIVEN}


def restated_instructions(signed: Mapping[UUID, Content]) -> dict[UUID, Content]:
    """Submitted contents of instructions as their table stands; people are called as they were then. One statement."""
    names = {"person", "leader"}
    working = instruction_contents(list(signed))
    return {
        case_id: signed[case_id] | {name: value for name, value in said.items() if name not in names}
        for case_id, said in working.items()
    }


def ended_anew(case_ids: Collection[UUID]) -> dict[UUID, list[Derived]]:
    """How each instruction ended, as it stands and as the signature that ended it says; two statements."""
    signed = Signature.objects.filter(case__in=case_ids, act__in=ENDED).values_list("case", "act")
    ended = {case_id: ENDED[act] for case_id, act in signed}
    found = Instruction.objects.filter(case__in=case_ids).values_list("case", "ended")
    return {case_id: [("ended", said, ended.get(case_id, ""))] for case_id, said in found}


def after_instruction_act(deed: Deed) -> None:
    """Keeps how it ended beside it, for the follow-up list."""
    if ended := ENDED.get(deed.act):
        Instruction.objects.filter(case__in=[case.id for case in deed.cases]).update(ended=ended)
