"""A plan begins with a template or with last year's rows, and says once who answers for all of them (issue F, points 6 and 7)."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Window, saved
from .test_changing_plans import in_force
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
PHONE = dict(zip(("width", "height"), SIZES["phone"], strict=True))


def plan_of(page: Page) -> Any:
    """A plan in force of no supplement that its unit's officer sees whole."""
    return next(plan for plan in in_force(page) if plan["kind"] == "plan" and len(plan["rows"]) > 4)


def keep_as_template(office: Page, plan: Any) -> None:
    """The office keeps the rows of a plan."""
    office.goto(f"/plans/{plan['id']}")
    office.get_by_role("button", name="Giữ làm mẫu").click()
    expect(office.get_by_text("Đã giữ làm mẫu")).to_be_visible()


def test_a_plan_begins_with_a_template_and_says_once_who_answers_for_it(window: Window) -> None:
    office = window("hcqt.head")
    plan = plan_of(office)
    keep_as_template(office, plan)
    officer = window("iso.officer", "/plans/new")
    form = officer.get_by_role("form", name="Tạo kế hoạch")
    option = form.get_by_label("Mẫu", exact=True).locator("option", has_text=plan["title"][:40]).first
    form.get_by_label("Mẫu", exact=True).select_option(value=option.get_attribute("value"))
    form.get_by_label("Tên kế hoạch").fill("Kế hoạch đánh giá nội bộ theo mẫu")
    look(officer, "plan-from-template")
    form.get_by_role("button", name="Tạo", exact=True).click()
    expect(officer.get_by_role("heading", name="Kế hoạch đánh giá nội bộ theo mẫu", level=1)).to_be_visible()
    expect(officer.get_by_text(f"Phụ lục 1: {len(plan['rows'])} dòng")).to_be_visible()
    section = officer.get_by_role("region", name="6 rõ (Thông báo 242, mục I)")
    expect(section.get_by_text(re.compile(r"^Còn thiếu \d+ nội dung trước khi trình"))).to_be_visible()
    say_once(officer)
    expect(section.get_by_text("Người phụ trách: Lò Thị Bình")).to_be_visible()
    expect(officer.get_by_text("theo cả kế hoạch").first).to_be_visible()
    look(officer, "clarities")
    claim_exemption(officer)
    expect(section.get_by_text("Đơn vị theo dõi chấp nhận khi ký kiểm tra.")).to_be_visible()
    drop_templates(office)


def say_once(officer: Page) -> None:
    """Who is in charge, for all of the plan."""
    officer.get_by_role("button", name="Khai chung cho cả kế hoạch").click()
    form = officer.get_by_role("dialog")
    whole = form.get_by_role("group", name="Cả kế hoạch")
    whole.get_by_label("Người phụ trách").fill("Lò Thị Bình")
    whole.get_by_label("Thẩm quyền").fill("Trưởng ban")
    look(officer, "clarities-dialog")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()


def claim_exemption(officer: Page) -> None:
    """That a single short task of the school need not be clear in six ways; a claim without a reason is none."""
    officer.get_by_role("button", name="Khai chung cho cả kế hoạch").click()
    form = officer.get_by_role("dialog")
    form.get_by_label("Đây là kế hoạch chung của Trường").check()
    form.get_by_label("Lý do không phải lập đủ 6 rõ").fill("Một buổi tập huấn, một người thực hiện")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()


def drop_templates(office: Page) -> None:
    """What was kept is dropped by the office; the plan that began with it keeps its rows."""
    office.goto("/plans/new")
    office.get_by_text("Mẫu kế hoạch (1)").click()
    office.get_by_role("button", name=re.compile("^Bỏ mẫu: ")).click()
    expect(office.get_by_text(re.compile(r"^Mẫu kế hoạch"))).to_have_count(0)


def test_a_plan_is_carried_into_the_next_year_with_what_became_of_its_rows(window: Window) -> None:
    plan = plan_of(window("rector"))
    officer = window(f"{plan['unit'].lower()}.officer", f"/plans/{plan['id']}")
    officer.get_by_role("button", name="Lập kế hoạch năm học sau").click()
    form = officer.get_by_role("dialog")
    years = form.get_by_label("Cho năm").locator("option")
    expect(years).to_have_text(["Chọn…", "Năm học 2027-2028"])
    form.get_by_label("Cho năm").select_option(label="Năm học 2027-2028")
    rows = form.get_by_role("checkbox")
    expect(rows.first).to_be_visible()
    rows.first.set_checked(True)
    many = form.get_by_role("checkbox", checked=True).count()
    look(officer, "renewal")
    form.get_by_role("button", name="Lập dự thảo").click()
    expect(officer.get_by_role("link", name="Kế thừa từ kế hoạch năm trước")).to_be_visible()
    expect(officer.get_by_text(f"Phụ lục 1: {many} dòng")).to_be_visible()
    expect(officer.get_by_text("Năm trước").first).to_be_visible()
    look(officer, "renewed")
    phone = window(f"{plan['unit'].lower()}.head", officer.url[officer.url.index("/plans/") :], **PHONE)
    expect(phone.get_by_text("Năm trước").first).to_be_visible()
    look(phone, "renewed-phone")


def test_rows_of_last_year_are_copied_with_their_days_in_the_new_one(window: Window) -> None:
    plan = plan_of(window("rector"))
    officer = window(f"{plan['unit'].lower()}.officer", "/plans/new")
    form = officer.get_by_role("form", name="Tạo kế hoạch")
    form.get_by_role("combobox", name="Kỳ").select_option(label="Năm học 2027-2028")
    form.get_by_label("Tên kế hoạch").fill("Kế hoạch chép việc năm trước")
    form.get_by_role("button", name="Tạo", exact=True).click()
    officer.get_by_role("button", name="Chép dòng từ kế hoạch khác").click()
    dialog = officer.get_by_role("dialog")
    dialog.get_by_label("Từ kế hoạch").select_option(label=f"{plan['title']} (2026-2027)")
    look(officer, "copied-from-last-year")
    dialog.get_by_role("button", name=f"Chép {len(plan['rows'])} dòng").click()
    saved(officer)
    api = officer.request
    offered = api.get(f"/api/v1/plans/{plan['id']}/renewal?period=2027-2028").json()["rows"]
    rows = api.get(f"/api/v1/plans/{officer.url.rsplit('/', 1)[1]}").json()["rows"]
    assert [(row["text"], row["due_text"]) for row in rows] == [
        (row["text"], row["due_text"]) for row in offered
    ]
    assert any(
        row["due_text"] not in ("", before["due_text"])
        for row, before in zip(rows, plan["rows"], strict=True)
    )
