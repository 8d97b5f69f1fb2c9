"""The deadline of a month in both readings: dates that were looked up by hand, and what holds for any date."""

from dataclasses import astuple, dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notation.year import PlanYear
from organization.actions import edit_calendar
from periods.queries import calendar_around
from periods.rules.deadlines import (
    READINGS,
    Calendar,
    Said,
    Span,
    deadline_day,
    due_points,
    is_late,
    meets_after_report,
    months_of,
    raw_day,
)
from tests.factories import World

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
#: month, the last Wednesday inside it, the Wednesday of the week that holds its last day.
BY_HAND = """
2025-07  2025-07-30  2025-07-30
2025-08  2025-08-27  2025-08-27
2025-09  2025-09-24  2025-10-01
2025-10  2025-10-29  2025-10-29
2025-11  2025-11-26  2025-11-26
2025-12  2025-12-31  2025-12-31
2026-01  2026-01-28  2026-01-28
2026-02  2026-02-25  2026-02-25
2026-03  2026-03-25  2026-04-01
2026-04  2026-04-29  2026-04-29
2026-05  2026-05-27  2026-05-27
2026-06  2026-06-24  2026-07-01
2026-07  2026-07-29  2026-07-29
2026-08  2026-08-26  2026-08-28
2026-09  2026-09-30  2026-09-30
2026-10  2026-10-28  2026-10-28
2026-11  2026-11-25  2026-12-02
2026-12  2026-12-30  2026-12-30
2027-01  2027-01-27  2027-01-27
2027-02  2027-02-24  2027-02-24
2027-03  2027-03-31  2027-03-31
2027-04  2027-04-28  2027-04-28
2027-05  2027-05-26  2027-06-02
2027-06  2027-06-30  2027-06-30
2027-07  2027-07-28  2027-07-28
2027-11  2027-11-23  2027-12-01
"""
# Two of them are moved. 8/2026, second reading: Wednesday 2/9/2026 is National Day, so is 1/9, and 31/8 is swapped
# with Saturday 22/8: Friday 28/8. 11/2027, first reading: Wednesday 24/11/2027 is the Vietnam Cultural Day: 23/11.
MOVED = {("2026-08", "last-week"): date(2026, 9, 2), ("2027-11", "last-wednesday"): date(2027, 11, 24)}
CASES = [
    (month, reading, date.fromisoformat(day))
    for month, *days in map(str.split, BY_HAND.strip().splitlines())
    for reading, day in zip(("last-wednesday", "last-week"), days, strict=True)
]


@dataclass(frozen=True)
class Rule:
    """A rule; by default the usual one."""

    reading: str = "last-wednesday"
    hour: time = time(17)
    unit_days: int = 2
    leadership_days: int = 1
    meeting_days: int = 2
    meeting_hour: time = time(8)


def calendar_of(world: World, month: str) -> Calendar:
    """The working days around a month, as the product reads them."""
    span = Span.parse(month)
    return calendar_around(world.institution, span.starts, span.ends)


def points(world: World, month: str, **rule) -> list[str]:
    """The four due points of a month, as "day/month hour"."""
    found = due_points(Span.parse(month).ends, Rule(**rule), calendar_of(world, month), ZONE)
    return [f"{at.day}/{at.month} {at:%H:%M}" for at in astuple(found)]


@pytest.mark.parametrize(("month", "reading", "day"), CASES)
def test_every_known_month_in_both_readings(one, month, reading, day):
    assert deadline_day(Span.parse(month).ends, reading, calendar_of(one, month)) == day


def test_no_other_month_than_the_two_is_moved(one):
    raw = {(month, reading): raw_day(Span.parse(month).ends, reading) for month, reading, _day in CASES}
    assert {
        (month, reading): raw[month, reading] for month, reading, day in CASES if raw[month, reading] != day
    } == MOVED


def test_the_readings_differ_in_six_months_of_the_25():
    ends = {month: Span.parse(month).ends for month, _reading, _day in CASES if month < "2027-08"}
    differ = [
        month for month, last in ends.items() if raw_day(last, READINGS[0]) != raw_day(last, READINGS[1])
    ]
    assert sorted(set(differ)) == ["2025-09", "2026-03", "2026-06", "2026-08", "2026-11", "2027-05"]


def test_the_calendar_of_the_institution_is_what_counts(one):
    edit_calendar(
        one.institution.id, date(2025, 8, 27), working=False, name="Ngày truyền thống", source="QĐ 1"
    )
    assert deadline_day(date(2025, 8, 31), "last-wednesday", calendar_of(one, "2025-08")) == date(2025, 8, 26)


@pytest.mark.parametrize(
    ("month", "reading", "expected"),
    [
        ("2025-08", "last-wednesday", ["25/8 17:00", "27/8 17:00", "28/8 17:00", "29/8 08:00"]),
        # 1/1/2026 is off; the weekend follows.
        ("2025-12", "last-wednesday", ["29/12 17:00", "31/12 17:00", "2/1 17:00", "5/1 08:00"]),
        # Monday 27/4 makes up for Hùng Kings on a Sunday, 30/4 and 1/5 are off; the weekend follows.
        ("2026-04", "last-week", ["24/4 17:00", "29/4 17:00", "4/5 17:00", "5/5 08:00"]),
        # 31/8 to 2/9 are off, after a weekend.
        ("2026-08", "last-week", ["26/8 17:00", "28/8 17:00", "3/9 17:00", "4/9 08:00"]),
        # Tuesday 24/11/2026 is the Vietnam Cultural Day.
        ("2026-11", "last-wednesday", ["20/11 17:00", "25/11 17:00", "26/11 17:00", "27/11 08:00"]),
    ],
)
def test_the_other_due_points_are_working_days_away(one, month, reading, expected):
    assert points(one, month, reading=reading) == expected


def test_a_saturday_that_is_worked_counts(one):
    assert points(one, "2026-08", unit_days=3)[0] == "22/8 17:00"


def test_hours_and_distances_are_the_rules(one):
    rule = {
        "hour": time(16, 30),
        "unit_days": 0,
        "leadership_days": 0,
        "meeting_days": 0,
        "meeting_hour": time(19),
    }
    assert points(one, "2025-08", **rule) == ["27/8 16:30", "27/8 16:30", "27/8 16:30", "27/8 19:00"]


def test_the_hour_is_meant_in_the_time_zone_of_the_institution():
    calendar = Calendar({})
    moment = due_points(date(2025, 8, 31), Rule(), calendar, ZONE).office_due_at
    assert moment == datetime.fromisoformat("2025-08-27T10:00:00+00:00")
    tokyo = due_points(date(2025, 8, 31), Rule(), calendar, ZoneInfo("Asia/Tokyo")).office_due_at
    assert tokyo == datetime.fromisoformat("2025-08-27T08:00:00+00:00")


@pytest.mark.parametrize(
    ("at", "late"),
    [("16:59:59.999999", False), ("17:00:00", True), ("17:00:00.000001", True), ("09:00:00", False)],
)
def test_five_sharp_is_late(at, late):
    due = datetime(2025, 8, 27, 17, tzinfo=ZONE)
    assert is_late(datetime.fromisoformat(f"2025-08-27T{at}+07:00"), due) is late


def test_an_hour_is_compared_across_time_zones():
    due = datetime(2025, 8, 27, 17, tzinfo=ZONE)
    assert is_late(datetime.fromisoformat("2025-08-27T10:00:00+00:00"), due)
    assert not is_late(datetime.fromisoformat("2025-08-27T09:59:59+00:00"), due)


@pytest.mark.parametrize(
    ("label", "starts", "ends", "last_month"),
    [
        ("2026-02", "2026-02-01", "2026-02-28", "2026-02"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2025-12", "2025-12-01", "2025-12-31", "2025-12"),
        ("2025-Q1", "2025-01-01", "2025-03-31", "2025-03"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "2025-12"),
        ("2025", "2025-01-01", "2025-12-31", "2025-12"),
        ("2025-2026", "2025-08-01", "2026-07-31", "2026-07"),
    ],
)
def test_labels_say_their_days(label, starts, ends, last_month):
    span = Span.parse(label)
    assert (str(span.starts), str(span.ends), span.last_month) == (starts, ends, last_month)


@pytest.mark.parametrize(
    "label", ["", "2025-13", "2025-00", "2025-8", "2025-Q5", "2025-Q0", "1889-08", "٢٠٢٥-08", "08/2025"]
)
def test_other_labels_are_no_periods(label):
    with pytest.raises(ValueError, match="not a"):
        Span.parse(label)


def test_a_school_year_runs_from_august_to_july():
    labels = [span.label for span in months_of(PlanYear.parse("2026-2027"))]
    assert labels == ["2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04",
                      "2027-05", "2027-06", "2027-07"]  # fmt: skip


LABELS = st.builds("{}-{:02}".format, st.integers(2000, 2090), st.integers(1, 12))
DISTANCES = st.integers(0, 8)
RULES = st.builds(
    Rule, st.sampled_from(READINGS), st.times(), DISTANCES, DISTANCES, DISTANCES, st.times()
).filter(meets_after_report)
#: What a calendar says of days around a month's end, by their distance from it.
CALENDARS = st.dictionaries(st.integers(-40, 20), st.booleans(), max_size=40)


def said(last: date, days: dict[int, bool]) -> Calendar:
    """A calendar that says these things."""
    return Calendar({last + timedelta(days=days_): Said(working, "") for days_, working in days.items()})


@given(LABELS, st.sampled_from(READINGS), CALENDARS)
def test_the_deadline_is_a_working_day_and_never_later_than_the_wednesday(label, reading, days):
    last = Span.parse(label).ends
    calendar, raw = said(last, days), raw_day(last, reading)
    day = deadline_day(last, reading, calendar)
    assert raw.weekday() == 2
    assert calendar.works(day)
    assert day <= raw
    assert not any(calendar.works(day + timedelta(days=after)) for after in range(1, (raw - day).days + 1))


@given(LABELS, RULES, CALENDARS)
def test_due_points_follow_each_other_on_working_days(label, rule, days):
    last = Span.parse(label).ends
    calendar = said(last, days)
    found = astuple(due_points(last, rule, calendar, ZONE))
    assert list(found) == sorted(found)
    assert all(calendar.works(at.date()) for at in found)
