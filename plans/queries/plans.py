"""Reading plans, through the door of visibility."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from approvals.queries import seen_by
from organization.models import Unit, User
from organization.queries import reach_of
from plans.models import ImportDraft, Plan, PlanRow, RowUnit
from plans.notation.text import fold

CASE_NAMES = (
    "case__unit",
    "case__monitoring_unit",
    "case__institution__office",
    "case__institution__root",
    "case__waits_unit",
)


def coordinated_rows(units: set[UUID]) -> QuerySet[RowUnit]:
    """Rows that one of the units coordinates."""
    return RowUnit.objects.filter(part=RowUnit.Part.COORDINATING, unit__in=units)


def visible_plans(user: User, now: datetime) -> QuerySet[Plan]:
    """The plans that the person sees at `now`.

    Those whose case they see; and, from the first submit on, those in which a unit of theirs coordinates
    a row: of these they see their rows only, see seen_rows.
    """
    units = reach_of(user.id, ["view"], now)["view"]
    mine = coordinated_rows(units).filter(row__plan=OuterRef("pk"))
    part = Q(Exists(mine), case__submission__gt=0, case__institution=user.institution_id)
    return Plan.objects.filter(seen_by(user, now, "case__") | part).select_related(
        *CASE_NAMES, "period", "issued_evidence"
    )


def seen_rows(user: User, plans: Collection[Plan], now: datetime) -> QuerySet[PlanRow]:
    """The rows that the person sees of plans that they see: all, or those that a unit of theirs coordinates."""
    units = reach_of(user.id, ["view"], now)["view"]
    part = Q(Exists(coordinated_rows(units).filter(row=OuterRef("pk"))))
    return PlanRow.objects.filter(seen_by(user, now, "plan__case__") | part, plan__in=plans)


def count_rows(user: User, plans: Sequence[Plan], now: datetime) -> None:
    """Gives each plan its `targets` and `tasks`: how many rows of either kind the person sees."""
    counted = seen_rows(user, plans, now).order_by().values_list("plan", "kind").annotate(Count("id"))
    found = {(plan_id, kind): number for plan_id, kind, number in counted}
    for plan in plans:
        plan.targets = found.get((plan.case_id, PlanRow.Kind.TARGET), 0)  # type: ignore[attr-defined]
        plan.tasks = found.get((plan.case_id, PlanRow.Kind.TASK), 0)  # type: ignore[attr-defined]


def search_plans(user: User, now: datetime, asked: Mapping[str, Any]) -> QuerySet[Plan]:
    """The visible plans, narrowed by state, unit (code), period (label) and words of number and title."""
    found = visible_plans(user, now)
    columns = {"state": "case__state", "unit": "case__unit__code", "period": "case__period"}
    found = found.filter(**{column: asked[name] for name, column in columns.items() if name in asked})
    for word in fold(asked.get("q", "")).split():
        found = found.filter(search__contains=word)
    return found


def visible_plan(user: User, case_id: UUID, now: datetime) -> Plan | None:
    """The plan, or None when the person does not see it."""
    return visible_plans(user, now).filter(case=case_id).first()


def rows_for(user: User, plan: Plan, now: datetime) -> QuerySet[PlanRow]:
    """The rows that the person sees of a plan that they see, in order, with their units."""
    parts = Prefetch("units", RowUnit.objects.select_related("unit").order_by("position"))
    return seen_rows(user, [plan], now).prefetch_related(parts).order_by("position")


def own_imports(user: User) -> QuerySet[ImportDraft]:
    """What the person uploaded and may still take over."""
    return ImportDraft.objects.filter(by=user).select_related("unit__institution", "period")


def names_of_units(user: User) -> dict[str, str]:
    """Every name, alias, past name and code of the institution's units -> code."""
    names: dict[str, str] = {}
    for unit in Unit.objects.filter(institution=user.institution_id).prefetch_related("names"):
        for name in (unit.name, unit.code, *(other.name for other in unit.names.all())):
            names.setdefault(name, unit.code)
    return names
