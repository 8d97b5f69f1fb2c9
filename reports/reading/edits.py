"""What is odd about words that somebody has just written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reports.rules.warnings import warnings_of
from reports.words import SignedRow
from workflow.rules import Reason


@dataclass(frozen=True, slots=True)
class WrittenWord:
    """A row as it stands, and what is odd about what is said of it."""

    row: SignedRow
    warnings: Sequence[Reason]


def read_written(rows: Iterable[tuple[SignedRow, date]]) -> list[WrittenWord]:
    """What is odd about what is said of these rows, each with the first day of its plan's time; no statement."""
    return [WrittenWord(row, oddities(row, began)) for row, began in rows]


def oddities(row: SignedRow, began: date) -> list[Reason]:
    """The warnings of one row, without its place among the others: nobody has read them."""
    return [replace(one, place="") for one in warnings_of(0, row, began)]
