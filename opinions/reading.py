"""Opinions on a draft as one screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.models import Remark
from approvals.queries import Request, dockets_for
from organization.models import User
from organization.rules import Absent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .models import DraftOpinion
from .queries import visible_opinions


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One unit that was asked.

    Attributes:
        stands: asked, agreed, opinion, or lapsed: silent until the day, which counts as agreed.
    """

    opinion: DraftOpinion
    stands: str

    @property
    def case(self) -> Case:
        """Its case."""
        return self.opinion.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.opinion.case_id

    @property
    def said(self) -> str:
        """What the unit says, once its head has signed."""
        return self.opinion.text if self.case.state != State.DRAFT else ""

    @property
    def remark(self) -> Remark | None:
        """Where it is answered."""
        return self.opinion.remark


@dataclass(frozen=True, slots=True)
class ShownOpinion(OpinionLine):
    """An opinion on its own screen; `editable`: why the reader may not write it, empty: they may."""

    digest: str
    editable: Sequence[Reason]


def where_it_stands(one: DraftOpinion, now: datetime) -> str:
    """In the words of this kind."""
    if one.case.state != State.DRAFT:
        return "agreed" if one.agrees else "opinion"
    return "lapsed" if now >= one.due_at else "asked"


def read_lines(found: Sequence[DraftOpinion], now: datetime) -> list[OpinionLine]:
    """The units that were asked."""
    return [OpinionLine(one, where_it_stands(one, now)) for one in found]


def read_opinion(user: User, case_id: UUID, now: datetime) -> ShownOpinion:
    """The opinion.

    Raises:
        Absent: the person sees none there.
    """
    one = visible_opinions(user, now).filter(case=case_id).first()
    if one is None:
        raise Absent
    facts = dockets_for([one.case], Request(by=user, now=now, acts=()))[case_id].facts
    return ShownOpinion(one, where_it_stands(one, now), facts.digest, reasons_against_editing(facts))
