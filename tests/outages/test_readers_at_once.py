"""However many send workbooks at the same time, few are read at once; who comes too many is told when to come again."""

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from papers.intake.apart import READERS
from tests.factories import World
from tests.jobs.processes import UVICORN, database_url, free_port, running
from tests.jobs.running import until
from tests.outages.requests import Script
from tests.outages.test_cut_connections import START, answers
from tests.papers.books import book_of

SENT = 24
BOUNDARY = "grenze"


@pytest.fixture
def officer(world: World, tmp_path: Path) -> Iterator[Script]:
    """Somebody at a server of its own."""
    port = free_port()
    with running([*UVICORN, str(port)], log=tmp_path / "log", DATABASE_URL=database_url(), JOBS="none"):
        script = Script(port, world.person("A", "officer"))
        until(lambda: answers(script), START)
        yield script


def form(data: bytes) -> bytes:
    """The workbook as a browser's form sends it."""
    fields = {"unit": "W-A", "period": "2026-2027"}
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'.encode()
    return b"".join([*parts, head, data, f"\r\n--{BOUNDARY}--\r\n".encode()])


def send(script: Script, body: bytes) -> tuple[int, str | None]:
    """Status and Retry-After."""
    line = http.client.HTTPConnection("127.0.0.1", script.port, timeout=120)
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    line.request("POST", "/api/v1/imports", body, {**script.headers, "Content-Type": kind})
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer.status, answer.getheader("Retry-After")


def readers(port: int) -> int:
    """How many processes read a workbook for the server at this port now; other tests have readers of their own."""
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            reads = b"papers.intake.child" in (process / "cmdline").read_bytes()
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            found += reads and str(port).encode() in (Path("/proc") / parent / "cmdline").read_bytes()
        except OSError:
            continue
    return found


@pytest.mark.server
def test_few_workbooks_are_read_at_once(officer: Script):
    rows = [
        [str(n), f"Việc {n} " + "dài " * 40, "Phòng A W", "Tháng 12/2026", "Báo cáo"] for n in range(2500)
    ]
    body, most, done = form(book_of(rows)), [0], threading.Event()

    def watch() -> None:
        while not done.is_set():
            most[0] = max(most[0], readers(officer.port))
            time.sleep(0.005)

    watcher = threading.Thread(target=watch)
    watcher.start()
    with ThreadPoolExecutor(SENT) as pool:
        answered = list(pool.map(lambda _: send(officer, body), range(SENT)))
    done.set()
    watcher.join()
    statuses = Counter(status for status, _after in answered)
    print(f"\n{dict(statuses)}, at once: {most[0]}")  # noqa: T201 the figures
    assert 1 <= most[0] <= READERS
    assert statuses.keys() == {201, 503}
    assert all(after and int(after) > 0 for status, after in answered if status == 503)
    assert officer.get("me").status == 200
    assert send(officer, form(book_of(rows[:3])))[0] == 201
