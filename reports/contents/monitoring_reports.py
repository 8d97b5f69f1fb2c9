"""What a monitoring unit's report signs: the Notice's form. I the items it follows, II per item N = k + m, III proposals."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from approvals.models import Submission
from approvals.queries import submitted_contents
from periods.models import Period
from plans.models import MonitoringAssignment, Plan, in_force
from reports.models import Finding, MonitoredItem, MonitoringReport, Progress, UnitReport
from reports.queries.due_rows import candidates, followed_at, span_of
from reports.rules.candidates import PutOffRow, due_rows, put_off_rows
from reports.rules.signed import (
    EarlierContent,
    ItemPart,
    Least,
    MonitoringReportContent,
    PlanPart,
    ProposalContent,
)
from reports.words import SignedRow, read_rows
from workflow.models import State

from .earlier import earlier_rows
from .gathered import Gathered, Spoken
from .rows import count_figures, days_owed, extended_part
from .unit_reports import proposals_of
from .verdict_rows import basis_of, verdicts


def monitoring_report_contents(case_ids: Collection[UUID]) -> dict[UUID, MonitoringReportContent]:
    """The working content of each report, as its plans, the units' signed words and its findings stand now."""
    reports = list(
        MonitoringReport.objects.filter(case__in=case_ids).select_related("case", "period", "unit")
    )
    found = {}
    for period in {report.period for report in reports}:
        mine = [report for report in reports if report.period_id == period.id]
        gathered, earlier = gather(period, mine), earlier_rows(period, mine, verdicts_of)
        for report in mine:
            found[report.case_id] = form_content(report, gathered, earlier.get(report.unit_id, ()))
    return found


def verdicts_of(
    period: Period, reports: list[MonitoringReport], only: Collection[UUID] | None = None
) -> dict[UUID, list[SignedRow]]:
    """Monitoring unit -> every row of its report on the period, as it stands now; or only these."""
    gathered = gather(period, reports, only)
    return {report.unit_id: verdicts(report, gathered) for report in reports}


def gather(period: Period, reports: list[MonitoringReport], only: Collection[UUID] | None = None) -> Gathered:
    """Reads what these reports of one period are made of: a fixed number of statements.

    Args:
        only: rows; others are left out, and what does not stand in a row.
    """
    units = [report.unit_id for report in reports]
    found = Gathered(days_owed(period, "office_due_at"))
    found.followed = {one.plan_id: one for one in followings(period, units) if one.plan_id}
    narrow = None if only is None else Q(key__in=only)
    mine, span = candidates(period, monitors=units, only=narrow), span_of(period)
    for row in due_rows(mine, span):
        found.rows[row.monitor_id].append(row)
    for late in put_off_rows(mine, span):
        found.put_off[late.plan].append(late)
    signed = signed_unit_reports(period, units, leads_of_moved(found))
    contents = submitted_contents([report.case_id for report, _at in signed])
    for unit_report, at in signed:
        said = list(read_rows(narrowed(contents[unit_report.case_id], only)))
        found.spoken[unit_report.unit_id][unit_report.monitor_id] = Spoken(
            said, at, frozenset(row.row for row in said)
        )
    found.signed = [report for report, _at in signed]
    for finding in Finding.objects.filter(Q() if only is None else Q(row__in=only), report__in=reports):
        found.findings[finding.report_id][str(finding.row_id)] = finding
    if only is None:
        gather_beside(found, reports)
    return found


def narrowed(content: Mapping[str, Any], only: Collection[UUID] | None) -> Mapping[str, Any]:
    """The rows of a content, or only these of them."""
    if only is None:
        return content
    named = {str(row) for row in only}
    return {"rows": [row for row in content["rows"] if row["row"] in named]}


def gather_beside(found: Gathered, reports: list[MonitoringReport]) -> None:
    """Reads what these reports say beside their rows."""
    for looked in MonitoredItem.objects.filter(report__in=reports).prefetch_related("units"):
        found.monitored[looked.report_id][looked.item_id] = looked
    for entry in Progress.objects.filter(report__in=reports):
        found.progress[entry.report_id].setdefault(entry.item_id, []).append(entry)
    cases = [report.case_id for report in found.signed] + [report.case_id for report in reports]
    found.proposals = proposals_of(cases)


def followings(period: Period, units: Collection[UUID]) -> QuerySet[MonitoringAssignment]:
    """The plans that these units follow when the units' reports are due, the oldest first."""
    return (
        MonitoringAssignment.objects.filter(in_force(followed_at(period)), unit__in=units, plan__isnull=False)
        .select_related("item", "plan__case", "plan__period")
        .order_by("plan")
    )


def leads_of_moved(gathered: Gathered) -> set[UUID]:
    """The units that answer for rows of plans that were given to another unit at some time: they may have written of them
    to the one before."""
    moved = {plan for plan, one in gathered.followed.items() if one.since is not None}
    return {
        lead.unit_id
        for rows in gathered.rows.values()
        for row in rows
        if row.plan in moved
        for lead in row.leads
    }


def signed_unit_reports(
    period: Period, monitors: Collection[UUID], leads: Collection[UUID]
) -> list[tuple[UnitReport, datetime]]:
    """The reports that the heads of units have signed, and when each was submitted: those to these monitoring units, and
    all of these leads (a plan may have been given to another unit meanwhile); one statement.
    """
    submitted = Submission.objects.filter(case=OuterRef("case"), number=OuterRef("case__submission"))
    found = (
        UnitReport.objects.filter(Q(monitor__in=monitors) | Q(unit__in=leads), period=period)
        .exclude(case__state=State.DRAFT)
        .annotate(frozen_at=Subquery(submitted.values("created_at")[:1]))
        .select_related("unit")
        .order_by("unit__position", "unit__code")
    )
    return [(report, report.frozen_at) for report in found]


def form_content(
    report: MonitoringReport, gathered: Gathered, earlier: Iterable[EarlierContent]
) -> MonitoringReportContent:
    """The content of one report."""
    rows = verdicts(report, gathered)
    told_here = {(row.row, row.due_on) for row in rows}
    of_plan: dict[UUID, list[SignedRow]] = defaultdict(list)
    for row in rows:
        of_plan[UUID(row.plan)].append(row)
    mine = [one for one in gathered.followed.values() if one.unit_id == report.unit_id]
    listed = [one for one in mine if one.plan_id in of_plan or is_of_its_time(one, report.period)]
    findings = gathered.findings[report.case_id]
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
        "items": list(item_parts(report, listed, of_plan, gathered)),
        "plans": [
            plan_content(one, of_plan[one.plan_id], findings, gathered.put_off[one.plan_id])
            for one in listed
            if one.plan_id
        ],
        "totals": count_figures(rows),
        "proposals": proposals,
        "earlier": [row for row in earlier if (row["row"], row["due_on"]) not in told_here],
    }


def is_of_its_time(following: MonitoringAssignment, period: Period) -> bool:
    """Whether the plan is signed and of the period's time, not one that is over or only registered for the record."""
    plan = following.plan
    return (
        plan is not None
        and not plan.historical
        and plan.case.state != State.DRAFT
        and plan.period.starts <= period.ends
        and plan.period.ends >= period.starts
    )


def item_parts(
    report: MonitoringReport,
    listed: Iterable[MonitoringAssignment],
    of_plan: dict[UUID, list[SignedRow]],
    gathered: Gathered,
) -> Iterator[ItemPart]:
    """The items of parts I and II, each with N = k + m over all of its plans."""
    plans: dict[UUID, list[MonitoringAssignment]] = defaultdict(list)
    for one in listed:
        plans[one.item_id].append(one)
    for item, mine in plans.items():
        looked = gathered.monitored[report.case_id].get(item)
        rows = [row for one in mine if one.plan_id for row in of_plan[one.plan_id]]
        yield {
            "item": str(item),
            "title": title_of(mine[0]),
            "cadence": mine[0].cadence,
            "minimum": least_of(mine[0]),
            "units": sorted(unit.code for unit in looked.units.all()) if looked else [],
            "shortfall": looked.shortfall if looked else "",
            "progress": [
                {"on": entry.on.isoformat(), "text": entry.text}
                for entry in gathered.progress[report.case_id].get(item, [])
            ],
            **count_figures(rows),
        }


def title_of(following: MonitoringAssignment) -> str:
    """What the item is called: by its own title, or as its only plan."""
    plan: Plan | None = following.plan
    return following.item.title or (plan.case.title if plan else "")


def least_of(following: MonitoringAssignment) -> Least | None:
    """The least that is looked at in a month."""
    if not following.minimum_value:
        return None
    return {"value": following.minimum_value, "unit": following.minimum_unit}


def plan_content(
    following: MonitoringAssignment,
    rows: list[SignedRow],
    findings: Mapping[str, Finding],
    put_off: list[PutOffRow],
) -> PlanPart:
    """A plan with its rows."""
    plan = following.plan
    assert plan is not None  # noqa: S101 - only assignments of plans are listed
    return {
        "plan": str(plan.case_id),
        "item": str(following.item_id),
        "title": plan.case.title,
        "number": plan.number,
        **count_figures(rows),
        "rows": [{**row.to_verdict(), **basis_of(findings.get(row.row))} for row in rows],
        **extended_part(put_off, {row.row for row in rows}),
    }
