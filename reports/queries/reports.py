"""Reading reports, through the door of visibility; and what stands beside their rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case as DbCase
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, UUIDField, When

from approvals.kinds import Content
from approvals.queries import Request, dockets_for, read_signatures, seen_by, submitted_contents
from organization.models import User
from organization.rules import Absent
from periods.models import Period
from plans.models import Plan, PlanRow
from plans.queries import CASE_NAMES
from reports.models import EarlierFinding, Finding, MonitoringReport, Result, RowUpdate, UnitReport
from reports.words import rows_named
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .done_rows import SIGNED
from .officers import Officers, officers_by_unit
from .updates import updates_beside

Report = UnitReport | MonitoringReport
#: A verdict of a month: in its own report, or in the one after.
Judged = Finding | EarlierFinding
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


def found_report(user: User, case_id: UUID, now: datetime, *models: type[Report]) -> "Found":
    """The report of one of these models with all that its screen shows beside its content; a fixed number of statements.

    Raises:
        Absent: the person sees none there.
    """
    seen = seen_by(user, now, "case__")
    for model in models:
        found: Report | None = joined(model).filter(seen, case=case_id).first()
        if found is not None:
            return found_with([found], user, now, seen)[0]
    raise Absent


def found_parts(user: User, period: Period, unit_id: UUID, now: datetime) -> list["Found"]:
    """All that one unit reports in a period, one part per monitoring unit, as far as the person sees them."""
    seen = seen_by(user, now, "case__")
    parts = joined(UnitReport).filter(seen, period=period, unit=unit_id)
    return found_with(list(parts.order_by("monitor__position", "monitor__code")), user, now, seen)


def joined(model: type[Report]) -> QuerySet[Report]:
    """Reports with what a docket and a page about them name."""
    named = ("period", "unit", "monitor") if model is UnitReport else ("period", "unit")
    every: QuerySet[Report] = model._default_manager.select_related(*CASE_NAMES, *named)
    return every


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside rows of reports of one period.

    Attributes:
        promised: (row, code of a unit) -> every day (ISO) that its earlier signed reports named for it, oldest first.
        updates: row -> what came of it after the reports of the period.
        findings: (monitoring unit, row) -> its verdict, once the unit may see it.
        began: plan -> the first day of its time.
        officers: (unit, plan) -> who follows the plan for the unit now.
    """

    promised: Mapping[tuple[str, str], Sequence[str]]
    updates: Mapping[str, Sequence[RowUpdate]]
    findings: Mapping[tuple[UUID, str], Judged]
    began: Mapping[str, date]
    officers: Officers


@dataclass(frozen=True, slots=True)
class Found:
    """A report: its content, frozen once submitted, else as it stands now; its digest as of now; when its head first
    signed it; why the reader cannot change it."""

    report: Report
    content: Content
    digest: str
    signed_at: datetime | None
    editable: Sequence[Reason]
    beside: Beside


def found_with(reports: Sequence[Report], user: User, now: datetime, seen: Q) -> list[Found]:
    """Reports of one kind and period with what stands beside their rows; a fixed number of statements.

    Args:
        seen: what the person sees of other cases, see `approvals.queries.seen_by`.
    """
    if not reports:
        return []
    cases = [report.case for report in reports]
    signatures = read_signatures(cases)
    signed = {one.case_id: one.signed_at for one in reversed(signatures) if one.act == "approve"}
    dockets = dockets_for(cases, Request(by=user, now=now, acts=()), signatures=signatures)
    frozen = submitted_contents([case.id for case in cases if dockets[case.id].content is None])
    contents = {case.id: dockets[case.id].content or frozen[case.id] for case in cases}
    beside = beside_of(reports, [row for content in contents.values() for row in rows_named(content)], seen)
    return [
        Found(
            report,
            contents[report.case_id],
            dockets[report.case_id].facts.digest,
            signed.get(report.case_id),
            reasons_against_editing(dockets[report.case_id].facts),
            beside,
        )
        for report in reports
    ]


def beside_of(reports: Sequence[Report], named: Collection[tuple[str, str]], seen: Q) -> Beside:
    """What stands beside these (row, plan), updates as far as they are `seen`; six statements, for a monitoring report four."""
    period, rows = reports[0].period, [UUID(row) for row, _plan in named]
    return Beside(
        promised_before(rows, period),
        updates_beside(rows, period, seen),
        findings_beside([report for report in reports if isinstance(report, UnitReport)]),
        began_on(plan for _row, plan in named),
        officers_by_unit({UUID(plan) for _row, plan in named if plan}),
    )


def began_on(plans: Iterable[str]) -> dict[str, date]:
    """Plan -> the first day of its time; one statement."""
    found = Plan.objects.filter(case__in=set(plans)).values_list("case", "period__starts")
    return {str(plan): began for plan, began in found}


def is_expected(period: Period, unit_id: UUID) -> bool:
    """Whether anything is expected of the unit in the period."""
    return UnitReport.objects.filter(period=period, unit=unit_id, owed=True).exists()


def report_of(case: Case, kind: str) -> Report:
    """The report of a case that was read with it, see visible_reports."""
    report: Report = getattr(case, KINDS[kind][1])
    return report


def promised_before(rows: Collection[UUID], period: Period) -> dict[tuple[str, str], list[str]]:
    """(row, code of a unit) -> every day that it was promised or expected in signed reports of earlier periods, oldest first; what a
    unit promised that has ended since stands for the one that it went on in."""
    said = Result.objects.filter(
        SIGNED, row__in=rows, done=False, report__period__ends__lt=period.starts
    ).filter(Q(promised_on__isnull=False) | Q(expected_on__isnull=False))
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    twice = When(
        report__unit__valid_to__lt=period.starts, report__unit__successor__valid_to__lt=period.starts,
        report__unit__successor__successor__isnull=False, then=F("report__unit__successor__successor__code"),
    )  # fmt: skip
    gone_on = When(
        report__unit__valid_to__lt=period.starts, report__unit__successor__isnull=False,
        then=F("report__unit__successor__code"),
    )  # fmt: skip
    named = said.annotate(known_as=DbCase(twice, gone_on, default=F("report__unit__code")))
    for row_id, unit, promised, expected in named.order_by("report__period__ends").values_list(
        "row", "known_as", "promised_on", "expected_on"
    ):
        days[str(row_id), unit] += [day.isoformat() for day in [promised or expected] if day]
    return days


def findings_beside(reports: Collection[UnitReport]) -> dict[tuple[UUID, str], Judged]:
    """(monitoring unit, row) -> its verdict on the period of these reports; two statements.

    A unit sees it once it counts: its own report is checked, or the monitoring report is signed; the one of the month after
    counts where the month's own has none.
    """
    if not reports:
        return {}
    checked = {report.monitor_id for report in reports if report.case.state in CHECKED}
    periods = {report.period_id for report in reports}
    monitors = {report.monitor_id for report in reports}
    found = Finding.objects.filter(
        SIGNED | Q(report__unit__in=checked), report__period__in=periods, report__unit__in=monitors
    )
    late = EarlierFinding.objects.filter(SIGNED, period__in=periods, report__unit__in=monitors)
    verdicts: tuple[Judged, ...] = (*late.select_related("report"), *found.select_related("report"))
    return {(one.report.unit_id, str(one.row_id)): one for one in verdicts}


def visible_row(user: User, row_id: UUID, now: datetime) -> PlanRow | None:
    """The row of a plan, or None when the person does not see it."""
    return (
        PlanRow.objects.filter(seen_by(user, now, "plan__case__"), id=row_id)
        .select_related("plan__case__unit")
        .first()
    )


def reported_to() -> Subquery:
    """The unit that a unit's report is for, as a column of Case."""
    found = UnitReport.objects.filter(case=OuterRef("pk"))
    return Subquery(found.values("monitor")[:1], output_field=UUIDField())
