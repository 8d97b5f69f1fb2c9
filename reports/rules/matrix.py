"""The matrix: months × units, who reported on time, late or not at all. Pure; reports.queries.matrix reads it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from periods.models import Period

from .standing import Stand
from .timeliness import LATE, MISSING, ON_TIME, PENDING, Timeliness

#: What a cell of several parts shows: the worst of them.
WORST_FIRST = (MISSING, LATE, PENDING, ON_TIME)
#: The period's reports have been drafted, and none of them is this unit's.
NOTHING_DUE = "nothing-due"

#: Label of the month, code of the unit.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A unit as a row of the matrix."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How one report stands.

    Attributes:
        case: None where the reader does not see the report itself: its status is no secret.
        monitor: code of the unit that it is owed to; empty for a monitoring report, owed to the office.
        signed_at: the head's first signature; see reports.queries.timeliness.
        stand: which of the four lists it is on (`rules.standing`).
        after_closing: not handed in at the moment that the month's consolidation shows, and signed since.
        status_before: what it was worth by the due point of its time, where a correction has turned late into on time.
    """

    case: UUID | None
    monitor: str
    state: str
    submitted: bool
    returned: int
    signed_at: datetime | None
    status: Timeliness
    stand: Stand
    after_closing: bool
    status_before: Timeliness | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A unit's reports of one month; the worst status stands for all."""

    status: str
    parts: Sequence[Standing]


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit in one month: the worst status of all that it owes (None: nothing is known yet), and what that is.

    `reports` is None while the month's reports have not been drafted.
    """

    period: str
    status: str | None
    reports: Parts | None
    monitoring: Standing | None


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit over the months shown."""

    unit: str
    name: str
    cells: Sequence[Cell]
    completeness: float | None
    on_time_rate: float | None


class Rates(TypedDict):
    """How many reports were expected by now, and came."""

    expected: int
    signed: int
    on_time: int
    late: int
    missing: int
    completeness: float | None
    on_time_rate: float | None


class MonthTotal(Rates):
    """One month over all units."""

    period: str


def matrix(
    months: Sequence[Period],
    units: Sequence[Row],
    parts: Mapping[Place, Sequence[Standing]],
    monitoring: Mapping[Place, Standing],
) -> dict[str, Any]:
    """The table with its figures: per unit over the months shown, per month over all units.

    Args:
        parts: the unit's reports, one per monitoring unit.
        monitoring: the report on the others that a monitoring unit owes the office.
    """
    opened = {month for month, _unit in (*parts, *monitoring)}
    totals: dict[str, list[Timeliness]] = {month.label: [] for month in months}
    rows = []
    for unit in units:
        mine: list[Timeliness] = []
        cells = []
        for month in months:
            place = month.label, unit.code
            found, own = parts.get(place, ()), monitoring.get(place)
            cells.append(cell(month, found, own, opened=month.label in opened))
            statuses = statuses_of(found, own)
            mine += statuses
            totals[month.label] += statuses
        counted = figures(mine)
        rows.append(UnitLine(unit.code, unit.name, cells, counted["completeness"], counted["on_time_rate"]))
    sums: list[MonthTotal] = [{"period": month.label, **figures(totals[month.label])} for month in months]
    return {"months": months, "units": rows, "totals": sums}


def cell(month: Period, parts: Sequence[Standing], own: Standing | None, *, opened: bool) -> Cell:
    """One unit in one month."""
    reports = Parts(worst(part.status for part in parts), parts) if opened else None
    owed: set[str] = {own.status} if own else set()
    if reports:
        owed.add(reports.status)
    worst_of_all = next((status for status in (*WORST_FIRST, NOTHING_DUE) if status in owed), None)
    return Cell(month.label, worst_of_all, reports, own)


def statuses_of(parts: Sequence[Standing], own: Standing | None) -> list[Timeliness]:
    """Everything that a unit owes in one month."""
    return [standing.status for standing in (*parts, *([own] if own else []))]


def worst(statuses: Iterable[Timeliness]) -> str:
    """What stands for several: missing before late before pending before on time."""
    found = set(statuses)
    return next((status for status in WORST_FIRST if status in found), NOTHING_DUE)


def figures(statuses: Iterable[Timeliness]) -> Rates:
    """How many were expected by now, and came.

    What is neither signed nor due yet is not counted. Both rates are shares of what was expected, from 0 to
    1; None where nothing was.
    """
    counted = Counter(statuses)
    signed = counted[ON_TIME] + counted[LATE]
    expected = signed + counted[MISSING]
    return {
        "expected": expected,
        "signed": signed,
        "on_time": counted[ON_TIME],
        "late": counted[LATE],
        "missing": counted[MISSING],
        "completeness": signed / expected if expected else None,
        "on_time_rate": counted[ON_TIME] / expected if expected else None,
    }
