"""Writing a handover; submitting and signing it are acts like any other."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited, open_case
from approvals.queries.authority import holds, no_office
from handovers.models import Handover, HandoverItem
from handovers.queries import Item, against_beginning, gather, lineage, open_of, was_of
from handovers.rules import NOT_FOLLOWED, NOTHING, against_people, handover_title
from organization.models import Unit, User
from organization.queries import people_of
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

OPEN = _("“%(title)s” is under way: one handover of a person at a time.")


@transaction.atomic
def begin_handover(
    unit: Unit,
    *,
    giver: User,
    taker: User,
    plans: Collection[UUID] | None,
    note: str,
    by: User,
    now: datetime,
) -> UUID:
    """A draft handover of all that the person has of the unit's work, of the plans that they follow only these where given.

    Returns:
        The id of its case.

    Raises:
        Refused: 403 neither the unit's head or deputy nor, where the giver has left the unit, the admin office; 409 one of
            this giver is under way; 422 to oneself, a person of another unit, a plan that the giver does not follow, nothing.
    """
    User.objects.select_for_update().get(id=giver.id)  # two who begin at once wait for each other here
    staff = people_of(unit.id, now)
    refuse(against_beginning(unit, by, now, gone=giver.id not in staff))
    reasons = against_people(giver, taker, unit, was_there=was_of(giver, lineage(unit)), staff=staff)
    if (begun := open_of(giver)) is not None:
        params = {"title": begun.case.title}
        reasons.append(Reason("handover-open", CONFLICT, OPEN, params, row=str(begun.case_id)))
    refuse(sorted(reasons, key=lambda reason: reason.status))
    items = items_of(giver, unit, plans, now)
    office = by.institution.office
    if office is None:
        raise Refused([no_office()])
    case = open_case(
        kind="handover", unit=unit, monitoring_unit=office, title=handover_title(giver.full_name, taker.full_name),
        period=f"{timezone.localtime(now):%Y-%m}", by=by, now=now, drafted_by_office=not holds(by, "approve", unit, now),
    )  # fmt: skip
    made = Handover.objects.create(
        case=case, giver=giver, giver_name=giver.full_name, taker=taker, taker_name=taker.full_name, note=note
    )
    write_items(made, items)
    mark_edited([case], by=by)
    return case.id


@transaction.atomic
def change_handover(
    case_id: UUID,
    *,
    taker: User,
    plans: Collection[UUID] | None,
    note: str,
    seen: str | None,
    by: User,
    now: datetime,
) -> None:
    """Write an open draft anew: what the giver has now goes to this person.

    Raises:
        Refused: as lock_for_editing; 422 as begin_handover.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    found = Handover.objects.select_related("giver").get(case=case)
    giver, unit = found.giver, case.unit
    refuse(against_people(giver, taker, unit, was_there=True, staff=people_of(unit.id, now)))
    items = items_of(giver, unit, plans, now)
    names = {"giver_name": giver.full_name, "taker": taker, "taker_name": taker.full_name}
    Handover.objects.filter(case=case).update(note=note, **names)
    HandoverItem.objects.filter(handover=found).delete()
    write_items(found, items)
    case.title = handover_title(giver.full_name, taker.full_name)
    mark_edited([case], by=by)


def items_of(giver: User, unit: Unit, plans: Collection[UUID] | None, now: datetime) -> Sequence[Item]:
    """What goes along.

    Raises:
        Refused: 422 nothing does, or a plan that the giver does not follow for the unit.
    """
    items = gather(giver, lineage(unit), plans, now)
    known = {item.target for item in items if item.kind == HandoverItem.Kind.PLAN}
    params = {"name": giver.full_name, "unit": unit.name}
    refuse(
        [
            Reason("not-followed", CONTENT, NOT_FOLLOWED, params, row=str(plan), field="plans")
            for plan in sorted(set(plans or ()) - known)
        ]
    )
    if not items:
        raise Refused([NOTHING])
    return items


def write_items(handover: Handover, items: Sequence[Item]) -> None:
    """Keeps what goes along, in its order."""
    HandoverItem.objects.bulk_create(
        HandoverItem(
            handover=handover, kind=item.kind, target=item.target, within=item.within, text=item.text, day=item.day,
            position=place,
        )
        for place, item in enumerate(items)
    )  # fmt: skip
