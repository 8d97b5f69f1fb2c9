"""What may still be changed of a meeting, and by whom."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from meetings.models import Meeting
from meetings.queries.meetings import meeting_digests, next_closed
from notation import moments
from workflow.rules import CONFLICT, STALE, Reason, refuse

NOTHING_HEARD = _("The meeting has no consolidation on its agenda.")


def meeting_digest(meeting: Meeting) -> str:
    """What the leadership confirms by closing the meeting; see `meetings.queries.meetings.meeting_digests`."""
    return meeting_digests([meeting])[meeting.id]


def open_meeting(meeting_id: UUID, *, against: Sequence[Reason] = ()) -> Meeting:
    """The meeting, locked, while it can still be changed.

    Args:
        against: what stands against the person's right to change it.

    Raises:
        Refused: what stands against it; 409 closed.
    """
    meeting = locked_meeting(meeting_id)
    refuse([*against, *against_closed(meeting)])
    return meeting


def locked_meeting(meeting_id: UUID) -> Meeting:
    """The meeting, locked.

    Nothing is joined: PostgreSQL reads a row anew after waiting for its lock, but not the rows joined to it.
    """
    return Meeting.objects.select_for_update().get(id=meeting_id)


def deciding_meeting(meeting_id: UUID, *, against: Sequence[Reason] = ()) -> Meeting:
    """The meeting, locked, while the leadership may still decide on what it heard: until the next one is closed.

    Raises:
        Refused: what stands against the person's right; 409 the next meeting is closed.
    """
    meeting = locked_meeting(meeting_id)
    later = next_closed(meeting)
    refuse([*against, *(against_closed(later) if later else [])])
    return meeting


def against_closed(meeting: Meeting) -> list[Reason]:
    """That the meeting is over, where it is."""
    if meeting.closed_at is None:
        return []
    at = moments.moment(timezone.localtime(meeting.closed_at))
    params = {"name": meeting.closed_by.full_name if meeting.closed_by else "", "at": at}
    return [Reason("closed", CONFLICT, _("%(name)s closed the meeting, %(at)s."), params)]


def stale() -> Reason:
    """That the meeting is no longer what the person saw."""
    return Reason("stale", STALE, _("The content has changed since you opened it. Reload and read it again."))
