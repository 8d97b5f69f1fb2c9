"""The meeting: planned and changed by the office; what its close does is in `closing`."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions.hints import hint_meeting
from approvals.queries.authority import against_office
from meetings.models import Consolidation, Meeting
from meetings.queries.consolidations import visible_consolidations
from organization.models import User
from workflow.models import State
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

from .open_meetings import NOTHING_HEARD, meeting_digest, open_meeting, stale


class MeetingHead(TypedDict, total=False):
    """What a meeting to come says of itself; see `change_meeting`."""

    title: str
    held_at: datetime
    consolidations: Sequence[UUID]


@transaction.atomic
def create_meeting(
    *, consolidation_ids: Sequence[UUID], held_at: datetime, title: str, by: User, now: datetime
) -> Meeting:
    """Plan a meeting that hears these consolidations.

    Raises:
        Refused: 403 not of the admin office; 422 an unknown consolidation, 409 one that is not signed yet.
    """
    refuse(against_office(by.institution, by, now))
    heard = heard_in(consolidation_ids, meeting=None, by=by, now=now)
    meeting = Meeting.objects.create(institution=by.institution, title=title, held_at=held_at, created_by=by)
    meeting.consolidations.set(heard)
    return meeting


@transaction.atomic
def change_meeting(
    meeting_id: UUID, *, seen: str, by: User, now: datetime, **changes: Unpack[MeetingHead]
) -> None:
    """Change title, time or agenda of a meeting to come: a supplement is heard with what it adds to; what is not given stays.

    Raises:
        Refused: 403 not of the admin office; 409 closed; 412 changed since it was seen; else as create_meeting.
    """
    meeting = open_meeting(meeting_id, against=against_office(by.institution, by, now))
    if seen != meeting_digest(meeting):
        raise Refused([stale()])
    if "consolidations" in changes:
        meeting.consolidations.set(heard_in(changes["consolidations"], meeting=meeting, by=by, now=now))
    meeting.title = changes.get("title", meeting.title)
    meeting.held_at = changes.get("held_at", meeting.held_at)
    meeting.save(update_fields=["title", "held_at"])
    hint_meeting(by.institution)


def heard_in(
    consolidation_ids: Sequence[UUID], *, meeting: Meeting | None, by: User, now: datetime
) -> list[Consolidation]:
    """The consolidations, when the meeting (None: a new one) can hear each.

    Raises:
        Refused: 422 none, or an unknown one; 409 one that is not signed yet, or heard elsewhere.
    """
    if not consolidation_ids:
        raise Refused([Reason("nothing-heard", CONTENT, NOTHING_HEARD, field="consolidations")])
    found = {row.case_id: row for row in visible_consolidations(by, now).filter(case__in=consolidation_ids)}
    reasons = [
        reason
        for case_id in consolidation_ids
        for reason in against_hearing(case_id, found.get(case_id), meeting)
    ]
    refuse(reasons)
    return list(found.values())


def against_hearing(
    case_id: UUID, consolidation: Consolidation | None, meeting: Meeting | None
) -> list[Reason]:
    """Why a consolidation cannot be put on the agenda."""

    def reason(code: str, status: int, message: str) -> Reason:
        params = {"title": consolidation.case.title} if consolidation else {}
        return Reason(code, status, message, params, row=str(case_id), field="consolidations")

    if consolidation is None:
        return [reason("consolidation-unknown", CONTENT, _("There is no such consolidation."))]
    elsewhere = consolidation.meetings.filter(closed_at__isnull=True)
    if meeting is not None:
        elsewhere = elsewhere.exclude(id=meeting.id)
    if elsewhere.exists():
        return [reason("heard-elsewhere", CONFLICT, _("“%(title)s” is on the agenda of another meeting."))]
    if consolidation.case.state != State.CONSOLIDATED:
        return [
            reason("not-consolidated", CONFLICT, _("“%(title)s” is not signed, or was presented already."))
        ]
    return []
