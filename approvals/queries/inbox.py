"""What waits for a person: the table of awaited rights, turned into one query."""

from datetime import datetime

from django.db.models import F, Q, QuerySet

from approvals.models import Signature
from organization.models import Appointment, Role, User
from organization.queries import branch, reach_of, signers_by_order, valid_at
from workflow.machine import AWAITED, DECLARED, EDGES
from workflow.models import Case, WaitsFor

from .questions import questions_by, questions_to
from .visibility import visible_to

#: The acts by which somebody sends a case on, to whoever comes next.
SENT = frozenset(act for act, declared in DECLARED.items() if not declared.backward)
#: Where a case goes on with what contains it, although its period is closed.
CARRIED = frozenset(edge.source for edges in EDGES.values() for edge in edges if edge.within)


def inbox_of(user: User, now: datetime) -> QuerySet[Case]:
    """Cases whose next step belongs to a right that this person holds at `now`, oldest wait first.

    Whoever lists them asks the judge once more (workflow.rules.is_next): a person who signed an
    earlier step is not shown the next. What a closed period holds waits for nobody but whoever takes it in.

    A head is not shown every draft that officers write, only those that they edited themselves. Fields
    in charge narrow what a leader is shown; the admin office's own documents always come. Who signs TL. is shown what waits
    for the leadership.
    """
    return lines_for(
        Case.objects.filter(waiting_condition(user, now), open_or_carried(now), in_charge(user, now)), user
    )


def waiting_of(user: User, now: datetime) -> QuerySet[Case]:
    """What `inbox_of` says, and cases on which the person may answer a question, wherever they stand."""
    questions = Q(id__in=questions_to(user, now).values("case"))
    waiting = Q(waiting_condition(user, now), open_or_carried(now), in_charge(user, now))
    return lines_for(Case.objects.filter(waiting | questions), user)


def waiting_condition(user: User, now: datetime) -> Q:
    """What waits for a right that the person holds: a condition on Case."""
    reach = reach_of(user.id, {permission for permission, _ in AWAITED.values()}, now)
    waiting = Q()
    for whom, (permission, _place) in AWAITED.items():
        mine = Q(waits_for=whom, waits_unit__in=reach[permission])
        if whom == WaitsFor.OFFICERS:
            mine &= ~Q(waits_unit__in=reach["approve"]) | Q(edited_by=user)
        waiting |= mine
    if user.id in signers_by_order(user.institution, now):
        waiting |= Q(waits_for=WaitsFor.LEADERSHIP, waits_unit=user.institution.root_id)
    return waiting


def lines_for(cases: QuerySet[Case], user: User) -> QuerySet[Case]:
    """Those of the person's institution, oldest wait first, with all that a line about them names."""
    joined = ("unit", "monitoring_unit", "waits_unit", "institution__office", "institution__root")
    return cases.filter(institution=user.institution_id).select_related(*joined).order_by("since", "id")


def elsewhere_of(user: User, now: datetime) -> QuerySet[Case]:
    """What the person's unit, or the person with a signature, sent on and what is still on its way, and cases on which they wait for an
    answer to a question of theirs; oldest wait first.

    Whoever lists them leaves out what waits for the person (workflow.rules.is_next).
    """
    own = reach_of(user.id, ("edit", "approve"), now)
    signed = Signature.objects.filter(signer=user, act__in=SENT, submission=F("case__submission"))
    sent_on = Q(unit__in=own["edit"] | own["approve"]) | Q(id__in=signed.values("case"))
    under_way = Q(sent_on, open_or_carried(now), ~Q(waits_for=WaitsFor.NOBODY), submitted=True)
    asked = Q(id__in=questions_by(user, now).values("case"))
    return lines_for(visible_to(user, now).filter(under_way | asked), user)


def open_or_carried(now: datetime) -> Q:
    """What is not closed (`workflow.rules.is_closed`), or goes on all the same: a condition on Case."""
    return Q(closed_at__isnull=True) | Q(open_until__gt=now) | Q(state__in=CARRIED)


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
