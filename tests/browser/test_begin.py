"""An empty database is begun in the browser, at the address that was printed; a link sets a password, once."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import INBOX, serving

pytestmark = pytest.mark.browser
PASSWORD = "mot-mat-khau-dai"
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
