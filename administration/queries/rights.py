"""Who can do what, backwards: unit by unit, who holds which right there at a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from administration.models import StandIn
from organization.models import Institution, Unit
from organization.queries import Holder, exists_on, named_holders

from .stand_ins import running

#: What is done in a unit, and what on the institution itself, in the order of the work.
IN_UNITS = ("edit", "approve", "review", "consolidate")
AT_ROOT = ("present", "audit", "staff", "administer")


@dataclass(frozen=True, slots=True)
class HeldRight:
    """A right, and who holds it: of the nearest posts, heads first, then to whom it was lent."""

    right: str
    holders: Sequence[Holder]


@dataclass(frozen=True, slots=True)
class UnitRights:
    """A unit with the rights there; `away`: names of who is entered as absent today."""

    unit: Unit
    rights: Sequence[HeldRight]
    away: Sequence[str]


def rights_in(institution: Institution, now: datetime) -> list[UnitRights]:
    """Every unit that exists, the institution itself first; three statements."""
    today = timezone.localtime(now).date()
    units = list(Unit.objects.filter(exists_on(today), institution=institution).order_by("position", "code"))
    units.sort(key=lambda unit: unit.parent_id is not None)
    asked = {unit.id: AT_ROOT if unit.parent_id is None else IN_UNITS for unit in units}
    pairs = {
        (right, unit.id)
        for unit in units
        for right in asked[unit.id]
        if right != "consolidate" or unit.id == institution.office_id
    }
    found, away = named_holders(pairs, now), absent_today(institution, now)
    return [
        UnitRights(
            unit,
            [
                HeldRight(right, found.get((right, unit.id), ()))
                for right in asked[unit.id]
                if (right, unit.id) in pairs
            ],
            away.get(unit.code, []),
        )
        for unit in units
    ]


def absent_today(institution: Institution, now: datetime) -> dict[str, list[str]]:
    """Code of a unit -> who is entered as away today."""
    today = timezone.localtime(now).date()
    rows = StandIn.objects.filter(
        running(today), institution=institution, kind=StandIn.Kind.ABSENCE, since__lte=today
    )
    found: dict[str, list[str]] = {}
    for code, name in rows.order_by("id").values_list("unit__code", "absent__full_name"):
        found.setdefault(code, []).append(name)
    return found
