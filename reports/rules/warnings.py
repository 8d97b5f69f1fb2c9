"""What is odd about a word although it can stand: shown to the unit and to whoever follows it. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_noop as _

from notation import moments
from notation.target import bound_in
from reports.words import Said, SignedRow
from workflow.rules import CONTENT, Reason

from .gaps import name_of

EARLY = _("Done on %(day)s, before its plan began (%(began)s).")
MISSED = _("It says done, but %(value)s does not keep the target: “%(target)s”.")


def warnings_of(place: int, row: SignedRow, began: date | None) -> Iterator[Reason]:
    """What is odd about what whoever signs the report, and beside it the unit, say of the row.

    Args:
        place: among the rows, stands in for a missing number.
        began: the first day of its plan's time; a task may well be done before it (Hòa Bình 2021 has such rows).
    """
    named = name_of(place, row)
    words = [row.said, *([row.word] if row.word is not None and row.word != row.said else [])]
    for said in (word for word in words if word.done):
        if began and said.completed_on and date.fromisoformat(said.completed_on) < began:
            params = {"day": day_of(said.completed_on), "began": moments.day(began)}
            yield Reason(
                "completed-early", CONTENT, EARLY, params, row=row.row, field="completed_on", place=named
            )
        if misses_target(row, said):
            params = {"value": (said.value or "").replace(".", ","), "target": row.text}
            yield Reason("target-missed", CONTENT, MISSED, params, row=row.row, field="value", place=named)


def misses_target(row: SignedRow, said: Said) -> bool:
    """Whether a figure was reached that does not keep the bound that the row's words name."""
    if row.kind != "target" or said.value is None:
        return False
    bound = bound_in(row.text)
    return bound is not None and bound.met_by(Decimal(said.value)) is False


def day_of(text: str) -> str:
    """An ISO day as it is written here."""
    return moments.day(date.fromisoformat(text))
