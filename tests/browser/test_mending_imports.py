"""A workbook with errors is mended in the grid and becomes a plan; what was mended outlives a reload."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.papers.books import TASK_LIST, book_of

from .conftest import Window, saved
from .test_grid import ACTIVE, PASTE
from .test_month_sheet import PHONE, cell
from .test_screens import look

pytestmark = pytest.mark.browser
OFFICER = "dt.officer"
ROWS = [
    ["I", "Công tác đào tạo"],
    ["1", "Rà soát chương trình đào tạo", "Phòng Đào tạo", "Tháng 12/2026", "Chương trình"],
    ["2", "Biên soạn đề cương", "Phòng Không Có", "Tháng 12/2026", "Đề cương"],
    ["3", "Tổ chức thi học kỳ I", "Phòng Đào tạo", "Tháng 13/2026", "Kế hoạch thi"],
    ["4", None, "Phòng Đào tạo", "Quý I/2027", None],
    ["5", "Dòng thừa", "Phòng Đào tạo", "Quý I/2027", "Báo cáo"],
]
TEXT, LEADS, DUE, PRODUCT = "Nội dung", "Đơn vị chủ trì", "Thời điểm hoàn thành", "Sản phẩm, minh chứng"


def read(page: Page, rows: list[Any]) -> Locator:
    """Uploads a workbook with these rows; the grid of what was read."""
    page.goto("/plans/import")
    file = {
        "name": "ke-hoach.xlsx",
        "mimeType": "application/vnd.ms-excel",
        "buffer": book_of(rows, header=TASK_LIST),
    }
    page.get_by_label("Tệp Excel (.xlsx)").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("combobox", name="Đơn vị").select_option(label="Phòng Đào tạo")
    page.get_by_role("combobox", name="Kỳ").select_option(label="Năm học 2026-2027")
    page.get_by_role("button", name="Đọc thử").click()
    expect(page.get_by_role("heading", name="Nội dung đọc được")).to_be_visible()
    return page.get_by_role("grid", name="Các dòng đọc được")


def errors(page: Page) -> Locator:
    """The list of errors above the grid."""
    return page.get_by_role("alert").filter(has_text=re.compile(r"\d+ lỗi"))


def count_of_errors(page: Page, many: int) -> None:
    title = page.get_by_text(re.compile(r"^\d+ lỗi$"))
    if many:
        expect(title).to_have_text(f"{many} lỗi")
    else:
        expect(title).to_have_count(0)


def type_over(page: Page, text: str) -> None:
    """Over the active cell."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_a_workbook_is_mended_in_the_grid_and_becomes_a_plan(window: Window) -> None:
    page = window(OFFICER)
    grid = read(page, ROWS)
    count_of_errors(page, 3)
    expect(cell(grid, 2, LEADS)).to_have_attribute("data-severe", "true")
    expect(cell(grid, 2, LEADS)).to_contain_text("Phòng Không Có")
    expect(cell(grid, 4, PRODUCT)).not_to_have_attribute("data-severe", "true")
    look(page, "import-errors")
    mend_by_way_of_the_list(page, grid)
    mend_by_keyboard(page, grid)
    saved(page)
    count_of_errors(page, 0)
    page.reload()
    expect(grid).to_be_visible()
    expect(cell(grid, 4, TEXT)).to_contain_text("Lập kế hoạch mở lớp")
    count_of_errors(page, 0)
    look(page, "import-mended")
    page.get_by_label("Tên kế hoạch").fill("Kế hoạch đã sửa khi nhập")
    page.get_by_role("button", name="Xác nhận nhập").click()
    expect(page.get_by_role("heading", name="Kế hoạch đã sửa khi nhập", level=1)).to_be_visible()
    rows = page.request.get(f"/api/v1/plans/{page.url.rsplit('/', 1)[1]}").json()["rows"]
    assert [(row["text"], row["leads"], row["due_text"], row["product"]) for row in rows] == [
        ("Rà soát chương trình đào tạo", ["DT"], "Tháng 12/2026", "Chương trình"),
        ("Biên soạn đề cương", ["KT-DBCL"], "Tháng 12/2026", "Đề cương"),
        ("Tổ chức thi học kỳ I", ["DT"], "Tháng 12/2026", "Kế hoạch thi"),
        ("Lập kế hoạch mở lớp", ["DT"], "Quý I/2027", "Tờ trình"),
    ]
    assert {row["section"] for row in rows} == {"Công tác đào tạo"}


def mend_by_way_of_the_list(page: Page, grid: Locator) -> None:
    """An error of the list leads to its cell; a unit that is pasted is understood, and can be undone."""
    page.get_by_role("button", name="Dòng 4, Đơn vị chủ trì").click()
    expect(cell(grid, 2, LEADS)).to_have_attribute("data-active", "true")
    expect(page.locator(ACTIVE)).to_be_focused()
    page.evaluate(PASTE, [ACTIVE, {"text/plain": "KT-DBCL"}])
    count_of_errors(page, 2)
    page.keyboard.press("Control+z")
    count_of_errors(page, 3)
    page.keyboard.press("Control+y")
    count_of_errors(page, 2)


def mend_by_keyboard(page: Page, grid: Locator) -> None:
    """From one gap or error to the next; a due time is filled down, a row is deleted."""
    page.get_by_role("button", name="Tới chỗ thiếu hoặc lỗi tiếp theo").click()
    expect(cell(grid, 3, DUE)).to_have_attribute("data-active", "true")
    cell(grid, 2, DUE).click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+d")
    count_of_errors(page, 1)
    page.keyboard.press("F8")
    expect(cell(grid, 4, TEXT)).to_have_attribute("data-active", "true")
    type_over(page, "Lập kế hoạch mở lớp")
    count_of_errors(page, 0)
    cell(grid, 4, PRODUCT).click()
    type_over(page, "Tờ trình")
    cell(grid, 5, TEXT).click()
    page.keyboard.press("Control+-")
    expect(grid.locator("tr[data-row]")).to_have_count(4)


def test_what_is_typed_while_there_is_no_network_outlives_a_reload(window: Window) -> None:
    page = window(OFFICER)
    grid = read(page, ROWS[:3])
    count_of_errors(page, 1)
    page.route("**/api/v1/imports/*/rows", lambda route: route.abort())
    cell(grid, 2, LEADS).click()
    type_over(page, "Phòng Đào tạo")
    expect(page.get_by_role("status", name="Trạng thái lưu")).to_contain_text("Mất kết nối")
    page.unroute("**/api/v1/imports/*/rows")
    page.reload()
    expect(grid).to_be_visible()
    expect(cell(grid, 2, LEADS)).to_contain_text("Phòng Đào tạo")
    saved(page)
    count_of_errors(page, 0)


def test_on_a_phone_it_is_read_and_confirmed(window: Window) -> None:
    page = window(OFFICER, **PHONE)
    read(page, ROWS[:2])
    expect(page.get_by_role("table", name="Các dòng đọc được")).to_contain_text(
        "Rà soát chương trình đào tạo"
    )
    expect(page.get_by_role("grid")).to_have_count(0)
    look(page, "import-phone")
    page.get_by_label("Tên kế hoạch").fill("Nhập trên điện thoại")
    page.get_by_role("button", name="Xác nhận nhập").click()
    expect(page.get_by_role("heading", name="Nhập trên điện thoại", level=1)).to_be_visible()
