"""Reading the conclusions of meetings: whom they name, and who has read them."""

from datetime import datetime
from typing import TypedDict

from meetings.models import Acknowledgement
from organization.models import Unit
from plans.models import Plan, RowUnit


def units_named(plan: Plan) -> list[Unit]:
    """The units that lead or coordinate one of the rows, by position; one statement."""
    named = RowUnit.objects.filter(row__plan=plan).order_by().values("unit")
    return list(Unit.objects.filter(id__in=named).order_by("position", "code"))


class ReadBy(TypedDict):
    """A unit (code) that has read the conclusions: who for it, and when."""

    unit: str
    by: str
    at: datetime


class Acknowledgements(TypedDict):
    """Who has read the conclusions, and the codes of the units that they name and who have not."""

    results: list[ReadBy]
    waiting: list[str]


def acknowledgements_of(plan: Plan) -> Acknowledgements:
    """Who has read the conclusions, and which of the units that they name have not; two statements."""
    read = Acknowledgement.objects.filter(plan=plan).select_related("unit", "by").order_by("at", "id")
    results: list[ReadBy] = [{"unit": row.unit.code, "by": row.by.full_name, "at": row.at} for row in read]
    known = {row["unit"] for row in results}
    return {
        "results": results,
        "waiting": [unit.code for unit in units_named(plan) if unit.code not in known],
    }
