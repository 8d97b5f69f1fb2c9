"""N = k + m + u of a period, by monitoring unit, by item and in total."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from uuid import UUID

from meetings.models import Consolidation, ConsolidationItem
from meetings.queries.consolidations import MONITORING, Gathered, ReportLine
from meetings.words.consolidations import (
    EarlierFigures,
    FiguresInside,
    FiguresOfItem,
    FiguresOfUnit,
    MonthFigures,
)
from reports.rules.figures import figures_of, total
from reports.rules.signed import MonitoringReportContent
from reports.words import SignedRow, read_rows

NOTHING: MonthFigures = {"due": 0, "done": 0, "not_done": 0, "unfollowed": 0}


def figures_content(
    items: Iterable[ConsolidationItem],
    consolidation: Consolidation,
    taken: Collection[UUID],
    gathered: Gathered,
) -> FiguresInside:
    """N = k + m + u of each monitoring unit, of each item, and in total: every due row of the month is in exactly one.

    What is inside counts as checked; what its monitor signed and nobody checked counts by the monitor's word; what no
    signed result stands of is u. A supplement counts what it brings. Apart, those of earlier periods' reports that came
    late: a row of such a report may well be due in this period too, and is not counted twice.
    """
    parts: list[UnitFigures] = []
    earlier: list[EarlierFigures] = []
    for item in items:
        content = gathered.contents.get(item.digest)
        if content is not None and content["period"] == consolidation.period.label:
            parts.append(signed_figures(str(item.case_id), content, checked=True))
        elif content is not None:
            earlier.append(
                {
                    **figures_of(content), "unit": content["unit"], "case": str(item.case_id),
                    "period": content["period"],
                }
            )  # fmt: skip
    if consolidation.supplement_of_id is None:
        parts += outside_figures(consolidation, taken, gathered)
    by_unit = [part.line for part in parts]
    return {
        "total": month_total(by_unit),
        "checked": month_total(line for line in by_unit if line["checked"]),
        "unchecked": month_total(part.line for part in parts if part.signed and not part.line["checked"]),
        "by_unit": by_unit,
        "by_item": [item for part in parts for item in part.items],
        "earlier": earlier,
    }


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What one monitoring unit follows, with its items; `signed`: a result of its own stands."""

    line: FiguresOfUnit
    items: Sequence[FiguresOfItem]
    signed: bool


def outside_figures(
    consolidation: Consolidation, taken: Collection[UUID], gathered: Gathered
) -> Iterator[UnitFigures]:
    """Of the monitoring reports of the period that are not inside: by their word where one stands, else as u."""
    for line in gathered.reports.values():
        if line.kind != MONITORING or line.period != consolidation.period_id or line.case in taken:
            continue
        content = gathered.unchecked.get(line.case)
        if content is not None:
            yield signed_figures(str(line.case), content, checked=False)
        else:
            yield silent_figures(line, gathered.silent.get(line.case))


def signed_figures(case: str, content: MonitoringReportContent, *, checked: bool) -> UnitFigures:
    """Those of a report as its monitoring unit signed it."""
    unit = content["unit"]
    items = [
        FiguresOfItem(
            item=item["item"], title=item["title"], unit=unit, due=int(item["due"]), done=int(item["done"]),
            not_done=int(item["not_done"]), unfollowed=0,
        )
        for item in content["items"]
    ]  # fmt: skip
    line: FiguresOfUnit = {
        **figures_of(content),
        "unfollowed": 0,
        "unit": unit,
        "case": case,
        "checked": checked,
    }
    return UnitFigures(line, items, signed=True)


def silent_figures(line: ReportLine, content: MonitoringReportContent | None) -> UnitFigures:
    """Those of a monitoring unit of whom no signed result stands: the rows of its form are u, but for what a month settled."""
    of_item: dict[str, list[SignedRow]] = defaultdict(list)
    for plan in content["plans"] if content else ():
        of_item[plan["item"]] += [row for row in read_rows(plan) if row.counted]
    items = [
        FiguresOfItem(**untold(of_item[item["item"]]), item=item["item"], title=item["title"], unit=line.unit)
        for item in (content["items"] if content else ())
        if of_item[item["item"]]
    ]
    every = [row for mine in of_item.values() for row in mine]
    of_unit = FiguresOfUnit(**untold(every), unit=line.unit, case=str(line.case), checked=False)
    return UnitFigures(of_unit, sorted(items, key=itemgetter("item")), signed=False)


def untold(rows: Collection[SignedRow]) -> MonthFigures:
    """N = k + m + u of rows of which nobody has signed a result in the period: a month may have settled one."""
    settled = [row.said.done is True for row in rows if row.settled]
    return {
        "due": len(rows),
        "done": sum(settled),
        "not_done": len(settled) - sum(settled),
        "unfollowed": len(rows) - len(settled),
    }


def month_total(lines: Iterable[FiguresOfUnit]) -> MonthFigures:
    """The sums of N, k, m and u."""
    listed = list(lines)
    return {**total(listed), "unfollowed": sum(int(line["unfollowed"]) for line in listed)}
