"""A month of Notice 242 by seven people in seven windows, from results to the meeting; nobody reloads; by mouse and by keyboard alone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Windows, serving
from .hands import Hand, Keyboard, Mouse
from .test_screens import look

pytestmark = pytest.mark.browser
BUILD = ["shell", "-c", "from tests.browser.month_school import build; build()"]
PEOPLE = ("w-a.officer", "w-a.head", "w-b.officer", "w-b.head", "w-vp.clerk", "w-vp.head", "w.leader")
RESULT, EVIDENCE = "Đã ban hành", "12/BC-W"


@pytest.fixture
def people(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Page]]:
    """Seven inboxes, all open from the beginning."""
    with serving(tmp_path_factory.mktemp("month"), ["migrate", "--verbosity", "0"], BUILD) as (
        address,
        _said,
    ):
        windows = Windows(browser, address)
        yield {name: windows.open(name) for name in PEOPLE}
        windows.close()


@pytest.mark.parametrize("hand", [Mouse(), Keyboard()], ids=["mouse", "keyboard"])
def test_a_month_from_results_to_the_meeting(people: dict[str, Page], hand: Hand) -> None:
    officer, head, watcher, monitor, clerk, office, leader = people.values()
    write_results(officer, hand)
    sign(officer, hand, "Trình")
    sign_line(head, hand, "Ký duyệt", "Phòng A W")

    open_line(watcher, hand, "Báo cáo tháng 10/2026 kết quả theo dõi")
    hand.use(watcher.get_by_role("button", name="Đồng ý tất cả (2)"))
    sign(watcher, hand, "Trình")
    sign_line(monitor, hand, "Ký duyệt", "Phòng B W")
    sign_line(monitor, hand, "Xác nhận", "Phòng A W")

    consolidate(clerk, hand)
    sign_line(office, hand, "Xác nhận", "Phòng B W")
    # What was checked meanwhile is told where the consolidation is open, and taken in by whoever has it.
    hand.use(clerk.get_by_role("button", name="Cập nhật theo báo cáo đã kiểm tra"))
    expect(clerk.get_by_text("Số liệu của 1/1 đơn vị theo dõi.")).to_be_visible()
    sign(clerk, hand, "Trình")
    sign_line(office, hand, "Chốt tổng hợp", "Báo cáo tổng hợp")

    call_meeting(clerk, hand)
    hear(leader, hand)
    # The officer has reloaded nothing since the report went away.
    expect(officer.get_by_text("Đã báo cáo giao ban").first).to_be_visible()


def open_line(page: Page, hand: Hand, title: str) -> None:
    """From the inbox to the case, as soon as it is there."""
    hand.use(page.get_by_role("list", name="Cần tôi xử lý").get_by_role("link", name=title))
    expect(page.get_by_role("heading", name="Việc chờ xử lý", level=1)).to_be_hidden()


def confirm(page: Page, hand: Hand, act: str) -> None:
    dialog = page.get_by_role("dialog")
    hand.use(dialog.get_by_role("button", name=re.compile(f"^Xác nhận: {act}")))
    expect(dialog).to_have_count(0)


def sign(page: Page, hand: Hand, act: str) -> None:
    """On the page of the case."""
    hand.use(page.get_by_role("button", name=act, exact=True))
    confirm(page, hand, act)


def sign_line(page: Page, hand: Hand, act: str, what: str) -> None:
    """In the inbox, as soon as the line is there: nobody reloads."""
    lines = page.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem")
    line = lines.filter(has=page.get_by_role("link", name=what)).filter(
        has=page.get_by_role("button", name=re.compile(f"^{act}"))
    )
    expect(line).to_have_count(1)
    hand.use(line.get_by_role("button", name=re.compile(f"^{act}")))
    confirm(page, hand, act)
    expect(line).to_have_count(0)


def write_results(page: Page, hand: Hand) -> None:
    """Done, with result and evidence, in each row of the sheet."""
    open_line(page, hand, "Báo cáo kết quả thực hiện")
    grid = page.get_by_role("grid")
    expect(grid).to_be_visible()
    titles = [title.strip() for title in grid.get_by_role("columnheader").all_inner_texts()]
    rows = grid.locator("tr[data-row]")
    hand.begin(rows.first.get_by_role("gridcell").nth(titles.index("Kết quả")))
    for _row in range(rows.count()):
        for text in ("x", "", RESULT):
            page.keyboard.type(text)
            page.keyboard.press("Tab")
        page.keyboard.type(EVIDENCE)
        page.keyboard.press("Enter")
    expect(page.get_by_text("2/2 dòng đủ")).to_be_visible()


def consolidate(page: Page, hand: Hand) -> None:
    """The clerk makes the month's consolidation before everything was checked."""
    hand.use(page.get_by_role("navigation").get_by_role("link", name="Tổng hợp"))
    hand.use(page.get_by_role("main").get_by_role("link", name=re.compile("Tạo bản tổng hợp")))
    hand.choose(page.get_by_role("combobox", name="Kỳ"), "Tháng 10/2026")
    hand.use(page.get_by_role("button", name="Lập tổng hợp tháng 10/2026"))
    expect(page.get_by_role("heading", name="Báo cáo tổng hợp tháng 10/2026", level=1)).to_be_visible()


def call_meeting(page: Page, hand: Hand) -> None:
    hand.use(page.get_by_role("navigation").get_by_role("link", name="Giao ban"))
    hand.use(page.get_by_role("main").get_by_role("link", name="Tạo cuộc giao ban"))
    hand.use(page.get_by_role("checkbox", name="Báo cáo tổng hợp tháng 10/2026"))
    hand.use(page.get_by_role("button", name="Tạo", exact=True))
    expect(page.get_by_role("heading", name="Tình hình chung")).to_be_visible()


def hear(page: Page, hand: Hand) -> None:
    """The leadership goes through it and ends it."""
    hand.use(page.get_by_role("navigation").get_by_role("link", name="Giao ban"))
    hand.use(page.get_by_role("main").get_by_role("link", name=re.compile("^Giao ban")))
    expect(page.get_by_role("heading", name="Tình hình chung")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name=re.compile("Phòng B W"))).to_be_focused()
    look(page, "meeting-of-a-month")
    hand.use(page.get_by_role("button", name="Kết thúc giao ban"))
    dialog = page.get_by_role("dialog")
    hand.use(dialog.get_by_role("button", name=re.compile("Kết thúc|Xác nhận")))
    expect(dialog).to_have_count(0)
