"""The meeting: its close presents its consolidations and all inside, with one confirmation."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions import Outcome, act
from approvals.actions.hints import hint_meeting
from approvals.queries.authority import against_leading, against_office
from meetings.models import Consolidation, Meeting
from meetings.queries.consolidations import visible_consolidations
from organization.models import User
from periods.models import Period
from workflow.models import State
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

from .conclusions import conclude
from .open_meetings import against_closed, meeting_digest, open_meeting, stale

NOTHING_HEARD = _("The meeting has no consolidation on its agenda.")


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


@transaction.atomic
def close_meeting(
    meeting_id: UUID, *, seen: str, by: User, now: datetime, key: str, session: str
) -> list[Outcome]:
    """Record that the meeting heard its consolidations: all are presented and its conclusions in force, or nothing is.

    Raises:
        Refused: 403 not of the leadership; 409 closed already, nothing on the agenda, or a consolidation
            that cannot be presented; 412 the agenda, an answer, a decision or the conclusions changed since they
            were seen; 422 a conclusion lacks content, unit or time.
    """
    meeting = Meeting.objects.select_for_update().get(id=meeting_id)
    heard = list(meeting.consolidations.select_related("case").order_by("case"))
    cases = [(row.case_id, row.case.digest) for row in heard]
    changed = seen != meeting_digest(meeting)
    outcomes = (
        act(cases=cases, act="present", by=by, now=now, key=key, session=session, within=meeting.id)
        if cases
        else []
    )
    outcomes += conclude(meeting, by=by, now=now, key=key, session=session)
    replayed = meeting.closed_at is not None and bool(cases) and all(row.signature for row in outcomes)
    if replayed:
        return outcomes
    reasons = [reason for outcome in outcomes for reason in outcome.reasons]
    reasons += against_closed(meeting)
    if not cases:
        reasons += [*against_leading(by, now), Reason("nothing-heard", CONFLICT, NOTHING_HEARD)]
    if changed:
        reasons.append(stale())
    refuse(reasons)
    meeting.closed_at, meeting.closed_by = now, by
    meeting.save(update_fields=["closed_at", "closed_by"])
    Period.objects.filter(consolidations__in=heard, heard_at__isnull=True).update(heard_at=now)
    return outcomes
