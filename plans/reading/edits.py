"""What is understood of rows that somebody has just written, or is writing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from papers.intake.sentences import SENTENCES
from plans.models import Plan
from plans.rules.due_times import due_time
from plans.words import Row
from workflow.rules import CONTENT, Reason


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row as it stands, how its due time was understood, and what is odd about that."""

    said: Row
    due: Mapping[str, str | None] | None
    warnings: Sequence[Reason]


def read_written(plan: Plan, rows: Sequence[Row]) -> list[WrittenRow]:
    """How the due times of these rows were understood; no statement."""
    return [read_row(row, plan.period.label) for row in rows]


def read_row(row: Row, year: str) -> WrittenRow:
    """How one row's due time was understood."""
    read = read_due_time(row.due_text, year)
    return WrittenRow(row, read.due, [replace(warning, row=str(row.id)) for warning in read.warnings])


@dataclass(frozen=True, slots=True)
class ReadTime:
    """How a due time is understood, None: not at all, and what is odd about it."""

    due: Mapping[str, str | None] | None
    warnings: Sequence[Reason]


def read_due_time(text: str, year: str) -> ReadTime:
    """How this wording would be understood in a plan of a year (label)."""
    found = due_time(text, year)
    return ReadTime(
        found.value,
        [
            Reason(one.code, CONTENT, SENTENCES[one.code], one.params, field="due_text")
            for one in found.issues
        ],
    )
