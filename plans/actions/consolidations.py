"""The admin office gathers cases into a consolidation."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited, open_case
from organization.models import User
from plans.models import Consolidation, ConsolidationItem, Period
from plans.queries.meetings import consolidable
from workflow.models import Case, State
from workflow.policies import CONFLICT, CONTENT, Reason, Refused

from .plans import require


@transaction.atomic
def create_consolidation(
    *, period: Period, case_ids: Sequence[UUID], title: str, by: User, now: datetime
) -> Consolidation:
    """A new draft of the office that contains these cases, each with the digest it has now.

    Raises:
        Refused: 403 not of the admin office; 409 or 422 as `taken_in`.
    """
    office = by.institution.office
    if office is None:
        raise Refused([Reason("no-office", CONTENT, _("The institution has no admin office yet."))])
    require(by, office, now, for_office=True)
    inside = taken_in(case_ids, by=by, now=now)
    case = open_case(
        kind="consolidation",
        unit=office,
        monitoring_unit=office,
        title=title,
        period=period.label,
        by=by,
        now=now,
    )
    consolidation = Consolidation.objects.create(case=case, period=period)
    put_items(consolidation, inside)
    mark_edited([case], by=by)
    return consolidation


@transaction.atomic
def change_consolidation(
    case_id: UUID, *, seen: str, case_ids: Sequence[UUID] | None, title: str | None, by: User, now: datetime
) -> None:
    """Change what an open consolidation contains, or its title; what it contains is taken in afresh.

    Raises:
        Refused: as lock_for_editing and `taken_in`.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    consolidation = Consolidation.objects.get(case=case)
    if case_ids is not None:
        inside = taken_in(case_ids, by=by, now=now)
        consolidation.items.all().delete()
        put_items(consolidation, inside)
    if title is not None:
        case.title = title
        case.save(update_fields=["title"])
    mark_edited([case], by=by)


def taken_in(case_ids: Sequence[UUID], *, by: User, now: datetime) -> list[Case]:
    """The cases, when each can be consolidated.

    Raises:
        Refused: 422 a case that does not exist for this person, or a consolidation; 409 one that is not
            checked by its monitoring unit. `row` names the case.
    """
    found = {case.id: case for case in consolidable(by, list(case_ids), now)}
    reasons = []
    for case_id in case_ids:
        case = found.get(case_id)
        if case is None or case.kind == "consolidation":
            message = _("This document cannot be consolidated.")
            reasons.append(Reason("case-unknown", CONTENT, message, row=str(case_id), field="cases"))
        elif case.state != State.MONITOR_REVIEWED:
            message, params = (
                _("“%(title)s” has not been checked by its monitoring unit."),
                {"title": case.title},
            )
            reasons.append(Reason("not-reviewed", CONFLICT, message, params, row=str(case_id), field="cases"))
    if reasons:
        raise Refused(sorted(reasons, key=lambda reason: reason.status))
    return list(found.values())


def put_items(consolidation: Consolidation, cases: Sequence[Case]) -> None:
    """Writes what the consolidation contains."""
    ConsolidationItem.objects.bulk_create(
        ConsolidationItem(consolidation=consolidation, case=case, digest=case.digest, position=position)
        for position, case in enumerate(cases)
    )
