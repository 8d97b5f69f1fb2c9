"""What is understood of a due time, for a plan of a period."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_noop as _

from notation.due import read_due
from notation.issues import Issue
from notation.text import written
from notation.year import PlanYear
from papers.intake.sentences import SENTENCES
from plans.words import PlanRowContent
from workflow.rules import CONTENT, Reason

from .places import place_in

NOT_MOVED = _("“%(text)s” of the year before says nothing in this one: say when it is due.")


#: How many readings are kept: rows of a plan say the same times again and again.
KEPT_READINGS = 4_096


@dataclass(frozen=True, slots=True)
class DueTime:
    """What was understood, as it is stored ({kind, start, end, event}, or None), and what is wrong or odd."""

    value: dict[str, str | None] | None
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        """What cannot be: a 13th month, 31 February."""
        return tuple(issue for issue in self.issues if issue.severity == "error")


@lru_cache(KEPT_READINGS)
def due_time(text: str, year: str) -> DueTime:
    """Reads the wording of a due time in a plan of a year (label); the wording itself is kept by whoever asks."""
    reading = read_due(text, PlanYear.parse(year))
    return DueTime(reading.due.to_json() if reading.due else None, reading.issues)


def warnings_of(position: int, row: PlanRowContent, due: DueTime, *, plan: str) -> list[Reason]:
    """What is odd about a row of the plan with this title, although it can stand: shown beside it.

    Args:
        position: among the plan's rows, from 1; stands in for a missing number.
        due: what was understood of its due time.
    """
    if not due.issues:
        return []
    place = place_in(plan, position, row)
    return [
        Reason(
            issue.code, CONTENT, SENTENCES[issue.code], issue.params, row=row["id"], field="due_text", place=place
        )
        for issue in due.issues
    ]  # fmt: skip


def due_not_moved(position: int, row: PlanRowContent, was: str, *, plan: str) -> list[Reason]:
    """That nobody has said yet when a row is due whose wording of the year before says nothing in this one.

    Args:
        was: that wording; "" where the row carries none on.
    """
    if not written(was) or written(row["due_text"]):
        return []
    place = place_in(plan, position, row)
    return [
        Reason(
            "due-not-moved", CONTENT, NOT_MOVED, {"text": was}, row=row["id"], field="due_text", place=place
        )
    ]
