"""Who holds what, and where: rights asked forwards (of a person) and backwards (who can)."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, UUIDField, Value

from .models import Appointment, CalendarDay, Delegation, Unit, UnitClosure, User
from .models.units import PERMISSIONS

SATURDAY = 5
GRANT = "post__group__unitgrant"
REACH = f"{GRANT}__content_object__below"
POWER_COLUMNS = (
    f"{GRANT}__permission__codename",
    f"{REACH}__descendant",
    f"{REACH}__depth",
    "post__role",
    "title",
    "post__unit__name",
)
PRINCIPAL_NAME = "appointment__user__full_name"


@dataclass(frozen=True, slots=True)
class Power:
    """One way in which a person holds a permission on a unit at a moment."""

    permission: str
    unit_id: UUID
    distance: int
    role: str
    title: str
    post_unit: str
    delegation_id: UUID | None = None
    principal_id: UUID | None = None
    principal_name: str = ""


def valid_at(now: datetime, prefix: str = "") -> Q:
    """Whether a row with valid_from and valid_to holds at `now` (the end is not included)."""
    ended = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": now})
    return Q(**{f"{prefix}valid_from__lte": now}) & ended


def own_grants(now: datetime, **where: Any) -> QuerySet[Appointment]:
    """Appointments that are valid and whose person is active, joined to what they grant and where."""
    return Appointment.objects.filter(valid_at(now), user__is_active=True, **where)


def delegated_grants(now: datetime, **where: Any) -> QuerySet[Delegation]:
    """Delegations that are valid, on appointments that are valid, joined to what both together grant.

    The permission must be among those delegated *and* among those of the principal's post.
    """
    return Delegation.objects.filter(
        valid_at(now) & valid_at(now, "appointment__"),
        delegate__is_active=True,
        appointment__user__is_active=True,
        permissions=F(f"appointment__{GRANT}__permission"),
        **where,
    )


def powers_of(user_id: UUID, unit_ids: Collection[UUID], now: datetime) -> list[Power]:
    """Everything the person holds on the given units at `now`, own powers first, nearest post first.

    One SQL statement, whatever the number of units.
    """
    own = own_grants(now, user=user_id, **{f"{REACH}__descendant__in": unit_ids})
    lent = delegated_grants(now, delegate=user_id, **{f"appointment__{REACH}__descendant__in": unit_ids})
    nobody = Value(None, output_field=UUIDField())
    rows = own.values_list(*POWER_COLUMNS, nobody, nobody, Value("")).union(
        lent.values_list(
            *(f"appointment__{column}" for column in POWER_COLUMNS),
            "id",
            "appointment__user",
            PRINCIPAL_NAME,
        )
    )
    found = [Power(*row) for row in rows]
    return sorted(found, key=lambda power: (power.principal_id is not None, power.distance))


def reach_of(user_id: UUID, permissions: Iterable[str], now: datetime) -> dict[str, set[UUID]]:
    """For each permission, the ids of the units on which the person holds it at `now` (below included)."""
    wanted = list(permissions)
    own = own_grants(now, user=user_id, **{f"{GRANT}__permission__codename__in": wanted}).values_list(
        f"{GRANT}__permission__codename", f"{REACH}__descendant"
    )
    lent = delegated_grants(
        now, delegate=user_id, **{f"appointment__{GRANT}__permission__codename__in": wanted}
    ).values_list(f"appointment__{GRANT}__permission__codename", f"appointment__{REACH}__descendant")
    reach: dict[str, set[UUID]] = {permission: set() for permission in wanted}
    for permission, unit_id in own.union(lent):
        reach[permission].add(unit_id)
    return reach


def holders(pairs: Collection[tuple[str, UUID]], now: datetime) -> dict[tuple[str, UUID], set[UUID]]:
    """Who holds each (permission, unit) at `now`: ids of people, delegates included.

    The same data as powers_of, asked backwards; one SQL statement, whatever the number of pairs.
    """
    permissions, units = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    own = own_grants(
        now, **{f"{GRANT}__permission__codename__in": permissions, f"{REACH}__descendant__in": units}
    ).values_list(f"{GRANT}__permission__codename", f"{REACH}__descendant", "user")
    lent = delegated_grants(
        now,
        **{
            f"appointment__{GRANT}__permission__codename__in": permissions,
            f"appointment__{REACH}__descendant__in": units,
        },
    ).values_list(
        f"appointment__{GRANT}__permission__codename", f"appointment__{REACH}__descendant", "delegate"
    )
    found: dict[tuple[str, UUID], set[UUID]] = defaultdict(set)
    for permission, unit_id, user_id in own.union(lent):
        found[permission, unit_id].add(user_id)
    return {pair: found.get(pair, set()) for pair in pairs}


def people_of(unit_id: UUID, now: datetime) -> set[UUID]:
    """Ids of the active people appointed to the unit itself at `now`."""
    return set(own_grants(now, post__unit=unit_id).values_list("user_id", flat=True))


def visible_units(user: User) -> QuerySet[Unit]:
    """Every unit of the person's institution; no other is known to them."""
    return Unit.objects.filter(institution=user.institution_id)


def branch(unit_ids: Collection[UUID]) -> QuerySet[UnitClosure, UUID]:
    """Ids of the units and of all below them, for use in a filter."""
    return UnitClosure.objects.filter(ancestor__in=unit_ids).values_list("descendant", flat=True)


def is_working_day(institution_id: UUID, day: date) -> bool:
    """Whether the institution works on that day: its calendar decides, else Monday to Friday."""
    said = (
        CalendarDay.objects.filter(institution=institution_id, date=day)
        .values_list("working", flat=True)
        .first()
    )
    return day.weekday() < SATURDAY if said is None else said


def appointments_of(user: User, now: datetime) -> QuerySet[Appointment]:
    """The posts that the person holds at `now`."""
    return own_grants(now, user=user).select_related("post__unit").order_by("post__unit__position", "id")


def reach_codes(user: User, now: datetime) -> dict[str, list[str]]:
    """For each permission, the codes of the units on which the person holds it at `now`."""
    reach = reach_of(user.id, PERMISSIONS, now)
    codes = dict(visible_units(user).values_list("id", "code"))
    return {name: sorted(codes[unit] for unit in units) for name, units in reach.items()}


def calendar_of(institution_id: UUID, year: int) -> QuerySet[CalendarDay]:
    """What is said of the days of a year."""
    return CalendarDay.objects.filter(institution=institution_id, date__year=year).order_by("date")


def unit_by_code(user: User, code: str) -> Unit | None:
    """The unit of the person's institution with this code."""
    return (
        visible_units(user)
        .select_related("institution__office", "institution__root")
        .filter(code=code)
        .first()
    )


def me_of(user: User, now: datetime) -> dict[str, Any]:
    """What the person is and may at `now`, for the screen to begin with."""
    institution = user.institution
    return {
        "id": user.id,
        "username": user.username,
        "full_name": user.full_name,
        "institution": {
            "id": institution.id,
            "code": institution.code,
            "name": institution.name,
            "office": institution.office.code if institution.office else None,
            "root": institution.root.code if institution.root else "",
        },
        "appointments": [
            {"unit": row.post.unit.code, "role": row.post.role, "title": row.title}
            for row in appointments_of(user, now)
        ],
        "permissions": reach_codes(user, now),
    }
