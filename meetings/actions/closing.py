"""The close of a meeting, or the leadership's word without one: presents its consolidations and all inside with one
confirmation, and closes their periods.
"""

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
from periods.rules.naming import period_name
from workflow.rules import CONFLICT, Reason, Refused, refuse

from .conclusions import await_signature
from .meetings import heard_in
from .open_meetings import NOTHING_HEARD, against_closed, locked_meeting, meeting_digest, stale

#: What the leadership signs where there was no meeting; printed, whatever the reader's screen is in.
IN_WRITING = "Báo cáo bằng văn bản, không họp giao ban"


@transaction.atomic
def close_meeting(
    meeting_id: UUID, *, seen: str, by: User, now: datetime, key: str, session: str, in_writing: bool = False
) -> list[Outcome]:
    """Record that the meeting heard its consolidations: all are presented and the periods that it heard closed, or nothing is.
    Its conclusions wait for the leadership's signature from then on.

    Args:
        in_writing: there was no meeting: the leadership took the report in writing; it signs so.

    Raises:
        Refused: 403 not of the leadership; 409 closed already, nothing on the agenda, or a consolidation that cannot be
            presented; 412 the agenda, an answer or a decision changed since they were seen.
    """
    meeting = locked_meeting(meeting_id)
    heard = list(meeting.consolidations.select_related("case", "period__institution").order_by("case"))
    periods = closing_with(heard)
    hold(heard, periods)
    cases = [(row.case_id, row.case.digest) for row in heard]
    changed = seen != meeting_digest(meeting)
    comment = IN_WRITING if in_writing or meeting.in_writing else ""
    outcomes = (
        act(
            cases=cases, act="present", by=by, now=now, key=key, session=session, within=meeting.id,
            comment=comment,
        )
        if cases
        else []
    )  # fmt: skip
    if meeting.closed_at is not None and cases and all(row.signature for row in outcomes):
        return outcomes
    reasons = [reason for outcome in outcomes for reason in outcome.reasons]
    reasons += against_closed(meeting)
    if in_writing or not cases:
        reasons += against_leading(by, now)
    if not cases:
        reasons.append(Reason("nothing-heard", CONFLICT, NOTHING_HEARD))
    if changed:
        reasons.append(stale())
    refuse(reasons)
    meeting.closed_at, meeting.closed_by, meeting.in_writing = now, by, bool(comment)
    meeting.save(update_fields=["closed_at", "closed_by", "in_writing"])
    close_periods(periods, now=now)
    await_signature(meeting)
    return outcomes


@transaction.atomic
def close_in_writing(
    case_id: UUID, *, seen: str, by: User, now: datetime, key: str, session: str
) -> list[Outcome]:
    """The leadership takes a signed consolidation in writing: no meeting is held, it is presented and its period closed.

    What would have been heard (proposals, consequences, conclusions) is decided on as after any meeting.

    Raises:
        Refused: 403 not of the leadership; 409 it is not signed, was presented already, or is on the agenda of a meeting,
            which is closed so itself; 412 it is not what was seen.
    """
    done = Meeting.objects.filter(consolidations=case_id, in_writing=True, closed_by=by).first()
    if done is not None:
        return close_meeting(done.id, seen="", by=by, now=now, key=key, session=session, in_writing=True)
    refuse(against_leading(by, now))
    [consolidation] = heard_in([case_id], meeting=None, by=by, now=now)
    if seen != consolidation.case.digest:
        raise Refused([stale()])
    title = f"{IN_WRITING} ({period_name(consolidation.period)})"
    meeting = Meeting.objects.create(
        institution=by.institution, title=title, held_at=now, created_by=by, in_writing=True
    )
    meeting.consolidations.set([consolidation])
    digest = meeting_digest(meeting)
    return close_meeting(meeting.id, seen=digest, by=by, now=now, key=key, session=session, in_writing=True)


def hold(heard: Collection[Consolidation], periods: Collection[Period]) -> None:
    """Locks all that the close touches, by ascending id: what it presents, and what closes with it.

    An act that is under way in one of the periods ends first, or finds it closed.
    """
    inside = kinds.inside([row.case_id for row in heard])
    ids = {*inside, *(case_id for members in inside.values() for case_id in members)}
    for period in periods:
        ids |= set(cases_of(period).values_list("id", flat=True))
    list(lock(ids).values_list("id"))
