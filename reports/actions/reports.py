"""Reports draft themselves for a period, and are written by their unit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import docket_for_editing, mark_edited, settle_due
from approvals.actions.cases import new_case
from approvals.actions.citing import cite
from approvals.actions.telling import told_of
from approvals.models import EvidenceCitation
from approvals.queries.scope import scope_of
from notifications.actions import Notice, notify
from organization.models import Unit, User
from organization.queries import holders
from periods.models import Period
from periods.rules.closing import against_closed_period
from plans.models import Plan, in_force
from reports.models import MonitoringReport, Result, UnitReport
from reports.queries.due_rows import candidates, followed_at, span_of
from reports.queries.officers import Officers, officers_by_unit, plans_asked
from reports.rules.candidates import due_rows
from reports.rules.titles import monitoring_report_title, unit_report_title
from reports.words import read_rows
from workflow.models import Case, State
from workflow.rules import CONFLICT, Reason, Refused, against_scope, refuse
from workflow.rules.scope import HEAD

from .findings import look_at, put_progress
from .moved_plans import bring_words_along, moved_rows, told_before
from .proposals import put_proposals
from .words import Words, check_words, columns_of, files_named, with_day_done, write_words

Pair = tuple[UUID, UUID]


@transaction.atomic
def draft_reports(period: Period, *, by: User, now: datetime) -> tuple[int, int]:
    """Draft what the period expects: a report of each unit to each unit that follows a due row of it, and one of
    each monitoring unit. What exists stays; a draft that nobody wrote in goes when nothing of it is due any more.

    Safe to repeat, and to run twice at once. A fixed number of statements.

    Returns:
        How many reports of units and of monitoring units were drafted.

    Raises:
        Refused: 409 its due points are not confirmed, or it is closed.
    """
    period = (
        Period.objects.select_for_update(of=("self",)).select_related("institution__office").get(id=period.id)
    )
    if not period.is_reported:
        raise Refused(
            [Reason("not-confirmed", CONFLICT, _("The due points of this period are not confirmed."))]
        )
    refuse(against_closed_period(period))
    rows = list(due_rows(candidates(period), span_of(period)))
    moved = moved_rows(period, rows)
    told = told_before(period, moved)
    expected = {
        (lead.unit_id, row.monitor_id)
        for row in rows
        for lead in row.answering
        if row.asked and lead.unit_id != row.monitor_id and (row.id, lead.unit_id) not in told
    }
    monitors = following_units(period) | {row.monitor_id for row in rows}
    owe_begun(period, expected)
    fresh = expected - set(UnitReport.objects.filter(period=period).values_list("unit", "monitor"))
    silent = monitors - set(MonitoringReport.objects.filter(period=period).values_list("unit", flat=True))
    units = Unit.objects.in_bulk({unit for pair in fresh for unit in pair} | silent)
    made = draft_unit_reports(period, fresh, units, by=by, now=now)
    made += draft_monitoring_reports(period, silent, units, by=by, now=now)
    bring_words_along(period, moved)
    withdraw_empty(period, expected)
    withdraw_of_ended(period, monitors)
    tell(made, plans_asked(rows), by=by, now=now)
    return len(fresh), len(silent)


def following_units(period: Period) -> set[UUID]:
    """Units that follow a signed plan of the period's time when the units' reports are due."""
    plans = Plan.objects.filter(
        in_force(followed_at(period), "followed__"), case__institution=period.institution_id, historical=False,
        period__starts__lte=period.ends, period__ends__gte=period.starts, revision=0,
    ).exclude(case__state=State.DRAFT)  # fmt: skip
    return set(plans.values_list("followed__unit", flat=True).distinct())


def withdraw_empty(period: Period, expected: Collection[Pair]) -> None:
    """Takes away drafts that were never submitted, in which nothing is written, and of which nothing is due any more."""
    untouched = UnitReport.objects.filter(
        period=period, case__sequence=0, results__isnull=True, case__proposals__isnull=True
    )
    gone = [
        row.case_id for row in untouched if (row.unit_id, row.monitor_id) not in expected
    ]  # fmt: skip
    if gone:
        EvidenceCitation.objects.filter(case__in=gone).delete()
        UnitReport.objects.filter(case__in=gone).delete()
        Case.objects.filter(id__in=gone, sequence=0).delete()


def withdraw_of_ended(period: Period, monitors: Collection[UUID]) -> None:
    """Takes away monitoring reports that nobody wrote in, of units that have ended and follow nothing any more."""
    untouched = MonitoringReport.objects.filter(
        period=period, case__sequence=0, unit__valid_to__isnull=False, findings__isnull=True, monitored__isnull=True,
        progress__isnull=True, earlier_findings__isnull=True, case__proposals__isnull=True, case__remarks__isnull=True,
    ).exclude(unit__in=monitors)  # fmt: skip
    gone = list(untouched.values_list("case", flat=True))
    if gone:
        EvidenceCitation.objects.filter(case__in=gone).delete()
        MonitoringReport.objects.filter(case__in=gone).delete()
        Case.objects.filter(id__in=gone, sequence=0).delete()


def owe_begun(period: Period, expected: Collection[Pair]) -> None:
    """What a unit began of itself is owed once it answers for a row of it."""
    begun = UnitReport.objects.filter(period=period, owed=False)
    owed = [row.case_id for row in begun if (row.unit_id, row.monitor_id) in expected]
    if owed:
        UnitReport.objects.filter(case__in=owed).update(owed=True)
        settle_due(Case.objects.filter(id__in=owed))


def draft_unit_reports(
    period: Period, pairs: Iterable[Pair], units: Mapping[UUID, Unit], *, by: User, now: datetime
) -> list[Case]:
    """One open report per unit and monitoring unit."""
    ordered = sorted(pairs, key=lambda pair: (units[pair[0]].position, units[pair[1]].position))
    cases = {
        pair: new_case(
            kind="unit-report", unit=units[pair[0]], monitoring_unit=units[pair[1]], period=period.label, by=by, now=now,
            title=unit_report_title(period, units[pair[0]], units[pair[1]]), due_at=period.unit_due_at, of_itself=True,
        )
        for pair in ordered
    }  # fmt: skip
    Case.objects.bulk_create(cases.values())
    UnitReport.objects.bulk_create(
        UnitReport(case=case, period=period, unit_id=unit, monitor_id=monitor)
        for (unit, monitor), case in cases.items()
    )
    return list(cases.values())


def draft_monitoring_reports(
    period: Period, unit_ids: Iterable[UUID], units: Mapping[UUID, Unit], *, by: User, now: datetime
) -> list[Case]:
    """One open report per monitoring unit; the admin office checks it."""
    office = by.institution.office
    if office is None:
        return []
    cases = {
        unit_id: new_case(
            kind="monitoring-report", unit=units[unit_id], monitoring_unit=office, period=period.label, by=by, now=now,
            title=monitoring_report_title(period, units[unit_id]), due_at=period.office_due_at, of_itself=True,
        )
        for unit_id in sorted(unit_ids, key=lambda unit_id: units[unit_id].position)
    }  # fmt: skip
    Case.objects.bulk_create(cases.values())
    MonitoringReport.objects.bulk_create(
        MonitoringReport(case=case, period=period, unit_id=unit_id) for unit_id, case in cases.items()
    )
    return list(cases.values())


def tell(cases: Sequence[Case], asked: Mapping[Pair, Collection[UUID]], *, by: User, now: datetime) -> None:
    """Tells that a report waits to be written: the heads of each unit, and of its officers those who follow the plans that are
    asked about; every officer where nobody follows one of them, or the report asks about none of its own.

    Args:
        asked: (unit, monitoring unit) -> the plans that the unit's report asks about.
    """
    wanted = {(right, case.unit_id) for case in cases for right in ("edit", "approve")}
    held = holders(wanted, now) if wanted else {}
    officers = officers_by_unit({plan for plans in asked.values() for plan in plans}) if cases else {}
    notify(
        [
            Notice(
                recipient=person,
                kind="waiting",
                link=case.id,
                data=told_of(case, "draft", actor=by.full_name),
            )
            for case in cases
            for person in to_write(
                case, asked.get((case.unit_id, case.monitoring_unit_id), ()), officers, held
            )
        ],
        now=now,
    )


def to_write(
    case: Case, plans: Collection[UUID], officers: Officers, held: Mapping[tuple[str, UUID], set[UUID]]
) -> set[UUID]:
    """Whom a draft report of these plans waits for."""
    staff, unit = held["edit", case.unit_id], case.unit_id
    named = {officers[unit, plan].user_id for plan in plans if (unit, plan) in officers} & staff
    whole = bool(plans) and all(
        (unit, plan) in officers and officers[unit, plan].user_id in named for plan in plans
    )
    return named | (staff & held["approve", unit]) if whole and case.kind == "unit-report" else staff


@transaction.atomic
def put_results(case_id: UUID, words: Words, *, seen: str | None, by: User, now: datetime) -> None:
    """Write the unit's word on these rows of its open report; rows that are not sent stay as they are.

    Raises:
        Refused: as lock_for_editing; 422 for an unknown row or unknown evidence, with row and field.
    """
    docket = docket_for_editing(case_id, seen=seen, by=by, now=now)
    case, content = docket.case, docket.content or {"rows": []}
    rows = {UUID(row.row): row for row in read_rows(content)}
    files, today = files_named(words, by=by, now=now), timezone.localtime(now).date()
    check_words(words, rows, files, now=now, scope=scope_of(case))
    said = [with_day_done(word, rows[word["row"]], today) for word in words]
    made = [Result(report_id=case.id, row_id=word["row"], **columns_of(word, files)) for word in said]
    write_words(Result, made)
    cite([case], files)
    mark_edited([case], by=by)


@transaction.atomic
def change_report(
    case_id: UUID, *, seen: str | None, by: User, now: datetime, changes: Mapping[str, Any]
) -> None:
    """Change proposals of an open report; of a monitoring report also the units looked at and the weekly entries.

    Raises:
        Refused: as lock_for_editing; 422 an item that the report does not speak of, an unknown unit.
    """
    docket = docket_for_editing(case_id, seen=seen, by=by, now=now)
    case, items = docket.case, {item["item"] for item in (docket.content or {}).get("items", ())}
    refuse(against_scope(scope_of(case), ((HEAD, name) for name in changes)))
    if "proposals" in changes:
        put_proposals(case, changes["proposals"])
    if "monitored" in changes:
        look_at(case, changes["monitored"], items=items)
    if "progress" in changes:
        put_progress(case, changes["progress"], items=items, by=by, now=now)
    mark_edited([case], by=by)
