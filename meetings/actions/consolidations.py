"""The admin office gathers cases into a consolidation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited
from approvals.actions.cases import new_case
from approvals.queries.authority import require_office
from meetings.models import Consolidation, ConsolidationItem, Highlight
from meetings.queries.consolidations import (
    beside,
    consolidable,
    items_of,
    takeable,
    visible_consolidation,
    with_contents,
)
from meetings.rules.consolidations import against_another, against_supplementing
from organization.models import User
from periods.models import Period
from periods.rules.naming import period_name
from reports.actions.proposals import put_proposals
from reports.rules.figures import row_ids
from workflow.models import Case, State
from workflow.procedures import signed_alone
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse


@dataclass(frozen=True, slots=True)
class Wording:
    """What the office itself writes; None leaves it as it is.

    Attributes:
        assessment: the author's own assessment of the period.
        highlights: rows that the leadership sees, in their order; the rest stands in the annex.
        proposals: the office's own, in their order.
        unchecked_reason: why it goes up without the check of reports that were signed.
    """

    assessment: str | None = None
    highlights: Sequence[UUID] | None = None
    proposals: Sequence[str] | None = None
    unchecked_reason: str | None = None


@transaction.atomic
def create_consolidation(
    *, period: Period, case_ids: Sequence[UUID] | None, title: str = "", by: User, now: datetime,
    supplement_of: UUID | None = None, wording: Wording | None = None,
) -> Consolidation:  # fmt: skip
    """A new draft of the office that contains these cases, each with the digest it has now.

    Args:
        case_ids: None takes in what was checked, see `meetings.queries.consolidations.takeable`.
        title: empty: the usual one.
        supplement_of: the signed consolidation of the same period that this one adds to.

    Raises:
        Refused: 403 not of the admin office; 409 the period has an open draft, or a signed consolidation that
            is not supplemented, or whose meeting is over; 409 or 422 as `taken_in` and `write`.
    """
    office = require_office(by.institution, by, now)
    others = others_of(period, supplement_of, by=by, now=now)
    if case_ids is None and not period.is_reported:
        message = _("Nothing is reported in this period; name what shall be consolidated.")
        raise Refused([Reason("cases-missing", CONTENT, message, field="cases")])
    inside = takeable(by, period, now) if case_ids is None else taken_in(case_ids, by=by, now=now)
    number = len([other for other in others if other.supplement_of_id]) + 1 if supplement_of else 0
    case = new_case(
        kind="consolidation", unit=office, monitoring_unit=office, title=title or consolidation_title(period, number),
        period=period.label, by=by, now=now, due_at=period.leadership_due_at,
    )  # fmt: skip
    case.save(force_insert=True)
    consolidation = Consolidation.objects.create(case=case, period=period, supplement_of_id=supplement_of)
    put_items(consolidation, inside)
    write(consolidation, wording or Wording())
    mark_edited([case], by=by)
    return consolidation


@transaction.atomic
def change_consolidation(
    case_id: UUID, *, seen: str, case_ids: Sequence[UUID] | None, title: str | None, by: User, now: datetime,
    wording: Wording | None = None,
) -> None:  # fmt: skip
    """Change what an open consolidation contains, its title, or what the office writes in it.

    What it contains is taken in afresh; rows that nothing inside speaks of any more are highlighted no longer.

    Raises:
        Refused: as lock_for_editing, `taken_in` and `write`.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    consolidation = Consolidation.objects.get(case=case)
    if case_ids is not None:
        inside = taken_in(case_ids, by=by, now=now)
        consolidation.items.all().delete()
        put_items(consolidation, inside)
        consolidation.highlights.exclude(row__in=rows_inside(consolidation)).delete()
    if title is not None:
        case.title = title
        case.save(update_fields=["title"])
    write(consolidation, wording or Wording())
    mark_edited([case], by=by)


def others_of(
    period: Period, supplement_of: UUID | None, *, by: User, now: datetime
) -> Sequence[Consolidation]:
    """The consolidations that the period has, when another may stand beside them.

    The period is locked: two that are begun at the same moment do not both find it free.

    Raises:
        Refused: see `meetings.rules.consolidations`.
    """
    Period.objects.select_for_update(no_key=True).get(id=period.id)
    others = list(beside(period))
    reasons = []
    if supplement_of is not None:
        base = visible_consolidation(by, supplement_of, now)
        reasons += against_supplementing(supplement_of, base, period)
    if period.is_reported:
        reasons += against_another(others, supplement=supplement_of is not None)
    refuse(reasons)
    return others


def consolidation_title(period: Period, supplement: int) -> str:
    """báo cáo tổng hợp of a period; `supplement` counts those that add to it from 1, 0 is what they add to."""
    added = f" (bổ sung lần {supplement})" if supplement else ""
    return f"Báo cáo tổng hợp {period_name(period)}{added}"


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
        elif "consolidate" in signed_alone(
            case.kind, case.procedure, State.MONITOR_REVIEWED, submitted=case.submitted
        ):
            message, params = (
                _("“%(title)s” waits for no meeting: put it on the list of the year."),
                {"title": case.title},
            )
            reasons.append(Reason("goes-alone", CONFLICT, message, params, row=str(case_id), field="cases"))
        elif case.state != State.MONITOR_REVIEWED:
            message, params = (
                _("“%(title)s” has not been checked by its monitoring unit."),
                {"title": case.title},
            )
            reasons.append(Reason("not-reviewed", CONFLICT, message, params, row=str(case_id), field="cases"))
    refuse(reasons)
    return list(found.values())


def put_items(consolidation: Consolidation, cases: Sequence[Case]) -> None:
    """Writes what the consolidation contains."""
    ConsolidationItem.objects.bulk_create(
        ConsolidationItem(consolidation=consolidation, case=case, digest=case.digest, position=position)
        for position, case in enumerate(cases)
    )


def write(consolidation: Consolidation, wording: Wording) -> None:
    """Writes what the office itself says in an open consolidation.

    Raises:
        Refused: 422 a highlight that no monitoring report inside speaks of; `row` names it.
    """
    for name in ("assessment", "unchecked_reason"):
        if (text := getattr(wording, name)) is not None:
            setattr(consolidation, name, text)
            consolidation.save(update_fields=[name])
    if wording.highlights is not None:
        put_highlights(consolidation, list(dict.fromkeys(wording.highlights)))
    if wording.proposals is not None:
        put_proposals(consolidation.case, wording.proposals)


def put_highlights(consolidation: Consolidation, rows: Sequence[UUID]) -> None:
    """Make these the rows that the leadership sees."""
    inside = rows_inside(consolidation)
    message = _("No monitoring report in the consolidation speaks of this row.")
    if reasons := [
        Reason("row-not-inside", CONTENT, message, row=str(row), field="highlights")
        for row in rows
        if row not in inside
    ]:
        raise Refused(reasons)
    consolidation.highlights.all().delete()
    Highlight.objects.bulk_create(Highlight(consolidation=consolidation, row_id=row) for row in rows)


def rows_inside(consolidation: Consolidation) -> set[UUID]:
    """Every row that a monitoring report inside speaks of, as it was taken in."""
    reports = [content for _item, content in with_contents(items_of([consolidation])) if content is not None]
    return {UUID(row_id) for row_id in row_ids(reports)}
