"""The meeting: its close presents its consolidations and all inside, with one confirmation."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import Outcome, act
from approvals.ledger.canonical import digest
from approvals.ledger.chain import moment
from organization.models import User
from plans.models import Consolidation, Meeting
from plans.queries.meetings import visible_consolidations
from workflow.models import State
from workflow.policies import CONFLICT, CONTENT, HOLDERS, RIGHTS, STALE, Reason, Refused

from .plans import require

NOTHING_HEARD = _("The meeting has no consolidation on its agenda.")


@transaction.atomic
def create_meeting(
    *, consolidation_ids: Sequence[UUID], held_at: datetime, title: str, by: User, now: datetime
) -> Meeting:
    """Plan a meeting that hears these consolidations.

    Raises:
        Refused: 403 not of the admin office; 422 an unknown consolidation, 409 one that is not signed yet.
    """
    office = by.institution.office
    if office is None:
        raise Refused([Reason("no-office", CONTENT, _("The institution has no admin office yet."))])
    require(by, office, now, for_office=True)
    if not consolidation_ids:
        raise Refused([Reason("nothing-heard", CONTENT, NOTHING_HEARD, field="consolidations")])
    found = {row.case_id: row for row in visible_consolidations(by, now).filter(case__in=consolidation_ids)}
    reasons = [
        reason for case_id in consolidation_ids for reason in against_hearing(case_id, found.get(case_id))
    ]
    if reasons:
        raise Refused(sorted(reasons, key=lambda reason: reason.status))
    meeting = Meeting.objects.create(institution=by.institution, title=title, held_at=held_at, created_by=by)
    meeting.consolidations.set(found.values())
    return meeting


def against_hearing(case_id: UUID, consolidation: Consolidation | None) -> list[Reason]:
    """Why a consolidation cannot be put on the agenda."""
    if consolidation is None:
        message = _("There is no such consolidation.")
        return [Reason("consolidation-unknown", CONTENT, message, row=str(case_id), field="consolidations")]
    if consolidation.meetings.filter(closed_at__isnull=True).exists():
        message, params = (
            _("“%(title)s” is on the agenda of another meeting."),
            {"title": consolidation.case.title},
        )
        return [
            Reason("heard-elsewhere", CONFLICT, message, params, row=str(case_id), field="consolidations")
        ]
    if consolidation.case.state != State.CONSOLIDATED:
        message, params = (
            _("“%(title)s” is not signed, or was presented already."),
            {"title": consolidation.case.title},
        )
        return [
            Reason("not-consolidated", CONFLICT, message, params, row=str(case_id), field="consolidations")
        ]
    return []


def meeting_digest(meeting: Meeting) -> str:
    """What the leadership confirms by closing: the meeting, and each consolidation by its digest."""
    heard = [[row.case_id, row.case.digest] for row in meeting.consolidations.all()]
    return digest({"meeting": meeting.id, "held_at": moment(meeting.held_at), "consolidations": heard})


@transaction.atomic
def close_meeting(
    meeting_id: UUID, *, seen: str, by: User, now: datetime, key: str, session: str
) -> list[Outcome]:
    """Record that the meeting heard its consolidations: all are presented, or none.

    Raises:
        Refused: 403 not of the leadership; 409 closed already, nothing on the agenda, or a consolidation
            that cannot be presented; 412 the agenda changed since it was seen.
    """
    meeting = Meeting.objects.select_for_update().get(id=meeting_id)
    heard = list(meeting.consolidations.select_related("case").order_by("case"))
    cases = [(row.case_id, row.case.digest) for row in heard]
    stale = seen != meeting_digest(meeting)
    outcomes = (
        act(cases=cases, act="present", by=by, now=now, key=key, session=session, within=meeting.id)
        if cases
        else []
    )
    replayed = meeting.closed_at is not None and bool(outcomes) and all(row.signature for row in outcomes)
    if replayed:
        return outcomes
    reasons = [reason for outcome in outcomes for reason in outcome.reasons]
    reasons += against_closing(meeting, by, stale=stale, empty=not cases)
    if reasons:
        raise Refused(sorted(reasons, key=lambda reason: reason.status))
    meeting.closed_at, meeting.closed_by = now, by
    meeting.save(update_fields=["closed_at", "closed_by"])
    return outcomes


def against_closing(meeting: Meeting, by: User, *, stale: bool, empty: bool) -> list[Reason]:
    """Why the meeting itself cannot be closed."""
    reasons = []
    root = by.institution.root
    if empty and (root is None or not by.has_perm("organization.present", root)):
        names = {"institution": by.institution.name}
        reasons.append(Reason("not-permitted", RIGHTS, HOLDERS["present", "institution"], names))
    if meeting.closed_at is not None:
        at = timezone.localtime(meeting.closed_at).strftime("%H:%M %d/%m/%Y")
        params = {"name": meeting.closed_by.full_name if meeting.closed_by else "", "at": at}
        reasons.append(Reason("closed", CONFLICT, _("%(name)s closed the meeting, %(at)s."), params))
    if empty:
        reasons.append(Reason("nothing-heard", CONFLICT, NOTHING_HEARD))
    if stale:
        reasons.append(
            Reason(
                "stale", STALE, _("The content has changed since you opened it. Reload and read it again.")
            )
        )
    return reasons
