"""What a monitoring report says of the month before, where its unit signed nothing of it then."""

from collections.abc import Callable, Collection
from dataclasses import replace
from uuid import UUID

from periods.models import Period
from reports.models import EarlierFinding, MonitoringReport
from reports.queries.earlier import earlier_findings, settled_in, silent_before
from reports.rules.earlier import asked_again
from reports.rules.signed import EarlierContent
from reports.words import SignedRow

from .rows import day_owed
from .verdict_rows import basis_of, judged

VerdictsOf = Callable[[Period, list[MonitoringReport]], dict[UUID, list[SignedRow]]]


def earlier_rows(
    period: Period,
    reports: Collection[MonitoringReport],
    verdicts_of: VerdictsOf,
    only: Collection[UUID] | None = None,
) -> dict[UUID, list[EarlierContent]]:
    """Monitoring unit -> the rows of the month before of which it signed nothing, as they would stand in that report, with
    what is found of them now; a fixed number of statements, two where every unit has signed.

    Args:
        reports: those of one period, one per unit.
        verdicts_of: reads the rows of a month's reports; `only`: which of them.
    """
    silent = silent_before(period, [report.unit_id for report in reports])
    if not silent:
        return {}
    before, on = silent[0].period, day_owed(period, "office_due_at").isoformat()
    rows = verdicts_of(before, silent)
    if not any(rows.values()):
        return {}
    settled = settled_in(period, before, {row.plan for mine in rows.values() for row in mine}, only)
    findings = earlier_findings(reports)
    return {
        report.unit_id: [
            {
                **found_now(row, findings.get((report.case_id, row.row)), on).to_verdict(),
                **basis_of(findings.get((report.case_id, row.row))),
                "period": before.label,
            }
            for row in asked_again(rows.get(report.unit_id, ()), settled)
        ]
        for report in reports
    }


def found_now(row: SignedRow, finding: EarlierFinding | None, on: str) -> SignedRow:
    """A row of the month before with what is found of it now; whether it is overdue is judged by today's report (ISO day)."""
    return replace(judged(row, finding), overdue=row.due_on is not None and row.due_on < on)
