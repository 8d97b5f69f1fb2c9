"""What the monitoring reports of a period say together: sums, what is unfinished, where two words differ. Pure.

Contents come as they were signed, so every number in them is text.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reports.words import SignedRow, read_rows

Content = dict[str, Any]
Figures = dict[str, int]
#: N = k + m of Notice 242's form.
NAMES = ("due", "done", "not_done")


def figures_of(content: Mapping[str, Any]) -> Figures:
    """N, k and m of one report."""
    return {name: int(content["totals"][name]) for name in NAMES}


def total(figures: Iterable[Mapping[str, Any]]) -> Figures:
    """The sums of N, k and m."""
    listed = list(figures)
    return {name: sum(int(one[name]) for one in listed) for name in NAMES}


def newest_first(reports: Iterable[Content], label: str) -> list[Content]:
    """The reports of the period with this label, then those of earlier ones that came late, the latest first."""
    return sorted(reports, key=lambda report: (report["period"] == label, report["period"]), reverse=True)


def rows_of(reports: Iterable[Content]) -> Iterator[tuple[Content, Content, SignedRow]]:
    """(report, plan, row) of every row in the reports, newest period first.

    A row that a newer report speaks of is not heard once more from an older one that came late.
    """
    heard: set[str] = set()
    for report in reports:
        fresh = [(plan, row) for plan in report["plans"] for row in read_rows(plan) if row.row not in heard]
        for plan, row in fresh:
            heard.add(row.row)
            yield report, plan, row


def unfinished(reports: Iterable[Content]) -> list[Content]:
    """The rows of m: due, and not found done; each with its plan and who follows it."""
    return [
        {
            **row.to_verdict(),
            "plan": plan["plan"],
            "plan_title": plan["title"],
            "monitor": report["unit"],
            "counted": row.counted,
            "unfinished": row.unfinished,
        }
        for report, plan, row in rows_of(reports)
        if row.unfinished
    ]


def contradictions(reports: Iterable[Content]) -> list[Content]:
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
        for report, plan, row in rows_of(reports)
        if row.contradicts
    ]


def row_ids(reports: Iterable[Content]) -> set[str]:
    """Every row that the reports speak of."""
    return {row.row for _report, _plan, row in rows_of(reports)}
