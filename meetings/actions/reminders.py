"""The leadership is reminded of conclusions that nobody signed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from meetings.models import Meeting
from notifications.actions import Notice, notify
from organization.queries import holders, signers_by_order
from periods.queries import calendar_around
from workflow.models import State

#: So many working days after the close the leadership is reminded, once.
AFTER_DAYS = 3


def remind_leadership(now: datetime) -> int:
    """Reminds of the conclusions of every closed meeting that wait for a signature; safe to repeat.

    Returns:
        Of how many meetings somebody was reminded.
    """
    waiting = Meeting.objects.filter(
        closed_at__isnull=False, reminded_at__isnull=True, conclusions__case__state=State.DRAFT
    )
    return sum(remind(meeting, now=now) for meeting in waiting.select_related("institution"))


@transaction.atomic
def remind(meeting: Meeting, *, now: datetime) -> bool:
    """Reminds the leadership, and who signs TL. for it, of one meeting's conclusions, where the days have passed and nobody has done so yet."""
    if meeting.closed_at is None or now < remind_at(meeting, meeting.closed_at):
        return False
    if not Meeting.objects.filter(id=meeting.id, reminded_at__isnull=True).update(reminded_at=now):
        return False
    plan, root = meeting.conclusions, meeting.institution.root_id
    if plan is None or root is None:
        return False
    people = holders({("present", root)}, now)["present", root] | signers_by_order(meeting.institution, now)
    data = {"act": "unsigned-conclusions", "title": plan.case.title, "actor": ""}
    notify([Notice(person, "waiting", plan.case_id, data) for person in sorted(people)], now=now)
    return True


def remind_at(meeting: Meeting, closed_at: datetime) -> datetime:
    """When the working days of the institution have passed."""
    at = timezone.localtime(closed_at)
    day = calendar_around(meeting.institution, at.date(), at.date()).shifted(at.date(), AFTER_DAYS)
    return datetime.combine(day, at.timetz())
