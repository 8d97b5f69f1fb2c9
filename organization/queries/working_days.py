"""How many working days it is until something is due, by the institution's calendar."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from .directory import SATURDAY, calendar_between

DAY = timedelta(days=1)


def working_days_until(institution_id: UUID, today: date, days: Collection[date]) -> dict[date, int]:
    """Day -> how many working days after today it is reached, below zero how many ago it was; one statement, none without days.

    The day itself counts, today does not: what is due tomorrow is due in one.
    """
    if not days:
        return {}
    first, last = min(today, *days), max(today, *days)
    said = dict(calendar_between(institution_id, first, last).values_list("date", "working"))
    reached, so_far, day = {first: 0}, 0, first
    while day < last:
        day += DAY
        so_far += said.get(day, day.weekday() < SATURDAY)
        reached[day] = so_far
    return {day: reached[day] - reached[today] for day in days}
