"""Stretches of the calendar in words: a day, months, quarters, half years, years.

Everything here works on folded text (see `text.fold`) with plain dashes: "thang 6-8/2021".
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from .year import EARLIEST, LATEST, PlanYear

ROMAN_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class ImpossibleDate(ValueError):
    """The words name a date that no calendar has, or a range that ends before it starts."""


class Span(NamedTuple):
    """Both days are included; `unit` is day, month, quarter, half_year or year, with _range for several."""

    unit: str
    start: date
    end: date


def read_span(text: str, year: PlanYear) -> Span | None:
    """Read one stretch, a range ("tu thang 9 den thang 5") or a list of stretches; None when it is none.

    A missing year is taken from the plan year. Raises ImpossibleDate.
    """
    return _atom(text, year) or _range(text, year) or _list(text, year)


def _atom(text: str, year: PlanYear) -> Span | None:
    for pattern, build in _ATOMS:
        if match := pattern.fullmatch(text):
            return build(match, year)
    return None


def _range(text: str, year: PlanYear) -> Span | None:
    for joint in re.finditer(r"\s+den(?: het)?\s+|\s*-\s*", text):
        left, right = text[: joint.start()].removeprefix("tu "), text[joint.end() :]
        word = re.match(r"(?:thang|quy|nam|ngay)\b", left)
        last = _atom(right, year) or (_atom(f"{word[0]} {right}", year) if word else None)
        first = last and _first_of_range(left, last, year)
        if first and last:
            return _joined([first, last])
    return None


def _first_of_range(text: str, last: Span, year: PlanYear) -> Span | None:
    """Without a year of its own the first end takes the plan year's, else that of the last end."""
    first = _atom(text, year)
    if first and first.start > last.end and not re.search(r"\d{4}", text):
        return _atom(text, PlanYear(last.end.year))
    return first


def _list(text: str, year: PlanYear) -> Span | None:
    parts = [_atom(part, year) for part in re.split(r"\s*[;,]\s*|\s+va\s+", text)]
    spans = [span for span in parts if span]
    if len(spans) < 2 or len(spans) < len(parts):
        return None
    return _joined(sorted(spans, key=lambda span: span.start))


def _joined(spans: list[Span]) -> Span:
    units = {span.unit.removesuffix("_range") for span in spans}
    unit = units.pop() if len(units) == 1 else "day"
    return _ordered(f"{unit}_range", spans[0].start, spans[-1].end)


def _ordered(unit: str, start: date, end: date) -> Span:
    if start > end:
        raise ImpossibleDate(f"{start} is after {end}")
    return Span(unit, start, end)


def _calendar_year(digits: str) -> int:
    number = 2000 + int(digits) if len(digits) == 2 else int(digits)
    if not EARLIEST <= number <= LATEST:
        raise ImpossibleDate(f"year {digits}")
    return number


def _date(day: int, month: int, digits: str | None, year: PlanYear) -> date:
    number = _calendar_year(digits) if digits else year.year_of(month)
    try:
        return date(number, month, day)
    except ValueError as error:
        raise ImpossibleDate(str(error)) from error


def _months(first: date, last: date, unit: str) -> Span:
    return _ordered(unit, first, last.replace(day=monthrange(last.year, last.month)[1]))


def _day(match: re.Match[str], year: PlanYear) -> Span:
    day = _date(int(match["day"]), int(match["month"]), match["year"], year)
    return Span("day", day, day)


def _days(match: re.Match[str], year: PlanYear) -> Span:
    month = int(match["month"])
    ends = [_date(int(match[name]), month, match["year"], year) for name in ("first", "last")]
    return _ordered("day_range", ends[0], ends[1])


def _month_list(match: re.Match[str], year: PlanYear) -> Span:
    months = [int(number) for number in re.findall(r"\d+", match["months"])]
    starts = [_date(1, month, match["year"], year) for month in (months[0], months[-1])]
    crosses_new_year = year.school and match["year"] and starts[0] > starts[1]
    if crosses_new_year:  # "thang 9-5/2026" of a school year starts the September before
        starts[0] = starts[0].replace(year=starts[0].year - 1)
    return _months(starts[0], starts[1], "month" if len(months) == 1 else "month_range")


def _quarter_list(match: re.Match[str], year: PlanYear) -> Span:
    words = re.findall(r"\d+|[ivx]+", match["quarters"])
    numbers = [ROMAN_QUARTERS.get(word, int(word) if word.isdigit() else 0) for word in words]
    if not all(1 <= number <= 4 for number in numbers):
        raise ImpossibleDate(f"quarter {match['quarters']}")
    # A quarter belongs to the year of its last month: quarter III opens a school year in August.
    ends = [_date(1, number * 3, match["year"], year) for number in (numbers[0], numbers[-1])]
    return _months(
        ends[0].replace(month=ends[0].month - 2), ends[1], "quarter" if len(words) == 1 else "quarter_range"
    )


def _half_year(match: re.Match[str], year: PlanYear) -> Span:
    number = _calendar_year(match["year"]) if match["year"] else year.first
    first, last = (1, 6) if match["half"] == "dau" else (7, 12)
    return _months(date(number, first, 1), date(number, last, 1), "half_year")


def _year(match: re.Match[str], year: PlanYear) -> Span:
    if not match["year"]:
        return Span("year", year.start, year.end)
    number = _calendar_year(match["year"])
    return Span("year", date(number, 1, 1), date(number, 12, 31))


def _school_year(match: re.Match[str], year: PlanYear) -> Span:
    if not match["years"]:
        return Span("year", year.start, year.end)
    try:
        named = PlanYear.parse(match["years"])
    except ValueError as error:
        raise ImpossibleDate(str(error)) from error
    return Span("year", named.start, named.end)


def _years(match: re.Match[str], year: PlanYear) -> Span:
    first, last = _calendar_year(match["first"]), _calendar_year(match["last"])
    return _ordered("year_range", date(first, 1, 1), date(last, 12, 31))


def _listed(item: str, word: str) -> str:
    return rf"{item}(?:\s*(?:,|-|&|\+|\bva\b|\bden\b)\s*(?:{word}\s+)?{item})*"


_YEAR = r"(?:\s*(?:/|-|,|\.|\bnam\b)\s*(?P<year>\d{4,5}|\d{2}))"
_MONTHS = _listed(r"\d{1,2}", "thang")
_QUARTERS = _listed(r"(?:[ivx]+|\d)", "quy")
_DAYS = r"(?P<first>\d{1,2})\s*(?:-|den)\s*(?P<last>\d{1,2})"
_DAY_MONTH = r"(?P<day>\d{1,2})\s*(?P<mark>[/.-])\s*(?P<month>\d{1,2})"
_ATOMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], PlanYear], Span]], ...] = (
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"), _day),
    (re.compile(rf"(?:thang|t\.?)\s*(?P<months>{_MONTHS}){_YEAR}?"), _month_list),
    (re.compile(r"(?P<months>\d{1,2}(?:-\d{1,2})?)\s*/\s*(?P<year>\d{4,5})"), _month_list),
    (re.compile(rf"(?:ngay\s+)?{_DAY_MONTH}\s*(?P=mark)\s*(?P<year>\d{{4,5}}|\d\d)"), _day),
    # Without a year "6-8" may be two months: only "ngày 6-8" and "6/8" are a day.
    (re.compile(rf"ngay\s+{_DAY_MONTH}(?P<year>)"), _day),
    (re.compile(r"(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})(?P<year>)"), _day),
    (re.compile(rf"(?:ngay\s+)?(?P<day>\d{{1,2}})\s+thang\s+(?P<month>\d{{1,2}}){_YEAR}?"), _day),
    (re.compile(rf"(?:ngay\s+)?{_DAYS}\s*(?:/|thang)\s*(?P<month>\d{{1,2}}){_YEAR}?"), _days),
    (re.compile(rf"quy\s+(?P<quarters>{_QUARTERS}){_YEAR}?"), _quarter_list),
    (re.compile(r"(?:6|sau) thang (?P<half>dau|cuoi)(?: nam)?(?: (?P<year>\d{4,5}))?"), _half_year),
    (re.compile(r"nam hoc(?:\s+(?P<years>\d{4}\s*-\s*\d{4}))?"), _school_year),
    (re.compile(r"(?:giai doan|nam)\s+(?P<first>\d{4,5})\s*(?:-|den)\s*(?P<last>\d{4,5})"), _years),
    (re.compile(r"(?:nam\s+)?(?P<year>\d{4,5})"), _year),
    (re.compile(r"nam(?P<year>)"), _year),
)
