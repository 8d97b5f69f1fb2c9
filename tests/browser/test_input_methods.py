"""No word of a Vietnamese input method is damaged: in a grid that saves by itself while others write, in a remark, in a filter."""

import os
import re
from itertools import cycle
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Window, saved
from .input_methods import KINDS, at_once, late
from .test_grid import HEAD, OFFICER, cell, new_plan, rows_of

pytestmark = pytest.mark.browser
#: How many words are written with every push; IME_WORDS says otherwise.
WORDS = int(os.environ.get("IME_WORDS", "40"))
IN_A_CELL = 5


def words_of(page: Page) -> list[str]:
    """Words of the demo's own plans that have marks, each once."""
    plans = page.request.get("/api/v1/plans?page_size=100").json()["results"]
    found: dict[str, None] = {}
    for plan in plans:
        for row in page.request.get(f"/api/v1/plans/{plan['id']}").json()["rows"]:
            found |= dict.fromkeys(re.findall(r"[^\W\d_]{2,}", row["text"]))
        if len(found) >= WORDS:
            break
    return [word for word, _time in zip(cycle(found), range(WORDS), strict=False)]


def write(page: Page, kind: str, words: list[str]) -> None:
    """Writes words with blanks between them, marks late and at once by turns."""
    devtools = page.context.new_cdp_session(page)
    for place, word in enumerate(words):
        KINDS[kind](devtools, list((late if place % 2 else at_once)(word)))
        if place < len(words) - 1:
            page.keyboard.press("Space")
    devtools.detach()


def note_by(head: Page, plan: str, row: Any, was: str, now: str) -> None:
    """Somebody else writes into the same plan; every window looks again."""
    csrf = next(one["value"] for one in head.context.cookies() if one["name"] == "csrftoken")
    edit = {"id": row["id"], "was": {"note": was}, "is": {"note": now}}
    answer = head.request.patch(
        f"/api/v1/plans/{plan}/rows",
        data={"rows": [edit]},
        headers={"X-CSRFToken": csrf, "Referer": head.url},
    )
    assert answer.ok, answer.text()


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_damaged_in_a_grid(window: Window, kind: str) -> None:
    page, head = window(OFFICER), window(HEAD)
    words = words_of(page)
    new_plan(page, f"Bộ gõ {kind}")
    cell(page, 1, 1).click()
    page.keyboard.type("Dòng của người khác")
    page.keyboard.press("Enter")
    saved(page)
    plan, [first] = page.url.rsplit("/", 1)[1], rows_of(page)
    cells = [words[at : at + IN_A_CELL] for at in range(0, len(words), IN_A_CELL)]
    for number, some in enumerate(cells):
        write(page, kind, some)
        note_by(head, plan, first, str(number) if number else "", str(number + 1))
        page.keyboard.press("Enter")
    saved(page)
    expect(cell(page, 1, 8)).to_contain_text(str(len(cells)))
    assert [row["text"] for row in rows_of(page)[1:]] == [" ".join(some) for some in cells]


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_damaged_in_a_remark_and_in_a_filter(window: Window, kind: str) -> None:
    page = window(OFFICER)
    words = words_of(page)[:10]
    new_plan(page, f"Nhận xét {kind}")
    for field in (page.get_by_label("Nhận xét"), page.get_by_label("Lọc dòng")):
        field.click()
        write(page, kind, words)
        expect(field).to_have_value(" ".join(words))


@pytest.mark.parametrize("kind", KINDS)
def test_the_replay_finds_a_value_that_is_written_back(browser: Browser, kind: str) -> None:
    """The test of the tests above: a field that an answer overwrites a moment later loses words."""
    page = browser.new_page()
    page.set_content("<textarea></textarea>")
    page.evaluate("""() => {
      const field = document.querySelector('textarea');
      field.addEventListener('input', () => { const stale = field.value; setTimeout(() => { field.value = stale; }, 150); });
    }""")
    page.locator("textarea").click()
    words = ["hoàn", "thiện", "quyết", "định", "trường", "đường"] * 3
    write(page, kind, words)
    page.wait_for_timeout(500)
    assert page.locator("textarea").input_value() != " ".join(words)
    page.close()
