"""The days that units named for rows which they had not done."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from reports.models import Result

from .done_rows import SIGNED


@dataclass(frozen=True, slots=True)
class Promise:
    """What a unit's last signed word on a row says is to come: on which day, promised of an overdue row, else expected."""

    row: UUID
    plan: UUID
    unit: UUID
    text: str
    day: date


def promises_of(rows: Q, units: Collection[UUID]) -> list[Promise]:
    """The promises of these units that are still open, earliest first; one statement.

    Args:
        rows: a condition on Result.
    """
    said = Result.objects.filter(SIGNED, rows, report__unit__in=units).select_related("row__plan", "report")
    last = {(one.row_id, one.report.unit_id): one for one in said.order_by("report__period__ends", "id")}
    found = [
        Promise(one.row_id, one.row.plan.root_id, one.report.unit_id, one.row.text, day)
        for one in last.values()
        if one.done is False
        for day in [one.promised_on or one.expected_on]
        if day is not None
    ]
    return sorted(found, key=lambda one: (one.day, one.row))
