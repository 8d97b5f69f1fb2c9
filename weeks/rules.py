"""Who is reminded how long before a unit's reports are due, and in which words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from organization.models import Role
from periods.rules.deadlines import Calendar
from reports.rules.reminders import Awaited, by_when, clock, day, weekday

#: So many working days before the unit's due point, who is reminded: the officers twice, who signs on the last day only.
REMINDED = {2: (Role.OFFICER,), 1: (Role.OFFICER, Role.HEAD, Role.DEPUTY)}
#: No sooner on a day.
FROM = time(7)


@dataclass(frozen=True, slots=True)
class Due:
    """A report that a unit still owes.

    Attributes:
        what: "Báo cáo tháng 11/2026".
        monitor: name of the unit that it goes to.
        left: working days until it is due.
    """

    what: str
    monitor: str
    report: Awaited
    due_at: datetime
    left: int


def days_left(today: date, due_on: date, calendar: Calendar) -> int | None:
    """In how many working days something is due, of those on which somebody is reminded; None: on none of them, or today is off."""
    if not calendar.works(today):
        return None
    return next((left for left in REMINDED if calendar.shifted(due_on, -left) == today), None)


def title_of(owed: Sequence[Due]) -> str:
    """What it comes to, in one line; what is due first decides."""
    first = min(owed, key=lambda one: one.due_at)
    point = f"{clock(first.due_at)} {weekday(first.due_at)}, {day(first.due_at)}"
    return f"{first.what}, hạn {point} (còn {first.left} ngày làm việc)"


def text_of(owed: Sequence[Due], now: datetime) -> str:
    """The whole message, to be read, mailed or pasted."""
    lines = [
        f"- {one.what} của {one.report.unit} gửi {one.monitor}: {by_when(one.report, one.due_at, now)}."
        for one in sorted(owed, key=lambda one: (one.due_at, one.report.unit, one.monitor))
    ]
    return "\n".join([f"Nhắc việc ngày {day(now)}:", *lines])
