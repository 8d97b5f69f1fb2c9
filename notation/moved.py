"""The wording of a due time in a later plan year. Nothing is invented: what cannot be said for certain is not said."""

import re
from calendar import monthrange
from datetime import date

from .due import Due, DueKind, read_due
from .text import one_line
from .year import PlanYear

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def moved_due(wording: str, before: PlanYear, after: PlanYear) -> str | None:
    """The same time in the plan of another year: with the years of the one in the place of those of the other.

    What waits for an event, and what runs on into the later year, stays as written. A blank stays blank. None: the wording is not
    understood, lies outside of its own plan year, or names a time that the later year does not have.
    """
    due = read_due(wording, before).due
    if not one_line(wording) or (due is not None and due.kind == DueKind.AFTER_EVENT):
        return wording
    if due is None:
        return None
    if _runs_on(due, after) and read_due(wording, after).due == due:
        return wording
    by = after.first - before.first
    text = in_year(wording, before, after)
    reading = read_due(text, after)
    if reading.due is None or reading.issues or not _agrees(due, reading.due, by):
        return None
    return text


def in_year(text: str, before: PlanYear, after: PlanYear) -> str:
    """The text with each year of the one plan year, where it is named in figures, as that of the other."""
    named = {before.start.year, before.end.year}

    def later(match: re.Match[str]) -> str:
        year = int(match[0])
        return str(year + after.first - before.first) if year in named else match[0]

    return _YEAR.sub(later, text)


def _runs_on(due: Due, after: PlanYear) -> bool:
    """Whether a time with a day of its own is not over when the later year begins."""
    return (due.start or due.end) is not None and (due.end is None or due.end >= after.start)


def _agrees(due: Due, moved: Due, by: int) -> bool:
    """Whether they are the same time, as many years apart."""
    days = ((due.start, moved.start), (due.end, moved.end))
    return due.kind == moved.kind and all(_same_day(one, other, by) for one, other in days)


def _same_day(one: date | None, other: date | None, by: int) -> bool:
    """The same day of another year; the last of a month stays the last."""
    if one is None or other is None:
        return one is other
    same_month = (one.year + by, one.month) == (other.year, other.month)
    return same_month and (one.day == other.day or (_is_last(one) and _is_last(other)))


def _is_last(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
