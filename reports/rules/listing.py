"""Which rows a period reports on, and since when they are due. Pure: no database.

A row with an end is due once, in the period that holds its last day. A recurring row is due again and again
(Notice 242, II.3: weekly, monthly; Hòa Bình 2021, IX.3: quarterly). What was due and is not found done is
carried over until it is, or until the next time of the same row comes: so no row stands twice in a period.
A row without an end (standing, conditional, "and the following years") is listed and not counted.

What was due before the institution's first month of use stands there only as its unit's opening sheet says: still open it is
counted with its original day, and owes no more than any other row of that month; where nobody knows, it is listed and not
counted (docs/adr/0049).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from notation.due import Due, DueKind
from reports.words.openings import DONE, OPEN

#: Recurring due times -> the months (1-12) at whose end they fall due; None: a day of the plan's own year.
MONTHS: dict[DueKind, tuple[int, ...]] = {
    DueKind.WEEKLY: tuple(range(1, 13)),
    DueKind.WEEKLY_AND_MONTHLY: tuple(range(1, 13)),
    DueKind.MONTHLY: tuple(range(1, 13)),
    DueKind.QUARTERLY: (3, 6, 9, 12),
    DueKind.HALF_YEARLY: (6, 12),
}
ENDLESS = frozenset({DueKind.PERIODIC, DueKind.STANDING, DueKind.ONWARD, DueKind.AFTER_EVENT})


class Listed(StrEnum):
    """Why a row stands in a report."""

    DUE = "due"
    CARRIED = "carried"
    STANDING = "standing"
    OPENED = "opened"
    UNCLEAR = "unclear"


#: Listed, and none of the N of their plan.
UNCOUNTED = frozenset({Listed.STANDING, Listed.UNCLEAR})


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `starts` to `ends`, both included."""

    starts: date
    ends: date

    def meets(self, other: "Span") -> bool:
        """Whether the two have a day in common."""
        return self.starts <= other.ends and other.starts <= self.ends


@dataclass(frozen=True, slots=True)
class Listing:
    """Why a row stands in a report: `due_on` is the last day of its time, `age` how many months ago that was; `spared`: until
    which day it is not overdue although that has passed."""

    kind: Listed
    due_on: date | None = None
    age: int = 0
    spared: date | None = None

    @property
    def counted(self) -> bool:
        """Whether the row is one of the N of its plan."""
        return self.kind not in UNCOUNTED

    def overdue(self, on: date) -> bool:
        """Whether its time has run out on the day of the report; a month's row ends after the report is due."""
        last = self.spared or self.due_on
        return self.kind != Listed.UNCLEAR and last is not None and last < on


def listed_since(begins: date, stood: str, listing: Listing) -> Listing | None:
    """A listing of an institution that reports here since a day; None: what was due before it was done by then.

    Args:
        stood: what is known of the row before that day (`reports.words.openings`); empty: nothing.
    """
    if listing.due_on is None or listing.due_on >= begins:
        return listing
    if stood == DONE:
        return None
    if stood == OPEN:
        return replace(listing, kind=Listed.OPENED, spared=month_end(begins))
    return replace(listing, kind=Listed.UNCLEAR)


def listing_of(due: Due | None, *, plan: Span, period: Span, done_until: date | None) -> Listing | None:
    """Why the row stands in the period's report, or None.

    Args:
        plan: the year of its plan.
        done_until: the last day of the latest earlier period in which it was found done.
    """
    if due is None or due.kind in ENDLESS:
        return Listing(Listed.STANDING) if plan.meets(period) else None
    latest = max((day for day in days_of(due, plan) if day <= period.ends), default=None)
    if latest is None:
        return None
    if done_until is not None and (due.kind not in MONTHS or done_until >= latest):
        return None
    if latest >= period.starts:
        return Listing(Listed.DUE, latest)
    return Listing(Listed.CARRIED, latest, months_between(latest, period.ends))


def days_of(due: Due, plan: Span) -> Iterator[date]:
    """Every day on which the row falls due."""
    if due.kind in MONTHS:
        yield from (day for day in month_ends(plan) if day.month in MONTHS[due.kind])
    else:
        yield due.end or plan.ends


def month_ends(span: Span) -> Iterator[date]:
    """The last day of every month that ends inside the span."""
    day = month_end(span.starts)
    while day <= span.ends:
        yield day
        day = month_end(day + timedelta(days=1))


def month_end(day: date) -> date:
    """The last day of the month that holds the day."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months_between(earlier: date, later: date) -> int:
    """How many months lie between two days, by the calendar's months."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def following(span: Span) -> Span:
    """The span of as many months that comes next."""
    ends = span.ends
    for _month in range(months_between(span.starts, span.ends) + 1):
        ends = month_end(ends + timedelta(days=1))
    return Span(span.ends + timedelta(days=1), ends)
