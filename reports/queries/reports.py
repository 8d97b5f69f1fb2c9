"""Reading reports, through the door of visibility; and what stands beside their rows."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from approvals.queries import seen_by
from organization.models import User
from periods.models import Period
from plans.models import PlanRow
from plans.queries import CASE_NAMES
from reports.models import Finding, MonitoringReport, Result, RowUpdate, UnitReport
from reports.rules.timeliness import PENDING, Timeliness, timeliness
from workflow.models import Case, State

from .due_rows import SIGNED
from .timeliness import first_signed

Report = UnitReport | MonitoringReport
KINDS = {"unit": ("unit-report", "unit_report"), "monitoring": ("monitoring-report", "monitoring_report")}
CHECKED = (State.MONITOR_REVIEWED, State.CONSOLIDATED, State.PRESENTED)
CASE_RELATIONS = tuple(name.removeprefix("case__") for name in CASE_NAMES)


def visible_reports(user: User, now: datetime, asked: dict[str, Any]) -> QuerySet[Case]:
    """The cases of reports of one kind that the person sees, of a period (label) and a unit (code) where asked."""
    kind, relation = KINDS[asked["kind"]]
    narrowed = {"period": "period", "unit": "unit__code"}
    found = Case.objects.filter(seen_by(user, now), kind=kind)
    found = found.filter(**{column: asked[name] for name, column in narrowed.items() if name in asked})
    return found.select_related(*CASE_RELATIONS, f"{relation}__period")


def visible_report(user: User, case_id: UUID, now: datetime) -> Report | None:
    """The report, or None when the person does not see it."""
    for model, own in ((UnitReport, "monitor"), (MonitoringReport, "unit")):
        found: Any = model._default_manager.filter(seen_by(user, now, "case__"), case=case_id)
        report: Report | None = found.select_related(*CASE_NAMES, "period", own).first()
        if report is not None:
            return report
    return None


def parts_of(user: User, period: Period, unit_id: UUID, now: datetime) -> list[UnitReport]:
    """All that one unit reports in a period, one part per monitoring unit, as far as the person sees them."""
    found = UnitReport.objects.filter(seen_by(user, now, "case__"), period=period, unit=unit_id)
    return list(
        found.select_related(*CASE_NAMES, "period", "unit", "monitor").order_by(
            "monitor__position", "monitor__code"
        )
    )


def is_expected(period: Period, unit_id: UUID) -> bool:
    """Whether anything is expected of the unit in the period."""
    return UnitReport.objects.filter(period=period, unit=unit_id).exists()


def punctuality(reports: Sequence[Report], now: datetime) -> dict[UUID, tuple[Timeliness, datetime | None]]:
    """Case -> whether its head first signed it before its own due point, and when; one statement."""
    signed = first_signed([report.case_id for report in reports])
    found: dict[UUID, tuple[Timeliness, datetime | None]] = {}
    for report in reports:
        at, due_at = signed.get(report.case_id), owed_at(report)
        found[report.case_id] = (timeliness(at, due_at, now) if due_at else PENDING, at)
    return found


def owed_at(report: Report) -> datetime | None:
    """When its head's signature is due: a unit's at its monitoring unit, a monitoring unit's at the office."""
    period = report.period
    return period.unit_due_at if isinstance(report, UnitReport) else period.office_due_at


def report_of(case: Case, kind: str) -> Report:
    """The report of a case that was read with it, see visible_reports."""
    report: Report = getattr(case, KINDS[kind][1])
    return report


def promised_before(rows: Collection[UUID], period: Period) -> dict[str, list[str]]:
    """Row -> every day that was promised or expected in signed reports of earlier periods, oldest first."""
    said = Result.objects.filter(
        SIGNED, row__in=rows, done=False, report__period__ends__lt=period.starts
    ).filter(Q(promised_on__isnull=False) | Q(expected_on__isnull=False))
    days: dict[str, list[str]] = defaultdict(list)
    for row_id, promised, expected in said.order_by("report__period__ends").values_list(
        "row", "promised_on", "expected_on"
    ):
        days[str(row_id)] += [day.isoformat() for day in [promised or expected] if day]
    return days


def findings_beside(reports: Collection[UnitReport]) -> dict[tuple[UUID, str], Finding]:
    """(monitoring unit, row) -> its verdict in the period of these reports; one statement.

    A unit sees it once it counts: its own report is checked, or the monitoring report is signed.
    """
    checked = {report.monitor_id for report in reports if report.case.state in CHECKED}
    periods = {report.period_id for report in reports}
    monitors = {report.monitor_id for report in reports}
    found = Finding.objects.filter(
        SIGNED | Q(report__unit__in=checked), report__period__in=periods, report__unit__in=monitors
    )
    return {
        (finding.report.unit_id, str(finding.row_id)): finding for finding in found.select_related("report")
    }


def updates_of(rows: Collection[UUID], period: Period) -> dict[str, list[RowUpdate]]:
    """Row -> what was noted on it after the reports of the period."""
    found: dict[str, list[RowUpdate]] = defaultdict(list)
    for update in RowUpdate.objects.filter(row__in=rows, period=period).select_related("by"):
        found[str(update.row_id)].append(update)
    return found


def visible_row(user: User, row_id: UUID, now: datetime) -> PlanRow | None:
    """The row of a plan, or None when the person does not see it."""
    return (
        PlanRow.objects.filter(seen_by(user, now, "plan__case__"), id=row_id)
        .select_related("plan__case__unit")
        .first()
    )
