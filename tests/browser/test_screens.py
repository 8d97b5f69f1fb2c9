"""Every screen, on a desk and on a phone: nothing sideways, nothing that axe finds serious.

With SCREENSHOTS=docs/screenshots in the environment the pictures of the README are taken anew.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import ROOT, Window

pytestmark = pytest.mark.browser
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"desk": (1280, 900), "phone": (375, 800)}
SCREENS = {
    "inbox": ("dt.head", "/", "Việc chờ xử lý"),
    "plans": ("dt.officer", "/plans", "Kế hoạch"),
    "consolidations": ("hcqt.clerk", "/consolidations", "Tổng hợp"),
    "meetings": ("rector", "/meetings", "Giao ban"),
    "months": ("hcqt.clerk", "/months/2026-11", "Báo cáo tháng – Tháng 11/2026"),
    "matrix": ("rector", "/months/2026-2027", "Báo cáo tháng – Năm học 2026-2027"),
    "sheet": (
        "hcqt.officer",
        "/sheets/2026-11/HCQT",
        "Báo cáo kết quả thực hiện – Tháng 11/2026 – Phòng Hành chính – Quản trị",
    ),
    "week": ("kt-dbcl.officer", "/week", "Việc của tôi trong tuần"),
    "handovers": ("kt-dbcl.head", "/handovers", "Bàn giao công việc"),
    "instructions": ("rector", "/instructions", "Ý kiến chỉ đạo"),
    "deadlines": ("hcqt.head", "/deadlines", "Thời hạn"),
    "consequences": ("rector", "/consequences", "Hệ quả theo Thông báo 242"),
}


def look(page: Page, name: str) -> None:
    """Holds the screen to what every screen must be, and takes its picture when asked."""
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        f"{name} scrolls sideways"
    )
    # Through evaluate, which runs outside the page's Content-Security-Policy.
    page.evaluate(AXE.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run({runOnly: tags}).then(result => result.violations)", tags)
    grave = [
        f"{row['id']}: {row['nodes'][0]['html']}" for row in found if row["impact"] in {"serious", "critical"}
    ]
    assert grave == [], f"{name}: {grave}"
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_and_is_accessible(window: Window, screen: str, size: str) -> None:
    username, path, title = SCREENS[screen]
    width, height = SIZES[size]
    page = window(username, path, width=width, height=height)
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    look(page, screen if size == "desk" else f"{screen}-phone")


@pytest.mark.parametrize("size", SIZES)
def test_an_instruction_is_given_and_its_screen_fits(window: Window, size: str) -> None:
    """A leader gives one; its unit answers on the screen that opens from its inbox."""
    width, height = SIZES[size]
    what = f"Rà soát hồ sơ mở ngành ({size})"
    page = window("rector", "/instructions", width=width, height=height)
    page.get_by_role("button", name="Giao ý kiến chỉ đạo").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Đơn vị thực hiện").select_option("HCQT")
    form.get_by_label("Nội dung chỉ đạo").fill(what)
    form.get_by_label("Hạn trả lời").fill("10/06/2027")
    form.get_by_label("Hạn trả lời").press("Tab")
    expect(page.get_by_role("button", name="Tháng sau")).to_be_hidden()  # the calendar fades away
    look(page, f"instruction-form-{size}")
    form.get_by_role("button", name="Ký giao").click()
    page.wait_for_url(re.compile("/instructions/.+"))
    expect(page.get_by_text("Chờ trả lời")).to_have_count(1)
    page = window("hcqt.officer", width=width, height=height)
    page.get_by_role("link", name=re.compile(re.escape(what))).click()
    page.get_by_role("textbox", name="Trả lời của đơn vị").fill("Đã rà soát 12 hồ sơ.")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("button", name="Trình")).to_be_visible()
    look(page, f"instruction-{size}")


@pytest.mark.parametrize("size", SIZES)
def test_a_plan_fits_and_is_accessible(window: Window, size: str) -> None:
    width, height = SIZES[size]
    page = window("dt.head", width=width, height=height)
    page.get_by_role("link", name=re.compile("Kế hoạch năm học")).first.click()
    expect(page.get_by_role("button", name="Ký duyệt", exact=True)).to_be_visible()
    look(page, "plan" if size == "desk" else "plan-phone")


def monitoring_report(page: Page, unit: str, period: str) -> str:
    """The address of a monitoring unit's report of a month."""
    asked = f"/api/v1/reports?kind=monitoring&period={period}&unit={unit}"
    case_id = page.evaluate("path => fetch(path).then(r => r.json()).then(b => b.results[0].id)", asked)
    return f"/reports/{case_id}"


@pytest.mark.parametrize("size", SIZES)
def test_the_form_of_the_notice_fits_and_is_accessible(window: Window, size: str) -> None:
    width, height = SIZES[size]
    page = window("dt.officer", width=width, height=height)
    page.goto(monitoring_report(page, "DT", "2026-11"))
    expect(page.get_by_role("heading", name=re.compile("Báo cáo tháng 11.2026"), level=1)).to_be_visible()
    look(page, "monitoring-report" if size == "desk" else "monitoring-report-phone")
    page.get_by_role("tab", name="Bản báo cáo").click()
    # In the middle: what the bar of acts half covers is too small a target until it is scrolled.
    page.get_by_text("II. KẾT QUẢ THEO DÕI, KIỂM TRA GIÁM SÁT").evaluate(
        "one => one.scrollIntoView({ block: 'center' })"
    )
    look(page, "notice-form" if size == "desk" else "notice-form-phone")


def test_one_click_agrees_to_all(window: Window) -> None:
    page = window("khtc.officer")
    page.goto(monitoring_report(page, "KHTC", "2026-11"))
    page.get_by_role("button", name=re.compile("Đồng ý tất cả")).click()
    expect(page.get_by_text("Đồng ý với báo cáo của đơn vị.").first).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_a_meeting_is_gone_through_by_keyboard(window: Window, size: str) -> None:
    width, height = SIZES[size]
    page = window("rector", "/meetings", width=width, height=height)
    page.get_by_role("link", name="Giao ban 10/2026", exact=True).click()
    expect(page.get_by_role("heading", name="Tình hình chung")).to_be_visible()
    look(page, "meeting" if size == "desk" else "meeting-phone")
    page.keyboard.press("ArrowRight")
    first_unit = page.get_by_role("heading", name="Phòng Hành chính – Quản trị – Tháng 10/2026")
    expect(first_unit).to_be_focused()
    look(page, "meeting-unit" if size == "desk" else "meeting-unit-phone")
    page.get_by_role("link", name="Phiếu chuẩn bị giao ban").click()
    expect(page.get_by_role("heading", name="Phiếu chuẩn bị giao ban", level=1)).to_be_visible()
    look(page, "slips" if size == "desk" else "slips-phone")


def test_the_consolidation_of_a_month_is_made_with_one_click(window: Window) -> None:
    page = window("hcqt.clerk", "/consolidations/new")
    page.get_by_role("combobox", name="Kỳ").select_option(label="Tháng 11/2026")
    page.get_by_role("button", name="Lập tổng hợp tháng 11/2026").click()
    expect(page.get_by_role("heading", name="Báo cáo tổng hợp tháng 11/2026", level=1)).to_be_visible()
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        expect(page.get_by_text("Trong đó chưa kiểm tra")).to_be_visible()
        look(page, "consolidation" if size == "desk" else "consolidation-phone")


def test_what_cannot_be_done_says_why(window: Window) -> None:
    page = window("dt.officer", "/plans")
    page.get_by_role("link", name=re.compile("Kế hoạch năm học")).first.click()
    expect(page.get_by_role("button", name="Ký duyệt", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Vì sao chưa thực hiện được?").click()
    expect(
        page.get_by_text("Chỉ trưởng hoặc phó trưởng đơn vị Phòng Đào tạo làm được việc này:").first
    ).to_be_visible()


def test_logging_out_leaves_nothing_to_see(window: Window) -> None:
    page = window("dt.officer", anew=True)
    page.get_by_role("button", name=re.compile("Tài khoản")).click()
    page.get_by_role("menuitem", name="Đăng xuất", exact=True).click()
    expect(page.get_by_role("button", name="Đăng nhập")).to_be_visible()
    page.goto("/plans")
    expect(page.get_by_role("button", name="Đăng nhập")).to_be_visible()
