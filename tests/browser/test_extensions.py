"""Gia hạn on the screen: asked from a row of the plan, signed by the unit's head, decided many at once on a phone (issue F, point 5)."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Window
from .test_changing_plans import fill_day, in_force
from .test_five_states import sign
from .test_screens import SIZES, look

pytestmark = pytest.mark.browser
PHONE = SIZES["phone"]


def putting_off(page: Page) -> tuple[Any, list[Any]]:
    """A plan in force of which nothing was decided, and two of its rows that are due next year: nobody has done them yet."""
    for plan in in_force(page):
        if not any(row["stand"] for row in plan["rows"]):
            later = [row for row in plan["rows"] if row["due"] and (row["due"]["end"] or "") > "2027"]
            own = [row for row in later if row["leads"][:1] == [plan["unit"]] and not row["due"].get("every")]
            if len(own) > 1:
                return plan, own[:2]
    raise AssertionError("no plan has two rows to put off")


def ask(officer: Page, plan: str, row: str, day: str) -> str:
    """The officer asks that a row of the plan be due on another day; the address of the request."""
    officer.goto(f"/plans/{plan}")
    officer.get_by_role("button", name="Xin gia hạn").click()
    form = officer.get_by_role("dialog")
    option = form.get_by_label("Việc xin gia hạn").locator("option", has_text=row[:50]).first
    form.get_by_label("Việc xin gia hạn").select_option(value=option.get_attribute("value"))
    fill_day(form, "Xin gia hạn đến ngày", day)
    form.get_by_label("Lý do xin gia hạn").fill("Chờ kết quả thẩm định của Sở")
    look(officer, "extension-ask")
    form.get_by_role("button", name="Lập đề nghị gia hạn").click()
    expect(officer.get_by_role("heading", name="Gia hạn", level=1)).to_be_visible()
    sign(officer, "Trình")
    return officer.url[officer.url.index("/extensions/") :]


def test_two_rows_are_put_off_with_one_click(window: Window) -> None:
    rector = window("rector", width=PHONE[0], height=PHONE[1])
    plan, rows = putting_off(rector)
    unit = plan["unit"].lower()
    officer, head = window(f"{unit}.officer"), window(f"{unit}.head")
    asked = [ask(officer, plan["id"], row["text"], "30/07/2027") for row in rows]
    for address in asked:
        head.goto(address)
        sign(head, "Ký duyệt")
    rector.goto("/")
    boxes = rector.get_by_role("checkbox", name=re.compile("^Chọn: Đề nghị gia hạn"))
    expect(boxes.nth(1)).to_be_visible()  # beside one that waits in the demo
    for place in range(boxes.count()):
        boxes.nth(place).check()
    look(rector, "extensions-inbox-phone")
    sign(rector, "Cho gia hạn")
    expect(rector.get_by_role("checkbox", name=re.compile("^Chọn: Đề nghị gia hạn"))).to_have_count(0)
    officer.goto(f"/plans/{plan['id']}")
    expect(officer.get_by_text("Được gia hạn đến 30/07/2027 (lần 1, hạn gốc").first).to_be_visible()
    officer.goto("/extensions?stands=granted")
    expect(officer.get_by_text("Được gia hạn đến 30/07/2027").first).to_be_visible()
    look(officer, "extensions")
    officer.goto(asked[0])
    expect(officer.get_by_text("Đã cho gia hạn")).to_be_visible()
    look(officer, "extension")
