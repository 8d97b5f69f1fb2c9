"""A month's sheet is typed like a spreadsheet: by keyboard alone, with files dropped on rows, with two taps on a phone."""

import re
import time
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Window
from .test_grid import Keys
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
OFFICER, DEPUTY, SHEET = "hcqt.officer", "hcqt.deputy", "/sheets/2026-11/HCQT"
PHONE = dict(zip(("width", "height"), SIZES["phone"], strict=True))
#: Keys for a row; a month of ten is to take 900 at most. Seconds for a row on a phone, with the file that proves it.
MOST_KEYS, MOST_SECONDS = 90, 8
RESULT, EVIDENCE = "Đã ban hành và triển khai đến các đơn vị", "125/BC-HCQT"
#: Puts a file on a row as a mouse would.
DROP = """([row, name]) => {
  const files = new DataTransfer();
  files.items.add(new File([new Uint8Array([255, 216, 255]), name], name, { type: 'image/jpeg' }));
  for (const type of ['dragover', 'drop'])
    row.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
}"""


def parts(page: Page) -> list[dict[str, Any]]:
    """What the server has, part by part."""
    return list(page.request.get("/api/v1/sheets/2026-11/HCQT").json()["parts"])


def cell(grid: Locator, row: int, column: str) -> Locator:
    """A cell by its row, from 1, and the title of its column."""
    titles = [title.strip() for title in grid.get_by_role("columnheader").all_inner_texts()]
    return grid.locator(f'tr[aria-rowindex="{row + 1}"] [role=gridcell]').nth(titles.index(column))


def grids(page: Page) -> list[Locator]:
    page.goto(SHEET)
    expect(page.get_by_role("grid").first).to_be_visible()
    return page.get_by_role("grid").all()


def all_saved(page: Page) -> None:
    for state in page.get_by_role("status", name="Trạng thái lưu").all():
        expect(state).to_have_text(re.compile("^$|^Đã lưu"))


def test_a_month_by_keyboard_alone(window: Window) -> None:
    page = window(OFFICER)
    keys, rows = Keys(page), 0
    for grid in grids(page):
        count = grid.locator("tr[data-row]").count()
        cell(grid, 1, "Kết quả").click()
        for _row in range(count):
            keys.write("x")
            keys.press("Tab", "Tab")
            keys.write(RESULT)
            keys.press("Tab")
            keys.write(EVIDENCE)
            keys.press("Enter")
        rows += count
    all_saved(page)
    said = [row for part in parts(page) for row in part["rows"]]
    assert len(said) == rows > 5
    assert {row["result"] for row in said} == {RESULT}
    assert all(row["done"] and row["completed_on"] for row in said)
    assert {item["value"] for row in said for item in row["evidence"]} == {EVIDENCE}
    assert keys.count <= MOST_KEYS * rows, f"{keys.count} keys for {rows} rows"
    look(page, "month-sheet")


def test_what_is_not_done_is_typed_as_an_office_writes_it(window: Window) -> None:
    """Not done takes its day away; a day without its year is read ahead; what nobody can read is told and kept."""
    page = window(OFFICER)
    grid = grids(page)[0]
    cell(grid, 1, "Kết quả").click()
    page.keyboard.type("c")
    expect(grid.get_by_role("option", name="Chưa hoàn thành")).to_be_visible()
    page.keyboard.press("Tab")
    cell(grid, 1, "Dự kiến hoàn thành").click()
    page.keyboard.type("31/12")
    expect(grid.get_by_role("status")).to_have_text("31/12/2026")
    page.keyboard.press("Enter")
    all_saved(page)
    [row] = parts(page)[0]["rows"][:1]
    assert (row["done"], row["completed_on"], row["expected_on"]) == (False, None, "2026-12-31")
    cell(grid, 1, "Dự kiến hoàn thành").click()
    page.keyboard.type("cuối năm")
    page.keyboard.press("Enter")
    expect(grid.get_by_text("Không đọc được ngày")).to_be_visible()
    page.reload()
    expect(page.get_by_role("grid").first.get_by_text("cuối năm", exact=True)).to_be_visible()
    cell(page.get_by_role("grid").first, 1, "Dự kiến hoàn thành").click()
    page.keyboard.type("15/1/2027")
    page.keyboard.press("Enter")
    all_saved(page)
    assert parts(page)[0]["rows"][0]["expected_on"] == "2027-01-15"


def test_one_file_for_two_rows(window: Window) -> None:
    page = window(OFFICER)
    grid = next(one for one in grids(page) if one.locator("tr[data-row]").count() > 1)
    cell(grid, 1, "Minh chứng").click()
    page.keyboard.press("Shift+ArrowDown")
    row = grid.locator("tr[data-row]").nth(1).element_handle()
    page.evaluate(DROP, [row, "bien-ban.jpg"])
    expect(grid.get_by_role("link", name="bien-ban.jpg")).to_have_count(2)
    all_saved(page)
    page.keyboard.press("Control+z")
    expect(grid.get_by_role("link", name="bien-ban.jpg")).to_have_count(0)
    page.keyboard.press("Control+y")
    expect(grid.get_by_role("link", name="bien-ban.jpg")).to_have_count(2)
    all_saved(page)


def test_a_file_is_filled_down_as_a_file(window: Window) -> None:
    page = window(OFFICER)
    grid = [one for one in grids(page) if one.locator("tr[data-row]").count() > 1][1]
    cell(grid, 1, "Minh chứng").click()
    page.evaluate(DROP, [grid.locator("tr[data-row]").first.element_handle(), "quyet-dinh.jpg"])
    all_saved(page)
    expect(grid.get_by_role("link", name="quyet-dinh.jpg")).to_have_count(1)
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+d")
    expect(grid.get_by_role("link", name="quyet-dinh.jpg")).to_have_count(2)
    all_saved(page)
    kinds = [
        [item["kind"] for item in row["evidence"] if item["name"] == "quyet-dinh.jpg"]
        for part in parts(page)
        for row in part["rows"]
    ]
    assert [one for one in kinds if one] == [["file"], ["file"]]


def both_write(one: Locator, result: str, other: Locator, cause: str) -> None:
    """Two people type into the first row at once: one the result, the other the cause."""
    cell(one, 1, "Kết quả thực hiện").click()
    one.page.keyboard.type(result)
    cell(other, 1, "Nguyên nhân").click()
    other.page.keyboard.type(cause)
    for page in (one.page, other.page):
        page.keyboard.press("Enter")
    all_saved(one.page)
    all_saved(other.page)
    expect(one.get_by_text(cause)).to_be_visible()


def test_two_people_write_one_sheet(window: Window) -> None:
    officer, deputy = window(OFFICER), window(DEPUTY)
    both_write(grids(officer)[0], "Lời của viên chức", grids(deputy)[0], "Lời của phó trưởng phòng")
    row = parts(officer)[0]["rows"][0]
    assert (row["result"], row["cause"]) == ("Lời của viên chức", "Lời của phó trưởng phòng")


def test_done_with_its_evidence_in_two_taps(window: Window) -> None:
    page = window(OFFICER, **PHONE)
    page.goto(SHEET)
    row = (
        page.get_by_role("group").filter(has=page.get_by_role("button", name="Hoàn thành", exact=True)).first
    )
    expect(row).to_be_visible()
    name = row.get_attribute("id") or ""
    began = time.monotonic()
    row.get_by_role("button", name="Hoàn thành", exact=True).click()
    row = page.locator(f"#{name}")
    with page.expect_file_chooser() as chooser:
        row.get_by_role("button", name="Minh chứng", exact=True).click()
    chooser.value.set_files({"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff anh"})
    expect(row.get_by_text("anh.jpg")).to_be_visible()
    all_saved(page)
    assert time.monotonic() - began <= MOST_SECONDS
    [said] = [row for part in parts(page) for row in part["rows"] if f"row-{row['row']}" == name]
    assert said["done"] is True
    assert [item["name"] for item in said["evidence"]][-1] == "anh.jpg"
    page.evaluate("window.scrollTo(0, 0)")  # what the bar of acts half covers is too small to hit
    look(page, "month-sheet-phone")


def test_the_keyboard_goes_on_from_one_part_into_the_next(window: Window) -> None:
    page = window(OFFICER)
    first, second = grids(page)[:2]
    last = first.locator("tr[data-row]").count()
    cell(first, last, "Kết quả").click()
    page.keyboard.press("ArrowDown")
    expect(cell(second, 1, "Kết quả")).to_have_attribute("data-active", "true")
    expect(cell(second, 1, "Kết quả").locator("textarea")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(cell(first, last, "Kết quả").locator("textarea")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(cell(first, last, "Kết quả")).not_to_have_attribute("data-active", "true")
