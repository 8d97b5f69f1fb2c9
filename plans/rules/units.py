"""A unit that ended takes nothing new: its successor does."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_noop as _

from notation import moments
from organization.models import Unit
from workflow.rules import CONTENT, Reason

ENDED = _("“%(unit)s” ended on %(day)s.")
FOLLOWED = _("“%(unit)s” ended on %(day)s; “%(successor)s” took over.")


def against_ended(unit: Unit, today: date, *, row: str = "", field: str = "unit") -> Iterator[Reason]:
    """Why nothing new can be given to the unit: it ended before today; names its successor where there is one."""
    if unit.valid_to is None or unit.valid_to >= today:
        return
    params = {"unit": unit.name, "day": moments.day(unit.valid_to)}
    if unit.successor is None:
        yield Reason("unit-ended", CONTENT, ENDED, params, row=row, field=field)
    else:
        yield Reason(
            "unit-ended",
            CONTENT,
            FOLLOWED,
            {**params, "successor": unit.successor.name},
            row=row,
            field=field,
        )
