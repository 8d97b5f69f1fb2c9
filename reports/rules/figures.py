"""What the monitoring reports of a period say together: sums, what is unfinished, where two words differ. Pure.

Contents come as they were signed, so every number in them is text.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypedDict

from reports.words import SignedRow, VerdictContent, read_rows

from .signed import Figures, MonitoringReportContent, PlanPart


class UnfinishedRow(VerdictContent):
    """A row of m, with who follows its plan."""

    monitor: str
    counted: bool
    unfinished: bool
    late: bool


class Contradiction(TypedDict):
    """A row of which the unit says done and who follows it says not: what each writes."""

    row: str
    plan: str
    text: str
    unit: str
    monitor: str
    word: str
    verdict: str


def figures_of(content: MonitoringReportContent) -> Figures:
    """N, k and m of one report."""
    return total([content["totals"]])


def total(figures: Iterable[Figures]) -> Figures:
    """The sums of N, k and m."""
    listed = list(figures)
    return {
        "due": sum(int(one["due"]) for one in listed),
        "done": sum(int(one["done"]) for one in listed),
        "not_done": sum(int(one["not_done"]) for one in listed),
    }


def count_extended(rows: Iterable[SignedRow]) -> dict[str, int]:
    """Of rows that were put off, how many were done in time by the day that was granted, and how many after their first day."""
    found = [row for row in rows if row.counted and row.extended]
    return {
        "done_in_time": sum(row.done_as_extended for row in found),
        "late_on_original": sum(row.late_on_original for row in found),
    }


def newest_first(reports: Iterable[MonitoringReportContent], label: str) -> list[MonitoringReportContent]:
    """The reports of the period with this label, then those of earlier ones that came late, the latest first."""
    return sorted(reports, key=lambda report: (report["period"] == label, report["period"]), reverse=True)


def rows_of(
    reports: Iterable[MonitoringReportContent],
    read: Callable[[PlanPart], Iterable[SignedRow]] = read_rows,
) -> Iterator[tuple[MonitoringReportContent, PlanPart, SignedRow]]:
    """(report, plan, row) of every row in the reports, newest period first.

    A row that a newer report speaks of is not heard once more from an older one that came late.

    Args:
        read: how the rows of a plan are come by, where others read them too.
    """
    heard: set[str] = set()
    for report in reports:
        fresh = [(plan, row) for plan in report["plans"] for row in read(plan) if row.row not in heard]
        for plan, row in fresh:
            heard.add(row.row)
            yield report, plan, row


def unfinished(reports: Iterable[MonitoringReportContent]) -> list[UnfinishedRow]:
    """The rows of m: due, and not found done; each with its plan and who follows it."""
    return [
        {
            **row.to_verdict(),
            "plan": plan["plan"],
            "plan_title": plan["title"],
            "monitor": report["unit"],
            "counted": row.counted,
            "unfinished": row.unfinished,
            "late": row.late,
        }
        for report, plan, row in rows_of(reports)
        if row.unfinished
    ]


def contradictions(reports: Iterable[MonitoringReportContent]) -> list[Contradiction]:
    """As `contradictions_in`, of all rows of these reports."""
    return contradictions_in(rows_of(reports))


def contradictions_in(
    rows: Iterable[tuple[MonitoringReportContent, PlanPart, SignedRow]],
) -> list[Contradiction]:
    """The rows of which the unit says done and who follows them says not; `word` and `verdict` are what they write."""
    return [
        {
            "row": row.row,
            "plan": plan["plan"],
            "text": row.text,
            "unit": row.unit,
            "monitor": report["unit"],
            "word": row.word.result if row.word else "",
            "verdict": row.said.result or row.said.cause,
        }
        for report, plan, whole in rows
        for row in whole.parted()
        if row.contradicts
    ]


def row_ids(reports: Iterable[MonitoringReportContent]) -> set[str]:
    """Every row that the reports speak of."""
    return {row.row for _report, _plan, row in rows_of(reports)}
