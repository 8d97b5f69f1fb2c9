"""A person's week, and their work in other hands: begun by the head, submitted, signed (issue F, point 8)."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Window
from .test_five_states import sign
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
PHONE = dict(zip(("width", "height"), SIZES["phone"], strict=True))
OFFICER, DEPUTY = "iso.officer", "iso.deputy"


def name_of(page: Page) -> str:
    """Who is logged in."""
    return str(page.request.get("/api/v1/me").json()["full_name"])


def test_the_week_leads_to_where_its_work_is_done(window: Window) -> None:
    page = window(OFFICER)
    page.get_by_role("link", name="Việc trong tuần").click()
    expect(page.get_by_role("heading", name="Việc của tôi trong tuần", level=1)).to_be_visible()
    overdue = page.get_by_role("list", name="Đã quá hạn")
    expect(overdue.get_by_role("listitem").first).to_be_visible()
    look(page, "week")
    page.get_by_text("Tuần sau", exact=True).click()
    expect(page).to_have_url(re.compile("week=next"))
    expect(overdue.get_by_role("listitem").first).to_be_visible()
    row = overdue.get_by_role("listitem").filter(has_text="Việc đến hạn").get_by_role("link").first
    text = row.inner_text()
    row.click()
    expect(page).to_have_url(re.compile(r"/plans/.+#row-"))
    expect(page.locator("[data-row]:focus")).to_contain_text(text)


def test_an_empty_week_tells_what_would_stand_there(window: Window) -> None:
    page = window("auditor", "/week", **PHONE)
    expect(page.get_by_text("Không có việc nào của anh/chị trong tuần")).to_be_visible()
    look(page, "week-empty-phone")


def test_a_persons_work_goes_to_another_in_one_signed_act(window: Window) -> None:
    officer, deputy = window(OFFICER, "/handovers"), window(DEPUTY, "/week")
    giver, taker = name_of(officer), name_of(deputy)
    expect(officer.get_by_role("button", name="Lập bàn giao")).to_have_count(0)
    head = window("iso.head")
    head.get_by_role("button", name=re.compile("^Tài khoản")).click()
    head.get_by_role("menuitem", name="Bàn giao công việc").click()
    head.get_by_role("button", name="Lập bàn giao").click()
    form = head.get_by_role("dialog")
    form.get_by_label("Người bàn giao").select_option(label=f"{giver} – Viên chức")
    form.get_by_label("Người nhận bàn giao").select_option(label=f"{taker} – Phó trưởng đơn vị")
    form.get_by_label("Lý do").fill("Đi học tập trung 03 tháng")
    plans = form.get_by_role("checkbox")
    expect(plans.nth(1)).to_be_checked()
    many = plans.count()
    plans.nth(0).uncheck()
    look(head, "handover-begin")
    form.get_by_role("button", name="Lập danh sách bàn giao").click()
    expect(head.get_by_role("heading", name="Bàn giao công việc", level=1)).to_be_visible()
    expect(head.get_by_role("list", name=f"Kế hoạch theo dõi, đôn đốc ({many - 1})")).to_be_visible()
    head.get_by_role("button", name="Lập lại danh sách").click()
    form.get_by_role("checkbox").nth(0).check()
    form.get_by_role("button", name="Lưu").click()
    expect(head.get_by_role("list", name=f"Kế hoạch theo dõi, đôn đốc ({many})")).to_be_visible()
    officer.get_by_role("link", name=f"{giver} bàn giao cho {taker}").click()
    sign(officer, "Trình")
    expect(head.get_by_role("button", name="Ký duyệt")).to_be_visible()
    look(head, "handover")
    sign(head, "Ký duyệt")
    expect(head.get_by_text("Đã bàn giao")).to_be_visible()
    expect(deputy.get_by_role("list", name="Đã quá hạn").get_by_role("listitem").first).to_be_visible()


def test_a_handover_that_waits_is_read_on_a_phone(window: Window) -> None:
    page = window("kt-dbcl.head", "/", **PHONE)
    page.get_by_role("link", name=re.compile("Bàn giao công việc: ")).click()
    expect(page.get_by_role("heading", name="Việc chờ xử lý")).to_be_hidden()
    expect(page.get_by_role("button", name="Ký duyệt")).to_be_visible()
    look(page, "handover-phone")


def test_a_row_offers_the_people_of_its_units_and_takes_any_text(window: Window) -> None:
    page = window(OFFICER)
    drafts = page.request.get("/api/v1/plans?state=draft&unit=ISO&page_size=100").json()["results"]
    plan = next(one for one in drafts if not one["submitted"] and not one["discarded"])
    page.goto(f"/plans/{plan['id']}")
    page.get_by_role("gridcell").first.click()
    page.get_by_role("button", name="Sửa dòng 1").click()
    field = page.get_by_role("dialog").get_by_label("Người phụ trách")
    name = name_of(page)
    field.fill(f"Bà Cầm Thị Lan, {name[:6]}")
    page.get_by_role("option", name=name).click()
    expect(field).to_have_value(f"Bà Cầm Thị Lan, {name}")
    page.get_by_role("button", name="Áp dụng").click()
    expect(page.get_by_role("gridcell", name=f"Bà Cầm Thị Lan, {name}")).to_be_visible()
