"""The wording of a due time in a later plan year (notation/moved.py)."""

import pytest

from notation.moved import in_year, moved_due
from notation.year import PlanYear

SCHOOL = PlanYear(2026, school=True), PlanYear(2027, school=True)
CALENDAR = PlanYear(2026), PlanYear(2027)


@pytest.mark.parametrize(
    ("wording", "moved"),
    [
        ("Tháng 12/2026", "Tháng 12/2027"),
        ("Tháng 3/2027", "Tháng 3/2028"),
        ("Trước ngày 05/11/2026", "Trước ngày 05/11/2027"),
        ("Tháng 2/2027", "Tháng 2/2028"),
        ("Năm học 2026-2027", "Năm học 2027-2028"),
        ("Tháng 12", "Tháng 12"),
        ("Hằng tháng", "Hằng tháng"),
        ("Thường xuyên", "Thường xuyên"),
        ("Sau khi có Nghị định 78/2026/NĐ-CP", "Sau khi có Nghị định 78/2026/NĐ-CP"),
        ("Tháng 9/2027", "Tháng 9/2027"),
        ("", ""),
        ("theo chỉ đạo", None),
        ("Tháng 5/2026", None),
        ("29/02/2028", "29/02/2028"),
    ],
)
def test_in_the_next_school_year(wording: str, moved: str | None) -> None:
    assert moved_due(wording, *SCHOOL) == moved


@pytest.mark.parametrize(
    ("wording", "moved"),
    [
        ("Trong năm 2026", "Trong năm 2027"),
        ("Quý II/2026", "Quý II/2027"),
        ("Giai đoạn 2026-2030", "Giai đoạn 2026-2030"),
        ("Giai đoạn 2021-2026", None),
        ("Năm 2026 và các năm tiếp theo", "Năm 2026 và các năm tiếp theo"),
    ],
)
def test_in_the_next_calendar_year(wording: str, moved: str | None) -> None:
    assert moved_due(wording, *CALENDAR) == moved


def test_a_day_that_the_later_year_does_not_have_is_not_said() -> None:
    assert moved_due("29/02/2028", PlanYear(2028), PlanYear(2029)) is None


def test_only_years_of_the_plan_year_are_moved() -> None:
    title = "Kế hoạch năm học 2026 - 2027 theo Thông báo 242 năm 2025"
    assert in_year(title, *SCHOOL) == "Kế hoạch năm học 2027 - 2028 theo Thông báo 242 năm 2025"
