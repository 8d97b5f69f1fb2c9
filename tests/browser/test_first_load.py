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
#: Compressed, beyond what the first load has brought.
MOST_GRID_BYTES = 60_000
DIST = ROOT / "frontend" / "dist"


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
        self.addresses[event["requestId"]] = event["url"] if "url" in event else event["request"]["url"]

    def finished(self, event: dict[str, Any]) -> None:
        self.received[event["requestId"]] += int(event["encodedDataLength"])

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
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="vi-VN", base_url=server
    )
    page = context.new_page()
    yield page, Traffic(context.new_cdp_session(page))
    context.close()


def test_login_and_inbox_arrive_within_the_budget(cold: tuple[Page, Traffic]) -> None:
    page, traffic = cold
    log_in(page, "dt.head")
    page.wait_for_load_state("networkidle")
    print(traffic)
    # An answer without a body weighs what its headers weigh: they are counted.
    login = next(key for key, address in traffic.addresses.items() if address.endswith("/api/v1/login"))
    assert traffic.received[login] > 100
    assert traffic.requests <= MOST_REQUESTS, str(traffic)
    assert traffic.bytes <= MOST_BYTES, str(traffic)
