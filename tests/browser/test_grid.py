"""Rows are typed like in a spreadsheet, and nothing that was typed is ever lost."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect

from .conftest import Window, log_in, saved
from .test_screens import look

pytestmark = pytest.mark.browser
OFFICER, HEAD = "dt.officer", "dt.head"
MOST_KEYS, MOST_NODES = 1_950, 3_000
#: Types of a clipboard -> what is put there.
PASTE = """([selector, data]) => {
  const clipboard = new DataTransfer();
  for (const [type, text] of Object.entries(data)) clipboard.setData(type, text);
  const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(event);
}"""
ACTIVE = "td[data-active] textarea"


def new_plan(page: Page, title: str) -> Locator:
    """A plan without rows; its grid."""
    page.goto("/plans/new")
    page.get_by_role("combobox", name="Đơn vị").select_option(label="Phòng Đào tạo")
    page.get_by_role("combobox", name="Kỳ").select_option(label="Năm học 2026-2027")
    page.get_by_label("Tên kế hoạch").fill(title)
    page.get_by_role("button", name="Tạo", exact=True).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    return page.get_by_role("grid", name="Phụ lục 1")


def cell(page: Page, row: int, column: int) -> Locator:
    """A cell by its row, from 1, and its column, from 0."""
    return page.locator(f'[role=grid] tr[aria-rowindex="{row + 1}"] [role=gridcell]').nth(column)


def rows_of(page: Page) -> list[dict[str, Any]]:
    """The rows as the server has them."""
    plan = page.url.rsplit("/", 1)[1]
    return list(page.request.get(f"/api/v1/plans/{plan}").json()["rows"])


def texts(page: Page) -> list[str]:
    return [row["text"] for row in rows_of(page)]


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.count += len(text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1


def test_a_plan_of_fifteen_rows_by_keyboard_alone(window: Window) -> None:
    page = window(OFFICER)
    new_plan(page, "Mười lăm dòng")
    cell(page, 1, 1).click()
    keys = Keys(page)
    for number in range(1, 16):
        keys.write(
            f"Rà soát, hoàn thiện quy định số {number} về công tác đào tạo trình độ cao đẳng, trung cấp"
        )
        keys.press("Tab", "Tab")
        keys.write(f"trước {number}/12/2026")
        keys.press("Tab")
        keys.write("Quy định được ban hành")
        keys.press("Enter")
    saved(page)
    rows = rows_of(page)
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 16)]
    assert {tuple(row["leads"]) for row in rows} == {("DT",)}
    assert [row["due"]["end"] for row in rows] == [
        f"2026-{11 if n == 1 else 12}-{30 if n == 1 else n - 1:02}" for n in range(1, 16)
    ]
    assert keys.count <= MOST_KEYS, keys.count
    look(page, "grid")


def excel(rows: list[list[str]]) -> str:
    """As Excel writes it: a cell with a line break in quotes."""
    return "".join("\t".join(f'"{one}"' if "\n" in one else one for one in row) + "\r\n" for row in rows)


def sheets(rows: list[list[str]]) -> str:
    """As Google Sheets has it."""
    lines = "".join(
        "<tr>" + "".join(f"<td>{one.replace(chr(10), '<br>')}</td>" for one in row) + "</tr>" for row in rows
    )
    return f'<google-sheets-html-origin><table cellspacing="0"><tbody>{lines}</tbody></table>'


def libre(rows: list[list[str]]) -> str:
    """As LibreOffice has it: paragraphs, indented and broken where it pleases."""
    lines = "".join(
        "<tr>\n\t"
        + "\n\t".join(f"<td height=17>{one.replace(chr(10), '<br>')}</td>" for one in row)
        + "\n</tr>\n"
        for row in rows
    )
    return f"<html><body>\n<table border=0><colgroup width=85></colgroup>\n{lines}</table></body></html>"


@pytest.mark.parametrize(
    "form", [lambda rows: {"text/plain": excel(rows)}, lambda rows: {"text/html": sheets(rows)}, lambda rows: {"text/html": libre(rows)}],
    ids=["excel", "sheets", "libreoffice"],
)  # fmt: skip
def test_sixty_rows_are_pasted_in_one_step(window: Window, form: Any) -> None:
    page = window(OFFICER)
    new_plan(page, "Dán 60 dòng")
    rows = [
        [
            str(n),
            f"Việc thứ {n}\ntheo kế hoạch",
            "Phòng Đào tạo",
            "Tháng 12/2026",
            f"Báo cáo {n}",
            "Phòng Hành chính – Quản trị",
        ]
        for n in range(1, 61)
    ]
    cell(page, 1, 0).click()
    page.evaluate(PASTE, [ACTIVE, form(rows)])
    saved(page)
    found = rows_of(page)
    assert [
        [row["number"], row["text"], row["leads"], row["due_text"], row["product"], row["coordinating"]]
        for row in found
    ] == [[number, text, ["DT"], due, product, ["HCQT"]] for number, text, _lead, due, product, _unit in rows]
    page.keyboard.press("Control+z")
    saved(page)
    expect(page.get_by_role("status", name="Trạng thái lưu")).not_to_contain_text("Chưa")
    expect(page.get_by_text("Phụ lục 1: 0 dòng")).to_be_visible()


def write(page: Page, column: int, text: str) -> None:
    """Types over a cell of the first row."""
    cell(page, 1, column).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


@pytest.fixture
def two(window: Window) -> tuple[Page, Page]:
    """An officer and the head with one plan of one row open."""
    officer, head = window(OFFICER), window(HEAD)
    new_plan(officer, "Hai người")
    write(officer, 1, "Việc chung")
    saved(officer)
    head.goto(officer.url)
    expect(cell(head, 1, 1)).to_contain_text("Việc chung")
    return officer, head


def test_two_people_in_one_row_lose_nothing(two: tuple[Page, Page]) -> None:
    officer, head = two
    write(officer, 4, "Báo cáo của viên chức")
    write(head, 8, "Ghi chú của trưởng phòng")
    for page in two:
        saved(page)
        expect(cell(page, 1, 4)).to_contain_text("Báo cáo của viên chức")
        expect(cell(page, 1, 8)).to_contain_text("Ghi chú của trưởng phòng")


def test_two_people_in_one_cell_see_both_words_and_choose(two: tuple[Page, Page]) -> None:
    officer, head = two
    head.context.set_offline(True)
    write(head, 1, "Lời của trưởng")
    write(officer, 1, "Lời của viên chức")
    saved(officer)
    head.context.set_offline(False)
    expect(cell(head, 1, 1)).to_contain_text("Người khác ghi: “Lời của viên chức”")
    look(head, "grid-clash")
    head.get_by_role("button", name="Giữ của tôi").click()
    saved(head)
    expect(cell(officer, 1, 1)).to_contain_text("Lời của trưởng")


def test_what_is_typed_without_a_network_is_sent_when_it_is_back(window: Window) -> None:
    page = window(OFFICER)
    new_plan(page, "Mất mạng")
    page.context.set_offline(True)
    cell(page, 1, 1).click()
    page.keyboard.type("Gõ khi mất mạng")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mất kết nối. Nội dung được giữ trên máy này")).to_be_visible()
    page.keyboard.type("Ô còn đang mở")
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    page.reload()
    expect(page.locator(ACTIVE)).to_have_value("Ô còn đang mở")
    page.locator(ACTIVE).press("Enter")
    saved(page)
    expect(page.get_by_text("Phụ lục 1: 2 dòng")).to_be_visible()
    assert texts(page) == ["Gõ khi mất mạng", "Ô còn đang mở"]


def test_a_session_that_ends_loses_no_word(window: Window) -> None:
    page = window(OFFICER, anew=True)
    new_plan(page, "Hết phiên")
    address = page.url
    page.context.clear_cookies(name="sessionid")
    cell(page, 1, 1).click()
    page.keyboard.type("Gõ khi phiên đã hết")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()
    log_in(page, OFFICER)
    page.goto(address)
    expect(cell(page, 1, 1)).to_contain_text("Gõ khi phiên đã hết")
    saved(page)
    assert texts(page) == ["Gõ khi phiên đã hết"]


def test_a_browser_that_is_killed_loses_no_word(browser: Browser, server: str, tmp_path: Path) -> None:
    """The process ends in the middle of a cell, while the network is away; afterwards it stands there, open."""

    def opened() -> Page:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=shutil.which("chromium"), locale="vi-VN", base_url=server,
            args=["--no-sandbox", "--disable-gpu"], viewport={"width": 1280, "height": 900},
        )  # fmt: skip
        return context.pages[0]

    page = opened()
    log_in(page, OFFICER)
    new_plan(page, "Sập trình duyệt")
    address = page.url
    page.context.set_offline(True)
    cell(page, 1, 1).click()
    page.keyboard.type("Dòng chưa gửi")
    page.keyboard.press("Enter")
    page.keyboard.type("Chữ đang gõ")
    page.wait_for_timeout(1500)
    devtools = page.context.new_cdp_session(page)
    with pytest.raises(Error):
        devtools.send("Browser.crash")
    page = opened()
    log_in(page, OFFICER)
    page.goto(address)
    expect(page.locator(ACTIVE)).to_have_value("Chữ đang gõ")
    page.locator(ACTIVE).press("Enter")
    saved(page)
    expect(page.get_by_text("Phụ lục 1: 2 dòng")).to_be_visible()
    assert texts(page) == ["Dòng chưa gửi", "Chữ đang gõ"]
    page.context.close()


def test_many_rows_draw_few_nodes(window: Window) -> None:
    page = window(OFFICER)
    new_plan(page, "Hai nghìn dòng")
    cell(page, 1, 1).click()
    page.evaluate(PASTE, [ACTIVE, {"text/plain": "\n".join(f"Việc thứ {n}" for n in range(2_000))}])
    saved(page)
    expect(page.get_by_text("Phụ lục 1: 2000 dòng")).to_be_visible()
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowUp")
    expect(page.locator("td[data-active]")).to_be_in_viewport()
    # All that the screen has is there: what may be done with the plan, and a remark to be put on one of its rows.
    expect(page.get_by_role("button", name="Vì sao chưa thực hiện được?")).to_be_enabled()
    expect(page.get_by_role("textbox", name="Nhận xét")).to_be_visible()
    assert page.evaluate("document.getElementsByTagName('*').length") <= MOST_NODES
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.locator("td[data-active]")).to_contain_text("Việc thứ 1999")


def test_the_other_login_of_a_computer_finds_nothing(window: Window) -> None:
    """Logging out with unsent text asks first; afterwards nothing is kept."""
    page = window(OFFICER, anew=True)
    new_plan(page, "Máy dùng chung")
    address = page.url
    page.route(re.compile("/api/v1/plans/.*/rows"), lambda route: route.abort())
    cell(page, 1, 1).click()
    page.keyboard.type("Chưa gửi được")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mất kết nối. Nội dung được giữ trên máy này")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Tài khoản")).click()
    page.get_by_role("menuitem", name="Đăng xuất", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("chưa gửi")
    look(page, "logout-unsent")
    dialog.get_by_role("button", name="Xoá và đăng xuất").click()
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()
    page.unroute(re.compile("/api/v1/plans/.*/rows"))
    log_in(page, OFFICER)
    page.goto(address)
    expect(page.get_by_text("Phụ lục 1: 0 dòng")).to_be_visible()
    page.wait_for_timeout(1_500)
    assert texts(page) == []


def test_rows_of_another_plan_are_copied_in_one_step(window: Window) -> None:
    page = window(OFFICER)
    new_plan(page, "Kế hoạch cũ để chép")
    cell(page, 1, 1).click()
    page.evaluate(PASTE, [ACTIVE, {"text/plain": "Việc một\nViệc hai\nViệc ba"}])
    saved(page)
    new_plan(page, "Kế hoạch chép từ kế hoạch cũ")
    page.get_by_role("button", name="Chép dòng từ kế hoạch khác").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Từ kế hoạch").select_option(label="Kế hoạch cũ để chép (2026-2027)")
    dialog.get_by_label(re.compile("Việc hai")).uncheck()
    look(page, "copied-rows")
    dialog.get_by_role("button", name="Chép 2 dòng").click()
    saved(page)
    expect(page.get_by_text("Phụ lục 1: 2 dòng")).to_be_visible()
    assert texts(page) == ["Việc một", "Việc ba"]
    page.get_by_role("button", name="Hoàn tác").click()
    saved(page)
    expect(page.get_by_text("Phụ lục 1: 0 dòng")).to_be_visible()


def test_esc_and_tab_lead_out_of_the_rows_on_both_sides(window: Window) -> None:
    page = window(OFFICER)
    new_plan(page, "Kế hoạch ra vào bằng phím")
    cell(page, 1, 1).click()
    in_grid = "document.activeElement.closest('[role=grid]') !== null"
    nowhere = "document.activeElement === document.body"
    for key in ("Tab", "Shift+Tab"):
        cell(page, 1, 1).click()
        page.keyboard.press("Escape")
        page.keyboard.press(key)
        assert not page.evaluate(in_grid), key
        assert not page.evaluate(nowhere), key
    # Who presses Esc once too often types on where they were.
    cell(page, 1, 1).click()
    for key in ("Escape", "Escape", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    page.keyboard.type("Sau phím Esc")
    page.keyboard.press("Enter")
    saved(page)
    assert "Sau phím Esc" in texts(page)
