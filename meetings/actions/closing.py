"""The close of a meeting: presents its consolidations and all inside with one confirmation, and closes their periods."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from approvals import kinds
from approvals.actions import Outcome, act
from approvals.actions.locking import lock
from approvals.queries.authority import against_leading
from meetings.models import Consolidation, Meeting
from meetings.queries.moved import closing_with
from organization.models import User
from periods.actions import close_periods
from periods.actions.closing import cases_of
from periods.models import Period
from workflow.rules import CONFLICT, Reason, refuse

from .conclusions import conclude
from .open_meetings import NOTHING_HEARD, against_closed, meeting_digest, stale


@transaction.atomic
def close_meeting(
    meeting_id: UUID, *, seen: str, by: User, now: datetime, key: str, session: str
) -> list[Outcome]:
    """Record that the meeting heard its consolidations: all are presented, its conclusions in force and the periods that it
    heard closed, or nothing is.

    Raises:
        Refused: 403 not of the leadership; 409 closed already, nothing on the agenda, or a consolidation
            that cannot be presented; 412 the agenda, an answer, a decision or the conclusions changed since they
            were seen; 422 a conclusion lacks content, unit or time.
    """
    meeting = Meeting.objects.select_for_update().get(id=meeting_id)
    heard = list(meeting.consolidations.select_related("case", "period__institution").order_by("case"))
    periods = closing_with(heard)
    hold(heard, periods)
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
    close_periods(periods, now=now)
    return outcomes


def hold(heard: Collection[Consolidation], periods: Collection[Period]) -> None:
    """Locks all that the close touches, by ascending id: what it presents, and what closes with it.

    An act that is under way in one of the periods ends first, or finds it closed.
    """
    inside = kinds.inside([row.case_id for row in heard])
    ids = {*inside, *(case_id for members in inside.values() for case_id in members)}
    for period in periods:
        ids |= set(cases_of(period).values_list("id", flat=True))
    list(lock(ids).values_list("id"))
