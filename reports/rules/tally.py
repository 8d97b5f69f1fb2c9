"""What a report says in figures, for whoever signs many at once. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from approvals.words import Tally
from reports.words import SignedRow, read_plan_rows, read_rows

from .warnings import misses_target


def tally_of_unit_report(content: Mapping[str, Any]) -> Tally:
    """k/m of a unit's words."""
    return tally_of(list(read_rows(content)))


def tally_of_monitoring_report(content: Mapping[str, Any]) -> Tally:
    """k/m of the verdicts."""
    return tally_of(list(read_plan_rows(content)))


def tally_of(rows: Iterable[SignedRow]) -> Tally:
    """Of the rows that count."""
    counted = [row for row in rows if row.counted]
    return Tally(
        done=sum(row.said.done is True for row in counted),
        total=len(counted),
        contradictions=sum(row.contradicts or is_odd(row) for row in counted),
        overdue=sum(row.unfinished and row.overdue for row in counted),
    )


def is_odd(row: SignedRow) -> bool:
    """Whether it says done although its figure does not keep the target."""
    return row.said.done is True and misses_target(row, row.said)
