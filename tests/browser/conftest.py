"""The product as it ships, in one real server process on a file of its own, and real browser windows."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    StorageState,
    expect,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parents[2]
PASSWORD, INBOX = "sau-ro-demo", "Việc chờ xử lý"
AS_OF = "2026-11-23"
NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE_SECONDS = 60

expect.set_options(timeout=15_000)


def running_browser(playwright: Playwright) -> Browser:
    """A Chromium of this machine; where there is none, the tests are passed over."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = running_browser(playwright)
        yield running
        running.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment_of(data: Path) -> dict[str, str]:
    """Of a process on the SQLite file there."""
    environment = {**os.environ, "DATA_DIR": str(data), "LOG_LEVEL": "WARNING"}
    environment.pop("DATABASE_URL", None)
    return environment


def told(data: Path, *commands: list[str]) -> str:
    """Runs these commands of manage.py there; what the last of them said."""
    said = ""
    for command in commands:
        run = [sys.executable, "manage.py", *command]
        ended = subprocess.run(
            run, cwd=ROOT, env=environment_of(data), check=True, stdout=subprocess.PIPE, text=True
        )
        said = ended.stdout
    return said


@contextmanager
def serving(data: Path, *commands: list[str]) -> Iterator[tuple[str, str]]:
    """The address of a server on a SQLite file of its own, started once these commands are done, and what the last of them said."""
    said, port = told(data, *commands), free_port()
    application = ["-m", "uvicorn", "config.asgi:application"]
    serve = [sys.executable, *application, "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen(serve, cwd=ROOT, env=environment_of(data))
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address, said
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def demo_data(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as `make run` loads it; servers are given copies."""
    data = tmp_path_factory.mktemp("demo")
    told(data, ["migrate", "--verbosity", "0"], ["load_demo", "--password", PASSWORD, "--as-of", AS_OF])
    return data


@pytest.fixture(scope="module")
def server(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a demo of its own for each file: what one file does to it, no other one meets."""
    data = tmp_path_factory.mktemp("data") / "copy"
    shutil.copytree(demo_data, data)
    with serving(data) as (address, _said):
        yield address


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Waits until the server answers."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("the server did not start")
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=2)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server did not answer in time")


Window = Callable[..., Page]
#: A refusal (4xx) that a test provokes, or a network that it cuts, is logged by the browser too; that is no error of ours.
PROVOKED = ("the server responded with a status of 4", "net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")


def saved(page: Page) -> None:
    """Waits until all that was typed into rows is at the server."""
    expect(page.get_by_role("status", name="Trạng thái lưu")).to_contain_text("Đã lưu")


def log_in(page: Page, username: str) -> None:
    """Through the form, as far as the inbox."""
    page.goto("/login")
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name=INBOX, level=1)).to_be_visible()


class Windows:
    """Windows of people at one server, each in a browser context of its own.

    Attributes:
        sessions: username -> their session; the server hashes a password slowly on purpose.
        errors: what any window has shown in its console; a refused Content-Security-Policy is one.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.sessions: dict[str, StorageState] = {}
        self.errors: list[str] = []
        self.contexts: list[BrowserContext] = []

    def open(
        self,
        username: str | None,
        path: str = "/",
        *,
        width: int = 1280,
        height: int = 900,
        anew: bool = False,
    ) -> Page:
        """A window of a person's own at a path, or of nobody; who logs in anew goes through the form, in a session of their own."""
        known = None if anew or username is None else self.session_of(username)
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale="vi-VN",
            base_url=self.address,
            accept_downloads=True,
            storage_state=known,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda line: self.note(username, line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.note(username, str(error)))
        if anew and username is not None:
            log_in(page, username)
        if not anew or path != "/":
            page.goto(path)
        if path == "/" and username is not None:
            expect(page.get_by_role("heading", name=INBOX, level=1)).to_be_visible()
        return page

    def note(self, username: str | None, error: str) -> None:
        self.errors.append(f"{username}: {error}")

    def session_of(self, username: str) -> StorageState:
        """Begun once, and without going through the form."""
        if username not in self.sessions:
            self.sessions[username] = self.begun(username)
        return self.sessions[username]

    def begun(self, username: str) -> StorageState:
        context = self.browser.new_context(base_url=self.address)
        context.request.get("/login")
        token = next(one["value"] for one in context.cookies() if one["name"] == "csrftoken")
        who = {"username": username, "password": PASSWORD}
        answer = context.request.post("/api/v1/session", data=who, headers={"X-CSRFToken": token})
        assert answer.ok, answer.text()
        kept = context.storage_state()
        context.close()
        return kept

    def close(self) -> None:
        """At the end of a test nothing may have gone wrong in any of them."""
        for context in self.contexts:
            context.close()
        errors, self.errors, self.contexts = self.errors, [], []
        assert [error for error in errors if not any(one in error for one in PROVOKED)] == []


@pytest.fixture(scope="module")
def of_the_demo(browser: Browser, server: str) -> Windows:
    """Those at the file's demo."""
    return Windows(browser, server)


@pytest.fixture
def window(of_the_demo: Windows) -> Iterator[Window]:
    """A window of a person's own at a path of the demo: window("dt.head", "/plans")."""
    yield of_the_demo.open
    of_the_demo.close()
