"""What a cold browser receives until the inbox stands, and what the grid adds to it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.conftest import ROOT, log_in

#: Bodies and headers together, the API's answers included.
MOST_BYTES, MOST_REQUESTS = 250_000, 20
PATIENCE = 20
#: Compressed, beyond what the first load has brought.
MOST_GRID_BYTES = 60_000
DIST = ROOT / "frontend" / "dist"
Manifest = dict[str, dict[str, Any]]


class Traffic:
    """What DevTools counts on the wire, an answer that a redirect or a socket gave included."""

    def __init__(self, session: CDPSession) -> None:
        self.addresses: dict[str, str] = {}
        self.received: dict[str, int] = defaultdict(int)
        self.redirected = 0
        session.on("Network.requestWillBeSent", self.asked)
        session.on("Network.loadingFinished", self.finished)
        session.on("Network.webSocketCreated", self.asked)
        session.send("Network.enable")

    def asked(self, event: dict[str, Any]) -> None:
        if event.get("redirectResponse"):
            self.redirected += 1
            self.received[event["requestId"]] += int(event["redirectResponse"]["encodedDataLength"])
        if event.get("request", event)["url"].startswith("data:"):
            return
        self.addresses[event["requestId"]] = event["url"] if "url" in event else event["request"]["url"]

    def finished(self, event: dict[str, Any]) -> None:
        self.received[event["requestId"]] += int(event["encodedDataLength"])

    def settled(self, last: str) -> bool:
        """This address was asked, and everything has come; a socket stays open."""
        asked = {key: address for key, address in self.addresses.items() if not address.startswith("ws")}
        return any(last in address for address in asked.values()) and asked.keys() <= self.received.keys()

    @property
    def requests(self) -> int:
        return len(self.addresses) + self.redirected

    @property
    def bytes(self) -> int:
        return sum(self.received.values())

    def __str__(self) -> str:
        lines = [f"{self.received[key]:>8} {address}" for key, address in self.addresses.items()]
        return "\n".join([f"{self.bytes} bytes, {self.requests} requests", *lines])


@pytest.fixture
def cold(browser: Browser, server: str) -> Iterator[tuple[Page, Traffic]]:
    """A window that has never been here, and what it receives."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN", base_url=server)
    page = context.new_page()
    yield page, Traffic(context.new_cdp_session(page))
    context.close()


def test_login_and_inbox_arrive_within_the_budget(cold: tuple[Page, Traffic]) -> None:
    page, traffic = cold
    log_in(page, "dt.head")
    for _quarter in range(PATIENCE * 4):
        if traffic.settled("/api/v1/inbox"):
            break
        page.wait_for_timeout(250)
    assert traffic.settled("/api/v1/inbox"), str(traffic)
    # Headers are counted: more arrives than the body that the build has compressed.
    style = next(key for key, address in traffic.addresses.items() if address.endswith(".css"))
    body = (DIST / "assets" / f"{traffic.addresses[style].rsplit('/')[-1]}.br").stat().st_size
    assert body < traffic.received[style] < body + 1_000
    assert traffic.requests <= MOST_REQUESTS, str(traffic)
    assert traffic.bytes <= MOST_BYTES, str(traffic)


def test_the_grid_is_a_small_file_beyond_the_first_load() -> None:
    manifest: Manifest = json.loads((DIST / ".vite" / "manifest.json").read_text("utf-8"))
    grid = next(chunk for chunk in manifest.values() if chunk.get("name") == "grid")
    added = [grid["file"], *grid["css"]]
    sizes = {file: (DIST / f"{file}.br").stat().st_size for file in added}
    assert grid["file"] not in manifest["src/main.tsx"].get("imports", ())
    assert sum(sizes.values()) <= MOST_GRID_BYTES, sizes


def test_no_script_or_style_may_stand_in_the_page_itself(cold: tuple[Page, Traffic]) -> None:
    page, _traffic = cold
    answer = page.goto("/login")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self' 'nonce-" in policy
    assert "style-src 'self' 'nonce-" in policy
    assert "unsafe" not in policy
