"""When a month's reports are due: Notice 242, II.8, in both readings, on an institution's working days. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple, Protocol, Self

from notation.year import EARLIEST, LATEST, PlanYear

#: The last Wednesday inside the month; the Wednesday of the week, Monday to Sunday, that holds its last day.
LAST_WEDNESDAY, LAST_WEEK = READINGS = ("last-wednesday", "last-week")
WEDNESDAY, SATURDAY = 2, 5
DAY = timedelta(days=1)
#: A school year runs from August to July.
AUGUST = 8
MONTH, QUARTER, HALF_YEAR, NINE_MONTHS = "month", "quarter", "half-year", "nine-months"
SEMESTER, YEAR, SCHOOL_YEAR = "semester", "year", "school-year"

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_HALF_YEAR = re.compile(r"([0-9]{4})-H([12])")
_NINE_MONTHS = re.compile(r"([0-9]{4})-(9)M")
_SEMESTER = re.compile(r"([0-9]{4}-[0-9]{4})-S([12])")
#: What a label of so many months looks like; the second group is the place in its year.
_MONTHS = ((MONTH, _MONTH, 1), (QUARTER, _QUARTER, 3), (HALF_YEAR, _HALF_YEAR, 6))


@dataclass(frozen=True, slots=True)
class Span:
    """What the label of a month, of several months, of a year or school year says; both days belong to it."""

    kind: str
    label: str
    starts: date
    ends: date

    @classmethod
    def parse(cls, label: str) -> Self:
        """Reads "2025-08", "2025-Q3", "2025-H1", "2025-9M", "2025-2026-S1", "2025" or "2025-2026".

        A semester is half a school year, August to January or February to July, where nobody says otherwise (`semester`).

        Raises:
            ValueError: none of these, or a year out of reach.
        """
        for kind, pattern, months in _MONTHS:
            if (found := pattern.fullmatch(label)) and EARLIEST <= int(found[1]) <= LATEST:
                starts = date(int(found[1]), (int(found[2]) - 1) * months + 1, 1)
                return cls(kind, label, starts, months_later(starts, months) - DAY)
        if (found := _NINE_MONTHS.fullmatch(label)) and EARLIEST <= int(found[1]) <= LATEST:
            return cls(NINE_MONTHS, label, date(int(found[1]), 1, 1), date(int(found[1]), 9, 30))
        if found := _SEMESTER.fullmatch(label):
            starts = months_later(PlanYear.parse(found[1]).start, 6 * (int(found[2]) - 1))
            return cls(SEMESTER, label, starts, months_later(starts, 6) - DAY)
        year = PlanYear.parse(label)
        return cls(SCHOOL_YEAR if year.school else YEAR, year.label, year.start, year.end)

    @classmethod
    def semester(cls, label: str, first_ends: date) -> Self:
        """A semester ("2026-2027-S1") of a school year whose first one ends on that day: months are reported on whole, so the month
        that holds it is the last of semester I.

        Raises:
            ValueError: not a semester.
        """
        found = _SEMESTER.fullmatch(label)
        if found is None:
            raise ValueError(f"not a semester: {label!r}")
        year, second = PlanYear.parse(found[1]), months_later(first_ends.replace(day=1), 1)
        days = (year.start, second - DAY) if found[2] == "1" else (second, year.end)
        return cls(SEMESTER, label, *days)

    @property
    def last_month(self) -> str:
        """The label of the month that it ends with."""
        return f"{self.ends:%Y-%m}"


def months_later(first: date, count: int) -> date:
    """The first day of the month so many months after the month that begins on `first`."""
    years, month = divmod(first.month - 1 + count, 12)
    return date(first.year + years, month + 1, 1)


def months_of(year: PlanYear) -> list[Span]:
    """The twelve months of a year, or of a school year from August to July."""
    return [Span.parse(f"{months_later(year.start, place):%Y-%m}") for place in range(12)]


class Said(NamedTuple):
    """What a calendar says of one day."""

    working: bool
    name: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """An institution's working days: what is said of a day decides, else Monday to Friday."""

    said: Mapping[date, Said]

    def works(self, day: date) -> bool:
        """Whether the institution works on the day."""
        said = self.said.get(day)
        return day.weekday() < SATURDAY if said is None else said.working

    def name(self, day: date) -> str:
        """What the calendar calls the day; empty when it says nothing of it."""
        said = self.said.get(day)
        return said.name if said else ""

    def preceding(self, day: date) -> date:
        """The day itself when it is worked, else the last working day before it."""
        while not self.works(day):
            day -= DAY
        return day

    def shifted(self, day: date, count: int) -> date:
        """So many working days later; earlier when negative."""
        step = DAY if count > 0 else -DAY
        for _ in range(abs(count)):
            day += step
            while not self.works(day):
                day += step
        return day


class Rule(Protocol):
    """The part of periods.models.DeadlineRule that is computed with."""

    @property
    def reading(self) -> str: ...
    @property
    def hour(self) -> time: ...
    @property
    def unit_days(self) -> int: ...
    @property
    def leadership_days(self) -> int: ...
    @property
    def meeting_days(self) -> int: ...
    @property
    def meeting_hour(self) -> time: ...


@dataclass(frozen=True, slots=True)
class DuePoints:
    """The four due points of a period, in their order."""

    unit_due_at: datetime
    office_due_at: datetime
    leadership_due_at: datetime
    meeting_at: datetime


def raw_day(last: date, reading: str) -> date:
    """The Wednesday that the reading means for the month that ends on `last`, worked or not."""
    if reading == LAST_WEEK:
        return last + timedelta(days=WEDNESDAY - last.weekday())
    return last - timedelta(days=(last.weekday() - WEDNESDAY) % 7)


def deadline_day(last: date, reading: str, calendar: Calendar) -> date:
    """The day on which the monitoring units' reports are due; on a day off, the preceding working day."""
    return calendar.preceding(raw_day(last, reading))


def due_points(last: date, rule: Rule, calendar: Calendar, zone: tzinfo, *, reading: str = "") -> DuePoints:
    """The due points of the month that ends on `last`, in the institution's time zone.

    Args:
        reading: instead of the rule's own.
    """
    day = deadline_day(last, reading or rule.reading, calendar)

    def at(days: int, hour: time) -> datetime:
        return datetime.combine(calendar.shifted(day, days), hour, tzinfo=zone)

    return DuePoints(
        unit_due_at=at(-rule.unit_days, rule.hour),
        office_due_at=at(0, rule.hour),
        leadership_due_at=at(rule.leadership_days, rule.hour),
        meeting_at=at(rule.meeting_days, rule.meeting_hour),
    )


def meets_after_report(rule: Rule) -> bool:
    """Whether the meeting comes after the office's report to the leadership is due, whatever the month."""
    return (rule.meeting_days, rule.meeting_hour) > (rule.leadership_days, rule.hour)


def is_late(at: datetime, due_at: datetime) -> bool:
    """Whether what came at `at` is late: Notice 242 says "before 17:00", so 17:00:00 sharp is."""
    return at >= due_at


def following_school_year_ends(day: date) -> date:
    """The last day (31 July) of the school year after the one that holds the day: the farthest that anybody promises."""
    begins = day.year if day.month >= AUGUST else day.year - 1
    return date(begins + 2, 7, 31)
