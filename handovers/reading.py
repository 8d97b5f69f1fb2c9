"""Handovers as one screen shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Request, dockets_for, submitted_contents
from organization.models import User
from organization.rules import Absent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .contents import content_of
from .models import Handover
from .queries import visible_handovers


@dataclass(frozen=True, slots=True)
class ShownHandover:
    """A handover: as it was submitted, an open draft as it stands; `editable`: why the reader may not write it."""

    handover: Handover
    content: Content
    digest: str
    editable: Sequence[Reason]

    @property
    def case(self) -> Case:
        """Its case."""
        return self.handover.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.handover.case_id

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.content["title"])

    @property
    def signed(self) -> bool:
        """Whether the head has signed it: it is done."""
        return bool(self.case.state != State.DRAFT)


def read_handovers(found: Sequence[Handover], user: User, now: datetime) -> list[ShownHandover]:
    """Handovers with their items; a fixed number of statements."""
    dockets = dockets_for([one.case for one in found], Request(by=user, now=now, acts=()))
    frozen = submitted_contents([one.case_id for one in found if one.case.submitted])
    return [
        ShownHandover(
            one,
            frozen.get(one.case_id) or {**content_of(one)},
            dockets[one.case_id].facts.digest,
            reasons_against_editing(dockets[one.case_id].facts),
        )
        for one in found
    ]


def read_handover(user: User, case_id: UUID, now: datetime) -> ShownHandover:
    """One handover.

    Raises:
        Absent: the person sees none there.
    """
    found = list(visible_handovers(user, now).filter(case=case_id).prefetch_related("items"))
    if not found:
        raise Absent
    return read_handovers(found, user, now)[0]
