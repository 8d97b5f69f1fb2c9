"""Verdicts are typed in a grid, the unit's word beside them: agreed with for many rows at once, written one by one, by two people."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Window
from .test_month_sheet import all_saved, both_write, cell
from .test_screens import look, monitoring_report

pytestmark = pytest.mark.browser
OFFICER, HEAD, UNIT, MONTH = "ts-hn.officer", "ts-hn.head", "TS-HN", "2026-11"


def opened(page: Page) -> Locator:
    """The report's verdicts."""
    page.goto(monitoring_report(page, UNIT, MONTH))
    grid = page.get_by_role("grid", name="Kết quả theo dõi")
    expect(grid).to_be_visible()
    return grid


def rows_of(page: Page) -> list[dict[str, Any]]:
    """The rows in their order, as the server has them."""
    report = page.request.get(f"/api/v1/reports/{page.url.rsplit('/', 1)[1]}").json()
    return [row for plan in report["plans"] for row in plan["rows"]]


def has_word(row: dict[str, Any]) -> bool:
    return bool(row["word"]) and row["word"]["done"] is not None


def test_agreeing_with_many_and_taking_it_back(window: Window) -> None:
    page = window(OFFICER)
    grid = opened(page)
    told = [row for row in rows_of(page) if has_word(row)]
    assert told
    assert all(row["done"] is None for row in told)
    cell(grid, 1, "TT").click()
    page.keyboard.press("Control+a")
    agree = page.get_by_role("button", name=f"Đồng ý với đơn vị ({len(told)} dòng đang chọn)")
    agree.click()
    all_saved(page)
    for row in (now for now in rows_of(page) if has_word(now)):
        assert {name: row[name] for name in ("done", "completed_on", "result")} == {
            name: row["word"][name] for name in ("done", "completed_on", "result")
        }
    cell(grid, 1, "TT").click()
    page.keyboard.press("Control+z")
    all_saved(page)
    assert all(row["done"] is None for row in rows_of(page) if has_word(row))
    page.keyboard.press("Control+y")
    all_saved(page)
    assert all(row["done"] is not None for row in rows_of(page) if has_word(row))
    look(page, "findings-grid")


def test_a_verdict_against_the_word_says_so(window: Window) -> None:
    page = window(OFFICER)
    grid = opened(page)
    said = [bool(has_word(row) and row["word"]["done"]) for row in rows_of(page)]
    place = said.index(True) + 1
    cell(grid, place, "Kết quả").click()
    page.keyboard.type("c")
    page.keyboard.press("Enter")
    expect(
        grid.get_by_text(re.compile("Đơn vị báo hoàn thành, đơn vị theo dõi đánh giá chưa"))
    ).to_be_visible()
    all_saved(page)
    row = rows_of(page)[place - 1]
    assert (row["done"], row["contradiction"], row["agreed"]) == (False, True, False)


def test_two_people_judge_one_report(window: Window) -> None:
    officer, head = window(OFFICER), window(HEAD)
    both_write(opened(officer), "Đã kiểm tra hồ sơ", opened(head), "Thiếu viên chức")
    row = rows_of(officer)[0]
    assert (row["result"], row["cause"]) == ("Đã kiểm tra hồ sơ", "Thiếu viên chức")
