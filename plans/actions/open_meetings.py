"""What may still be changed of a meeting, and by whom."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from organization.models import User
from plans.models import Meeting
from plans.queries.meetings import meeting_digests
from workflow.policies import CONFLICT, CONTENT, HOLDERS, RIGHTS, STALE, Reason, Refused

from .plans import holds


def against_office(by: User, now: datetime) -> list[Reason]:
    """Why the person may not plan a meeting or write its conclusions: 403; 422 where there is no admin office yet."""
    office = by.institution.office
    if office is None:
        return [Reason("no-office", CONTENT, _("The institution has no admin office yet."))]
    if holds(by, "consolidate", office, now):
        return []
    return [Reason("not-permitted", RIGHTS, HOLDERS["consolidate", "office"], {"office": office.name})]


def meeting_digest(meeting: Meeting) -> str:
    """What the leadership confirms by closing the meeting; see `plans.queries.meetings.meeting_digests`."""
    return meeting_digests([meeting])[meeting.id]


def open_meeting(meeting_id: UUID, *, against: Sequence[Reason] = ()) -> Meeting:
    """The meeting, locked, while it can still be changed.

    Args:
        against: what stands against the person's right to change it.

    Raises:
        Refused: what stands against it; 409 closed.
    """
    # Nothing is joined: PostgreSQL reads a row anew after waiting for its lock, but not the rows joined to it.
    meeting = Meeting.objects.select_for_update().get(id=meeting_id)
    if reasons := [*against, *against_closed(meeting)]:
        raise Refused(sorted(reasons, key=lambda reason: reason.status))
    return meeting


def against_closed(meeting: Meeting) -> list[Reason]:
    """That the meeting is over, where it is."""
    if meeting.closed_at is None:
        return []
    at = timezone.localtime(meeting.closed_at).strftime("%H:%M %d/%m/%Y")
    params = {"name": meeting.closed_by.full_name if meeting.closed_by else "", "at": at}
    return [Reason("closed", CONFLICT, _("%(name)s closed the meeting, %(at)s."), params)]


def against_leading(by: User, now: datetime) -> list[Reason]:
    """Why the person may not answer, decide and close for the leadership."""
    root = by.institution.root
    if root is not None and holds(by, "present", root, now):
        return []
    names = {"institution": by.institution.name}
    return [Reason("not-permitted", RIGHTS, HOLDERS["present", "institution"], names)]


def stale() -> Reason:
    """That the meeting is no longer what the person saw."""
    return Reason("stale", STALE, _("The content has changed since you opened it. Reload and read it again."))
