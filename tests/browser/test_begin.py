"""An empty database is begun in the browser, at the address that was printed; a link sets a password, once."""

import os
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect

from tests.administration.books import PEOPLE as PEOPLE_COLUMNS
from tests.administration.books import UNITS as UNIT_COLUMNS
from tests.administration.books import signing
from tests.browser.conftest import INBOX, ROOT, saved, serving
from tests.browser.test_changing_plans import fill_day
from tests.browser.test_five_states import sign
from tests.browser.test_screens import look
from tests.journeys.college import UNITS, people
from tests.papers.books import book_of

pytestmark = pytest.mark.browser
ROWS = {"Rà soát chương trình đào tạo": "Thường xuyên"}
PASSWORD = "mot-mat-khau-dai"
UNITS_THAT_BEGIN = ("Phòng Hành chính – Quản trị", "Phòng Đào tạo", "Khoa Sư phạm", "Trường Cao đẳng Thử")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINK = """async () => {
  const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': document.cookie.match(/csrftoken=([^;]+)/)[1] };
  const post = async (path, body) =>
    (await fetch(`/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  const person = await post('people', { full_name: 'Hà Thị Thư' });
  return (await post('people/links', { people: [person.id] })).results[0].link;
}"""


def fill(page: Page, **said: str) -> None:
    for label, text in said.items():
        page.get_by_label(label.replace("_", " ")).fill(text)


def founded(page: Page, address: str, said: str) -> None:
    """The institution and its first administrator, who is logged in then."""
    page.goto(f"{address}/begin/{said.strip().rsplit('/', 1)[1]}")
    fill(
        page, Tên_cơ_quan="Trường Cao đẳng Thử", Mã_cơ_quan="CD", Họ_và_tên="Lò Văn Quản", Tên_đăng_nhập="quan.tri"
    )  # fmt: skip
    fill(page, Mật_khẩu_mới=PASSWORD)
    page.get_by_role("button", name="Lập cơ quan").click()
    expect(page.get_by_role("heading", name=INBOX, level=1)).to_be_visible()


def chosen(rows: list[list[str]], header: list[str]) -> FilePayload:
    """A list in Excel, as it is chosen."""
    return {"name": "danh-sach.xlsx", "mimeType": XLSX, "buffer": book_of(rows, header=header)}


def enter_units(page: Page) -> None:
    """Thirteen units, and which of them is the admin office."""
    page.get_by_role("link", name="Quản trị").click()
    page.get_by_role("link", name="Danh sách đơn vị").click()
    page.get_by_text("Nhập danh sách đơn vị từ Excel").click()
    page.get_by_label("Tệp Excel (.xlsx)").set_input_files(chosen(UNITS, UNIT_COLUMNS))
    page.get_by_role("button", name="Đọc thử").click()
    page.get_by_role("button", name="Lưu: 13 mới, 0 sửa, 0 giữ nguyên").click()
    expect(page.get_by_text("Phòng Đào tạo", exact=True)).to_be_visible()
    page.get_by_role("link", name="Tổng quan").click()
    page.get_by_role("button", name="Chọn phòng tổng hợp").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Phòng tổng hợp").select_option(label="Phòng Hành chính – Quản trị")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()


def enter_people(page: Page) -> None:
    """Sixty people; a second head of a unit is found before anything is saved."""
    page.get_by_role("link", name="Nhân sự", exact=True).click()
    rows = people()
    page.get_by_role("button", name="Nhập nhiều người như bảng tính").click()
    file = chosen([*rows, signing("Hà Văn Thừa", "DT", "Trưởng phòng")], PEOPLE_COLUMNS)
    page.get_by_label("Điền bảng từ tệp Excel (.xlsx)").set_input_files(file)
    page.get_by_role("button", name="Tới lỗi tiếp theo (F8)").click()
    wrong = page.locator("td[data-active][data-severe]")
    expect(wrong).to_contain_text("Trưởng phòng")
    expect(page.get_by_role("button", name=re.compile("^Ghi "))).to_be_disabled()
    look(page, "people-list-wrong")
    wrong.click()
    page.keyboard.press("Control+-")
    page.get_by_role("button", name="Ghi 60 người mới, 0 thay đổi").click()
    expect(page.get_by_text("Chưa có mật khẩu").first).to_be_visible()
    look(page, "people")


def filled(page: Page, address: str, said: str) -> None:
    """The institution, its units and its people."""
    founded(page, address, said)
    enter_units(page)
    enter_people(page)


def links_of(page: Page, unit: str) -> dict[str, tuple[str, str]]:
    """Title -> a login in the unit with it, and the link that sets its password, as the slips have it that are printed."""
    page.get_by_label("Đơn vị", exact=True).select_option(label=unit)
    people = page.get_by_role("list", name="Nhân sự").get_by_role("listitem")
    expect(people.filter(has_text=unit).first).to_be_visible()
    expect(people.filter(has_not_text=unit)).to_have_count(0)  # nobody's of the list before
    page.get_by_role("button", name=re.compile("^Liên kết cho người chưa có mật khẩu")).click()
    form = page.get_by_role("dialog")
    expect(form.get_by_text("Mỗi liên kết dùng được một lần")).to_be_visible()
    page.emulate_media(media="print")
    look(page, "slips")
    slips = page.locator("body > div > div", has_text="Tên đăng nhập: ").all_inner_texts()
    page.emulate_media(media="screen")
    form.get_by_role("button", name="Đóng", exact=True).last.click()
    cards = people.all_inner_texts()
    found = {}
    for _name, login, *_, link in map(str.splitlines, slips):
        login = login.removeprefix("Tên đăng nhập: ")
        [title] = [
            line.split(",")[0]
            for card in cards
            if f"{login} ·" in card
            for line in card.splitlines()
            if unit in line
        ]
        found[title] = (login, link)
    return found


def logged_in(browser: Browser, login: str, link: str, **size: int) -> Page:
    """Somebody opens their link, sets a password and logs in with it."""
    viewport: ViewportSize = {"width": size.get("width", 1280), "height": size.get("height", 900)}
    page = browser.new_context(locale="vi-VN", viewport=viewport).new_page()
    page.goto(link)
    fill(page, Mật_khẩu_mới=PASSWORD)
    page.get_by_role("button", name="Đặt mật khẩu").click()
    expect(page.get_by_role("heading", name="Đăng nhập", level=1)).to_be_visible()
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name=INBOX, level=1)).to_be_visible()
    return page


def begin_year(office: Page) -> str:
    """The office takes over the days off, begins the school year, says from which month on it reports, and confirms its
    deadlines; that month."""
    office.get_by_role("link", name="Thời hạn").click()
    expect(office.get_by_text("Chưa có năm học nào.")).to_be_visible()
    office.get_by_role("button", name=re.compile("^Lấy ngày nghỉ chính thức")).click()
    expect(office.get_by_text("Tết Dương lịch")).to_be_visible()
    office.get_by_role("button", name="Thêm kỳ khác").click()
    office.get_by_role("dialog").get_by_role("button", name="Thêm kỳ").click()
    month = office.get_by_label("Tháng đầu tiên", exact=True).input_value()
    office.get_by_role("button", name="Lưu tháng đầu tiên").click()
    expect(office.get_by_text(re.compile("^Dùng từ: Tháng"))).to_be_visible()
    office.get_by_role("button", name=re.compile("^Chốt thời hạn [0-9]+ tháng")).click()
    office.get_by_role("dialog").get_by_role("button", name="Chốt thời hạn", exact=True).click()
    expect(office.get_by_text("Đã chốt").first).to_be_visible()
    look(office, "first-year")
    return month


def add_row(officer: Page, text: str, due: str, unit: str) -> None:
    """A row with all that the six clarities ask for."""
    officer.get_by_role("button", name="Thêm dòng").click()
    form = officer.get_by_role("dialog")
    form.get_by_label("Nội dung").fill(text)
    expect(
        form.get_by_text(unit, exact=True).first
    ).to_be_visible()  # its own unit leads, unless somebody says otherwise
    said = {
        "Thời điểm hoàn thành": due, "Sản phẩm, minh chứng": "Báo cáo", "Người phụ trách": "Trưởng khoa",
        "Thẩm quyền": "Hiệu trưởng",
    }  # fmt: skip
    for label, value in said.items():
        form.get_by_label(label).fill(value)
    form.get_by_role("button", name="Áp dụng").click()
    expect(form).to_be_hidden()


def draft_now(office: Page, month: str) -> None:
    """The office has reports, and opening sheets, drafted at once."""
    office.goto(office.url.replace("/deadlines", f"/months/{month}"))
    office.get_by_role("button", name="Mở kỳ báo cáo").click()
    office.get_by_role("dialog").get_by_role("button", name="Mở kỳ báo cáo").click()
    expect(office.get_by_role("dialog")).to_be_hidden()


def today() -> date:
    """Where the institution is."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


def answer_sheet(officer: Page) -> None:
    """The row that was due before is asked once: still open, with a note."""
    officer.goto(officer.url.split("/plans/")[0])
    officer.get_by_role("link", name=re.compile("Khoa Sư phạm Phiếu đầu kỳ")).click()
    expect(officer.get_by_text("Báo cáo thực tập")).to_be_visible()
    officer.get_by_label("Còn tồn").check()
    officer.get_by_label("Ghi chú").fill("Còn hai lớp chưa nộp")
    look(officer, "opening-sheet")
    officer.get_by_role("button", name="Lưu", exact=True).click()
    expect(officer.get_by_text("1 việc: 0 đã hoàn thành, 1 còn tồn")).to_be_visible()
    sign(officer, "Trình")


def write_plan(officer: Page, unit: str, title: str, rows: dict[str, str]) -> str:
    """A plan with these rows and their days, submitted; its path."""
    officer.goto(officer.url.rstrip("/") + "/plans/new")
    expect(officer.get_by_label("Đơn vị")).not_to_have_value("")
    officer.get_by_label("Tên kế hoạch").fill(title)
    officer.get_by_role("button", name="Tạo", exact=True).click()
    for text, due in rows.items():
        add_row(officer, text, due, unit)
    saved(officer)
    sign(officer, "Trình")
    return officer.url


def before_this_month() -> str:
    """The day before this month began, as somebody types it."""
    return f"{today().replace(day=1) - timedelta(days=1):%d/%m/%Y}"


def sign_for_the_head(officer: Page, deputy: Page) -> None:
    """A unit with a deputy: nothing is entered anywhere, the deputy signs KT."""
    path = write_plan(officer, "Phòng Đào tạo", "Kế hoạch phòng", {"Rà soát quy chế": "Thường xuyên"})
    deputy.goto(path)
    sign(deputy, "Ký duyệt")
    expect(deputy.get_by_text("Trưởng đơn vị đã duyệt").first).to_be_visible()
    expect(deputy.get_by_text(re.compile(r"\(KT\.\)"))).to_be_visible()
    look(deputy, "signed-for-the-head")


def set_semesters(clerk: Page) -> None:
    """Semester I ends with the year here, not in January."""
    clerk.goto(clerk.url.split("/months")[0].split("/deadlines")[0] + "/deadlines")
    first = clerk.get_by_label("Học kỳ I kết thúc ngày")
    year = int(first.input_value()[-4:])
    fill_day(clerk.locator("main"), "Học kỳ I kết thúc ngày", f"31/12/{year - 1}")
    clerk.get_by_role("button", name="Lưu học kỳ").click()
    expect(clerk.get_by_text(re.compile(f"Học kỳ II: Tháng 1/{year}"))).to_be_visible()
    look(clerk, "semesters")


def paste_items(office: Page) -> None:
    """Thirty-six items of a notice, at once, for one unit to begin with."""
    office.goto(office.url.split("/months")[0] + "/deadlines")
    office.get_by_role("button", name="Thêm nhiều đầu việc").click()
    form = office.get_by_role("dialog")
    form.get_by_label("Tên các đầu việc").fill(
        "\n".join(f"{number}. Đầu việc {number}" for number in range(1, 37))
    )
    form.get_by_label("Đơn vị theo dõi").select_option(label="Phòng Đào tạo")
    form.get_by_role("button", name="Thêm 36 đầu việc").click()
    expect(form).to_be_hidden()


def put_in_charge(office: Page) -> None:
    """A head is away and has no deputy: somebody of the unit is put in charge from the paper, at once."""
    office.get_by_role("link", name="Vắng mặt, ký thay").click()
    office.get_by_role("button", name="Ghi vắng mặt, ký thay").click()
    form = office.get_by_role("dialog")
    form.get_by_label("Giao phụ trách", exact=True).check()
    form.get_by_label("Đơn vị được giao phụ trách").select_option(label="Khoa Kinh tế")
    form.get_by_label("Tìm theo đơn vị").select_option(label="Khoa Kinh tế")
    person = form.get_by_label("Người được giao phụ trách").locator("option", has_text="– Viên chức").first
    form.get_by_label("Người được giao phụ trách").select_option(value=person.get_attribute("value"))
    for label in ("Từ ngày", "Ngày cuối", "Ngày ký văn bản"):
        fill_day(form, label, f"{today():%d/%m/%Y}")
    form.get_by_label("Số quyết định, giấy uỷ quyền").fill("46/QĐ-CD")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()
    expect(office.get_by_text(re.compile("46/QĐ-CD"))).to_be_visible()


def merge(keeper: Page, rector: Page) -> None:
    """The faculty goes on in another from today on: entered from the decision, confirmed by the rector, carried out at once."""
    keeper.get_by_role("link", name="Sáp nhập, chia tách").first.click()
    keeper.get_by_role("button", name="Nhập quyết định sáp nhập, chia tách").click()
    form = keeper.get_by_role("dialog")
    form.get_by_label("Đơn vị", exact=False).first.select_option(label="Khoa Sư phạm")
    form.get_by_label("Đơn vị tiếp nhận").select_option(label="Khoa Cơ bản")
    fill_day(form, "Từ ngày", f"{today():%d/%m/%Y}")
    form.get_by_label("Số quyết định").fill("45/QĐ-CD")
    fill_day(form, "Ngày quyết định", f"{today():%d/%m/%Y}")
    form.get_by_role("button", name="Lưu").click()
    expect(form).to_be_hidden()
    expect(keeper.get_by_text("Chờ lãnh đạo xác nhận")).to_be_visible()
    look(keeper, "merger-entered")
    rector.get_by_role("link", name="Sáp nhập, chia tách").click()
    rector.get_by_text("Xem những gì chuyển theo").click()
    expect(rector.get_by_text("Trưởng khoa").first).to_be_visible()
    look(rector, "merger")
    rector.get_by_role("button", name="Xác nhận").click()
    rector.get_by_role("dialog").get_by_role("button", name="Xác nhận").click()
    expect(rector.get_by_text("Đã thực hiện")).to_be_visible()


def read_register(auditor: Page) -> None:
    """The auditor finds who confirmed what, who was given which post, and which unit has ended."""
    auditor.get_by_role("link", name="Sổ quản trị").click()
    for act in ("Xác nhận sáp nhập, chia tách", "Giao chức vụ", "Kết thúc đơn vị"):
        expect(auditor.get_by_text(re.compile(f"^{act}: ")).first).to_be_visible()
    look(auditor, "register")


def verified(data: Path) -> str:
    """What verify_ledger says of the server's database."""
    environment = {**os.environ, "DATA_DIR": str(data)}
    environment.pop("DATABASE_URL", None)
    verify = [sys.executable, "manage.py", "verify_ledger"]
    return subprocess.run(
        verify, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def test_a_college_begins_in_the_browser(browser: Browser, tmp_path: Any) -> None:
    """From an empty database to the first plan, signed by three people: no shell after the first line."""
    with serving(tmp_path, ["migrate", "--verbosity", "0"], ["begin", "--quiet"]) as (address, said):
        keeper = browser.new_context(locale="vi-VN").new_page()
        filled(keeper, address, said)
        office, training, faculty, leaders = (links_of(keeper, unit) for unit in UNITS_THAT_BEGIN)
        clerk = logged_in(browser, *office["Văn thư"])
        month = begin_year(clerk)
        set_semesters(clerk)
        officer = logged_in(browser, *faculty["Viên chức"])
        path = write_plan(
            officer, "Khoa Sư phạm", "Kế hoạch khoa", ROWS | {"Báo cáo thực tập": before_this_month()}
        )
        phone = logged_in(browser, *faculty["Trưởng khoa"], width=375, height=740)
        phone.goto(path)
        sign(phone, "Ký duyệt")
        expect(phone.get_by_text("Trưởng đơn vị đã duyệt").first).to_be_visible()
        draft_now(clerk, month)
        answer_sheet(officer)
        phone.goto(officer.url)
        sign(phone, "Ký duyệt")
        look(phone, "opening-sheet-phone")
        sign_for_the_head(
            *(logged_in(browser, *training[title]) for title in ("Viên chức", "Phó Trưởng phòng"))
        )
        paste_items(clerk)
        put_in_charge(clerk)
        keeper.goto(f"{address}/administration")
        expect(keeper.get_by_text("Xong 9/9 bước")).to_be_visible()
        look(keeper, "setup-done")
        merge(keeper, logged_in(browser, *leaders["Hiệu trưởng"]))
        officer.goto(path)
        expect(officer.get_by_text("Khoa Sư phạm").first).to_be_visible()
        read_register(logged_in(browser, *leaders["Người kiểm tra"]))
    assert verified(tmp_path).endswith("0 bad chains\n")


def test_an_institution_is_founded_and_a_person_sets_the_password(browser: Browser, tmp_path: Any) -> None:
    with serving(tmp_path, ["migrate", "--verbosity", "0"], ["begin", "--quiet"]) as (address, said):
        secret = said.strip().rsplit("/", 1)[1]
        page = browser.new_context(locale="vi-VN").new_page()
        page.goto(f"{address}/begin/{secret}")
        fill(
            page,
            Tên_cơ_quan="Trường Cao đẳng Thử",
            Mã_cơ_quan="CD",
            Họ_và_tên="Lò Văn Quản",
            Tên_đăng_nhập="quan.tri",
        )
        fill(page, Mật_khẩu_mới="ngan")
        page.get_by_role("button", name="Lập cơ quan").click()
        expect(page.get_by_text("Mật khẩu quá ngắn: cần ít nhất 8 ký tự.")).to_be_visible()
        fill(page, Mật_khẩu_mới=PASSWORD)
        page.get_by_role("button", name="Lập cơ quan").click()
        expect(page.get_by_role("heading", name=INBOX, level=1)).to_be_visible()
        link = page.evaluate(LINK)
        theirs = browser.new_context(locale="vi-VN", viewport={"width": 375, "height": 700}).new_page()
        theirs.goto(link)
        expect(theirs.get_by_text("Chào Hà Thị Thư.")).to_be_visible()
        fill(theirs, Mật_khẩu_mới=PASSWORD)
        theirs.get_by_role("button", name="Đặt mật khẩu").click()
        expect(theirs.get_by_role("heading", name="Đăng nhập", level=1)).to_be_visible()
        theirs.goto(link)
        expect(theirs.get_by_text("Đường dẫn không còn hiệu lực.")).to_be_visible()
