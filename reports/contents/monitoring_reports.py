"""What a monitoring unit's report signs: the Notice's form. I the items it follows, II per item N = k + m, III proposals."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from approvals.models import Submission
from approvals.queries import submitted_contents
from periods.models import Period
from plans.models import MonitoringAssignment, Plan, in_force
from reports.models import Finding, MonitoredItem, MonitoringReport, Progress, UnitReport
from reports.queries.due_rows import DueRow, candidates, due_rows, followed_at, span_of
from reports.queries.words import iso, said_in
from reports.rules.signed import (
    EarlierContent,
    ItemPart,
    Least,
    MonitoringReportContent,
    PlanPart,
    ProposalContent,
)
from reports.words import SILENT, SignedRow, read_rows
from workflow.models import State

from .earlier import earlier_rows
from .rows import Days, count_figures, days_owed, row_of
from .unit_reports import proposals_of


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a unit's head has signed of its rows in the period; `at` is when it was frozen, `ids` are its rows'."""

    rows: list[SignedRow]
    at: datetime
    ids: frozenset[str]


@dataclass
class Gathered:
    """All that the reports of one period are made of, read at once.

    Attributes:
        followed: plan -> who follows it, under which item, when the units' reports are due.
        rows: monitoring unit -> the due rows of the plans that it follows.
        spoken: unit -> its signed reports, by the monitoring unit that they were written to.
    """

    days: Days
    followed: dict[UUID, MonitoringAssignment] = field(default_factory=dict)
    rows: dict[UUID, list[DueRow]] = field(default_factory=lambda: defaultdict(list))
    spoken: dict[UUID, dict[UUID, Spoken]] = field(default_factory=lambda: defaultdict(dict))
    signed: list[UnitReport] = field(default_factory=list)
    findings: dict[UUID, dict[str, Finding]] = field(default_factory=lambda: defaultdict(dict))
    monitored: dict[UUID, dict[UUID, MonitoredItem]] = field(default_factory=lambda: defaultdict(dict))
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
        gathered, earlier = gather(period, mine), earlier_rows(period, mine, verdicts_of)
        for report in mine:
            found[report.case_id] = form_content(report, gathered, earlier.get(report.unit_id, ()))
    return found


def verdicts_of(period: Period, reports: list[MonitoringReport]) -> dict[UUID, list[SignedRow]]:
    """Monitoring unit -> every row of its report on the period, as it stands now."""
    gathered = gather(period, reports)
    return {report.unit_id: verdicts(report, gathered) for report in reports}


def gather(period: Period, reports: list[MonitoringReport]) -> Gathered:
    """Reads what these reports of one period are made of: a fixed number of statements."""
    units = [report.unit_id for report in reports]
    found = Gathered(days_owed(period, "office_due_at"))
    found.followed = {one.plan_id: one for one in followings(period, units) if one.plan_id}
    for row in due_rows(candidates(period, monitors=units), span_of(period)):
        found.rows[row.monitor_id].append(row)
    signed = signed_unit_reports(period, units, leads_of_moved(found))
    contents = submitted_contents([report.case_id for report, _at in signed])
    for unit_report, at in signed:
        said = list(read_rows(contents[unit_report.case_id]))
        found.spoken[unit_report.unit_id][unit_report.monitor_id] = Spoken(
            said, at, frozenset(row.row for row in said)
        )
    found.signed = [report for report, _at in signed]
    for finding in Finding.objects.filter(report__in=reports):
        found.findings[finding.report_id][str(finding.row_id)] = finding
    for looked in MonitoredItem.objects.filter(report__in=reports).prefetch_related("units"):
        found.monitored[looked.report_id][looked.item_id] = looked
    for entry in Progress.objects.filter(report__in=reports):
        found.progress[entry.report_id].setdefault(entry.item_id, []).append(entry)
    cases = [report.case_id for report in found.signed] + [report.case_id for report in reports]
    found.proposals = proposals_of(cases)
    return found


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
    return {row.lead_id for rows in gathered.rows.values() for row in rows if row.plan in moved}


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
        "plans": [plan_content(one, of_plan[one.plan_id]) for one in listed if one.plan_id],
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


def verdicts(report: MonitoringReport, gathered: Gathered) -> list[SignedRow]:
    """Every row of the report with its verdict: what a unit has signed as it signed it, the others as their plans stand."""
    findings = gathered.findings[report.case_id]
    settled = {
        (str(row.id), iso(row.listing.due_on)): row.told.said if row.told else SILENT
        for row in gathered.rows[report.unit_id]
        if row.settled
    }
    rows = [*told(report, gathered), *untold(report, gathered)]
    return [
        replace(row, said=settled[row.row, row.due_on], agreed=False)
        if (row.row, row.due_on) in settled
        else judged(row, findings.get(row.row))
        for row in rows
    ]


def told(report: MonitoringReport, gathered: Gathered) -> Iterator[SignedRow]:
    """The rows that units have signed, to this monitoring unit or to whoever followed their plan before it: each once, as
    it was signed last."""
    codes = {other.unit_id: other.unit.code for other in gathered.signed}
    for unit, reports in gathered.spoken.items():
        said = {
            (row.row, row.due_on): row for one in sorted(reports.values(), key=spoken_at) for row in one.rows
        }
        for row in said.values():
            following = gathered.followed.get(UUID(row.plan))
            if following is not None and following.unit_id == report.unit_id:
                yield signed_row(row, codes[unit], gathered.days.on)


def spoken_at(spoken: Spoken) -> datetime:
    """When it was frozen."""
    return spoken.at


def untold(report: MonitoringReport, gathered: Gathered) -> Iterator[SignedRow]:
    """The due rows that no signed report speaks of; not those that came into a plan after its unit had submitted: they
    count from the next month, unless the plan itself was given to this monitoring unit since.
    """
    for row in gathered.rows[report.unit_id]:
        reports = gathered.spoken.get(row.lead_id, {})
        if any(str(row.id) in spoken.ids for spoken in reports.values()):
            continue
        to_this, since = reports.get(report.unit_id), gathered.followed[row.plan].since
        if to_this is None or (since is not None and since > to_this.at):
            own, word = row.lead_id == report.unit_id, row.told.word if row.settled and row.told else None
            yield replace(row_of(row, SILENT, gathered.days), unit=row.lead, own=own, word=word)


def judged(row: SignedRow, finding: Finding | None) -> SignedRow:
    """A row with the verdict of the monitoring unit."""
    return replace(row, said=said_in(finding), agreed=finding is not None and finding.agreed)


def signed_row(row: SignedRow, unit: str, on: date) -> SignedRow:
    """A row as the unit signed it, its word put beside the place of the verdict."""
    overdue = row.due_on is not None and row.due_on < on.isoformat()
    return replace(row, overdue=overdue, unit=unit, own=False, word=row.said)


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


def plan_content(following: MonitoringAssignment, rows: list[SignedRow]) -> PlanPart:
    """A plan with its rows."""
    plan = following.plan
    assert plan is not None  # noqa: S101 - only assignments of plans are listed
    return {
        "plan": str(plan.case_id),
        "item": str(following.item_id),
        "title": plan.case.title,
        "number": plan.number,
        **count_figures(rows),
        "rows": [row.to_verdict() for row in rows],
    }
