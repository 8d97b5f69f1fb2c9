"""How long a key takes to be seen in a plan of many rows, and the plan to be shown: `make bench-typing`.

Design (budgets): key to paint p95 at most 50 ms, shown at most 0.5 s after the answer has come, at most 3,000 nodes.
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import AS_OF, PASSWORD, log_in, running_browser, saved, serving
from tests.browser.test_grid import cell, new_plan

ROWS, TIMES = 2_000, 60
LETTERS = "rasoatchuongtrinhdaotaotheochuandauramoi"

#: Notes when each key is seen: the frame that follows it, and what the browser does after that frame.
LISTEN = """() => {
  window.paints = [];
  window.addEventListener('keydown', (event) => {
    const begun = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.paints.push(performance.now() - begun);
      channel.port2.postMessage(0);
    });
  }, { capture: true });
}"""
#: From the last byte of the plan's answer to its first row on the screen.
SHOWN = """() => new Promise((done) => {
  const look = () => {
    const row = document.querySelector('td[data-active]');
    const asked = performance.getEntriesByType('resource').filter(({ name }) => /plans\\/[0-9a-f-]{36}$/.test(name)).at(-1);
    if (row && asked?.responseEnd) requestAnimationFrame(() => setTimeout(() => done(performance.now() - asked.responseEnd)));
    else setTimeout(look, 5);
  };
  look();
})"""


def rows(count: int) -> list[dict[str, Any]]:
    """Rows of which some lack something."""
    return [
        {
            "kind": "task", "section": f"Nhóm {n // 200 + 1}", "number": str(n % 200 + 1),
            "text": f"Việc thứ {n}: rà soát, bổ sung quy định về đào tạo trình độ cao đẳng", "leads": [], "lead_text": "",
            "coordinating": [], "coordinating_text": "", "due_text": "trước 20/9" if n % 3 else "", "product": "Báo cáo" if n % 2 else "",
            "person": "Trưởng phòng", "authority": "", "note": "", "ended": False, "reason": "",
        }
        for n in range(count)
    ]  # fmt: skip


def keys_seen(page: Page, keys: Sequence[str], pause: int) -> list[float]:
    """Milliseconds from each key to its paint."""
    page.evaluate("() => { window.paints.length = 0 }")
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(pause)
    page.wait_for_timeout(300)
    return list(page.evaluate("() => window.paints"))


def said(name: str, times: Sequence[float]) -> str:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{name:<42} p50 {statistics.median(ordered):6.1f}   p95 {p95:6.1f}   most {ordered[-1]:6.1f} ms"


def measure(page: Page) -> None:
    new_plan(page, "Hai nghìn dòng")
    plan = page.url.rsplit("/", 1)[1]
    tag = page.request.get(f"/api/v1/plans/{plan}").headers["etag"]
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    headers = {"If-Match": tag, "X-CSRFToken": token, "Referer": page.url}
    answer = page.request.put(f"/api/v1/plans/{plan}/rows", data={"rows": rows(ROWS)}, headers=headers)
    assert answer.ok, answer.status
    shown = []
    for _ in range(4):
        page.reload()
        shown.append(page.evaluate(SHOWN))
    print(said("plan shown after its answer", shown))
    expect(page.get_by_role("button", name="Vì sao chưa được?")).to_be_visible()
    page.wait_for_timeout(1_000)
    print(f"{page.evaluate('document.getElementsByTagName(`*`).length')} nodes")
    page.evaluate(LISTEN)
    cell(page, 5, 1).click()
    print(said("letters, one each 120 ms", keys_seen(page, LETTERS, 120)))
    print(said("letters, one each 30 ms", keys_seen(page, LETTERS * 3, 30)))
    print(said("Enter after a letter (cell left, saved)", keys_seen(page, ["a", "Enter"] * TIMES, 120)[1::2]))
    saved(page)
    print(said("arrow down, right after it was saved", keys_seen(page, ["ArrowDown"] * TIMES, 60)))
    print(said("arrow down, at rest", keys_seen(page, ["ArrowDown"] * TIMES, 60)))
    print(
        said("page of arrows right and left", keys_seen(page, ["ArrowRight", "ArrowLeft"] * (TIMES // 2), 60))
    )
    print(said("undo", keys_seen(page, ["Control+z"] * 20, 200)))


def demo() -> AbstractContextManager[tuple[str, str]]:
    """A server with the demo on a file of its own."""
    folder = Path(tempfile.mkdtemp())
    load = ["load_demo", "--password", PASSWORD, "--as-of", AS_OF]
    return serving(folder, ["migrate", "--verbosity", "0"], load)


def main(given: str = "") -> None:
    """Of the server at the address given, which has the demo; else of one of its own."""
    with nullcontext((given, "")) if given else demo() as (address, _said), sync_playwright() as playwright:
        running = running_browser(playwright)
        page = running.new_page(viewport={"width": 1280, "height": 900}, locale="vi-VN", base_url=address)
        log_in(page, "dt.officer")
        measure(page)
        running.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
