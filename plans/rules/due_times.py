"""What is understood of a due time, for a plan of a period."""

from dataclasses import dataclass

from notation.due import read_due
from notation.issues import Issue
from notation.year import PlanYear
from papers.intake.sentences import sentence
from periods.models import Period
from plans.models import PlanRow


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


def warnings_of(row: PlanRow, period: Period) -> list[dict[str, str]]:
    """What is odd about a row, although it can stand: shown beside it."""
    found = due_time(row.due_text, period).issues
    return [{"code": issue.code, "text": sentence(issue), "field": "due_text"} for issue in found]
