"""What waits for a person: the table of awaited rights, turned into one query."""

from datetime import datetime

from django.db.models import F, Q, QuerySet

from organization.models import Appointment, Role, User
from organization.queries import branch, reach_of, valid_at
from workflow.machine import AWAITED
from workflow.models import Case, WaitsFor


def inbox_of(user: User, now: datetime) -> QuerySet[Case]:
    """Cases whose next step belongs to a right that this person holds at `now`, oldest wait first.

    Whoever lists them asks the judge once more (workflow.rules.is_next): a person who signed an
    earlier step is not shown the next.

    A head is not shown every draft that officers write, only those that they edited themselves. Fields
    in charge narrow what a leader is shown; the admin office's own documents always come.
    """
    reach = reach_of(user.id, {permission for permission, _ in AWAITED.values()}, now)
    waiting = Q()
    for whom, (permission, _place) in AWAITED.items():
        mine = Q(waits_for=whom, waits_unit__in=reach[permission])
        if whom == WaitsFor.OFFICERS:
            mine &= ~Q(waits_unit__in=reach["approve"]) | Q(edited_by=user)
        waiting |= mine
    return (
        Case.objects.filter(waiting, in_charge(user, now), institution=user.institution_id)
        .select_related("unit", "monitoring_unit", "waits_unit", "institution__office", "institution__root")
        .order_by("since", "id")
    )


def in_charge(user: User, now: datetime) -> Q:
    """What a leader with fields in charge is shown: those units, and the admin office; others see all."""
    fields = Appointment.objects.filter(
        valid_at(now), user=user, post__role=Role.LEADER, fields_in_charge__isnull=False
    ).values_list("fields_in_charge", flat=True)
    units = set(fields)
    if not units:
        return Q()
    others = ~Q(waits_for=WaitsFor.LEADERSHIP)
    return others | Q(unit__in=branch(units)) | Q(unit=F("institution__office"))
