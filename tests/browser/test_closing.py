"""Chốt tổng hợp: what closing a month moves and whom it leaves out is read before it is signed (issue I, point 2)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .closing_month import INSIDE, MISSING
from .conftest import log_in, serving
from .test_screens import look

pytestmark = pytest.mark.browser
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
BUILD = ["shell", "-c", "from tests.browser.closing_month import build; build()"]


@pytest.fixture(scope="module")
def school(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of its own."""
    with serving(tmp_path_factory.mktemp("closing"), ["migrate", "--verbosity", "0"], BUILD) as (address, _):
        yield address


@pytest.mark.parametrize("size", SIZES)
def test_the_dialog_says_how_many_go_along_and_names_who_is_missing(
    browser: Browser, school: str, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="vi-VN", base_url=school
    )
    page = context.new_page()
    log_in(page, "w-vp.head")
    page.get_by_role("link", name=re.compile("Tổng hợp|tổng hợp")).filter(has_text="10/2026").first.click()
    expect(page.get_by_role("region", name="Thao tác")).to_be_visible()
    page.get_by_role("region", name="Thao tác").get_by_role("button", name="Chốt tổng hợp").click()
    dialog = page.get_by_role("dialog", name="Chốt tổng hợp")
    expect(dialog.get_by_text(f"Chốt cùng {INSIDE + 1} báo cáo")).to_be_visible()
    left_out = dialog.get_by_text(re.compile(f"^{MISSING + 1} báo cáo chưa nộp"))
    expect(left_out).to_be_visible()
    expect(dialog.get_by_text("Phòng Z00 W")).to_be_hidden()
    look(page, f"closing-{size}")
    left_out.click()
    expect(dialog.get_by_text("Phòng Z00 W")).to_be_visible()
    expect(dialog.get_by_text("Phòng Z10 W")).to_be_visible()
    expect(dialog.get_by_text("Phòng N00 W")).to_be_hidden()
    look(page, f"closing-list-{size}")
    context.close()
