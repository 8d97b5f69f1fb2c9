"""Việc chờ xử lý: signed by keys and in two clicks, taken back, looked for, on a desk and on a phone (issue I, point 1)."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Windows, serving
from .test_screens import look
from .thirty_reports import COUNT

pytestmark = pytest.mark.browser
SIZES = {"wide": (1440, 900), "tablet": (768, 1024), "phone": (360, 780)}
BUILD = ["shell", "-c", "from tests.browser.thirty_reports import build; build()"]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def school(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """Windows at a school of its own."""
    with serving(tmp_path_factory.mktemp("school"), ["migrate", "--verbosity", "0"], BUILD) as (
        address,
        _said,
    ):
        yield Windows(browser, address)


@pytest.fixture
def at(school: Windows) -> Iterator[Open]:
    """A person's inbox."""

    def opened(username: str, width: int = 1440, height: int = 900) -> Page:
        page = school.open(username, width=width, height=height)
        expect(page.get_by_role("heading", name=re.compile("Cần tôi xử lý"))).to_be_visible()
        return page

    yield opened
    school.close()


class Counted:
    """A hand that counts what it does: each key, each click."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, key: str) -> None:
        self.count += 1
        self.page.keyboard.press(key)

    def choose(self, label: str, value: str) -> None:
        """By the arrow keys of a list: a key for each step."""
        self.count += 1
        self.page.get_by_label(label).select_option(value)

    def click(self, name: str) -> None:
        self.count += 1
        self.page.get_by_role("button", name=name).first.click()


def states(page: Page, kind: str) -> list[str]:
    """Where all the reports of the units stand, as the server says it."""
    path = f"/api/v1/reports?kind={kind}&period=2026-10&page_size=200"
    return list(
        page.evaluate("p => fetch(p).then(r => r.json()).then(b => b.results.map(one => one.state))", path)
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_inbox_fits_and_is_accessible(at: Open, size: str) -> None:
    page = at("w-b.head", *SIZES[size])
    expect(page.get_by_text("1 nội dung quá hạn").first).to_be_visible()
    look(page, f"inbox-reports-{size}")
    page.get_by_role("checkbox", name=re.compile("^Chọn: ")).nth(1).check()
    look(page, f"inbox-picked-{size}")
    page.get_by_role("region", name="Thao tác").get_by_role("button", name=re.compile("^Xác nhận")).click()
    expect(page.get_by_role("dialog").get_by_text("1/1")).to_be_visible()
    look(page, f"inbox-preview-{size}")


def test_what_has_an_overdue_row_is_ticked_by_hand(at: Open) -> None:
    page = at("w-b.head")
    for unit in ("N00", "Z"):
        page.get_by_role("checkbox", name=re.compile(f"^Chọn: Báo cáo .*Phòng {unit} W")).check()
    page.get_by_role("region", name="Thao tác").get_by_role("button", name=re.compile("^Xác nhận")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("checkbox", name=re.compile("Phòng N00 W"))).to_be_checked()
    late = dialog.get_by_role("checkbox", name=re.compile("Phòng Z W"))
    expect(late).not_to_be_checked()
    expect(dialog.get_by_text("1 nội dung quá hạn")).to_be_visible()
    look(page, "inbox-not-preselected")
    expect(dialog.get_by_role("button", name="theo dõi 1 văn bản")).to_be_visible()
    late.check()
    expect(dialog.get_by_role("button", name="theo dõi 2 văn bản")).to_be_visible()


def test_what_is_looked_for_survives_a_reload(at: Open) -> None:
    page = at("w-b.head")
    page.get_by_role("searchbox", name="Tìm theo đơn vị, văn bản").fill("phong n07")
    expect(page.get_by_role("heading", name=re.compile(r"Cần tôi xử lý 1\D"))).to_be_visible()
    page.get_by_label("Nhóm theo").select_option("unit")
    expect(page.get_by_role("heading", name="Phòng N07 W 1", level=3)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Phòng N07 W 1", level=3)).to_be_visible()
    expect(page.get_by_role("searchbox", name="Tìm theo đơn vị, văn bản")).to_have_value("phong n07")
    look(page, "inbox-found")


def test_words_are_looked_for_among_all_that_one_may_see(at: Open) -> None:
    page = at("w-a.head")
    page.get_by_role("searchbox", name="Tìm theo đơn vị, văn bản").fill("ke hoach chung 2026-2027")
    others = page.get_by_role("list", name="Tìm trong mọi văn bản")
    expect(others.get_by_role("link", name="Kế hoạch chung")).to_be_visible()
    look(page, "inbox-everywhere")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Tìm việc, đi tới").fill("ke hoach chung 2026-2027")
    page.get_by_role("option", name=re.compile("Kế hoạch chung · Trưởng đơn vị đã duyệt")).click()
    expect(page.get_by_role("heading", name="Kế hoạch chung", level=1)).to_be_visible()


def test_keys_move_pick_and_open_and_can_be_switched_off(at: Open) -> None:
    page = at("w-b.head")
    links = page.get_by_role("list", name="Cần tôi xử lý").get_by_role("link", name=re.compile("Báo cáo"))
    page.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(links.nth(1)).to_be_focused()
    expect(page.get_by_text("Đã chọn 1 văn bản")).to_be_visible()
    page.keyboard.press("x")
    page.keyboard.press("k")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Phím tắt")
    look(page, "inbox-keys")
    help_.get_by_role("switch").click(force=True)
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.keyboard.press("j")
    expect(links.nth(1)).not_to_be_focused()
    page.reload()
    expect(page.get_by_text("Phím tắt đang tắt")).to_be_visible()
    page.keyboard.press("j")
    expect(links.nth(0)).not_to_be_focused()


def test_the_palette_goes_to_screens_and_cases_and_does_acts(at: Open) -> None:
    page = at("w-a.head")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Tìm việc, đi tới")
    field.fill("giao ban")
    expect(page.get_by_role("option", name="Giao ban")).to_be_visible()
    assert any("palette" in url for url in fetched)  # fetched when it is first asked for
    look(page, "inbox-palette")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meetings")
    page.keyboard.press("Control+k")
    field.fill("ke hoach cua w-a")
    page.get_by_role("option", name=re.compile("Kế hoạch của W-A")).first.click()
    page.wait_for_url("**/plans/*")
    page.goto("/")
    expect(page.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem").first).to_be_visible()
    page.keyboard.press("Control+k")
    field.fill("ký duyệt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Ký duyệt")).to_be_visible()


def test_one_is_approved_in_two_clicks_the_next_has_the_keyboard_and_it_is_taken_back(at: Open) -> None:
    page = at("w-a.head")
    hand = Counted(page)
    lines = page.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem")
    expect(lines).to_have_count(3)
    hand.click("Ký duyệt: Kế hoạch của W-A")
    hand.click("Xác nhận: Ký duyệt")
    expect(lines).to_have_count(2)
    assert hand.count <= 2
    expect(lines.first.get_by_role("link", name=re.compile("Kế hoạch của W-A"))).to_be_focused()
    expect(page.get_by_text("Đã ghi nhận: Ký duyệt")).to_be_visible()
    page.get_by_role("button", name="Hoàn tác", exact=True).click()
    form = page.get_by_role("dialog", name="Rút lại để sửa")
    expect(form.get_by_label("Ý kiến")).to_be_focused()
    form.get_by_label("Ý kiến").fill("Ký nhầm, cần xem lại dòng 2")
    look(page, "inbox-undo")
    form.get_by_role("button", name="Xác nhận: Rút lại để sửa").click()
    expect(form).to_be_hidden()
    page.get_by_text("Đang chờ nơi khác").click()
    elsewhere = page.get_by_role("list", name="Đang chờ nơi khác").get_by_role("listitem")
    expect(elsewhere).to_have_count(2)  # those that were with the monitoring unit before
    expect(elsewhere.first.get_by_role("button", name="Rút lại để sửa")).to_be_visible()
    look(page, "inbox-elsewhere")


def test_thirty_reports_are_signed_by_keyboard(at: Open) -> None:
    page = at("w-b.head")
    hand = Counted(page)
    lines = page.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem")
    hand.choose("Loại văn bản", "unit-report")
    expect(lines).to_have_count(COUNT + 1)
    hand.press("Shift+X")
    expect(page.get_by_text(f"Đã chọn {COUNT} văn bản")).to_be_visible()
    hand.press("Shift+Enter")
    dialog = page.get_by_role("dialog", name="Xác nhận kết quả theo dõi")
    expect(dialog.get_by_text("1/1")).to_have_count(COUNT)
    confirm = dialog.get_by_role("button", name=f"Xác nhận: Xác nhận kết quả theo dõi {COUNT} văn bản")
    expect(confirm).to_be_focused()
    look(page, "inbox-thirty")
    hand.press("Enter")
    expect(lines).to_have_count(1)
    assert hand.count <= 10
    expect(lines.get_by_role("link", name=re.compile("Báo cáo"))).to_be_focused()
    assert states(page, "unit").count("monitor-reviewed") == COUNT
    assert states(page, "unit").count("unit-approved") == 1  # what has an overdue row was not among them


def test_several_are_sent_back_each_for_its_own_reason_with_a_result_for_each(at: Open) -> None:
    page = at("w-a.head")
    lines = page.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem")
    before = lines.count()
    assert before >= 2
    for place in range(2):
        lines.nth(place).get_by_role("checkbox").check()
    page.get_by_role("region", name="Thao tác").get_by_role("button", name="Trả lại").click()
    dialog = page.get_by_role("dialog", name="Trả lại")
    expect(dialog.get_by_label("Lý do chung cho tất cả")).to_be_focused()
    dialog.get_by_role("checkbox", name="Mỗi văn bản một lý do riêng").check()
    reasons = dialog.get_by_label(re.compile("^Lý do: "))
    expect(reasons).to_have_count(2)
    expect(dialog.get_by_label("Lý do chung cho tất cả")).to_be_hidden()
    reasons.first.fill("Dòng 2 thiếu sản phẩm")
    look(page, "inbox-return-each")
    dialog.get_by_role("button", name="Xác nhận: Trả lại 2 văn bản").click()
    expect(dialog.get_by_text("đã ghi nhận")).to_have_count(1)
    expect(dialog.get_by_text(re.compile("chưa ghi nhận$"))).to_have_count(1)
    look(page, "inbox-returned")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(lines).to_have_count(before)  # the unit's head has what came back, too
    expect(lines.filter(has_text="Bị trả lại (lần 1)")).to_have_count(1)


def test_several_are_sent_back_for_one_reason(at: Open) -> None:
    page = at("w-b.head")
    lines = page.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem")
    page.get_by_label("Loại văn bản").select_option("plan")
    expect(lines.filter(has_text="Báo cáo")).to_have_count(0)
    before = lines.count()
    lines.first.get_by_role("checkbox").check()
    page.get_by_role("region", name="Thao tác").get_by_role("button", name="Trả lại").click()
    dialog = page.get_by_role("dialog", name="Trả lại")
    dialog.get_by_label("Lý do").fill("Ghi rõ đơn vị phối hợp")
    look(page, "inbox-return-one")
    dialog.get_by_role("button", name="Xác nhận: Trả lại").click()
    expect(page.get_by_text("Đã ghi nhận: Trả lại")).to_be_visible()
    expect(lines).to_have_count(before - 1)


def test_lines_do_not_move_under_the_hand_while_others_act(at: Open) -> None:
    monitor, unit = at("w-b.head"), at("w-a.head")
    lines = monitor.get_by_role("list", name="Cần tôi xử lý").get_by_role("listitem")
    expect(lines.first).to_be_visible()
    before = lines.count()
    lines.first.get_by_role("checkbox").check()
    unit.get_by_role("button", name="Ký duyệt: Kế hoạch của W-A").first.click()
    unit.get_by_role("dialog").get_by_role("button", name="Xác nhận: Ký duyệt").click()
    expect(unit.get_by_text("Đã ghi nhận: Ký duyệt")).to_be_visible()
    bar = monitor.get_by_role("status").filter(has_text="thay đổi mới")
    expect(bar).to_be_visible()
    expect(lines).to_have_count(before)
    expect(lines.first.get_by_role("checkbox")).to_be_checked()
    look(monitor, "inbox-new-changes")
    bar.get_by_role("button", name="Hiển thị").click()
    expect(lines).to_have_count(before + 1)
    expect(bar).to_be_hidden()
