"""Units, people and posts on the screen; who is away and who signs meanwhile (issue G, point 3)."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Window
from .test_changing_plans import fill_day
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
PHONE = dict(zip(("width", "height"), SIZES["phone"], strict=True))


def today() -> str:
    """As somebody in Vietnam types it."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%d/%m/%Y")


def appoint(page: Page) -> None:
    """Somebody new, who heads the new unit by a decision."""
    form = page.get_by_role("dialog")
    page.get_by_role("link", name="Nhân sự", exact=True).click()
    page.get_by_role("button", name="Thêm người").click()
    form.get_by_label("Họ và tên").fill("Lò Văn Trưởng")
    form.get_by_role("button", name="Lưu").click()
    page.get_by_role("button", name="Thêm chức vụ: Lò Văn Trưởng").click()
    form.get_by_label("Đơn vị", exact=False).first.select_option(label="Khoa Nông lâm")
    form.get_by_label("Vai trò").select_option(label="Trưởng đơn vị")
    expect(form.get_by_label("Chức danh")).to_have_value("Trưởng đơn vị")
    look(page, "post-form")
    form.get_by_label("Số quyết định").fill("15/QĐ-CĐSL")
    fill_day(form, "Ngày quyết định", "02/11/2026")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()
    expect(
        page.get_by_text(re.compile("Trưởng đơn vị, Khoa Nông lâm · từ .* · QĐ 15/QĐ-CĐSL 02/11/2026"))
    ).to_be_visible()


def test_personnel_keep_units_and_people_and_see_no_content(window: Window) -> None:
    page = window("tccb", "/administration/units")
    navigation = page.get_by_role("navigation").first
    expect(navigation.get_by_role("link", name="Quản trị")).to_be_visible()
    expect(navigation.get_by_role("link", name="Kế hoạch")).to_have_count(0)
    page.get_by_role("button", name="Thêm đơn vị").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Mã đơn vị").fill("DT")
    form.get_by_label("Tên đơn vị").fill("Khoa Nông lâm")
    form.get_by_label("Loại").select_option(label="Khoa")
    form.get_by_role("button", name="Lưu").click()
    expect(form.get_by_label("Mã đơn vị")).to_have_attribute("aria-invalid", "true")
    form.get_by_label("Mã đơn vị").fill("KNL")
    form.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Khoa Nông lâm", exact=True)).to_be_visible()
    look(page, "units")
    appoint(page)
    page.get_by_role("link", name="Sổ quản trị").click()
    expect(page.get_by_text(re.compile("^Giao chức vụ: Lò Văn Trưởng"))).to_be_visible()
    told = window("rector")
    told.get_by_role("button", name=re.compile("^Thông báo")).click()
    expect(told.get_by_text(re.compile("chức vụ.*Lò Văn Trưởng")).first).to_be_visible()


def choose_both(form: Locator) -> None:
    """Who leads the institution, and the head of the unit."""
    leader = form.get_by_label("Người uỷ quyền").locator("option", has_text=re.compile("– Hiệu trưởng"))
    form.get_by_label("Người uỷ quyền").select_option(value=leader.get_attribute("value"))
    head = form.get_by_label("Người được uỷ quyền").locator("option", has_text="– Trưởng đơn vị")
    form.get_by_label("Người được uỷ quyền").select_option(value=head.get_attribute("value"))


def test_the_office_enters_who_signs_and_the_leadership_ends_it(window: Window) -> None:
    page = window("hcqt.clerk", "/stand-ins")
    page.get_by_role("button", name="Ghi vắng mặt, ký thay").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Giao phụ trách", exact=True).check()
    form.get_by_label("Đơn vị được giao phụ trách").select_option(label="Phòng Đào tạo")
    form.get_by_label("Tìm theo đơn vị").select_option(label="Phòng Đào tạo")
    form.get_by_label("Người được giao phụ trách").select_option(index=1)
    fill_day(form, "Từ ngày", today())
    fill_day(form, "Ngày cuối", today())
    form.get_by_label("Số quyết định, giấy uỷ quyền").fill("20/QĐ-CĐSL")
    fill_day(form, "Ngày ký văn bản", "27/11/2026")
    form.get_by_role("button", name="Lưu").click()
    expect(form.get_by_text(re.compile("Phòng Đào tạo có cấp phó ký KT. theo chức vụ"))).to_be_visible()
    look(page, "stand-in-refused")
    form.get_by_label("Thừa uỷ quyền (TUQ.)", exact=True).check()
    choose_both(form)
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()
    expect(page.get_by_text("20/QĐ-CĐSL 27/11/2026")).to_be_visible()
    look(page, "stand-ins")
    leading = window("rector", "/stand-ins", **PHONE)
    expect(leading.get_by_text("Thừa uỷ quyền (TUQ.)")).to_be_visible()
    look(leading, "stand-ins-phone")
    page.get_by_role("link", name="Ai được làm gì").click()
    expect(page.get_by_role("table", name="Ai được làm gì").get_by_text("theo uỷ quyền")).to_be_visible()
    look(page, "rights")
    leading.get_by_role("button", name=re.compile("^Kết thúc: ")).click()
    leading.get_by_role("dialog").get_by_role("button", name="Kết thúc", exact=True).click()
    expect(leading.get_by_text("Không có ai vắng mặt hay ký thay.")).to_be_visible()


def test_an_inspection_reads_for_its_days_and_what_it_opened_is_kept(window: Window) -> None:
    page = window("tccb", "/inspections")
    page.get_by_role("button", name="Nhập đoàn kiểm tra").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Tên đoàn").fill("Đoàn kiểm tra Sở Nội vụ")
    form.get_by_label("Số quyết định").fill("77/QĐ-SNV")
    for label in ("Ngày quyết định", "Từ ngày", "Ngày cuối"):
        fill_day(form, label, today())
    form.get_by_label("Năm học 2026-2027").check()
    form.get_by_label("Thành viên").fill("auditor")
    page.get_by_role("option", name=re.compile(r"\(auditor\)")).click()
    form.get_by_label("Tên đoàn").click()
    look(page, "inspection-form")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()
    expect(page.get_by_text("Đang được xem")).to_be_visible()
    reading = window("auditor", "/plans")
    reading.get_by_role("list").get_by_role("link").first.click()
    expect(reading.get_by_role("heading", level=1)).to_be_visible()
    office = window("hcqt.clerk", "/inspections")
    office.get_by_text("Đã mở những gì").click()
    look(office, "inspection-visits")
    office.get_by_role("button", name="Kế hoạch được xem").click()
    office.get_by_role("dialog").get_by_role("checkbox").first.check()
    office.get_by_role("dialog").get_by_role("button", name="Lưu").click()
    expect(office.get_by_role("dialog")).to_be_hidden()


def test_a_password_is_changed_by_its_owner(window: Window) -> None:
    page = window("hb-kt.officer", anew=True)
    page.get_by_role("button", name=re.compile("^Tài khoản")).click()
    page.get_by_role("menuitem", name="Đổi mật khẩu").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Mật khẩu hiện tại").fill("khong-phai")
    form.get_by_label("Mật khẩu mới").fill("mot-mat-khau-dai")
    form.get_by_role("button", name="Đổi mật khẩu").click()
    expect(form.get_by_label("Mật khẩu hiện tại")).to_have_attribute("data-invalid", "true")
    look(page, "password")
    form.get_by_label("Mật khẩu hiện tại").fill("sau-ro-demo")
    form.get_by_role("button", name="Đổi mật khẩu").click()
    expect(form).to_be_hidden()
    expect(page.get_by_text("Đã đổi mật khẩu")).to_be_visible()


def test_all_items_of_a_notice_are_pasted_and_given_to_units_in_a_table(window: Window) -> None:
    page = window("hcqt.clerk", "/deadlines")
    page.get_by_role("button", name="Thêm nhiều đầu việc").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Tên các đầu việc").fill(
        "1. Kế hoạch công tác thi đua\n2. Kế hoạch bồi dưỡng viên chức\n"
    )
    form.get_by_label("Đơn vị theo dõi").select_option(label="Phòng Đào tạo")
    look(page, "many-items")
    form.get_by_role("button", name="Thêm 2 đầu việc").click()
    expect(form).to_be_hidden()
    page.get_by_text("Bảng phân công theo dõi").click()
    table = page.get_by_role("table", name="Bảng phân công theo dõi")
    unit = table.get_by_label("Đơn vị theo dõi: Kế hoạch công tác thi đua")
    expect(unit).to_have_value("DT")
    unit.select_option(label="Ban Thư ký ISO")
    expect(page.get_by_text("Đã theo dõi trước đây (1)").first).to_be_visible()
    look(page, "items-board")
