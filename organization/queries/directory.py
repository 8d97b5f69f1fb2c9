"""The directory: people, units, working days, and what a person's screen begins with."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypedDict, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from organization.models import (
    Appointment,
    CalendarDay,
    Delegation,
    Institution,
    Role,
    Unit,
    UnitClass,
    UnitClosure,
    User,
)
from organization.models.units import PERMISSIONS
from organization.rules import heir_of

from .rights import reach_of, valid_at

SATURDAY = 5
#: In which ways a person comes to a post.
Coming = TypeVar("Coming", Appointment, Delegation)


def people_of(unit_id: UUID, now: datetime) -> set[UUID]:
    """Ids of the active people appointed to the unit itself at `now`."""
    return set(
        Appointment.objects.filter(valid_at(now), user__is_active=True, post__unit=unit_id).values_list(
            "user_id", flat=True
        )
    )


def staff_of(unit_ids: Collection[UUID], now: datetime) -> QuerySet[Appointment]:
    """The posts of active people in these units themselves at `now`, with their names."""
    found = Appointment.objects.filter(valid_at(now), user__is_active=True, post__unit__in=unit_ids)
    return found.select_related("user", "post").order_by("post__unit", "user__full_name", "id")


def person_by_id(user: User, person: UUID) -> User | None:
    """The person of the same institution with this id, also one who is gone."""
    return User.objects.filter(institution=user.institution_id, id=person).first()


def person_by_login(username: str) -> User | None:
    """The person with this login, of whatever institution."""
    return User.objects.select_related("institution").filter(username=username).first()


def institution_by_code(code: str) -> Institution | None:
    """The institution with this code."""
    return Institution.objects.select_related("root", "office").filter(code=code).first()


def own_unit(user: User, now: datetime) -> Unit | None:
    """The unit of the person's first post; None for somebody who was not appointed anywhere."""
    post = appointments_of(user, now).first()
    return post.post.unit if post else None


def unbriefed(kind: type[Coming], now: datetime) -> QuerySet[Coming]:
    """Posts, or what was lent of them, that have begun and whose person was not told yet what waits there."""
    return kind._default_manager.filter(valid_at(now), briefed_at__isnull=True)


def anyone_unbriefed(now: datetime) -> bool:
    """Whether somebody came into a post, or was lent one, and was not told what waits there."""
    return unbriefed(Appointment, now).exists() or unbriefed(Delegation, now).exists()


def signers_by_order(institution: Institution, now: datetime) -> set[UUID]:
    """Who signs TL. what waits for the leadership: the head of the admin office, no deputy and no delegate, where the
    leadership has recorded the working regulation; else nobody, without a statement."""
    if not institution.regulation_number:
        return set()
    heads = Appointment.objects.filter(
        valid_at(now), user__is_active=True, post__role=Role.HEAD, post__unit=institution.office_id
    )
    return set(heads.values_list("user", flat=True))


def visible_units(user: User) -> QuerySet[Unit]:
    """Every unit of the person's institution; no other is known to them."""
    return Unit.objects.filter(institution=user.institution_id)


def exists_on(day: date) -> Q:
    """Units that exist on a day: a condition on Unit."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


#: How often a unit may have gone on in another: read with it.
SUCCESSORS = ("successor", "successor__successor")


def members_of(institution_id: UUID, classes: Collection[str], on: date) -> dict[str, list[Unit]]:
    """Class of units (`UnitClass`) -> the units of it on a day, by position; one statement, none without classes."""
    if not classes:
        return {}
    units = Unit.objects.filter(exists_on(on), institution=institution_id, parent__isnull=False)
    found = list(units.order_by("position", "code"))
    return {one: [unit for unit in found if one in (UnitClass.UNIT, unit.kind)] for one in classes}


def heirs(institution_id: UUID, on: date) -> dict[UUID, Unit]:
    """Each unit that has ended before a day and goes on in another -> that one; one statement."""
    ended = Unit.objects.filter(institution=institution_id, valid_to__lt=on, successor__isnull=False)
    return {unit.id: heir_of(unit, on) for unit in ended.select_related(*SUCCESSORS)}


def came_before(unit_ids: Collection[UUID]) -> Q:
    """A condition on what names a `unit`: one of these, or one that went on in them."""
    found = Q()
    for depth in range(len(SUCCESSORS) + 1):
        found |= Q(**{f"unit{'__successor' * depth}__in": unit_ids})
    return found


def lineage(unit_ids: Collection[UUID]) -> set[UUID]:
    """The units, and those that went on in them; one statement."""
    found = Q(id__in=unit_ids)
    for name in SUCCESSORS:
        found |= Q(**{f"{name}__in": unit_ids})
    return set(Unit.objects.filter(found).values_list("id", flat=True))


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
    return (
        Appointment.objects.filter(valid_at(now), user=user)
        .select_related("post__unit")
        .order_by("post__unit__position", "id")
    )


def reach_codes(user: User, now: datetime) -> dict[str, list[str]]:
    """For each permission, the codes of the units on which the person holds it at `now`."""
    reach = reach_of(user.id, PERMISSIONS, now)
    codes = dict(visible_units(user).values_list("id", "code"))
    return {name: sorted(codes[unit] for unit in units) for name, units in reach.items()}


def calendar_of(institution_id: UUID, year: int) -> QuerySet[CalendarDay]:
    """What is said of the days of a year."""
    return CalendarDay.objects.filter(institution=institution_id, date__year=year).order_by("date")


def calendar_between(institution_id: UUID, first: date, last: date) -> QuerySet[CalendarDay]:
    """What is said of the days from the first to the last; both belong to it."""
    return CalendarDay.objects.filter(institution=institution_id, date__range=(first, last)).order_by("date")


def unit_by_code(user: User, code: str) -> Unit | None:
    """The unit of the person's institution with this code."""
    return (
        visible_units(user)
        .select_related("institution__office", "institution__root")
        .filter(code=code)
        .first()
    )


class Home(TypedDict):
    """A person's institution, with the codes of its office and root unit."""

    id: UUID
    code: str
    name: str
    office: str | None
    root: str


class Appointed(TypedDict):
    """An appointment: which post, in which unit."""

    unit: str
    role: str
    title: str


class Me(TypedDict):
    """What a person is and may: for each permission, the codes of the units on which it is held.

    `by_order`: signs TL. the institution's head what the leadership presents and concludes.
    """

    id: UUID
    username: str
    full_name: str
    institution: Home
    appointments: list[Appointed]
    permissions: dict[str, list[str]]
    by_order: bool


def me_of(user: User, now: datetime) -> Me:
    """What the person is and may at `now`, for the screen to begin with."""
    institution, posts = user.institution, list(appointments_of(user, now))
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
            {"unit": row.post.unit.code, "role": row.post.role, "title": row.title} for row in posts
        ],
        "permissions": reach_codes(user, now),
        "by_order": bool(institution.regulation_number)
        and any(row.post.role == Role.HEAD and row.post.unit_id == institution.office_id for row in posts),
    }
