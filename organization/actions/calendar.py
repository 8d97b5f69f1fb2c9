"""Changes of the working calendar; each leaves an entry in the register."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import holidays
from django.db import transaction

from organization.models import CalendarDay, Entry, Institution

from .register import Clerk, Subject, enter

SEED_SOURCE = "holidays (Bộ luật Lao động 2019, Điều 112)"


@transaction.atomic
def seed_calendar(institution: Institution, years: Iterable[int], *, changed_by: Clerk | None = None) -> int:
    """Write the public days off and the worked Saturdays of Vietnam; edited days are left as they are.

    Returns:
        How many days were added.
    """
    wanted = list(years)
    known = set(institution.calendar.values_list("date", flat=True))
    fresh = [row for row in days_of_library(institution, wanted) if row.date not in known]
    CalendarDay.objects.bulk_create(fresh)
    if fresh:
        subject = Subject(Entry.Kind.INSTITUTION, institution.id)
        after = {"years": wanted, "days": len(fresh), "source": SEED_SOURCE}
        enter(changed_by, Entry.Act.SEED_CALENDAR, institution, subject, after=after)
    return len(fresh)


def days_of_library(institution: Institution, years: list[int]) -> list[CalendarDay]:
    """What the library says of these years, not in the database."""
    days = holidays.country_holidays("VN", years=years, language="vi")
    off = [
        CalendarDay(institution=institution, date=day, working=False, name=name, source=SEED_SOURCE)
        for day, name in days.items()
    ]
    worked = [
        CalendarDay(institution=institution, date=day, working=True, name="Làm bù", source=SEED_SOURCE)
        for day in getattr(days, "weekend_workdays", ())
    ]
    return [*off, *worked]


def what_is_said(row: CalendarDay | None) -> dict[str, Any]:
    """What is said of a day, as the register keeps it."""
    return {"working": row.working, "name": row.name, "source": row.source} if row else {}


@transaction.atomic
def edit_calendar(
    institution_id: UUID, day: date, *, working: bool, name: str, source: str, changed_by: Clerk | None = None
) -> CalendarDay:
    """Say that a day is off, or worked, and where that is written; seeding never overwrites it."""
    days = CalendarDay.objects.filter(institution=institution_id, date=day)
    before = what_is_said(days.first())
    row, _ = CalendarDay.objects.update_or_create(
        institution_id=institution_id,
        date=day,
        defaults={"working": working, "name": name, "source": source, "edited": True},
    )
    subject, after = Subject(Entry.Kind.DAY, day.isoformat()), what_is_said(row)
    enter(changed_by, Entry.Act.EDIT_DAY, institution_id, subject, before=before, after=after)
    return row


@transaction.atomic
def clear_calendar(institution_id: UUID, day: date, *, changed_by: Clerk | None = None) -> int:
    """Forget what is said of a day: it follows the rule Monday to Friday again. Returns the number of rows."""
    row = CalendarDay.objects.filter(institution_id=institution_id, date=day).first()
    if row is None:
        return 0
    row.delete()
    subject = Subject(Entry.Kind.DAY, day.isoformat())
    enter(changed_by, Entry.Act.CLEAR_DAY, institution_id, subject, before=what_is_said(row))
    return 1
