"""People and their posts are typed like in a spreadsheet: pasted, mended in place, entered all at once."""

import re
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.administration.books import PEOPLE, person
from tests.papers.books import book_of

from .conftest import Window
from .test_grid import ACTIVE, PASTE, excel
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
PHONE = dict(zip(("width", "height"), SIZES["phone"], strict=True))
KEEPER, PLACE = "tccb", "/administration/people"
GIVEN = ("An", "Bình", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hoa", "Hùng", "Khánh")
#: Whether the active cell is seen, with nothing over it.
SEEN = """() => {
  const cell = document.querySelector('td[data-active]');
  const { left, top, width, height } = cell.getBoundingClientRect();
  return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def names(family: str) -> list[str]:
    return [f"{family} {given}" for given in GIVEN]


def opened(page: Page) -> Locator:
    """The grid, with who is there."""
    page.get_by_role("button", name="Nhập nhiều người như bảng tính").click()
    expect(page.get_by_role("status", name="Trạng thái kiểm tra")).to_have_text(
        "Chưa gõ gì khác với nhân sự đang có."
    )
    return page.get_by_role("grid", name="Bảng nhân sự")


def checked(page: Page, text: str) -> None:
    """The server has looked at what stands there."""
    expect(page.get_by_role("status", name="Trạng thái kiểm tra")).to_contain_text(text)


def paste_below(page: Page, rows: list[list[str]]) -> None:
    """From Excel into the blank line at the end."""
    page.get_by_role("gridcell").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Home")
    page.evaluate(PASTE, [ACTIVE, {"text/plain": excel(rows)}])


def mend(page: Page, text: str, *, from_list: bool = False) -> None:
    """Types over the next cell with an error; or takes the one unit that fits what is typed."""
    page.keyboard.press("F8")
    expect(page.locator("td[data-active][data-severe]")).to_have_count(1)
    page.wait_for_function(SEEN)
    page.keyboard.type(text)
    if from_list:
        page.keyboard.press("Alt+ArrowDown")
        look(page, "people-sheet-options")
    page.keyboard.press("Enter")


def found(page: Page) -> dict[str, dict[str, Any]]:
    """Everybody of the institution by name."""
    people, address = [], "/api/v1/people?page_size=100"
    while address:
        answer = page.request.get(address).json()
        people += answer["results"]
        address = answer["next"]
    return {one["full_name"]: one for one in people}


def test_twenty_people_are_pasted_mended_and_entered_and_a_reload_loses_nothing(window: Window) -> None:
    page = window(KEEPER, PLACE, height=720)
    opened(page)
    people = [*names("Tòng Văn"), *names("Quàng Thị")]
    rows = [[name, "", "", "", "Phòng Đào tạo", "Viên chức", "1/12/2026", "", "", ""] for name in people]
    rows[3][4], rows[16][6] = "Phòng Đạo tạo tạo", "31/11/2026"
    paste_below(page, rows)
    checked(page, "2 lỗi: sửa xong mới ghi được.")
    expect(page.get_by_role("button", name=re.compile("^Ghi "))).to_be_disabled()
    page.keyboard.press("F8")
    expect(page.locator("td[data-active]")).to_contain_text("Không có đơn vị nào tên")
    look(page, "people-sheet-wrong")
    page.goto(PLACE)
    page.get_by_role("button", name="Nhập tiếp bảng nhân sự chưa ghi").click()
    checked(page, "2 lỗi")
    page.reload()
    expect(page.get_by_text("Đã mở lại những gì gõ lần trước và chưa ghi.")).to_be_visible()
    checked(page, "2 lỗi")
    page.get_by_role("gridcell").first.click()
    mend(page, "đào", from_list=True)
    mend(page, "30/11/2026")
    checked(page, "Không có lỗi.")
    page.get_by_label("Hiện các dòng").select_option(label="Người mới")
    expect(page.get_by_role("gridcell", name=re.compile("^(Tòng Văn|Quàng Thị)"))).to_have_count(20)
    look(page, "people-sheet-ready")
    page.get_by_role("button", name="Ghi 20 người mới, 0 thay đổi").click()
    expect(page.get_by_text(re.compile("^Đã lưu: 20 mới, 0 sửa"))).to_be_visible()
    there = found(page)
    assert set(people) <= set(there)
    assert {there[name]["posts"][0]["unit"] for name in people} == {"DT"}
    opened(page)  # nothing is left of what was entered


def test_a_line_that_is_there_is_changed_and_what_is_typed_is_let_go_of(window: Window) -> None:
    page = window(KEEPER, PLACE)
    opened(page)
    page.get_by_label("Lọc dòng").fill("dt.officer")
    row = page.locator("tr", has_text="dt.officer").first
    row.get_by_role("gridcell").nth(3).click()
    page.keyboard.type("0912 000 111")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("khác: Điện thoại")
    page.get_by_role("button", name="Bỏ những gì chưa ghi").click()
    page.get_by_role("dialog").get_by_role("button", name="Bỏ những gì chưa ghi").click()
    checked(page, "Chưa gõ gì khác")
    expect(row).not_to_contain_text("0912 000 111")
    row.get_by_role("gridcell").nth(3).click()
    page.keyboard.type("0912 000 222")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Ghi 0 người mới, 1 thay đổi").click()
    expect(page.get_by_text(re.compile("^Đã lưu: 0 mới, 1 sửa"))).to_be_visible()
    assert "0912 000 222" in {one["telephone"] for one in found(page).values()}


def test_a_workbook_fills_the_grid_and_is_mended_there(window: Window) -> None:
    page = window(KEEPER, PLACE)
    opened(page)
    rows = [person("Lường Văn Một", "HCQT", "Viên chức"), person("Lường Văn Hai", "HCQT", "Vua")]
    file: FilePayload = {"name": "a.xlsx", "mimeType": XLSX, "buffer": book_of(rows, header=PEOPLE)}
    page.get_by_label("Điền bảng từ tệp Excel (.xlsx)").set_input_files(file)
    checked(page, "1 lỗi")
    expect(page.get_by_text("Đã điền 2 dòng từ tệp.")).to_be_visible()
    look(page, "people-sheet-file")
    page.get_by_role("button", name="Tới lỗi tiếp theo (F8)").click()
    page.locator("td[data-active]").click()
    page.keyboard.type("Chuyên viên")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ghi 2 người mới, 0 thay đổi").click()
    expect(page.get_by_text(re.compile("^Đã lưu: 2 mới"))).to_be_visible()
    assert found(page)["Lường Văn Hai"]["posts"][0]["title"] == "Chuyên viên"


def test_on_a_phone_a_list_is_read_as_before(window: Window) -> None:
    page = window(KEEPER, f"{PLACE}?sheet=true", **PHONE)
    expect(page.get_by_role("heading", name="Nhân sự", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Nhập nhiều người như bảng tính")).to_have_count(0)
    page.get_by_text("Nhập danh sách nhân sự từ Excel").click()
    expect(page.get_by_role("button", name="Đọc thử")).to_be_visible()
    look(page, "people-phone")
