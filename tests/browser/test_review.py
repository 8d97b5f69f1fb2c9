"""A return from outside: only what was marked unlocks, a proposal is taken over, another row is opened with a reason, and whoever
signs again sees first what lies outside."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Window, saved
from .test_five_states import draft_plan, sign
from .test_grid import ACTIVE, PASTE, excel
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
PHONE = dict(zip(("width", "height"), SIZES["phone"], strict=True))
TITLE = "Kế hoạch bồi dưỡng kỹ năng số"
MORE = ["Tập huấn phần mềm quản lý đào tạo", "Rà soát học liệu số"]
PROPOSED, WHY = "Danh sách 40 giảng viên có chữ ký", "Khớp với danh sách 40 giảng viên"


def cell(page: Page, row: int, column: int) -> Locator:
    """Rows counted from 1, columns from 0: number, content, lead, due, product."""
    return page.locator(f'[role=grid] tr[aria-rowindex="{row + 1}"] [role=gridcell]').nth(column)


def three_rows(officer: Page) -> str:
    """A plan with three whole rows, sent to the head."""
    path = draft_plan(officer, TITLE)
    cell(officer, 2, 1).click()
    rows = [
        [text, "Phòng Đào tạo", "Tháng 12/2026", "Báo cáo", "", "Viên chức", "Trưởng phòng"] for text in MORE
    ]
    officer.evaluate(PASTE, [ACTIVE, {"text/plain": excel(rows)}])
    saved(officer)
    sign(officer, "Trình")
    return path


def give_back(monitor: Page) -> None:
    """The monitoring unit returns it for the product of the first row, with a wording of its own; asks about the third."""
    monitor.get_by_role("button", name="Trả lại", exact=True).first.click()
    dialog = monitor.get_by_role("dialog")
    dialog.get_by_label("Ý kiến").first.fill("Sản phẩm dòng 1 chưa đo được.")
    dialog.get_by_role("button", name="Thêm ý kiến vào dòng").click()
    dialog.get_by_label("Ô", exact=True).select_option(label="Sản phẩm, minh chứng")
    dialog.get_by_label("Nội dung ý kiến").fill("Ghi rõ số giảng viên")
    dialog.get_by_label("Đề xuất sửa").fill(PROPOSED)
    look(monitor, "return-dialog")
    dialog.get_by_role("button", name="Xác nhận: Trả lại").click()
    expect(dialog).to_be_hidden()


def mended(officer: Page) -> None:
    """Takes the proposal over in one click; a second row is closed until it is opened with a reason."""
    strip = officer.get_by_role("region", name="Lý do trả lại (lần 1)")
    expect(strip.get_by_text("Sản phẩm dòng 1 chưa đo được.")).to_be_visible()
    expect(cell(officer, 2, 4)).to_have_attribute("data-closed", "true")
    look(officer, "returned-strip")
    cell(officer, 2, 4).click()
    officer.keyboard.type("Lén")
    officer.keyboard.press("Enter")
    expect(cell(officer, 2, 4)).to_have_text("Báo cáo")
    strip.get_by_role("button", name="Nhận đề xuất").click()
    expect(strip.get_by_text("1/1 ý kiến đã trả lời")).to_be_visible()
    expect(cell(officer, 1, 4)).to_contain_text(PROPOSED)
    saved(officer)
    cell(officer, 2, 4).click()
    officer.get_by_role("button", name="Sửa thêm dòng này").click()
    officer.get_by_role("dialog").get_by_label("Lý do sửa thêm").fill(WHY)
    officer.get_by_role("button", name="Mở để sửa").click()
    expect(cell(officer, 2, 4)).not_to_have_attribute("data-closed", "true")
    cell(officer, 2, 4).click()
    officer.keyboard.type("Danh sách dự tập huấn")
    officer.keyboard.press("Enter")
    saved(officer)
    sign(officer, "Trình")


def test_only_what_was_marked_unlocks_and_what_lies_outside_is_signed_knowingly(window: Window) -> None:
    officer, head, monitor = window("dt.officer"), window("dt.head"), window("hcqt.head")
    path = three_rows(officer)
    head.get_by_role("link", name=re.compile(TITLE)).first.click()
    sign(head, "Ký duyệt")
    monitor.goto(path)
    give_back(monitor)
    mended(officer)
    # On a phone what changed is the screen: the row beside the marks first, then one act and its confirmation.
    phone = window("dt.head", path[path.index("/plans/") :], **PHONE)
    changes = phone.get_by_role("region", name=re.compile("^Thay đổi so với bản đã trả lại"))
    items = changes.get_by_role("listitem")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text(f"Sửa ngoài phạm vi trả lại: {WHY}")
    expect(items.first).to_contain_text("Danh sách dự tập huấn")
    expect(items.nth(1)).to_contain_text("Ghi rõ số giảng viên")
    expect(items.nth(1).locator("ins")).to_contain_text(PROPOSED)
    expect(changes.get_by_text("1 dòng giữ nguyên")).to_be_visible()
    look(phone, "review-phone")
    phone.get_by_role("button", name="Ký duyệt", exact=True).click()
    phone.get_by_role("button", name="Xác nhận: Ký duyệt").click()
    expect(phone.get_by_text("Trưởng đơn vị đã duyệt").first).to_be_visible()
    monitor.reload()
    seen = monitor.get_by_role("region", name=re.compile("^Thay đổi so với bản đã trả lại"))
    expect(seen.get_by_role("listitem").first).to_contain_text("Sửa ngoài phạm vi trả lại")
    look(monitor, "review-monitor")


def test_a_question_leaves_the_case_where_it_is_and_its_answer_comes_back(window: Window) -> None:
    officer, head = window("dt.officer"), window("dt.head")
    path = draft_plan(officer, "Kế hoạch cần làm rõ")
    sign(officer, "Trình")
    head.goto(path)
    head.get_by_label("Nhận xét").fill("Kinh phí lấy ở đâu?")
    head.get_by_role("button", name="Đề nghị làm rõ").click()
    expect(head.get_by_text("Đề nghị làm rõ, chưa trả lời")).to_be_visible()
    expect(head.get_by_role("button", name="Ký duyệt", exact=True).first).to_be_visible()
    head.goto("/")
    head.get_by_text("Đang chờ nơi khác").first.click()
    expect(head.get_by_text("Chờ trả lời đề nghị làm rõ: “Kinh phí lấy ở đâu?”")).to_be_visible()
    look(head, "asked-elsewhere")
    officer.goto("/")
    officer.get_by_role("link", name=re.compile("^Trả lời đề nghị làm rõ: “Kinh phí")).click()
    expect(officer.get_by_role("listitem").filter(has_text="Kinh phí lấy ở đâu?")).to_be_focused()
    officer.get_by_label("Nội dung tiếp thu, giải trình").fill("Nguồn chi thường xuyên.")
    look(officer, "asked")
    officer.get_by_role("button", name="Giải trình").click()
    expect(head.get_by_text("Chờ trả lời đề nghị làm rõ: “Kinh phí lấy ở đâu?”")).to_be_hidden()
    head.get_by_role("button", name=re.compile("^Thông báo")).click()
    head.get_by_role("link", name=re.compile("Kế hoạch cần làm rõ.*Nguồn chi thường xuyên")).first.click()
    expect(head.get_by_role("listitem").filter(has_text="Trả lời: Nguồn chi thường xuyên.")).to_be_focused()
