"""Plans in force change on the screen: many adopted at once, a supplement signed by its diff, rows stopped, handed over, told of
their event (issue F, points 1 to 4)."""

import re
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from .conftest import Window, saved
from .test_five_states import sign
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
DESK, PHONE = SIZES["desk"], SIZES["phone"]


def in_force(page: Page) -> list[Any]:
    """The demo's plans in force that were never supplemented, with their rows, as this person sees them."""
    listed = page.request.get("/api/v1/plans?state=presented&page_size=200").json()["results"]
    plans = [
        page.request.get(f"/api/v1/plans/{plan['id']}").json()
        for plan in listed
        if plan["kind"] != "conclusions" and plan["demo"]
    ]
    return [plan for plan in plans if len(plan["line"]) == 1]


def untouched(page: Page) -> Any:
    """One of them of whose rows nothing was decided either."""
    return next(plan for plan in in_force(page) if not any(row["stand"] for row in plan["rows"]))


def fill_day(form: Locator, label: str, day: str) -> None:
    """Types a day and leaves the field, so that the calendar closes."""
    form.get_by_label(label).fill(day)
    form.get_by_label(label).press("Tab")


def test_the_leadership_adopts_many_plans_with_one_click(window: Window) -> None:
    page = window("rector", "/plans?state=consolidated")
    boxes = page.get_by_role("checkbox", name=re.compile("^Chọn: "))
    expect(boxes.nth(2)).to_be_visible()
    many = boxes.count()
    boxes.nth(0).check()
    boxes.nth(1).check()
    expect(page.get_by_text("Đã chọn 2 văn bản")).to_be_visible()
    look(page, "adopt-many")
    sign(page, "Thông qua")
    expect(boxes).to_have_count(many - 2)
    page.goto("/plans?state=presented")
    expect(page.get_by_text("Đã thông qua, chưa ghi nhận số văn bản").first).to_be_visible()


def test_the_office_registers_many_plans_under_the_document_that_assigns_them(window: Window) -> None:
    page = window("hcqt.head", "/plans?state=monitor-reviewed")
    boxes = page.get_by_role("checkbox", name=re.compile("^Chọn: "))
    expect(boxes.nth(1)).to_be_visible()
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Ghi nhận văn bản đã ban hành").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Văn bản giao nhiệm vụ").check()
    form.get_by_role("button", name="Xác nhận: Ghi nhận văn bản đã ban hành").click()
    expect(form.get_by_text("Chưa ghi nhận được văn bản nào")).to_be_visible()
    look(page, "register-many")
    form.get_by_label("Số, ký hiệu").fill("242/TB-CĐSL")
    fill_day(form, "Ngày ban hành", "25/07/2026")
    form.get_by_label("Người ký").fill("Nguyễn Đức Long")
    file: FilePayload = {
        "name": "thong-bao-242.pdf",
        "mimeType": "application/pdf",
        "buffer": b"%PDF-1.4 signed",
    }
    form.get_by_label("Tệp bản ký").set_input_files(file)
    expect(form.get_by_text("Đã nhận tệp")).to_be_visible()
    form.get_by_role("button", name="Xác nhận: Ghi nhận văn bản đã ban hành").click()
    expect(form).to_be_hidden()
    page.goto("/plans?state=presented")
    expect(page.get_by_text("Giao tại Thông báo số 242/TB-CĐSL")).to_have_count(2)


def row_at(page: Page, number: int) -> None:
    """Goes to a row of the grid."""
    page.locator(f'[role=grid] tr[aria-rowindex="{number + 1}"] [role=gridcell]').nth(1).click()


def write_supplement(officer: Page, plan: Any) -> None:
    """A supplement in which one row is due later and the next one is ended, each with its reason."""
    officer.goto(f"/plans/{plan['id']}")
    officer.get_by_role("button", name="Điều chỉnh, bổ sung").click()
    expect(officer.get_by_role("heading", name=re.compile("lần 1"), level=1)).to_be_visible()
    expect(officer.get_by_role("button", name=re.compile("^Xoá dòng"))).to_have_count(0)
    row_at(officer, 5)
    officer.get_by_role("button", name="Sửa dòng 5").click()
    form = officer.get_by_role("dialog")
    form.get_by_label("Thời điểm hoàn thành").fill("Tháng 7/2027")
    form.get_by_label("Lý do điều chỉnh").fill("Chờ kết quả thẩm định")
    form.get_by_role("button", name="Áp dụng").click()
    row_at(officer, 6)
    officer.get_by_role("button", name="Sửa dòng 6").click()
    form.get_by_label("Kết thúc dòng này").check()
    form.get_by_label("Lý do điều chỉnh").fill("Không còn phù hợp")
    form.get_by_role("button", name="Áp dụng").click()
    saved(officer)
    officer.get_by_label("Áp dụng từ tháng").select_option(label="Tháng 12/2026")
    expect(officer.get_by_label("Áp dụng từ tháng")).to_have_value("2026-12-01")


def test_a_supplement_is_written_and_its_diff_is_signed_on_a_phone(window: Window) -> None:
    plan = untouched(window("rector"))
    unit, row = plan["unit"].lower(), plan["rows"][4]
    officer = window(f"{unit}.officer", width=DESK[0], height=DESK[1])
    write_supplement(officer, plan)
    look(officer, "supplement")
    sign(officer, "Trình")
    head = window(
        f"{unit}.head",
        officer.url.removeprefix(officer.url.split("/plans/")[0]),
        width=PHONE[0],
        height=PHONE[1],
    )
    strip = head.get_by_role("region", name="Thay đổi so với kế hoạch đang thực hiện")
    expect(strip.get_by_text("Áp dụng từ tháng 12/2026")).to_be_visible()
    expect(strip.locator("del", has_text=row["due_text"])).to_be_visible()
    expect(strip.locator("ins", has_text="Tháng 7/2027")).to_be_visible()
    expect(strip.get_by_text("Chờ kết quả thẩm định")).to_be_visible()
    expect(strip.get_by_text("Không còn phù hợp")).to_be_visible()
    expect(strip.get_by_text(f"{len(plan['rows']) - 2} dòng giữ nguyên")).to_be_visible()
    expect(
        head.get_by_role("region", name="Các lần ban hành, điều chỉnh").get_by_role("listitem")
    ).to_have_count(2)
    look(head, "supplement-phone")
    sign(head, "Ký duyệt")
    expect(officer.get_by_text("Trưởng đơn vị đã duyệt").first).to_be_visible()


def test_a_row_is_stopped_and_one_is_handed_over(window: Window) -> None:
    page = window("rector")
    plan = untouched(page)
    page.goto(f"/plans/{plan['id']}")
    page.get_by_role("button", name="Dừng thực hiện").click()
    form = page.get_by_role("dialog")
    confirm = form.get_by_role("button", name="Xác nhận: Dừng thực hiện")
    expect(confirm).to_be_disabled()  # which rows: nothing chosen is not the whole plan
    form.get_by_role("checkbox").nth(4).check()
    form.get_by_label("Lý do").fill("Đã lồng ghép vào nội dung khác")
    confirm.click()
    expect(form.get_by_label("Số quyết định")).to_have_attribute("aria-invalid", "true")
    look(page, "stop")
    form.get_by_label("Số quyết định").fill("415/QĐ-CĐSL")
    fill_day(form, "Ngày quyết định", "01/09/2026")
    confirm.click()
    expect(form).to_be_hidden()
    expect(page.get_by_text("Dừng từ 01/09/2026")).to_be_visible()
    page.get_by_role("button", name="Chuyển đơn vị chủ trì").click()
    form.get_by_role("checkbox").nth(0).check()
    other = "KT-DBCL" if plan["unit"] != "KT-DBCL" else "DT"
    form.get_by_label("Đơn vị chủ trì mới").select_option(other)
    fill_day(form, "Chủ trì từ ngày", "02/09/2026")
    form.get_by_label("Số quyết định").fill("416/QĐ-CĐSL")
    fill_day(form, "Ngày quyết định", "01/09/2026")
    form.get_by_role("button", name="Xác nhận: Chuyển đơn vị chủ trì").click()
    expect(form).to_be_hidden()
    expect(page.get_by_text(re.compile("chủ trì từ 02/09/2026")).first).to_be_visible()
    look(page, "decided-rows")


@pytest.mark.parametrize("size", SIZES)
def test_the_line_of_a_plan_fits_on_its_page(window: Window, size: str) -> None:
    width, height = SIZES[size]
    page = window("rector", width=width, height=height)
    listed = page.request.get("/api/v1/plans?state=presented&page_size=200").json()["results"]
    adopted = next(plan for plan in listed if plan["revision"] == 1)
    page.goto(f"/plans/{adopted['id']}")
    line = page.get_by_role("region", name="Các lần ban hành, điều chỉnh")
    expect(line.get_by_role("link", name="Kế hoạch ban đầu")).to_be_visible()
    expect(line.get_by_text("từ tháng")).to_be_visible()
    look(page, f"line-{size}")
    line.get_by_role("link", name="Kế hoạch ban đầu").click()
    expect(line.get_by_text("Kế hoạch ban đầu (đang xem)")).to_be_visible()


def test_an_event_is_entered_and_one_before_the_plan_is_confirmed(window: Window) -> None:
    page = window("hcqt.head")
    listed = page.request.get("/api/v1/plans?state=presented&page_size=200").json()["results"]
    adopted = next(plan for plan in listed if plan["revision"] == 1)
    page.goto(f"/plans/{adopted['id']}")
    expect(page.get_by_text("Chờ sự kiện")).to_have_count(1)
    page.get_by_role("button", name="Ghi nhận sự kiện").click()
    form = page.get_by_role("dialog")
    form.get_by_role("checkbox", name=re.compile("Tập huấn quy chế mới")).check()
    form.get_by_label("Sự kiện, tên văn bản").fill("Nghị định về giáo dục nghề nghiệp")
    fill_day(form, "Ngày xảy ra, ngày ban hành", "01/02/2026")
    fill_day(form, "Hạn hoàn thành mới", "30/06/2027")
    confirm = form.get_by_role("button", name="Xác nhận: Ghi nhận sự kiện")
    confirm.click()
    expect(form.get_by_label("Đúng là sự kiện có trước kế hoạch")).to_be_visible()
    look(page, "event")
    form.get_by_label("Đúng là sự kiện có trước kế hoạch").check()
    confirm.click()
    expect(form).to_be_hidden()
    expect(page.get_by_text(re.compile("Hạn mới 30/06/2027"))).to_be_visible()
    expect(page.get_by_text("Chờ sự kiện")).to_have_count(0)
