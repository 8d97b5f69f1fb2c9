"""What became of a row after its report: submitted at its row, signed on a phone, confirmed, read at the meeting."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import Window
from .test_screens import look

pytestmark = pytest.mark.browser
ROW = re.compile("Xây dựng kế hoạch chi tiết")
UPDATE = "Cập nhật sau báo cáo"


def sign(page: Page, act: str) -> None:
    page.get_by_role("button", name=act, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=f"Xác nhận: {act}").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def name_document(place: Page | Locator, number: str) -> None:
    place.get_by_role("button", name="Thêm minh chứng").click()
    place.get_by_label("Loại minh chứng").select_option(label="Số, ký hiệu văn bản")
    place.get_by_label("Số, ký hiệu văn bản").last.fill(number)
    place.get_by_role("button", name="Thêm", exact=True).click()


def counts_one_more(page: Page) -> None:
    """The overview says what is done by now beside what was signed: one row more."""
    now = page.get_by_text(re.compile(r"^(\d+)/(\d+); cập nhật đến giờ họp: \d+/\2$")).first
    expect(now).to_be_visible()
    signed, done_now = re.findall(r"(\d+)/", now.inner_text())
    assert int(done_now) == int(signed) + 1


def test_an_update_goes_from_its_row_to_the_meeting(window: Window) -> None:
    officer = window("iso.officer", "/sheets/2026-10/ISO")
    row = officer.get_by_role("group", name=ROW).first
    row.get_by_role("button", name=UPDATE).click()
    look(officer, "update-form")
    row.get_by_label("Kết quả thực hiện").fill("Kế hoạch chi tiết đã ban hành.")
    row.get_by_role("button", name="Trình", exact=True).click()

    # Refused without evidence: the draft is kept, and its screen says what is missing.
    expect(officer).to_have_url(re.compile("/updates/"))
    expect(officer.get_by_text("Chưa trình được", exact=True)).to_be_visible()
    look(officer, "update")
    name_document(officer, "125/KH-CĐSL")
    officer.get_by_role("button", name="Lưu", exact=True).click()
    sign(officer, "Trình")

    head = window("iso.head", width=390, height=844)
    head.get_by_role("link", name=re.compile(UPDATE)).click()
    expect(head.get_by_role("button", name="Ký duyệt", exact=True)).to_be_visible()
    look(head, "update-phone")
    sign(head, "Ký duyệt")

    rector = window("rector", "/meetings")
    rector.get_by_role("link", name="Giao ban 10/2026", exact=True).click()
    expect(rector.get_by_text("chờ đơn vị theo dõi xác nhận").last).to_be_visible()
    expect(rector.get_by_text("cập nhật đến giờ họp")).to_have_count(0)

    monitor = window("hcqt.head")
    monitor.goto(officer.url)
    sign(monitor, "Xác nhận kết quả theo dõi")
    rector.reload()
    counts_one_more(rector)

    officer.goto("/sheets/2026-10/ISO")
    expect(officer.get_by_role("group", name=ROW).first.get_by_text("Đã xác nhận")).to_be_visible()
