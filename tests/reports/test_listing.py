"""Which rows a month reports on: a table by hand, from the due times of the seed documents."""

from datetime import date

import pytest

from notation.due import read_due
from notation.year import PlanYear
from reports.rules.listing import Listed, Listing, Span, following, listing_of, months_between

YEAR = PlanYear.parse("2025-2026")
PLAN = Span(YEAR.start, YEAR.end)
AUGUST, SEPTEMBER = Span(date(2025, 8, 1), date(2025, 8, 31)), Span(date(2025, 9, 1), date(2025, 9, 30))
OCTOBER, DECEMBER = Span(date(2025, 10, 1), date(2025, 10, 31)), Span(date(2025, 12, 1), date(2025, 12, 31))
QUARTER = Span(date(2025, 10, 1), date(2025, 12, 31))
DUE, CARRIED, STANDING = Listed.DUE, Listed.CARRIED, Listed.STANDING


def listed(text: str, period: Span, done_until: date | None = None, plan: Span = PLAN) -> Listing | None:
    due = read_due(text, YEAR).due
    return listing_of(due, plan=plan, period=period, done_until=done_until)


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("Tháng 8/2025", AUGUST, Listing(DUE, date(2025, 8, 31))),
        ("Tháng 8/2025", SEPTEMBER, Listing(CARRIED, date(2025, 8, 31), 1)),
        ("Tháng 8/2025", DECEMBER, Listing(CARRIED, date(2025, 8, 31), 4)),
        ("Tháng 9/2025", AUGUST, None),
        ("trước ngày 30/9/2025", SEPTEMBER, Listing(DUE, date(2025, 9, 29))),
        ("chậm nhất ngày 25/8/2025", AUGUST, Listing(DUE, date(2025, 8, 25))),
        ("Tháng 8-10/2025", SEPTEMBER, None),
        ("Tháng 8-10/2025", OCTOBER, Listing(DUE, date(2025, 10, 31))),
        ("Quý IV/2025", OCTOBER, None),
        ("Quý IV/2025", DECEMBER, Listing(DUE, date(2025, 12, 31))),
        ("Năm 2025", DECEMBER, Listing(DUE, date(2025, 12, 31))),
        ("Hằng tháng", AUGUST, Listing(DUE, date(2025, 8, 31))),
        ("Hằng tháng", SEPTEMBER, Listing(DUE, date(2025, 9, 30))),
        ("hàng tuần, tháng", SEPTEMBER, Listing(DUE, date(2025, 9, 30))),
        ("Hằng quý", SEPTEMBER, Listing(DUE, date(2025, 9, 30))),
        ("Hằng quý", OCTOBER, Listing(CARRIED, date(2025, 9, 30), 1)),
        ("Hằng quý", AUGUST, None),
        ("trước ngày 05/11 hằng năm", OCTOBER, None),
        ("trước ngày 05/11 hằng năm", DECEMBER, Listing(CARRIED, date(2025, 11, 4), 1)),
        ("Thường xuyên", AUGUST, Listing(STANDING)),
        ("Sau khi có Nghị định của Chính phủ", AUGUST, Listing(STANDING)),
        ("Năm 2024 và các năm tiếp theo", AUGUST, Listing(STANDING)),
        ("khi nào xong thì thôi", AUGUST, Listing(STANDING)),
        ("Tháng 10/2025", QUARTER, Listing(DUE, date(2025, 10, 31))),
    ],
)
def test_a_row_stands_in_a_period(text, period, expected):
    assert listed(text, period) == expected


@pytest.mark.parametrize(
    ("text", "period", "done_until", "expected"),
    [
        ("Tháng 8/2025", SEPTEMBER, date(2025, 8, 31), None),
        ("Tháng 12/2025", DECEMBER, date(2025, 8, 31), None),
        ("Hằng tháng", SEPTEMBER, date(2025, 8, 31), Listing(DUE, date(2025, 9, 30))),
        ("Hằng quý", OCTOBER, date(2025, 9, 30), None),
        ("Hằng quý", OCTOBER, date(2025, 8, 31), Listing(CARRIED, date(2025, 9, 30), 1)),
    ],
)
def test_what_was_found_done_is_over_until_its_next_time(text, period, done_until, expected):
    assert listed(text, period, done_until) == expected


def test_a_standing_row_of_another_year_is_not_listed():
    assert listed("Thường xuyên", AUGUST, plan=Span(date(2023, 8, 1), date(2024, 7, 31))) is None


def test_the_last_time_of_a_recurring_row_is_carried_over_beyond_its_year():
    ended = Span(date(2024, 8, 1), date(2025, 7, 31))
    assert listed("Hằng tháng", AUGUST, plan=ended) == Listing(CARRIED, date(2025, 7, 31), 1)


def test_a_rows_time_runs_out_on_the_day_after_its_last():
    row = Listing(DUE, date(2025, 8, 27))
    assert not row.overdue(date(2025, 8, 27))
    assert row.overdue(date(2025, 8, 28))
    assert not Listing(STANDING).overdue(date(2026, 1, 1))


def test_the_next_period_is_as_long():
    assert following(AUGUST) == SEPTEMBER
    assert following(QUARTER) == Span(date(2026, 1, 1), date(2026, 3, 31))
    assert following(Span(date(2026, 1, 1), date(2026, 1, 31))) == Span(date(2026, 2, 1), date(2026, 2, 28))


def test_months_are_counted_by_the_calendar():
    assert months_between(date(2025, 8, 31), date(2026, 2, 1)) == 6
