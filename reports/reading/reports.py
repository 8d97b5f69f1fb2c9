"""Reports as one screen shows them: the content that is signed, and what stands beside its rows; set-based."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.reading import titles_of
from organization.models import User
from plans.models import PlanOfficer
from reports.models import MonitoringReport, RowUpdate, UnitReport
from reports.queries.proposals import answered
from reports.queries.reports import (
    Beside,
    Found,
    Judged,
    Report,
    found_report,
    report_of,
)
from reports.queries.timeliness import first_signed
from reports.queries.words import said_in
from reports.rules.earlier import read_earlier_rows
from reports.rules.figures import count_extended
from reports.rules.gaps import wants_figure
from reports.rules.timeliness import Timeliness, worth
from reports.rules.warnings import warnings_of
from reports.words import Said, SignedRow, read_rows
from workflow.models import Case
from workflow.rules import Reason

Answers = Mapping[str, Content]
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
        updates: what came of it after the reports of the period.
        warnings: what is odd about what is said, although it can stand.
        finding: of a unit's report, once it counts (`queries.reports.findings_beside`).
        month: label of the earlier month that it is asked for; empty: of the report's own.
    """

    row: SignedRow
    promised: Sequence[str]
    updates: Sequence[RowUpdate]
    warnings: Sequence[Reason]
    finding: Verdict | None = None
    month: str = ""

    @property
    def value_wanted(self) -> bool:
        """Whether its target names a figure."""
        return wants_figure(self.row)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list, as of a moment.

    Attributes:
        title: as it was submitted, of an open draft as it stands.
        signed_at: when its head first signed it.
        due_at: when that signature is owed.
        status: whether it was on time.
    """

    case: Case
    title: str
    kind: str
    digest: str
    signed_at: datetime | None
    due_at: datetime | None
    status: Timeliness

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.case.id


@dataclass(frozen=True, slots=True)
class ShownReport(ReportLine):
    """A report: as it was signed, or, in an open draft, as the plans stand now.

    Attributes:
        owed: False for what a unit began of itself.
        editable: why its content cannot be changed by the reader; empty: it can.
        rows, next: of a unit's report; `extended`: what was put off beyond its period.
        officers: of a unit's report, who of the unit follows its plans, each once.
        items, plans, totals: of a monitoring report; each as its content, a plan with its rows.
        earlier: of a monitoring report, rows of the month before, outside of its N.
    """

    editable: Sequence[Reason]
    proposals: Sequence[Content]
    owed: bool = True
    rows: Sequence[ShownRow] = ()
    next: Sequence[Content] = ()
    items: Sequence[Content] = ()
    plans: Sequence[Content] = ()
    totals: Content = field(default_factory=dict)
    earlier: Sequence[ShownRow] = ()
    extended: Sequence[Content] = ()
    officers: Sequence[PlanOfficer] = ()

    @property
    def extensions(self) -> dict[str, int]:
        """What extensions did to its figures."""
        rows = [one.row for one in (*self.rows, *(row for plan in self.plans for row in plan["rows"]))]
        put_off = len(self.extended) + sum(len(plan["extended"]) for plan in self.plans)
        return {"put_off": put_off, **count_extended(rows)}


def read_lines(cases: Sequence[Case], kind: str, now: datetime) -> list[ReportLine]:
    """The reports of these cases as a list shows them, see `queries.reports.visible_reports`; two statements."""
    signed, titles = first_signed([case.id for case in cases]), titles_of(cases)
    reports = {case.id: report_of(case, kind) for case in cases}
    return [
        ReportLine(
            case, titles[case.id], kind, case.digest, signed_at=signed.get(case.id), due_at=owed_at(reports[case.id]),
            status=status_of(reports[case.id], signed.get(case.id), now),
        )
        for case in cases
    ]  # fmt: skip


def read_report(user: User, case_id: UUID, now: datetime) -> ShownReport:
    """The report of either kind.

    Raises:
        Absent: the person sees none there.
    """
    found = found_report(user, case_id, now, UnitReport, MonitoringReport)
    shown = shown_monitoring_report if isinstance(found.report, MonitoringReport) else shown_unit_report
    return shown(found, answers_of([found]), now)


def read_unit_report(user: User, case_id: UUID, now: datetime) -> ShownReport:
    """As `read_report`, of a unit."""
    found = found_report(user, case_id, now, UnitReport)
    return shown_unit_report(found, answers_of([found]), now)


def read_monitoring_report(user: User, case_id: UUID, now: datetime) -> ShownReport:
    """As `read_report`, of a monitoring unit: the Notice's form."""
    found = found_report(user, case_id, now, MonitoringReport)
    return shown_monitoring_report(found, answers_of([found]), now)


def answers_of(found: Sequence[Found]) -> Answers:
    """Proposal -> as its report signed it, with whose it is and what the leadership answered; one statement."""
    signed = [{"unit": one.content["unit"], **said} for one in found for said in one.content["proposals"]]
    return {proposal["id"]: proposal for proposal in answered(signed)}


def shown_unit_report(found: Found, answers: Answers, now: datetime) -> ShownReport:
    """A unit's report with its rows."""
    monitor = found.report.monitor_id if isinstance(found.report, UnitReport) else None
    unit = found.report.unit.code
    rows = [
        shown_row(
            place,
            replace(row, unit=unit),
            found.beside,
            found.beside.findings.get((monitor, row.row)) if monitor else None,
        )
        for place, row in enumerate(read_rows(found.content), start=1)
    ]
    officers = found.beside.officers
    plans = dict.fromkeys((found.report.unit_id, UUID(row.row.plan)) for row in rows)
    extended = found.content.get("extended", [])
    made = shown(found, answers, now, rows=rows, next=found.content["next"], extended=extended)
    return replace(made, officers=[officers[pair] for pair in plans if pair in officers])


def shown_monitoring_report(found: Found, answers: Answers, now: datetime) -> ShownReport:
    """The Notice's form with its rows."""
    plans = [
        {
            "extended": [],
            **plan,
            "rows": [
                shown_row(place, row, found.beside) for place, row in enumerate(read_rows(plan), start=1)
            ],
        }
        for plan in found.content["plans"]
    ]
    earlier = [
        replace(shown_row(place, row, found.beside), updates=(), month=month)
        for place, (month, row) in enumerate(read_earlier_rows(found.content), start=1)
    ]
    return shown(
        found,
        answers,
        now,
        items=found.content["items"],
        plans=plans,
        totals=found.content["totals"],
        earlier=earlier,
    )


def shown(
    found: Found,
    answers: Answers,
    now: datetime,
    *,
    rows: Sequence[ShownRow] = (),
    next: Sequence[Content] = (),
    items: Sequence[Content] = (),
    plans: Sequence[Content] = (),
    totals: Content | None = None,
    earlier: Sequence[ShownRow] = (),
    extended: Sequence[Content] = (),
) -> ShownReport:
    """The report with its parts."""
    report = found.report
    return ShownReport(
        case=report.case,
        title=found.content["title"],
        kind=KINDS[type(report)],
        digest=found.digest,
        signed_at=found.signed_at,
        due_at=owed_at(report),
        status=status_of(report, found.signed_at, now),
        editable=found.editable,
        owed=not isinstance(report, UnitReport) or report.owed,
        proposals=[answers[proposal["id"]] for proposal in found.content["proposals"]],
        rows=rows,
        next=next,
        items=items,
        plans=plans,
        totals=totals or {},
        earlier=earlier,
        extended=extended,
    )


def shown_row(place: int, row: SignedRow, beside: Beside, finding: Judged | None = None) -> ShownRow:
    """A row with what stands beside it; `place` among the rows stands in for a missing number."""
    verdict = Verdict(found_of(row.unit, finding), finding.agreed) if finding else None
    promised = (beside.promised.get((row.row, part.unit), ()) for part in row.parted())
    return ShownRow(
        row,
        sorted(day for days in promised for day in days) if row.shares else next(promised, ()),
        beside.updates.get(row.row, ()),
        list(warnings_of(place, row, beside.began.get(row.plan))),
        verdict,
    )


def found_of(unit: str, finding: Judged) -> Said:
    """What the verdict says of the row to a unit: of a class, of its own share."""
    said, share = said_in(finding), finding.shares.get(unit)
    return Said(done=True) if share and share["done"] and not said.done else said


def owed_at(report: Report) -> datetime | None:
    """When its head's signature is due."""
    due_at: datetime | None = getattr(report.period, point_of(report))
    return due_at


def point_of(report: Report) -> str:
    """At which due point it is owed: a unit's at its monitoring unit, a monitoring unit's at the office."""
    return "unit_due_at" if isinstance(report, UnitReport) else "office_due_at"


def status_of(report: Report, signed_at: datetime | None, now: datetime) -> Timeliness:
    """Whether its head's first signature was on time."""
    return worth(report.period, point_of(report), signed_at, now)[0]
