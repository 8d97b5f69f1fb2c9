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
from playwright.sync_api import Browser, Page, Playwright, StorageState, expect, sync_playwright

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


@contextmanager
def serving(data: Path, *commands: list[str]) -> Iterator[tuple[str, str]]:
    """The address of a server on a SQLite file of its own, started once these commands are done, and what the last of them said."""
    environment, port, said = {**os.environ, "DATA_DIR": str(data), "LOG_LEVEL": "WARNING"}, free_port(), ""
    environment.pop("DATABASE_URL", None)
    for command in commands:
        run = [sys.executable, "manage.py", *command]
        said = subprocess.run(
            run, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    application = ["-m", "uvicorn", "config.asgi:application"]
    serve = [sys.executable, *application, "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen(serve, cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address, said
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the demo, as `make run` starts it."""
    demo = ["load_demo", "--password", PASSWORD, "--as-of", AS_OF]
    with serving(tmp_path_factory.mktemp("data"), ["migrate", "--verbosity", "0"], demo) as (address, _said):
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


@pytest.fixture(scope="session")
def sessions() -> dict[str, StorageState]:
    """Username -> the session of whoever has been through the form; the server hashes a password slowly on purpose."""
    return {}


@pytest.fixture
def window(browser: Browser, server: str, sessions: dict[str, StorageState]) -> Iterator[Window]:
    """A window of a person's own at a path: window("dt.head", "/plans"). Who has not been through the form goes through
    it, and so does, in a session of their own, who logs in anew. At the end of the test no window may have shown an
    error in its console; a refused Content-Security-Policy is one."""
    errors: list[str] = []
    contexts = []

    def open_window(
        username: str | None, path: str = "/", *, width: int = 1280, height: int = 900, anew: bool = False
    ) -> Page:
        kept = None if anew or username is None else sessions.get(username)
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="vi-VN",
            base_url=server,
            accept_downloads=True,
            storage_state=kept,
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda line: errors.append(f"{username}: {line.text}") if line.type == "error" else None,
        )
        page.on("pageerror", lambda error: errors.append(f"{username}: {error}"))
        if username is None:  # nobody: at the door
            page.goto(path)
            return page
        if kept is None:
            log_in(page, username)
        if kept is None and not anew:
            sessions[username] = context.storage_state()
        if kept or path != "/":
            page.goto(path)
        if path == "/":
            expect(page.get_by_role("heading", name=INBOX, level=1)).to_be_visible()
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert [error for error in errors if not any(one in error for one in PROVOKED)] == []
