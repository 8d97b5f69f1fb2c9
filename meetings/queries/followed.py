"""Who followed which plans of the heard periods, under which item, and what they owed a result for."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Min, Q

from periods.models import Period
from plans.models import MonitoringAssignment
from reports.queries.due_rows import followed_at
from reports.queries.earlier import BEGINS
from workflow.models import State

from .agenda import Hearing, Report


class Followed(NamedTuple):
    """A plan under an item, as a unit followed it from `since` to `until`; `began`: when it first came before anybody who
    follows."""

    item: UUID
    title: str
    plan: UUID
    plan_title: str
    unit: UUID
    since: datetime | None
    until: datetime | None
    starts: date
    ends: date
    began: datetime | None

    def is_at(self, at: datetime) -> bool:
        """Whether the unit followed it then."""
        return (self.since is None or self.since <= at) and (self.until is None or self.until > at)


def followed_plans(hearing: Hearing) -> Iterator[Followed]:
    """Who followed which plans of the heard periods' time that their heads have signed, and when; one statement."""
    first, last = hearing.periods[0], max(hearing.periods, key=lambda period: period.ends)
    signed = "plan__case__signatures"
    found = (
        MonitoringAssignment.objects.filter(
            plan__case__institution=hearing.meeting.institution_id,
            plan__historical=False,
            plan__period__starts__lte=last.ends,
            plan__period__ends__gte=first.starts,
        )
        .exclude(plan__case__state=State.DRAFT)
        .annotate(began=Min(f"{signed}__signed_at", filter=Q(**{f"{signed}__act__in": BEGINS})))
        .order_by("plan", "id")
    )
    columns = (
        "item", "item__title", "plan", "plan__case__title", "unit", "since", "until", "plan__period__starts",
        "plan__period__ends", "began",
    )  # fmt: skip
    return (Followed(*row) for row in found.values_list(*columns))


def is_owed(plan: Followed, period: Period, report: Report | None) -> bool:
    """Whether the plan was its monitoring unit's to report on: it had come before it when the report was due, or made."""
    if plan.starts > period.ends or plan.ends < period.starts:
        return False
    by = report.submitted_at if report else period.office_due_at
    return plan.began is not None and by is not None and plan.began < by


def items_at(followed: Iterable[Followed], period: Period) -> dict[UUID, tuple[UUID, str]]:
    """Plan -> the item under which it was followed in the period, and that item's own title."""
    return {one.plan: (one.item, one.title) for one in followed if one.is_at(followed_at(period))}
