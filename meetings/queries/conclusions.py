"""Reading the conclusions of meetings: whom they name, and who has read them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db.models import OuterRef, Subquery, UUIDField, Value
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from meetings.models import Acknowledgement, Meeting
from organization.models import Unit
from plans.models import Plan, RowUnit
from plans.queries import units_named
from workflow.models import State, WaitsFor
from workflow.rules import CONFLICT, Reason

MEETING_OPEN = Reason(
    "meeting-open", CONFLICT, _("The conclusions are signed once the meeting has been closed.")
)


def before_the_close(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Conclusions -> why they cannot be signed yet: their meeting is not over; one statement."""
    waiting = Meeting.objects.filter(conclusions__in=case_ids, closed_at__isnull=True)
    return {case_id: [MEETING_OPEN] for case_id in waiting.values_list("conclusions", flat=True) if case_id}


def awaiting_signature() -> Mapping[str, Subquery]:
    """Whom drafted conclusions wait for once their meeting is over, as columns of Case; NULL before, and once signed."""
    over = Meeting.objects.filter(
        conclusions=OuterRef("pk"), closed_at__isnull=False, conclusions__case__state=State.DRAFT
    ).annotate(
        whom=Value(WaitsFor.LEADERSHIP.value),
        since=Greatest("closed_at", "conclusions__case__created_at"),
    )
    return {
        "waits_for": Subquery(over.values("whom")[:1]),
        "waits_unit": Subquery(over.values("institution__root")[:1], output_field=UUIDField()),
        "since": Subquery(over.values("since")[:1]),
    }


def units_concluded(plan: Plan) -> list[Unit]:
    """The units that lead or coordinate one of the rows, by position, with those that classes had when it was signed; one
    statement."""
    on = timezone.localtime(plan.case.since).date()
    return list(units_named(RowUnit.objects.filter(row__plan=plan), plan.case.institution_id, on))


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
        "waiting": [unit.code for unit in units_concluded(plan) if unit.code not in known],
    }
