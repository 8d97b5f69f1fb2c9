"""What a monitoring unit's report signs: the Notice's form. I the plans it follows, II per plan N = k + m, III proposals."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from approvals.queries import submitted_contents
from periods.models import Period
from plans.models import Plan
from reports.models import Finding, MonitoredPlan, MonitoringReport, Progress, UnitReport
from reports.queries.due_rows import DueRow, candidates, due_rows, span_of
from reports.rules.signed import Least, MonitoringReportContent, PlanPart, ProposalContent
from reports.words import SILENT, SignedRow, read_rows
from workflow.models import State

from .rows import Days, count_figures, days_owed, row_of, said_in
from .unit_reports import proposals_of


@dataclass
class Gathered:
    """All that the reports of one period are made of, read at once."""

    days: Days
    plans: list[Plan] = field(default_factory=list)
    rows: dict[UUID, list[DueRow]] = field(default_factory=lambda: defaultdict(list))
    words: dict[UUID, list[SignedRow]] = field(default_factory=dict)
    signed: list[UnitReport] = field(default_factory=list)
    findings: dict[UUID, dict[str, Finding]] = field(default_factory=lambda: defaultdict(dict))
    monitored: dict[UUID, dict[UUID, MonitoredPlan]] = field(default_factory=lambda: defaultdict(dict))
    progress: dict[UUID, dict[UUID, list[Progress]]] = field(default_factory=lambda: defaultdict(dict))
    proposals: dict[UUID, list[ProposalContent]] = field(default_factory=dict)


def monitoring_report_contents(case_ids: Collection[UUID]) -> dict[UUID, MonitoringReportContent]:
    """The working content of each report, as its plans, the units' signed words and its findings stand now."""
    reports = list(
        MonitoringReport.objects.filter(case__in=case_ids).select_related("case", "period", "unit")
    )
    found = {}
    for period in {report.period for report in reports}:
        mine = [report for report in reports if report.period_id == period.id]
        gathered = gather(period, mine)
        for report in mine:
            found[report.case_id] = form_content(report, gathered)
    return found


def gather(period: Period, reports: list[MonitoringReport]) -> Gathered:
    """Reads what these reports of one period are made of: a fixed number of statements."""
    units = [report.unit_id for report in reports]
    found = Gathered(days_owed(period, "office_due_at"))
    for row in due_rows(candidates(period, monitors=units), span_of(period)):
        found.rows[row.monitor_id].append(row)
    found.signed = list(signed_unit_reports(period, units))
    for case_id, content in submitted_contents([report.case_id for report in found.signed]).items():
        found.words[case_id] = list(read_rows(content))
    reported = {str(row.plan) for rows in found.rows.values() for row in rows}
    reported |= {row.plan for rows in found.words.values() for row in rows}
    found.plans = list(followed(period, units, reported))
    for finding in Finding.objects.filter(report__in=reports):
        found.findings[finding.report_id][str(finding.row_id)] = finding
    for looked in MonitoredPlan.objects.filter(report__in=reports).prefetch_related("units"):
        found.monitored[looked.report_id][looked.plan_id] = looked
    for entry in Progress.objects.filter(report__in=reports):
        found.progress[entry.report_id].setdefault(entry.plan_id, []).append(entry)
    cases = [report.case_id for report in found.signed] + [report.case_id for report in reports]
    found.proposals = proposals_of(cases)
    return found


def followed(period: Period, units: Collection[UUID], reported: Collection[str]) -> QuerySet[Plan]:
    """The signed plans of the period's time that these units follow, and whatever has a row that is reported on."""
    of_its_time = Q(period__starts__lte=period.ends, period__ends__gte=period.starts, historical=False)
    assigned = of_its_time & Q(case__monitoring_unit__in=units) & ~Q(case__state=State.DRAFT)
    return (
        Plan.objects.filter(assigned | Q(case__in=reported))
        .select_related("case", "monitoring")
        .order_by("case")
    )


def signed_unit_reports(period: Period, monitors: Collection[UUID]) -> QuerySet[UnitReport]:
    """The units' reports to these monitoring units that their heads have signed."""
    return (
        UnitReport.objects.filter(period=period, monitor__in=monitors)
        .exclude(case__state=State.DRAFT)
        .select_related("unit")
        .order_by("unit__position", "unit__code")
    )


def form_content(report: MonitoringReport, gathered: Gathered) -> MonitoringReportContent:
    """The content of one report."""
    rows = verdicts(report, gathered)
    of_plan: dict[str, list[SignedRow]] = defaultdict(list)
    for row in rows:
        of_plan[row.plan].append(row)
    plans = [
        plan_content(report, plan, of_plan[str(plan.case_id)], gathered)
        for plan in gathered.plans
        if str(plan.case_id) in of_plan or is_assigned(plan, report)
    ]
    signed = [other for other in gathered.signed if other.monitor_id == report.unit_id]
    proposals: list[ProposalContent] = [
        {**proposal, "unit": unit.code}
        for case_id, unit in [(report.case_id, report.unit), *((other.case_id, other.unit) for other in signed)]
        for proposal in gathered.proposals.get(case_id, [])
    ]  # fmt: skip
    return {
        "title": report.case.title,
        "unit": report.unit.code,
        "period": report.period.label,
        "plans": plans,
        "totals": count_figures(rows),
        "proposals": proposals,
    }


def is_assigned(plan: Plan, report: MonitoringReport) -> bool:
    """Whether the report's unit follows the plan now."""
    return plan.case.monitoring_unit_id == report.unit_id and plan.case.state != State.DRAFT


def verdicts(report: MonitoringReport, gathered: Gathered) -> list[SignedRow]:
    """Every row of the report: what a unit has signed as it signed it, the others as their plans stand now."""
    spoken = {other.unit_id: other for other in gathered.signed if other.monitor_id == report.unit_id}
    rows = [
        signed_row(row, other, gathered.days.on)
        for other in spoken.values()
        for row in gathered.words[other.case_id]
    ]
    rows += [
        replace(row_of(row, SILENT, gathered.days), unit=row.lead, own=row.lead_id == report.unit_id)
        for row in gathered.rows[report.unit_id]
        if row.lead_id not in spoken
    ]
    findings = gathered.findings[report.case_id]
    return [judged(row, findings.get(row.row)) for row in rows]


def judged(row: SignedRow, finding: Finding | None) -> SignedRow:
    """A row with the verdict of the monitoring unit."""
    return replace(row, said=said_in(finding), agreed=finding is not None and finding.agreed)


def signed_row(row: SignedRow, report: UnitReport, on: date) -> SignedRow:
    """A row as the unit signed it, its word put beside the place of the verdict."""
    overdue = row.due_on is not None and row.due_on < on.isoformat()
    return replace(row, overdue=overdue, unit=report.unit.code, own=False, word=row.said)


def plan_content(report: MonitoringReport, plan: Plan, rows: list[SignedRow], gathered: Gathered) -> PlanPart:
    """One plan of the form's part II."""
    looked = gathered.monitored[report.case_id].get(plan.case_id)
    assigned = getattr(plan, "monitoring", None)
    minimum: Least | None = (
        {"value": assigned.minimum_value, "unit": assigned.minimum_unit}
        if assigned and assigned.minimum_value
        else None
    )
    return {
        "plan": str(plan.case_id),
        "title": plan.case.title,
        "number": plan.number,
        "cadence": assigned.cadence if assigned else "monthly",
        "minimum": minimum,
        "units": sorted(unit.code for unit in looked.units.all()) if looked else [],
        "shortfall": looked.shortfall if looked else "",
        "progress": [
            {"on": entry.on.isoformat(), "text": entry.text}
            for entry in gathered.progress[report.case_id].get(plan.case_id, [])
        ],
        **count_figures(rows),
        "rows": [row.to_verdict() for row in rows],
    }
