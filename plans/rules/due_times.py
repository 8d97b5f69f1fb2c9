"""What is understood of a due time, for a plan of a period."""

from dataclasses import dataclass

from notation.due import read_due
from notation.issues import Issue
from notation.year import PlanYear
from papers.intake.sentences import SENTENCES
from periods.models import Period
from plans.models import Plan, PlanRow
from workflow.rules import CONTENT, Reason

from .places import place_of


@dataclass(frozen=True, slots=True)
class DueTime:
    """What was understood, as it is stored ({kind, start, end, event}, or None), and what is wrong or odd."""

    value: dict[str, str | None] | None
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        """What cannot be: a 13th month, 31 February."""
        return tuple(issue for issue in self.issues if issue.severity == "error")


def due_time(text: str, period: Period) -> DueTime:
    """Reads the wording of a due time; the wording itself is kept by whoever asks."""
    reading = read_due(text, PlanYear.parse(period.label))
    return DueTime(reading.due.to_json() if reading.due else None, reading.issues)


def warnings_of(position: int, row: PlanRow, plan: Plan) -> list[Reason]:
    """What is odd about a row of the plan, although it can stand: shown beside it.

    Args:
        position: among the plan's rows, from 1; stands in for a missing number.
    """
    place = place_of(
        plan=plan.case.title,
        kind=row.kind,
        section=row.section,
        number=row.number or position,
        text=row.text,
    )
    return [
        Reason(
            issue.code, CONTENT, SENTENCES[issue.code], issue.params, row=str(row.id), field="due_text", place=place
        )
        for issue in due_time(row.due_text, plan.period).issues
    ]  # fmt: skip
