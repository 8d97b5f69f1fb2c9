"""Units: what is there, and what of one is still open."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from administration.rules.unit_lists import KnownUnit
from approvals.queries import DISCARDED
from organization.models import Appointment, Institution, Unit, UnitName
from plans.models import MonitoringAssignment, PlanRow, RowTerm, RowUnit
from workflow.models import Case, State


def units_in(institution: UUID) -> QuerySet[Unit]:
    """All units of the institution."""
    return Unit.objects.filter(institution=institution).select_related("parent", "successor", "institution")


def unit_in(institution: UUID, code: str) -> Unit | None:
    """The unit of the institution with this code."""
    return units_in(institution).filter(code=code).first()


def is_code_taken(code: str) -> bool:
    """Whether a unit has this code, in whatever institution."""
    return Unit.objects.filter(code=code).exists()


def codes_elsewhere(institution: Institution, codes: Collection[str]) -> set[str]:
    """Which of these codes other institutions have: they are unique in the database."""
    rows = Unit.objects.filter(code__in=codes).exclude(institution=institution)
    return set(rows.values_list("code", flat=True))


def known_units(institution: Institution, today: date) -> dict[str, KnownUnit]:
    """Code -> unit, without the root; two statements."""
    rows = units_in(institution.id).filter(parent__isnull=False).prefetch_related("names")
    return {unit.code: known(unit, institution, today) for unit in rows}


def known(unit: Unit, institution: Institution, today: date) -> KnownUnit:
    """One of them as lists compare it."""
    aliases = tuple(name.name for name in unit.names.all() if name.kind == UnitName.Kind.ALIAS)
    parent = unit.parent.code if unit.parent and unit.parent_id != institution.root_id else None
    ended = unit.valid_to is not None and unit.valid_to < today
    return KnownUnit(unit.code, unit.name, unit.kind, parent, aliases, ended)


def cases_of(unit: Unit) -> QuerySet[Case]:
    """The documents of the unit that are neither presented nor closed nor discarded."""
    rows = Case.objects.filter(unit=unit, closed_at=None).exclude(state=State.PRESENTED)
    return rows.exclude(DISCARDED)


def cases_unfinished(unit: Unit) -> int:
    """How many there are."""
    return cases_of(unit).count()


def cases_waiting(unit: Unit) -> int:
    """How many documents of other units wait for this one."""
    rows = Case.objects.filter(waits_unit=unit, closed_at=None).exclude(unit=unit)
    return rows.exclude(state=State.PRESENTED).exclude(DISCARDED).count()


def rows_led(unit: Unit, on: date) -> int:
    """How many rows of plans in force it leads."""
    return led_rows(unit, on).count()


def led_rows(unit: Unit, on: date, *, first: bool = False) -> QuerySet[PlanRow]:
    """The rows that the unit leads of plans in force whose time is not over: not ended, not stopped, not handed on; those that
    were handed on to it, too.

    Args:
        first: only those that it answers for, not those that it leads beside another unit.
    """
    lead = RowUnit.objects.filter(unit=unit, part="lead", **({"position": 0} if first else {}))
    of_row = RowTerm.objects.filter(
        Q(row=OuterRef("key")) | Q(row=None), root=OuterRef("plan__root"), kind__in=("stopped", "moved")
    ).order_by("-since", "-id")
    rows = PlanRow.objects.filter(
        plan__case__institution=unit.institution_id,
        plan__case__state=State.PRESENTED,
        plan__until=None,
        plan__period__ends__gte=on,
        ended=False,
    ).annotate(
        decided=Subquery(of_row.values("kind")[:1]),
        moved_to=Subquery(of_row.values("unit")[:1]),
    )
    led = Q(decided=None) & Q(id__in=lead.values("row"))
    return rows.filter(led | Q(decided="moved", moved_to=unit.id))


def followed(unit: Unit) -> int:
    """How many plans and items the unit follows."""
    return MonitoringAssignment.objects.filter(unit=unit, until=None).count()


def posts_running(unit: Unit, after: datetime) -> int:
    """How many people have posts in the unit after a moment."""
    rows = Appointment.objects.filter(Q(valid_to=None) | Q(valid_to__gt=after), post__unit=unit)
    return rows.filter(user__is_active=True).values("user").distinct().count()


def codes_below(unit: Unit, on: date) -> list[str]:
    """Codes of the units right below it that go on after a day."""
    rows = unit.children.filter(Q(valid_to=None) | Q(valid_to__gt=on))
    return list(rows.values_list("code", flat=True))
