"""Changes of who is who: units, people, posts, delegations, the calendar."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

import holidays
from django.contrib.auth.models import Permission
from django.db import transaction
from django.db.models import QuerySet

from notation.text import written
from organization.push import start_job

from .models import (
    Appointment,
    CalendarDay,
    Delegation,
    Institution,
    Post,
    Role,
    Spending,
    Unit,
    UnitClosure,
    UnitName,
    User,
)
from .rules import may_stand_on, open_post

SEED_SOURCE = "holidays (Bộ luật Lao động 2019, Điều 112)"


@transaction.atomic
def found_institution(*, code: str, name: str, place: str = "") -> Institution:
    """A new institution with its root unit, which bears the same code and name."""
    institution = Institution.objects.create(code=code, name=name, place=place)
    institution.root = add_unit(
        institution=institution, code=code, name=name, kind=Unit.Kind.ROOT, parent=None
    )
    institution.save(update_fields=["root"])
    return institution


@transaction.atomic
def add_unit(
    *,
    institution: Institution,
    code: str,
    name: str,
    parent: Unit | None,
    kind: str = Unit.Kind.DEPARTMENT,
    position: int = 0,
    aliases: Iterable[str] = (),
) -> Unit:
    """A new unit below `parent`, with the closure rows that let rights reach it."""
    unit = Unit.objects.create(
        institution=institution, parent=parent, code=code, name=name, kind=kind, position=position
    )
    above = UnitClosure.objects.filter(descendant=parent) if parent else UnitClosure.objects.none()
    rows = [UnitClosure(ancestor_id=row.ancestor_id, descendant=unit, depth=row.depth + 1) for row in above]
    UnitClosure.objects.bulk_create([UnitClosure(ancestor=unit, descendant=unit, depth=0), *rows])
    UnitName.objects.bulk_create(
        [UnitName(unit=unit, name=alias, kind=UnitName.Kind.ALIAS) for alias in aliases]
    )
    return unit


@transaction.atomic
def move_unit(unit: Unit, *, parent: Unit) -> None:
    """Hang the unit and all below it under another parent of the same institution; rights follow at once.

    Raises:
        ValueError: the parent lies below the unit, or in another institution.
    """
    if parent.institution_id != unit.institution_id:
        raise ValueError("the parent belongs to another institution")
    below = list(UnitClosure.objects.select_for_update().filter(ancestor=unit))
    if any(row.descendant_id == parent.id for row in below):
        raise ValueError("the parent lies below the unit")
    moved = [row.descendant_id for row in below]
    UnitClosure.objects.filter(descendant__in=moved).exclude(ancestor__in=moved).delete()
    UnitClosure.objects.bulk_create(
        UnitClosure(
            ancestor_id=up.ancestor_id, descendant_id=down.descendant_id, depth=up.depth + 1 + down.depth
        )
        for up in UnitClosure.objects.filter(descendant=parent)
        for down in below
    )
    unit.parent = parent
    unit.save(update_fields=["parent"])


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, on: date) -> None:
    """Give the unit a new name from a day on; the old one is kept as a past name."""
    UnitName.objects.create(unit=unit, name=unit.name, kind=UnitName.Kind.PAST, valid_to=on)
    unit.name = name
    unit.save(update_fields=["name"])


@transaction.atomic
def set_office(institution: Institution, unit: Unit) -> None:
    """Make the unit the admin office (đơn vị tổng hợp): its posts may consolidate, those of the old no longer. Its people are
    told what waits there."""
    for post in Post.objects.filter(unit=institution.office_id):
        post.group.unitgrant_set.filter(permission__codename="consolidate").delete()
    institution.office = unit
    institution.save(update_fields=["office"])
    unit.institution = institution
    for post in Post.objects.filter(unit=unit):
        if may_stand_on(post.role, unit):
            open_post(unit, post.role)
    brief_again(Appointment.objects.filter(post__unit=unit))


def brief_again(posts: QuerySet[Appointment]) -> None:
    """Has those in these posts, and to whom they are lent, told what has come to wait for them and they were not told of."""
    Delegation.objects.filter(appointment__in=posts).update(briefed_at=None)
    posts.update(briefed_at=None)
    start_job("brief_newcomers")


@transaction.atomic
def appoint(
    *, user: User, unit: Unit, role: str, title: str, since: datetime, until: datetime | None = None
) -> Appointment:
    """Put a person into a post of a unit of their own institution; once it begins they are told what waits there.

    Raises:
        ValueError: another institution, or a role that cannot stand on that unit.
    """
    if user.institution_id != unit.institution_id:
        raise ValueError("the person belongs to another institution")
    appointment = Appointment.objects.create(
        user=user, post=open_post(unit, role), title=title, valid_from=since, valid_to=until
    )
    start_job("brief_newcomers")
    return appointment


def end_appointment(appointment: Appointment, *, at: datetime) -> None:
    """End an appointment: from that second on it grants nothing, nor do delegations that stand on it."""
    appointment.valid_to = at
    appointment.save(update_fields=["valid_to"])


@transaction.atomic
def delegate(
    *,
    appointment: Appointment,
    to: User,
    permissions: Iterable[str],
    mandate: str,
    since: datetime,
    until: datetime,
    by: User,
) -> Delegation:
    """Let another person of the institution use permissions of this appointment for a while.

    To see is part of every delegation. Only what the post itself holds can be lent, so a delegate
    cannot pass on what was lent to them.

    Raises:
        ValueError: another institution, the person themself, no mandate, or a permission not held.
    """
    if to.institution_id != appointment.user.institution_id or to.id == appointment.user_id:
        raise ValueError("a delegate is another person of the same institution")
    if not written(mandate):
        raise ValueError("a delegation names its mandate document")
    wanted = {"view", *permissions}
    held = Permission.objects.filter(
        unitgrant__group__post=appointment.post_id, codename__in=wanted
    ).distinct()
    if missing := wanted - {permission.codename for permission in held}:
        raise ValueError(f"the post does not hold {', '.join(sorted(missing))}")
    delegation = Delegation.objects.create(
        appointment=appointment, delegate=to, mandate=mandate, valid_from=since, valid_to=until, created_by=by
    )
    delegation.permissions.set(held)
    start_job("brief_newcomers")
    return delegation


@transaction.atomic
def seed_calendar(institution: Institution, years: Iterable[int]) -> int:
    """Write the public days off and the worked Saturdays of Vietnam; edited days are left as they are.

    Returns:
        How many days were added.
    """
    days = holidays.country_holidays("VN", years=list(years), language="vi")
    known = set(institution.calendar.values_list("date", flat=True))
    rows = [
        CalendarDay(institution=institution, date=day, working=False, name=name, source=SEED_SOURCE)
        for day, name in days.items()
    ]
    rows += [
        CalendarDay(institution=institution, date=day, working=True, name="Làm bù", source=SEED_SOURCE)
        for day in getattr(days, "weekend_workdays", ())
    ]
    fresh = [row for row in rows if row.date not in known]
    CalendarDay.objects.bulk_create(fresh)
    return len(fresh)


def edit_calendar(institution_id: UUID, day: date, *, working: bool, name: str, source: str) -> CalendarDay:
    """Say that a day is off, or worked, and where that is written; seeding never overwrites it."""
    row, _ = CalendarDay.objects.update_or_create(
        institution_id=institution_id,
        date=day,
        defaults={"working": working, "name": name, "source": source, "edited": True},
    )
    return row


def clear_calendar(institution_id: UUID, day: date) -> int:
    """Forget what is said of a day: it follows the rule Monday to Friday again. Returns the number of rows."""
    return CalendarDay.objects.filter(institution_id=institution_id, date=day).delete()[0]


@transaction.atomic
def record_regulation(
    institution: Institution, *, number: str, on: date | None, by: User, now: datetime
) -> Institution:
    """Record the working regulation by which the head of the admin office signs TL. the institution's head; with a blank
    number there is no such rule any more. What was signed by it keeps its number and date. The head is told what waits.
    """
    before = institution.regulation_number
    institution.regulation_number = number
    institution.regulation_date = on if number else None
    institution.regulation_by, institution.regulation_at = by, now
    names = ("number", "date", "by", "at")
    institution.save(update_fields=[f"regulation_{name}" for name in names])
    if number and not before:
        brief_again(Appointment.objects.filter(post__unit=institution.office_id, post__role=Role.HEAD))
    return institution


@transaction.atomic
def spend(what: str, *, most: int, by: User, now: datetime) -> float:
    """Count that the person does this now; more than so often within an hour is not counted.

    Returns:
        Seconds until it may be done again; 0 where it was counted.
    """
    spent, _made = Spending.objects.get_or_create(by=by, what=what)
    spent = Spending.objects.select_for_update(of=("self",)).get(id=spent.id)
    moment, hour = now.timestamp(), timedelta(hours=1).total_seconds()
    lately = [one for one in spent.moments if moment - hour < one]
    if len(lately) >= most:
        return float(lately[-most] + hour - moment)
    spent.moments = [*lately, moment]
    spent.save(update_fields=["moments"])
    return 0.0
