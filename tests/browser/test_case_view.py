"""A case as it is read: why something cannot be done, whose rule it is and whom to ask; what proves a result, seen in the page."""

import os
import re
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from .conftest import Window
from .test_screens import look

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

pytestmark = pytest.mark.browser
ROW = re.compile("Xây dựng kế hoạch chi tiết")
PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAPER = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 24 Tf 40 100 Td (Quyet dinh 125) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def add_file(page: Page, name: str, media_type: str, data: bytes) -> None:
    file: FilePayload = {"name": name, "mimeType": media_type, "buffer": data}
    page.get_by_role("button", name="Thêm minh chứng").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("button", name=f"Xem {name}")).to_be_visible()


def test_why_not_leads_to_the_row_and_evidence_is_seen_in_the_page(window: Window) -> None:
    page = window("iso.officer", "/sheets/2026-10/ISO")
    row = page.get_by_role("group", name=ROW).first
    row.get_by_role("button", name="Cập nhật sau báo cáo").click()
    row.get_by_label("Kết quả thực hiện").fill("Kế hoạch chi tiết đã ban hành.")
    row.get_by_role("button", name="Trình", exact=True).click()
    expect(page).to_have_url(re.compile("/updates/"))

    expect(page.get_by_text("Chưa trình được", exact=True)).to_be_visible()
    page.get_by_role("button", name="Vì sao chưa thực hiện được?").click()
    dialog = page.get_by_role("dialog")
    expect(
        dialog.get_by_role("region", name="Việc tiếp theo").get_by_text(re.compile("Đang chờ: Trình"))
    ).to_be_visible()
    expect(dialog.get_by_text("Quy định của phần mềm").first).to_be_visible()
    look(page, "why-not")
    dialog.get_by_role("link", name=ROW).first.click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-row]:focus")).to_be_in_viewport()

    add_file(page, "anh.png", "image/png", PICTURE)
    add_file(page, "quyet-dinh.pdf", "application/pdf", PAPER)
    page.get_by_role("button", name="Xem anh.png").click()
    picture = page.get_by_role("dialog").get_by_role("img", name="anh.png")
    expect(picture).to_be_visible()
    assert picture.evaluate("picture => picture.naturalWidth") == 1
    page.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    with page.expect_response(re.compile("inline=true")) as shown:
        page.get_by_role("button", name="Xem quyet-dinh.pdf").click()
    assert shown.value.status == 200
    assert shown.value.headers["content-type"] == "application/pdf"
    expect(page.get_by_role("dialog").get_by_title("quyet-dinh.pdf")).to_be_visible()
    # A viewer of PDF keeps the network busy: no `look` here.
    if folder := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=f"{folder}/evidence-pdf.png")
