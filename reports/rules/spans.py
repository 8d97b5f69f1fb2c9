"""A quarter, half-year, nine months, semester or year is a span of months and is built from them. Pure.

What was found done in a month is done with that result; a recurring row counts once for each of its days inside; what a
later day of the same row has replaced stays as its month left it. Only what is open is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notation.due import Due
from reports.words import SILENT, Said

from .listing import ENDLESS, MONTHS, Listed, Listing, Span, days_of, month_end, months_between


@dataclass(frozen=True, slots=True)
class MonthWord:
    """What a month's reports said of a row: the unit, and whoever follows it (a confirmed update included)."""

    label: str
    ends: date
    word: Said = SILENT
    verdict: Said = SILENT

    @property
    def spoken(self) -> bool:
        """Whether it said anything."""
        return self.word != SILENT or self.verdict != SILENT

    @property
    def said(self) -> Said:
        """What counts: the verdict, where there is one."""
        return self.word if self.verdict.done is None else self.verdict


@dataclass(frozen=True, slots=True)
class Instance:
    """One time of a row inside a span, with what its months said, oldest first.

    `settled`: the month that settled it, or in which a later time of the row took its place; empty where it is open, and
    asked.
    """

    listing: Listing
    months: tuple[MonthWord, ...] = ()
    settled: str = ""


def listings_in(due: Due | None, *, plan: Span, span: Span, done_until: date | None) -> list[Listing]:
    """Why a row stands in a span: once for each of its days inside, before them what was carried over into its first month;
    or standing. The oldest first.

    Args:
        done_until: the last day of the latest period before the span in which it was found done.
    """
    if due is None or due.kind in ENDLESS:
        return [Listing(Listed.STANDING)] if plan.meets(span) else []
    days = sorted(day for day in days_of(due, plan) if day <= span.ends)
    if not days or (done_until is not None and due.kind not in MONTHS):
        return []
    inside = [Listing(Listed.DUE, day) for day in days if day >= span.starts]
    first = [day for day in days if day <= month_end(span.starts)]
    if not first or first[-1] >= span.starts or (done_until is not None and done_until >= first[-1]):
        return inside
    return [Listing(Listed.CARRIED, first[-1], months_between(first[-1], span.ends)), *inside]


def instances(listings: Sequence[Listing], months: Iterable[MonthWord]) -> Iterator[Instance]:
    """Each listing with the words of the months in which it was the row's latest; `months` come oldest first."""
    told = list(months)
    for place, listing in enumerate(listings):
        following = listings[place + 1].due_on if place + 1 < len(listings) else None
        mine = tuple(
            one
            for one in told
            if (listing.due_on is None or place == 0 or one.ends >= listing.due_on)
            and (following is None or one.ends < following)
        )
        done = next((one.label for one in mine if one.said.done), "")
        replaced = "" if following is None else mine[-1].label if mine else f"{listing.due_on:%Y-%m}"
        yield Instance(listing, mine, done or replaced)
