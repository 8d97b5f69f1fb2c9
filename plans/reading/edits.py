"""What is understood of rows that somebody has just written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    found = due_time(row.due_text, year)
    warnings = [
        Reason(one.code, CONTENT, SENTENCES[one.code], one.params, row=str(row.id), field="due_text")
        for one in found.issues
    ]
    return WrittenRow(row, found.value, warnings)
