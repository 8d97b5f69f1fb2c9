"""The conclusions of a meeting: drafted by the admin office, signed by the leadership, read by the units they name."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import mark_edited, open_case
from approvals.actions.hints import hint_meeting
from approvals.queries.authority import against_office
from meetings.models import Acknowledgement, Meeting
from meetings.queries.conclusions import awaiting_signature, units_concluded
from notation import moments
from notation.year import SCHOOL_YEAR_STARTS_IN, PlanYear
from organization.models import User
from organization.queries import STAFF, reach_of
from periods.actions import ensure_period
from plans.actions import begin_following
from plans.models import Plan
from plans.queries import searched
from workflow.models import Case, State
from workflow.rules import CONFLICT, CONTENT, RIGHTS, Reason, Refused, refuse

from .open_meetings import locked_meeting

#: Printed on the document, whatever the reader's screen is in.
TITLE = "Kết luận giao ban ngày {day}"
TITLE_IN_WRITING = "Kết luận của lãnh đạo ngày {day}"


@transaction.atomic
def draft_conclusions(meeting_id: UUID, *, by: User, now: datetime) -> Plan:
    """A draft of the admin office for what the meeting concludes; its rows are written like those of any plan.

    Raises:
        Refused: 403 not of the admin office; 409 the meeting has its conclusions already; 422 it lies outside of the years
            that plans can be for.
    """
    meeting = locked_meeting(meeting_id)
    refuse(against_office(by.institution, by, now))
    if meeting.conclusions_id is not None:
        message = _("The conclusions of this meeting have been begun already.")
        raise Refused([Reason("conclusions-exist", CONFLICT, message)])
    day = timezone.localtime(meeting.held_at).date()
    year = PlanYear(day.year - (day.month < SCHOOL_YEAR_STARTS_IN), school=True)
    try:
        period = ensure_period(by.institution, year.label)
    except ValueError:
        message = _("The meeting lies outside of the years that plans can be for.")
        raise Refused([Reason("no-such-year", CONTENT, message, field="held_at")]) from None
    office = by.institution.office
    assert office is not None  # noqa: S101 - against_office made sure
    title = (TITLE_IN_WRITING if meeting.in_writing else TITLE).format(day=moments.day(day))
    case = open_case(
        kind="conclusions",
        unit=office,
        monitoring_unit=office,
        title=title,
        period=period.label,
        by=by,
        now=now,
    )
    plan = Plan.objects.create(
        root_id=case.id, case=case, kind=Plan.Kind.CONCLUSIONS, period=period, search=searched(title, "")
    )
    begin_following([plan])
    mark_edited([case], by=by)
    meeting.conclusions = plan
    meeting.save(update_fields=["conclusions"])
    if meeting.closed_at is not None:
        await_signature(meeting)
    return plan


def await_signature(meeting: Meeting) -> None:
    """Once the meeting is over its conclusions, drafted before or after, wait for the leadership to sign them."""
    if meeting.conclusions_id is not None:
        Case.objects.filter(id=meeting.conclusions_id, state=State.DRAFT).update(**awaiting_signature())


@transaction.atomic
def acknowledge(plan: Plan, *, by: User, now: datetime) -> bool:
    """Record that the person's units have read the conclusions that name them; safe to repeat.

    Returns:
        Whether a unit was recorded that had not been before.

    Raises:
        Refused: 403 not staff of a unit that leads or coordinates one of them; 409 no conclusions in force.
    """
    reach = reach_of(by.id, STAFF, now)
    staff = reach["edit"] | reach["approve"]
    mine = [unit for unit in units_concluded(plan) if unit.id in staff]
    reasons = []
    if not mine:
        message = _("Only staff of a unit that leads or coordinates one of these rows may do this.")
        reasons.append(Reason("not-permitted", RIGHTS, message))
    if plan.kind != Plan.Kind.CONCLUSIONS or plan.case.state != State.PRESENTED:
        message = _("Only the conclusions of a meeting that are in force are acknowledged.")
        reasons.append(Reason("no-conclusions", CONFLICT, message))
    refuse(reasons)
    return record(plan, [unit.id for unit in mine], by=by, now=now)


def record(plan: Plan, unit_ids: Iterable[UUID], *, by: User, now: datetime) -> bool:
    """Writes who has read; the first time stands."""
    known = set(Acknowledgement.objects.filter(plan=plan).values_list("unit", flat=True))
    fresh = [unit_id for unit_id in unit_ids if unit_id not in known]
    Acknowledgement.objects.bulk_create(
        (Acknowledgement(plan=plan, unit_id=unit_id, by=by, at=now) for unit_id in fresh),
        ignore_conflicts=True,
    )
    hint_meeting(by.institution, fresh)
    return bool(fresh)
