"""What a meeting hears, in the order in which it is heard. Pure: functions over the frozen contents of reports.

The order is the leadership's: what is not done before what is, overdue before still in time, the oldest first. Numbers
in a frozen content are text (canonical JSON), here they become numbers again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from meetings.words.agenda import (
    AgendaPlan,
    AgendaRow,
    HeardFigures,
    PlacedContent,
    PromisedRow,
    SignedProposal,
    SlipRow,
    UnitPart,
)
from meetings.words.consolidations import FiguresOfUnit
from notation import moments
from notation.text import excerpt
from reports.rules.figures import figures_of, rows_of, total
from reports.rules.signed import MonitoringReportContent, PlanPart
from reports.words import SILENT, SignedRow, read_rows


@dataclass(frozen=True, slots=True)
class Promise:
    """How often a unit has named a day for a row in earlier reports, and which days (ISO, oldest first)."""

    times: int = 0
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the head must expect: a code, and what fills its sentence."""

    code: str
    params: Mapping[str, str]


class Owed(NamedTuple):
    """A report of which a unit (its code) is asked; `day`: on which its head signed it after the closing."""

    unit: str
    code: str
    period: str
    day: str = ""


@dataclass(slots=True)
class Slip:
    """What the head of one unit should know before the meeting; `unit` is its code."""

    unit: str
    name: str = ""
    unfinished: list[SlipRow] = field(default_factory=list)
    contradictions: list[SlipRow] = field(default_factory=list)
    promised: list[PromisedRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def urgency(row: SignedRow) -> tuple[int, int, str]:
    """What the order of rows goes by: overdue, still in time, done, standing; the oldest first."""
    if not row.counted:
        rank = 3
    elif row.said.done:
        rank = 2
    else:
        rank = 0 if row.overdue else 1
    return rank, -row.age, row.due_on or ""


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
    report: MonitoringReportContent, highlighted: Collection[str], outcomes: Mapping[str, bool]
) -> UnitPart:
    """What one monitoring unit reports: its plans, those with something open first.

    Args:
        outcomes: row -> whether it is done, by an update that was confirmed since.
    """
    plans: list[AgendaPlan] = [
        {
            "plan": plan["plan"],
            "title": plan["title"],
            "number": plan["number"],
            **total([plan]),
            "done_now": done_now(read_rows(plan), outcomes),
            "rows": [shown(row, highlighted) for row in sorted(read_rows(plan), key=urgency)],
        }
        for plan in report["plans"]
    ]
    plans.sort(key=lambda plan: not plan["not_done"])
    return {
        "unit": report["unit"],
        "period": report["period"],
        **figures_of(report),
        "done_now": sum(plan["done_now"] for plan in plans),
        "plans": plans,
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


def done_now(rows: Iterable[SignedRow], outcomes: Mapping[str, bool]) -> int:
    """How many of the rows that count are done, by what was said of them last."""
    return sum(1 for row in rows if row.counted and outcomes.get(row.row, row.said.done is True))


def apart(
    reports: Iterable[MonitoringReportContent], highlighted: Sequence[str]
) -> tuple[list[PlacedContent], list[PlacedContent]]:
    """The rows that the office puts before the leadership, in its order; and the annex: the others that are not done.

    Args:
        reports: newest period first.
    """
    order = {row: place for place, row in enumerate(highlighted)}
    rows = [
        placed(report, plan, row)
        for report, plan, row in rows_of(reports)
        if row.unfinished or row.row in order
    ]
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


# --- One slip per head ---------------------------------------------------------------------------------


def latest_rows(reports: Iterable[MonitoringReportContent]) -> list[PlacedRow]:
    """Each row once, most urgent first; of one that stands in two periods the newer counts, reports come newest first."""
    rows = (placed(report, plan, row) for report, plan, row in rows_of(reports))
    return sorted(rows, key=lambda row: urgency(row.row))


def slips(
    rows: Iterable[PlacedRow],
    earlier: Mapping[str, Promise],
    done_since: Mapping[str, str],
    owed: Iterable[Owed],
) -> dict[str, Slip]:
    """Code of a unit -> what its head should know before the meeting.

    Args:
        rows: as `latest_rows` gives them.
        earlier: row -> what was promised of it before.
        done_since: row -> the day (ISO) on which an update after the report called it done.
        owed: reports of which the unit is asked; what is asked of several alike is asked once.
    """
    found: dict[str, Slip] = {}
    for placed_row in rows:
        row = placed_row.row
        slip = found.setdefault(row.unit, Slip(row.unit))
        if row.unfinished:
            add_row(slip, placed_row, earlier.get(row.row, Promise()), done_since.get(row.row))
    for one in dict.fromkeys(owed):
        slip = found.setdefault(one.unit, Slip(one.unit))
        slip.questions.append(Question(one.code, {"period": one.period, "day": one.day}))
    return found


def add_row(slip: Slip, placed_row: PlacedRow, promise: Promise, done_since: str | None) -> None:
    """Puts one row on the slip of the unit that answers for it."""
    row = placed_row.row
    content: SlipRow = {
        **placed_row.to_content(),
        "promised": {"times": promise.times, "dates": list(promise.dates)},
    }
    slip.unfinished.append(content)
    if row.contradicts:
        slip.contradictions.append(content)
    if promise.times or named_day(row):
        slip.promised.append(promised(placed_row, promise))
    if done_since:
        params = {"text": excerpt(row.text), "day": day_of(done_since)}
        slip.questions.append(Question("done-since", params))
    else:
        slip.questions.append(question(placed_row, promise))


def named_day(row: SignedRow) -> str | None:
    """The day that the unit names now, else the one that the monitoring unit does."""
    for said in (row.word or SILENT, row.said):
        if day := said.promised_on or said.expected_on:
            return day
    return None


def promised(placed_row: PlacedRow, promise: Promise) -> PromisedRow:
    """What was promised of a row: earlier days, and the one that is named now."""
    row = placed_row.row
    return {
        "row": row.row,
        "text": row.text,
        "plan": placed_row.plan,
        "plan_title": placed_row.plan_title,
        "times": promise.times,
        "dates": list(promise.dates),
        "now": named_day(row),
    }


def question(placed_row: PlacedRow, promise: Promise) -> Question:
    """The one question that a row that is not done raises first."""
    row = placed_row.row
    params = {"text": excerpt(row.text), "monitor": placed_row.monitor, "times": str(promise.times)}
    if row.contradicts:
        return Question("contradiction", params)
    if row.overdue and row.due_on:
        code = "overdue-promised" if promise.times else "overdue"
        return Question(code, params | {"month": month_of(row.due_on)})
    if row.silent:
        return Question("silent", params)
    day = named_day(row)
    if day is None:
        return Question("undated", params)
    return Question("promised-again" if promise.times else "in-time", params | {"day": day_of(day)})


def month_of(day: str) -> str:
    """The month of an ISO day as it is written here: "8/2026"."""
    found = date.fromisoformat(day)
    return f"{found.month}/{found.year}"


def day_of(day: str) -> str:
    """An ISO day as it is written here: "15/09/2026"."""
    return moments.day(date.fromisoformat(day))
