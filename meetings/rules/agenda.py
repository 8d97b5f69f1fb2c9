"""What a meeting hears, in the order in which it is heard. Pure: functions over the frozen contents of reports.

The order is the leadership's: what is not done before what is, overdue before still in time, the oldest first. Numbers
in a frozen content are text (canonical JSON), here they become numbers again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from meetings.words.agenda import (
    AgendaPlan,
    AgendaRow,
    HeardFigures,
    PlacedContent,
    SignedProposal,
    UnitPart,
)
from meetings.words.consolidations import FiguresOfUnit
from reports.rules.figures import figures_of, total
from reports.rules.signed import MonitoringReportContent, PlanPart
from reports.words import SignedRow, read_rows


def urgency(row: SignedRow) -> tuple[int, int, str]:
    """What the order of rows goes by: overdue, still in time, done, standing; the oldest first."""
    if not row.counted:
        rank = 3
    elif row.said.done:
        rank = 2
    else:
        rank = 0 if row.overdue else 1
    return rank, -row.age, row.due_on or ""


#: Row -> code of a unit -> whether it is done, by its last update that was confirmed since.
Outcomes: TypeAlias = Mapping[str, Mapping[str, bool]]


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row that is heard away from its plan, with where it belongs."""

    row: SignedRow
    plan: str
    plan_title: str
    monitor: str
    period: str

    def to_content(self, highlighted: Collection[str] = ()) -> PlacedContent:
        """As the agenda carries it."""
        return {
            **shown(self.row, highlighted),
            "plan": self.plan,
            "plan_title": self.plan_title,
            "monitor": self.monitor,
            "period": self.period,
        }


def shown(row: SignedRow, highlighted: Collection[str]) -> AgendaRow:
    """A row as the agenda carries it."""
    return {
        **row.to_verdict(),
        "highlighted": row.row in highlighted,
        "counted": row.counted,
        "unfinished": row.unfinished,
        "late": row.late,
        "contradiction": row.contradicts,
    }


def placed(report: MonitoringReportContent, plan: PlanPart, row: SignedRow) -> PlacedRow:
    """A row with where it belongs."""
    return PlacedRow(row, plan["plan"], plan["title"], report["unit"], report["period"])


def part_of_unit(
    report: MonitoringReportContent,
    highlighted: Collection[str],
    outcomes: Outcomes,
    read: Callable[[PlanPart], Iterable[SignedRow]] = read_rows,
) -> UnitPart:
    """What one monitoring unit reports: its plans, those with something open first.

    Args:
        outcomes: what updates that were confirmed since say.
        read: as `reports.rules.figures.rows_of` takes it.
    """
    plans = [
        plan_of(plan, sorted(read(plan), key=urgency), highlighted, outcomes) for plan in report["plans"]
    ]
    plans.sort(key=lambda plan: not plan["not_done"])
    return {
        "unit": report["unit"],
        "period": report["period"],
        **figures_of(report),
        "done_now": sum(plan["done_now"] for plan in plans),
        "items": [{"item": item["item"], "title": item["title"]} for item in report["items"]],
        "plans": plans,
    }


def plan_of(
    plan: PlanPart, rows: Sequence[SignedRow], highlighted: Collection[str], outcomes: Outcomes
) -> AgendaPlan:
    """A plan as the agenda carries it, with its rows in the order in which they are heard."""
    return {
        "plan": plan["plan"],
        "item": plan["item"],
        "title": plan["title"],
        "number": plan["number"],
        **total([plan]),
        "done_now": done_now(rows, outcomes),
        "rows": [shown(row, highlighted) for row in rows],
    }


def heard_figures(parts: Iterable[UnitPart], outside: Iterable[FiguresOfUnit]) -> HeardFigures:
    """N = k + m + u of what is heard, and of what the photographs count beside it.

    Args:
        outside: the lines of monitoring units whose report is not heard: signed and not checked, or silent.
    """
    heard, rest = list(parts), list(outside)
    sums, beside = total(heard), total(rest)
    unfollowed = sum(int(line["unfollowed"]) for line in rest)
    return {
        "due": int(sums["due"]) + int(beside["due"]),
        "done": int(sums["done"]) + int(beside["done"]),
        "not_done": int(sums["not_done"]) + int(beside["not_done"]),
        "done_now": sum(part["done_now"] for part in heard) + int(beside["done"]),
        "unfollowed": unfollowed,
        "unchecked": int(beside["due"]) - unfollowed,
    }


def done_now(rows: Iterable[SignedRow], outcomes: Outcomes) -> int:
    """How many of the rows that count are done, by what was said of them last."""
    return sum(1 for row in rows if row.counted and is_done_now(row, outcomes.get(row.row, {})))


def is_done_now(row: SignedRow, since: Mapping[str, bool]) -> bool:
    """Whether a row is done by the last that was said of it; of a class, by the last of each of its units."""
    if row.shares:
        left = {*row.left, *since} - {code for code, done in since.items() if done}
        return not left and (bool(since) or row.said.done is True)
    return [row.said.done is True, *since.values()][-1]


def apart(
    heard: Iterable[tuple[MonitoringReportContent, PlanPart, SignedRow]], highlighted: Sequence[str]
) -> tuple[list[PlacedContent], list[PlacedContent]]:
    """The rows that the office puts before the leadership, in its order; and the annex: the others that are not done.

    Args:
        heard: as `reports.rules.figures.rows_of` gives them.
    """
    order = {row: place for place, row in enumerate(highlighted)}
    rows = [placed(report, plan, row) for report, plan, row in heard if row.unfinished or row.row in order]
    chosen = sorted((row for row in rows if row.row.row in order), key=lambda row: order[row.row.row])
    annex = sorted((row for row in rows if row.row.row not in order), key=lambda row: urgency(row.row))
    return [row.to_content(order) for row in chosen], [row.to_content(order) for row in annex]


def signed_proposals(contents: Iterable[MonitoringReportContent]) -> list[SignedProposal]:
    """Every proposal of these reports, word for word and once."""
    found: dict[str, SignedProposal] = {}
    for content in contents:
        for proposal in content["proposals"]:
            unit = proposal.get("unit", content["unit"])
            found.setdefault(proposal["id"], {"id": proposal["id"], "text": proposal["text"], "unit": unit})
    return list(found.values())
