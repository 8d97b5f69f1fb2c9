"""Opinions on a draft as one screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.models import Remark
from approvals.queries import Request, dockets_for, submitted_contents
from organization.models import User
from organization.rules import Absent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .contents import content_of
from .models import DraftOpinion
from .queries import visible_opinions


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """One unit that was asked.

    Attributes:
        content: as it was submitted, an open draft as it stands.
        stands: asked, agreed, opinion, or lapsed: silent until the day, which counts as agreed.
    """

    opinion: DraftOpinion
    content: Content
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
        return self.content["text"] if self.case.state != State.DRAFT else ""

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.content["title"])

    @property
    def remark(self) -> Remark | None:
        """Where it is answered."""
        return self.opinion.remark


@dataclass(frozen=True, slots=True)
class ShownOpinion(OpinionLine):
    """An opinion on its own screen; `editable`: why the reader may not write it, empty: they may."""

    digest: str
    editable: Sequence[Reason]


def where_it_stands(one: DraftOpinion, content: Content, now: datetime) -> str:
    """In the words of this kind."""
    if one.case.state != State.DRAFT:
        return "agreed" if content["agrees"] else "opinion"
    return "lapsed" if now >= one.due_at else "asked"


def read_lines(found: Sequence[DraftOpinion], now: datetime) -> list[OpinionLine]:
    """The units that were asked."""
    contents = contents_shown(found)
    return [
        OpinionLine(one, contents[one.case_id], where_it_stands(one, contents[one.case_id], now))
        for one in found
    ]


def contents_shown(found: Sequence[DraftOpinion]) -> dict[UUID, Content]:
    """What each opinion says: as it was submitted, an open draft as it stands; one statement."""
    frozen = submitted_contents([one.case_id for one in found if one.case.submitted])
    return {one.case_id: frozen.get(one.case_id) or {**content_of(one)} for one in found}


def read_opinion(user: User, case_id: UUID, now: datetime) -> ShownOpinion:
    """The opinion.

    Raises:
        Absent: the person sees none there.
    """
    one = visible_opinions(user, now).filter(case=case_id).first()
    if one is None:
        raise Absent
    facts = dockets_for([one.case], Request(by=user, now=now, acts=()))[case_id].facts
    [line] = read_lines([one], now)
    return ShownOpinion(one, line.content, line.stands, facts.digest, reasons_against_editing(facts))
