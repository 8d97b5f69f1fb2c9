"""One plan through all five states by four people; the others' windows update by themselves."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Window, saved
from .test_screens import look

pytestmark = pytest.mark.browser
TITLE = "Kế hoạch ứng dụng công nghệ trong giảng dạy"


def sign(page: Page, act: str, *, comment: str = "") -> None:
    """Presses an act's button and confirms it."""
    page.get_by_role("button", name=act, exact=True).first.click()
    dialog = page.get_by_role("dialog")
    if comment:
        dialog.get_by_label("Ý kiến").first.fill(comment)
    dialog.get_by_role("button", name=f"Xác nhận: {act}").click()
    expect(dialog).to_be_hidden()


def opened(page: Page, title: str) -> None:
    """Waits for a screen: the one before has fields of the same names."""
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def draft_plan(page: Page, title: str = TITLE) -> str:
    """The officer writes a plan with one row; answers its path."""
    page.get_by_role("link", name="Kế hoạch", exact=True).click()
    page.get_by_role("link", name="Tạo kế hoạch", exact=True).click()
    opened(page, "Tạo kế hoạch")
    page.get_by_role("combobox", name="Đơn vị").select_option(label="Phòng Đào tạo")
    page.get_by_role("combobox", name="Kỳ").select_option(label="Năm học 2026-2027")
    page.get_by_label("Tên kế hoạch").fill(title)
    page.get_by_role("button", name="Tạo", exact=True).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    page.get_by_role("button", name="Thêm dòng").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Nội dung").fill("Bồi dưỡng kỹ năng số cho giảng viên")
    form.get_by_label("Thời điểm hoàn thành").fill("Tháng 12/2026")
    form.get_by_label("Sản phẩm, minh chứng").fill("Báo cáo kết quả bồi dưỡng")
    form.get_by_label("Người phụ trách").fill("Viên chức được phân công")
    form.get_by_label("Thẩm quyền").fill("Trưởng phòng")
    form.get_by_role("button", name="Áp dụng").click()
    saved(page)
    expect(page.get_by_text("Bồi dưỡng kỹ năng số cho giảng viên").first).to_be_visible()
    return page.url


def change_product(page: Page, text: str) -> None:
    """Types over the product of the only row."""
    page.locator('[role=grid] tr[aria-rowindex="2"] [role=gridcell]').nth(4).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    saved(page)


def sees_changed(page: Page, was: str, now: str) -> None:
    """What changed since the last submission stands on the screen, old beside new; nothing else did."""
    changes = page.get_by_role("region", name="Thay đổi so với bản đã trả lại, đã ký (lần 1)")
    expect(changes.locator("del")).to_have_text(was)
    expect(changes.locator("ins")).to_have_text(now)
    expect(changes.get_by_text("0 dòng giữ nguyên")).to_be_visible()
    changes.scroll_into_view_if_needed()
    look(page, "changed-since")


def test_four_people_take_one_plan_through_five_states(window: Window) -> None:
    officer, head = window("dt.officer"), window("dt.head")
    office, rector = window("hcqt.head"), window("rector")
    path = draft_plan(officer)

    # Submitting puts it into the head's inbox, without a reload there.
    expect(head.get_by_text(TITLE)).to_have_count(0)
    sign(officer, "Trình")
    head.get_by_role("link", name=re.compile(TITLE)).first.click()

    # Returned with a reason: the officer's open window shows it by itself; then answered and submitted again.
    sign(head, "Trả lại", comment="Ghi rõ số giảng viên tham gia.")
    expect(officer.get_by_text("Bị trả lại (lần 1)").first).to_be_visible()
    change_product(officer, "Danh sách 40 giảng viên")
    sign(officer, "Trình")
    expect(head.get_by_text("Chờ ký duyệt").first).to_be_visible()
    sees_changed(head, "Báo cáo kết quả bồi dưỡng", "Danh sách 40 giảng viên")
    sign(head, "Ký duyệt")
    expect(officer.get_by_text("Trưởng đơn vị đã duyệt").first).to_be_visible()

    # The office follows this plan: it appears in the inbox there, and is checked.
    office.get_by_role("link", name=re.compile(TITLE)).first.click()
    sign(office, "Xác nhận kết quả theo dõi")
    expect(officer.get_by_role("button", name="Trình", exact=True)).to_have_count(0)
    expect(current_state(officer)).to_contain_text("Đơn vị theo dõi đã kiểm tra")

    # The office puts it on the list of the year; the leadership finds it in its inbox and adopts it.
    sign(office, "Đưa vào danh mục năm")
    expect(current_state(officer)).to_contain_text("Trong danh mục kế hoạch của năm")
    rector.get_by_role("link", name=re.compile(TITLE)).first.click()
    sign(rector, "Thông qua")
    for page in (officer, head):
        expect(current_state(page)).to_contain_text("Đã thông qua, chưa ghi nhận số văn bản")
    officer.goto(path)
    history = officer.get_by_role("region", name="Sổ ký duyệt").or_(officer.locator("body"))
    for act in (
        "Trình",
        "Trả lại",
        "Ký duyệt",
        "Xác nhận kết quả theo dõi",
        "Đưa vào danh mục năm",
        "Thông qua",
    ):
        expect(history.get_by_text(act, exact=True).first).to_be_visible()


def current_state(page: Page) -> Locator:
    """Where the road of states says that the plan stands."""
    return page.locator('[aria-current="step"]').first
