"""One slip per head before the meeting: what is open, what was promised, which questions to expect. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from meetings.words.agenda import PromisedRow, SlipRow
from notation import moments
from notation.text import excerpt
from reports.rules.figures import rows_of
from reports.rules.signed import MonitoringReportContent
from reports.words import SILENT, SignedRow

from .agenda import PlacedRow, placed, urgency

#: A row and the code of a unit that answers for it.
OfUnit: TypeAlias = tuple[str, str]


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


def latest_rows(reports: Iterable[MonitoringReportContent]) -> list[PlacedRow]:
    """Each row once for each unit that is asked of it, most urgent first; of one that stands in two periods the newer counts,
    reports come newest first."""
    rows = (placed(report, plan, part) for report, plan, row in rows_of(reports) for part in row.parted())
    return sorted(rows, key=lambda row: urgency(row.row))


def slips(
    rows: Iterable[PlacedRow],
    earlier: Mapping[OfUnit, Promise],
    done_since: Mapping[OfUnit, str],
    owed: Iterable[Owed],
) -> dict[str, Slip]:
    """Code of a unit -> what its head should know before the meeting.

    Args:
        rows: as `latest_rows` gives them.
        earlier: what was promised of rows before.
        done_since: the day (ISO) on which an update after the report called it done.
        owed: reports of which the unit is asked; what is asked of several alike is asked once.
    """
    found: dict[str, Slip] = {}
    for placed_row in rows:
        row = placed_row.row
        slip = found.setdefault(row.unit, Slip(row.unit))
        if row.unfinished:
            of_unit = (row.row, row.unit)
            add_row(slip, placed_row, earlier.get(of_unit, Promise()), done_since.get(of_unit))
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
