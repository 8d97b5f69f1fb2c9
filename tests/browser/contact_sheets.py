"""Every screen at three widths, light and dark, on six sheets: python -m tests.browser.contact_sheets [folder].

Fails on an error in the console and on a screen that is wider than its window.
"""

import base64
import itertools
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from .conftest import AS_OF, PASSWORD, PROVOKED, ROOT, log_in, running_browser, serving
from .palette_png import png
from .screens import SCREENS, Screen, settled, sideways, turn_to

FOLDER = ROOT / "docs" / "screenshots" / "sheets"
#: Width -> height of the window, width of a picture on its sheet.
SIZES = {1440: (900, 480), 768: (1024, 288), 360: (780, 192)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHEET = """
<body style="margin: 0; padding: 12px; background: #80868f; font: 12px/16px sans-serif; color: #fff">
<div style="display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, {width}px)">{figures}</div>
"""
FIGURE = '<div>{name}<img style="display: block; width: 100%" src="data:image/png;base64,{picture}"></div>'
Pictures = dict[tuple[int, str], list[tuple[str, bytes]]]


class Watch:
    """What must not happen while pictures are taken."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def over(self, page: Page, name: str) -> None:
        page.on("console", lambda line: self.heard(name, line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.heard(name, str(error)))

    def heard(self, name: str, text: str) -> None:
        if not any(one in text for one in PROVOKED):
            self.faults.append(f"{name}: {text}")

    def measure(self, page: Page, name: str) -> None:
        if (wider := sideways(page)) > 0:
            self.faults.append(f"{name} is {wider} px wider than its window")


@contextmanager
def page_of(
    browser: Browser, address: str, screen: Screen, sessions: dict[str, StorageState]
) -> Iterator[Page]:
    """A window of whoever the screen is richest for."""
    who = screen.username or ""
    context = browser.new_context(base_url=address, locale="vi-VN", storage_state=sessions.get(who))
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    if who and who not in sessions:
        log_in(page, who)
        sessions[who] = context.storage_state()
    yield page
    context.close()


def pictures(browser: Browser, address: str, watch: Watch) -> Pictures:
    """(Width, scheme) -> each screen's name and picture."""
    taken: Pictures = {key: [] for key in itertools.product(SIZES, SCHEMES)}
    sessions: dict[str, StorageState] = {}
    for name, screen in SCREENS.items():
        with page_of(browser, address, screen, sessions) as page:
            page.goto("/healthz")
            place = screen.address(page)
            watch.over(page, name)
            page.goto(place)
            for (width, (height, _shown)), scheme in itertools.product(SIZES.items(), SCHEMES):
                page.set_viewport_size({"width": width, "height": height})
                turn_to(page, scheme)
                settled(page)
                watch.measure(page, f"{name}, {width} px")
                taken[width, scheme].append((name, page.screenshot(animations="disabled")))
    return taken


def sheet(page: Page, shown: int, shots: list[tuple[str, bytes]]) -> bytes:
    """The pictures of one width and scheme beside each other, each with its name."""
    page.set_viewport_size({"width": 24 + 8 * (max(shown, 288) + 12), "height": 100})
    figures = [FIGURE.format(name=name, picture=base64.b64encode(shot).decode()) for name, shot in shots]
    page.set_content(SHEET.format(width=shown, figures="".join(figures)), wait_until="load")
    return png(page, page.screenshot(full_page=True))


def make(folder: Path) -> list[str]:
    """Writes the sheets; what was wrong on the way."""
    watch = Watch()
    demo = ["load_demo", "--password", PASSWORD, "--as-of", AS_OF]
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        browser = running_browser(playwright)
        with serving(Path(data), ["migrate", "--verbosity", "0"], demo) as (address, _said):
            taken = pictures(browser, address, watch)
        folder.mkdir(parents=True, exist_ok=True)
        page = browser.new_page()
        for (width, scheme), shots in taken.items():
            (folder / f"{width}-{scheme}.png").write_bytes(sheet(page, SIZES[width][1], shots))
        browser.close()
    return watch.faults


if __name__ == "__main__":
    sys.exit("\n".join(make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)) or 0)
