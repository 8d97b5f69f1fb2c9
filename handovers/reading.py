"""Handovers as one screen shows them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Request, dockets_for, submitted_contents
from organization.models import Unit, User
from organization.rules import Absent
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .contents import content_of
from .models import Handover
from .queries import Item, Person, against_beginning, gather, lineage, over, people_for, visible_handovers


@dataclass(frozen=True, slots=True)
class ShownHandover:
    """A handover: as it was submitted, an open draft as it stands.

    Attributes:
        editable: why the reader may not write it.
        over: ids of what is no more to be done, as long as nobody has signed it.
    """

    handover: Handover
    content: Content
    digest: str
    editable: Sequence[Reason]
    over: Collection[UUID] = ()

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
    def items(self) -> list[Mapping[str, object]]:
        """All that goes along, each with whether it is over."""
        gone = {str(target) for target in self.over}
        return [{**item, "over": item["target"] in gone} for item in self.content["items"]]

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
    shown = read_handovers(found, user, now)[0]
    return shown if shown.signed else replace(shown, over=over(shown.handover.items.all(), now))


@dataclass(frozen=True, slots=True)
class Beginning:
    """Whom a handover in a unit can name, and what it would hold.

    Attributes:
        people: who is there, then who was.
        begin: why the reader may not begin one of somebody who is there; `begin_gone`: of one who is gone.
        items: what the giver has, where one is named and the reader may begin it.
    """

    people: Sequence[Person]
    begin: Sequence[Reason]
    begin_gone: Sequence[Reason]
    items: Sequence[Item]


def read_beginning(unit: Unit, giver: User | None, by: User, now: datetime) -> Beginning:
    """What somebody who begins a handover in the unit chooses from."""
    people = people_for(unit, now)
    begin, begin_gone = (against_beginning(unit, by, now, gone=gone) for gone in (False, True))
    here = {one.user.id: one.gone for one in people}
    allowed = giver is not None and giver.id in here and not (begin_gone if here[giver.id] else begin)
    items = gather(giver, lineage(unit), None, now) if giver and allowed else []
    return Beginning(people, begin, begin_gone, items)
