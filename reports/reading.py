"""Reports as one screen shows them: the content that is signed, and what stands beside its rows; set-based."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Request, dockets_for, submitted_contents
from organization.models import Unit, User
from periods.models import Period
from workflow.models import Case
from workflow.rules import Reason, reasons_against_editing

from .contents.rows import said_in
from .models import Finding, MonitoringReport, RowUpdate, UnitReport
from .queries.proposals import answered
from .queries.reports import (
    Report,
    findings_beside,
    is_expected,
    parts_of,
    promised_before,
    punctuality,
    report_of,
    updates_of,
    visible_report,
)
from .rules.gaps import wants_figure
from .rules.timeliness import Timeliness
from .words import Said, SignedRow, read_plan_rows, read_rows

Beside = tuple[Sequence[str], Sequence[RowUpdate]]
KINDS: Mapping[type[Report], str] = {UnitReport: "unit", MonitoringReport: "monitoring"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the monitoring unit found of a row of a unit's report."""

    said: Said
    agreed: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a report with what stands beside it.

    Attributes:
        promised: every day (ISO) that was named for it in earlier reports, oldest first.
        updates: what was noted on it after the reports of the period.
        finding: of a unit's report, once it counts (`queries.reports.findings_beside`).
    """

    row: SignedRow
    promised: Sequence[str]
    updates: Sequence[RowUpdate]
    finding: Verdict | None = None

    @property
    def value_wanted(self) -> bool:
        """Whether its target names a figure."""
        return wants_figure(self.row)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list: `status` tells whether its head's first signature was on time."""

    case: Case
    kind: str
    digest: str
    status: Timeliness
    signed_at: datetime | None

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.case.id


@dataclass(frozen=True, slots=True)
class ShownReport(ReportLine):
    """A report: as it was signed, or, in an open draft, as the plans stand now.

    Attributes:
        editable: why its content cannot be changed by the reader; empty: it can.
        rows, next: of a unit's report.
        plans, totals: of a monitoring report; each plan as its content, with its rows.
    """

    editable: Sequence[Reason]
    proposals: Sequence[Content]
    rows: Sequence[ShownRow] = ()
    next: Sequence[Content] = ()
    plans: Sequence[Content] = ()
    totals: Content = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one unit reports in a period, a part for each monitoring unit."""

    unit: str
    name: str
    period: str
    unit_due_at: datetime | None
    meeting_at: datetime | None
    nothing_due: bool
    parts: Sequence[ShownReport]


def read_lines(cases: Sequence[Case], kind: str, now: datetime) -> list[ReportLine]:
    """The reports of these cases as a list shows them, see `queries.reports.visible_reports`; one statement."""
    times = punctuality([report_of(case, kind) for case in cases], now)
    return [ReportLine(case, kind, case.digest, *times[case.id]) for case in cases]


def read_report(user: User, case_id: UUID, now: datetime) -> ShownReport | None:
    """The report, or None when the person does not see it."""
    report = visible_report(user, case_id, now)
    if report is None:
        return None
    if isinstance(report, UnitReport):
        return read_unit_reports([report], user, now)[0]
    return read_monitoring_report(report, user, now)


def read_sheet(user: User, period: Period, unit: Unit, now: datetime) -> Sheet:
    """What the unit reports in the period, as far as the person sees it."""
    return Sheet(
        unit=unit.code,
        name=unit.name,
        period=period.label,
        unit_due_at=period.unit_due_at,
        meeting_at=period.meeting_at,
        nothing_due=not is_expected(period, unit.id),
        parts=read_unit_reports(parts_of(user, period, unit.id, now), user, now),
    )


def read_unit_reports(reports: Sequence[UnitReport], user: User, now: datetime) -> list[ShownReport]:
    """Reports of units of one period with their rows; a fixed number of statements."""
    if not reports:
        return []
    heads = read_heads(reports, user, now)
    rows = {report.case_id: list(read_rows(heads[report.case_id].content)) for report in reports}
    beside = read_beside([row for mine in rows.values() for row in mine], reports[0].period)
    findings = findings_beside(reports)
    return [
        heads[report.case_id].shown(
            rows=[
                ShownRow(row, *beside(row), verdict_of(findings.get((report.monitor_id, row.row))))
                for row in rows[report.case_id]
            ],
            next=heads[report.case_id].content["next"],
        )
        for report in reports
    ]


def read_monitoring_report(report: MonitoringReport, user: User, now: datetime) -> ShownReport:
    """The Notice's form with its rows; a fixed number of statements."""
    head = read_heads([report], user, now)[report.case_id]
    content = head.content
    beside = read_beside(list(read_plan_rows(content)), report.period)
    plans = [
        plan | {"rows": [ShownRow(row, *beside(row)) for row in read_rows(plan)]} for plan in content["plans"]
    ]
    return head.shown(plans=plans, totals=content["totals"])


@dataclass(frozen=True, slots=True)
class Head:
    """What a report says of itself, and its content: frozen once submitted, else as it stands now."""

    report: Report
    content: Content
    digest: str
    status: Timeliness
    signed_at: datetime | None
    editable: Sequence[Reason]

    def shown(
        self,
        *,
        rows: Sequence[ShownRow] = (),
        next: Sequence[Content] = (),
        plans: Sequence[Content] = (),
        totals: Content | None = None,
    ) -> ShownReport:
        """The report with its parts."""
        proposals = [{"unit": self.content["unit"], **one} for one in self.content["proposals"]]
        return ShownReport(
            case=self.report.case,
            kind=KINDS[type(self.report)],
            digest=self.digest,
            status=self.status,
            signed_at=self.signed_at,
            editable=self.editable,
            proposals=answered(proposals),
            rows=rows,
            next=next,
            plans=plans,
            totals=totals or {},
        )


def read_heads(reports: Sequence[Report], user: User, now: datetime) -> dict[UUID, Head]:
    """By case; the cases come as a docket needs them."""
    cases = [report.case for report in reports]
    dockets = dockets_for(cases, Request(by=user, now=now, acts=()))
    frozen = submitted_contents([case.id for case in cases if dockets[case.id].content is None])
    times = punctuality(reports, now)
    return {
        report.case_id: Head(
            report,
            dockets[report.case_id].content or frozen[report.case_id],
            dockets[report.case_id].facts.digest,
            *times[report.case_id],
            reasons_against_editing(dockets[report.case_id].facts),
        )
        for report in reports
    }


def read_beside(rows: Collection[SignedRow], period: Period) -> Callable[[SignedRow], Beside]:
    """What was promised of each row before the period, and noted on it after its reports; two statements."""
    ids = [UUID(row.row) for row in rows]
    promised, updates = promised_before(ids, period), updates_of(ids, period)
    return lambda row: (promised.get(row.row, []), updates.get(row.row, []))


def verdict_of(finding: Finding | None) -> Verdict | None:
    """A finding as a unit sees it."""
    return Verdict(said_in(finding), finding.agreed) if finding else None
