"""Instructions as one screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Request, dockets_for, submitted_contents, visible_to
from organization.models import User
from organization.rules import Absent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .contents import content_shown
from .models import Instruction
from .queries import visible_instructions


@dataclass(frozen=True, slots=True)
class InstructionLine:
    """An instruction in the follow-up list.

    Attributes:
        said: its content (`contents.content_shown`).
        digest: as of now.
        overdue: its day is over and the unit's head has not signed an answer.
        stands: open, submitted, answered, closed or struck.
    """

    instruction: Instruction
    said: Content
    digest: str
    overdue: bool

    @property
    def case(self) -> Case:
        """Its case."""
        return self.instruction.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.instruction.case_id

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.said["title"])

    @property
    def person(self) -> str | None:
        """Whom of the unit it names."""
        return self.said["person"] or None

    @property
    def said_on(self) -> str | None:
        """The day on which the cited leader said it."""
        return self.said["said_on"] or None

    @property
    def about(self) -> str | None:
        """The case that it speaks of."""
        return self.said["about"] or None

    @property
    def row(self) -> str | None:
        """The row that it speaks of."""
        return self.said["row"] or None

    @property
    def stands(self) -> str:
        """Where it stands, in the words of this kind."""
        if self.instruction.ended:
            return self.instruction.ended
        if self.case.state == State.UNIT_APPROVED:
            return "answered"
        return "submitted" if self.case.submitted else "open"


@dataclass(frozen=True, slots=True)
class ShownInstruction(InstructionLine):
    """An instruction on its own screen.

    Attributes:
        editable: why the reader may not write the answer; empty: they may.
        about_seen: the case that it speaks of; None where the reader does not see that case.
    """

    editable: Sequence[Reason]
    about_seen: Case | None

    @property
    def row_seen(self) -> str | None:
        """The row that it speaks of, where the reader sees its plan."""
        return self.row if self.about_seen else None


def is_overdue(one: Instruction, now: datetime) -> bool:
    """Whether its day is over and its unit's head has not signed an answer."""
    return one.case.state == State.DRAFT and one.due_at < now


def read_instructions(found: Sequence[Instruction], user: User, now: datetime) -> list[InstructionLine]:
    """Instructions as the list shows them; a fixed number of statements."""
    dockets = dockets_for([one.case for one in found], Request(by=user, now=now, acts=()))
    signed = submitted_contents([one.case_id for one in found])
    return [
        InstructionLine(
            one,
            content_shown(one, signed.get(one.case_id)),
            dockets[one.case_id].facts.digest,
            is_overdue(one, now),
        )
        for one in found
    ]


def read_instruction(user: User, case_id: UUID, now: datetime) -> ShownInstruction:
    """The instruction.

    Raises:
        Absent: the person sees none there.
    """
    one = visible_instructions(user, now).filter(case=case_id).first()
    if one is None:
        raise Absent
    facts = dockets_for([one.case], Request(by=user, now=now, acts=()))[case_id].facts
    said = content_shown(one, submitted_contents([case_id]).get(case_id))
    about = visible_to(user, now).filter(id=said["about"]).first() if said["about"] else None
    return ShownInstruction(
        one, said, facts.digest, is_overdue(one, now), reasons_against_editing(facts), about
    )
