"""Nothing that is typed into a form is lost before it is sent: to a reload, a crash, a dead network, the end of a session, or Esc."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect

from .conftest import PASSWORD, Window, log_in
from .test_grid import HEAD, OFFICER, new_plan
from .test_screens import look, monitoring_report

pytestmark = pytest.mark.browser
REASON = "Ghi rõ số giảng viên tham gia và thời điểm hoàn thành"
#: A little more than the pause after which what is typed is kept.
PAUSE = 500


def remark_of(page: Page) -> Locator:
    return page.get_by_label("Nhận xét")


def restored(place: Page | Locator) -> Locator:
    return place.get_by_role("status", name="Nội dung gõ dở")


def instruction(page: Page) -> Locator:
    """The dialog in which a leader gives an instruction."""
    page.goto("/instructions")
    page.get_by_role("button", name="Giao ý kiến chỉ đạo").click()
    return page.get_by_role("dialog")


def unsent(page: Page) -> int:
    """How many forms the browser keeps, whosever they are."""
    return int(
        page.evaluate("""() => new Promise((done) => {
          const opening = indexedDB.open('sau-ro');
          opening.onsuccess = () => {
            const asking = opening.result.transaction('drafts').objectStore('drafts').count();
            asking.onsuccess = () => { opening.result.close(); done(asking.result); };
          };
        })""")
    )


def test_a_remark_half_typed_survives_a_reload_and_is_forgotten_once_sent(window: Window) -> None:
    page = window(OFFICER, anew=True)
    new_plan(page, "Nhận xét dở dang")
    remark_of(page).fill(REASON)
    page.wait_for_timeout(PAUSE)
    page.reload()
    expect(remark_of(page)).to_have_value(REASON)
    expect(restored(page)).to_contain_text(re.compile(r"Đã khôi phục nội dung chưa gửi, gõ lúc \d\d:\d\d\."))
    look(page, "typed-remark")
    page.get_by_role("button", name="Gửi nhận xét").click()
    expect(page.locator("blockquote")).to_have_text(REASON)
    expect(remark_of(page)).to_have_value("")
    expect(restored(page)).to_have_count(0)
    page.reload()
    expect(page.locator("blockquote")).to_have_text(REASON)
    expect(remark_of(page)).to_have_value("")
    assert unsent(page) == 0


def test_what_was_taken_up_again_can_be_let_go(window: Window) -> None:
    page = window(OFFICER, anew=True)
    new_plan(page, "Bỏ bản gõ dở")
    remark_of(page).fill(REASON)
    page.wait_for_timeout(PAUSE)
    page.reload()
    page.get_by_role("button", name="Bỏ bản này").click()
    expect(remark_of(page)).to_have_value("")
    page.wait_for_timeout(PAUSE)
    page.reload()
    expect(remark_of(page)).to_have_value("")
    assert unsent(page) == 0


def test_a_dialog_half_typed_survives_a_browser_that_is_killed(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    def opened() -> Page:
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=shutil.which("chromium"), locale="vi-VN", base_url=server,
            args=["--no-sandbox", "--disable-gpu"], viewport={"width": 1280, "height": 900},
        )  # fmt: skip
        return context.pages[0]

    page = opened()
    log_in(page, "rector")
    dialog = instruction(page)
    dialog.get_by_label("Đơn vị thực hiện").select_option("DT")
    dialog.get_by_label("Nội dung chỉ đạo").fill(REASON)
    page.wait_for_timeout(1_500)
    devtools = page.context.new_cdp_session(page)
    with pytest.raises(Error):
        devtools.send("Browser.crash")
    page = opened()
    log_in(page, "rector")
    dialog = instruction(page)
    expect(dialog.get_by_label("Nội dung chỉ đạo")).to_have_value(REASON)
    expect(dialog.get_by_label("Đơn vị thực hiện")).to_have_value("DT")
    expect(restored(dialog)).to_be_visible()
    page.context.close()


def submitted(window: Window, title: str) -> Page:
    """The head's window at a plan that waits for them."""
    officer, head = window(OFFICER), window(HEAD, anew=True)
    new_plan(officer, title)
    officer.get_by_role("button", name="Thêm dòng").click()
    form = officer.get_by_role("dialog")
    form.get_by_label("Nội dung").fill("Bồi dưỡng kỹ năng số cho giảng viên")
    form.get_by_label("Thời điểm hoàn thành").fill("Tháng 12/2026")
    form.get_by_label("Sản phẩm, minh chứng").fill("Báo cáo kết quả bồi dưỡng")
    form.get_by_label("Người phụ trách").fill("Viên chức được phân công")
    form.get_by_label("Thẩm quyền").fill("Trưởng phòng")
    form.get_by_role("button", name="Áp dụng").click()
    officer.get_by_role("button", name="Trình", exact=True).first.click()
    officer.get_by_role("button", name="Xác nhận: Trình").click()
    expect(officer.get_by_role("dialog")).to_be_hidden()
    head.goto(officer.url)
    return head


def return_dialog(page: Page) -> Locator:
    page.get_by_role("button", name="Trả lại", exact=True).first.click()
    return page.get_by_role("dialog")


def test_a_return_with_reason_survives_reload_network_and_session(window: Window) -> None:
    head = submitted(window, "Trả lại có lý do")
    address = head.url
    reason = return_dialog(head).get_by_label("Ý kiến").first
    reason.fill(REASON)
    head.wait_for_timeout(PAUSE)
    head.reload()
    dialog = return_dialog(head)
    expect(dialog.get_by_label("Ý kiến").first).to_have_value(REASON)

    # The network is away while it is sent: said, and everything stands there.
    head.context.set_offline(True)
    send = dialog.get_by_role("button", name="Xác nhận: Trả lại")
    send.click()
    expect(dialog.get_by_role("alert")).to_contain_text("Nội dung anh/chị đã nhập vẫn còn trên màn hình")
    expect(dialog.get_by_label("Ý kiến").first).to_have_value(REASON)
    head.context.set_offline(False)

    # The session has ended: said; as the same person again it is found on opening the form.
    head.context.clear_cookies(name="sessionid")
    send.click()
    expect(dialog.get_by_role("alert").or_(head.get_by_label("Tên đăng nhập")).first).to_be_visible()
    log_in(head, HEAD)
    head.goto(address)
    dialog = return_dialog(head)
    expect(dialog.get_by_label("Ý kiến").first).to_have_value(REASON)
    look(head, "typed-return")
    dialog.get_by_role("button", name="Xác nhận: Trả lại").click()
    expect(dialog).to_be_hidden()
    expect(head.get_by_text(REASON).first).to_be_visible()
    assert unsent(head) == 0


def test_esc_and_a_click_beside_ask_where_something_was_typed(window: Window) -> None:
    page = window("rector")
    dialog = instruction(page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    dialog = instruction(page)
    dialog.get_by_label("Nội dung chỉ đạo").fill(REASON)
    for leave in (lambda: page.keyboard.press("Escape"), lambda: page.mouse.click(5, 450)):
        leave()
        asking = page.get_by_role("dialog", name="Đóng mà không lưu?")
        expect(asking).to_be_visible()
        asking.get_by_role("button", name="Bỏ qua").click()
        expect(asking).to_be_hidden()
        expect(dialog.get_by_label("Nội dung chỉ đạo")).to_have_value(REASON)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bỏ thay đổi và tiếp tục").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    dialog = instruction(page)
    page.wait_for_timeout(PAUSE)
    expect(dialog.get_by_label("Nội dung chỉ đạo")).to_have_value("")


def test_another_login_sees_nothing_and_logging_out_asks_and_deletes(window: Window) -> None:
    page = window(OFFICER, anew=True)
    new_plan(page, "Máy dùng chung, nhận xét")
    address = page.url
    remark_of(page).fill(REASON)
    page.wait_for_timeout(PAUSE)

    # The session ends; somebody else logs in: nothing of it.
    page.context.clear_cookies(name="sessionid")
    log_in(page, HEAD)
    page.goto(address)
    expect(remark_of(page)).to_be_visible()
    page.wait_for_timeout(PAUSE)
    expect(remark_of(page)).to_have_value("")
    assert unsent(page) == 1
    page.get_by_role("button", name=re.compile("^Tài khoản")).click()
    page.get_by_role("menuitem", name="Đăng xuất", exact=True).click()
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()

    # Its own person finds it, is asked with logging out, and it is gone.
    log_in(page, OFFICER)
    page.goto(address)
    expect(remark_of(page)).to_have_value(REASON)
    page.get_by_role("button", name=re.compile("^Tài khoản")).click()
    page.get_by_role("menuitem", name="Đăng xuất", exact=True).click()
    asking = page.get_by_role("dialog")
    expect(asking).to_contain_text("còn 1 chỗ anh/chị gõ dở, chưa gửi")
    asking.get_by_role("button", name="Xoá và đăng xuất").click()
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()
    assert unsent(page) == 0


def test_somebody_else_logs_in_in_another_window_and_sends_nothing_of_it(window: Window) -> None:
    page = window(OFFICER, anew=True)
    new_plan(page, "Hai cửa sổ")
    remark_of(page).fill(REASON)
    page.wait_for_timeout(PAUSE)
    other = page.context.new_page()
    log_in(other, HEAD)
    expect(page).to_have_url(re.compile(r"/$"))
    page.get_by_role("button", name=re.compile("^Tài khoản")).click()
    expect(page.get_by_text("Trưởng đơn vị · Phòng Đào tạo")).to_be_visible()


def test_an_answer_with_a_save_bar_survives_the_end_of_a_session(window: Window) -> None:
    rector = window("rector")
    dialog = instruction(rector)
    dialog.get_by_label("Đơn vị thực hiện").select_option("DT")
    dialog.get_by_label("Nội dung chỉ đạo").fill("Báo cáo số giờ giảng")
    dialog.get_by_label("Hạn trả lời").fill("10/06/2027")
    dialog.get_by_label("Hạn trả lời").press("Tab")
    expect(rector.get_by_role("button", name="Tháng sau")).to_be_hidden()
    dialog.get_by_role("button", name="Ký giao").click()
    rector.wait_for_url(re.compile("/instructions/.+"))
    page = window(OFFICER, anew=True)
    page.goto(rector.url)
    answer = page.get_by_role("textbox", name="Trả lời của đơn vị")
    answer.fill(REASON)
    page.wait_for_timeout(PAUSE)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(
        page.get_by_text("Phiên đăng nhập đã kết thúc").or_(page.get_by_label("Tên đăng nhập")).first
    ).to_be_visible()
    page.wait_for_timeout(5_500)  # what was read is fresh for so long
    page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_label("Tên đăng nhập").fill(OFFICER)  # nothing asks on the way: nothing is lost
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page).to_have_url(rector.url)
    expect(answer).to_have_value(REASON)
    expect(restored(page)).to_be_visible()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("region", name="Thay đổi chưa lưu")).to_have_count(0)
    assert unsent(page) == 0
    page.reload()
    expect(answer).to_have_value(REASON)


def test_a_report_s_other_words_survive_a_reload(window: Window) -> None:
    """Proposals of a month's sheet, the weekly entry and the reason for looking at fewer units of a monitoring report."""
    page = window("hcqt.officer", "/sheets/2026-11/HCQT", anew=True)
    page.get_by_role("button", name="Thêm kiến nghị").first.click()
    page.get_by_label("Kiến nghị 1").first.fill(REASON)
    page.wait_for_timeout(PAUSE)
    page.reload()
    expect(page.get_by_label("Kiến nghị 1").first).to_have_value(REASON)
    expect(restored(page)).to_be_visible()
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(restored(page)).to_have_count(0)
    expect(page.get_by_label("Kiến nghị 1").first).to_have_value(REASON)
    page.wait_for_timeout(PAUSE)
    assert unsent(page) == 0
    page = window(OFFICER, anew=True)
    page.goto(monitoring_report(page, "DT", "2026-11"))
    page.get_by_label("Tiến độ").first.fill(REASON)
    page.wait_for_timeout(PAUSE)
    page.reload()
    expect(page.get_by_label("Tiến độ").first).to_have_value(REASON)
    page.get_by_role("button", name="Bỏ bản này").click()
    expect(page.get_by_label("Tiến độ").first).to_have_value("")
