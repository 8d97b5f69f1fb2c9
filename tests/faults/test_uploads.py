"""A server is killed, or its disk is full, in the middle of uploads: what is kept is whole, what is not goes."""

import hashlib
import http.client
import os
import random
import threading
import time
from pathlib import Path

import pytest

from .client import Person
from .conftest import Built, in_file, times
from .school import School
from .test_full_disk import SQLITE_MEGABYTES, fill, small_disk

BYTES, SENDERS = 6 * 2**20, 4
OLD_SECONDS = 2 * 3600


def upload(person: Person, dice: random.Random, size: int = BYTES) -> int:
    """Sends a file that nobody has sent; answers the status, 0 where none came."""
    start = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 '
    connection = http.client.HTTPConnection("127.0.0.1", person.port, timeout=30)
    try:
        connection.request(
            "POST", "/api/v1/evidence", start + dice.randbytes(size) + b"\r\n--x--\r\n",
            {
                "Content-Type": "multipart/form-data; boundary=x", "Cookie": person.cookie,
                "X-CSRFToken": person.cookies["csrftoken"].value,
            },
        )  # fmt: skip
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def files(school: School) -> list[Path]:
    """What lies among the evidence."""
    return [path for path in (school.data / "evidence").rglob("*") if path.is_file()]


def unfinished(school: School) -> list[Path]:
    """What is none: kept files are named for what is in them."""
    return [path for path in files(school) if hashlib.sha256(path.read_bytes()).hexdigest() != path.name]


def swept(school: School) -> None:
    """Hours later a server has been started, and its jobs have run."""
    for path in files(school):
        os.utime(path, (time.time() - OLD_SECONDS,) * 2)
    school.run("-m", "tests.faults.building", "sweep")


@pytest.mark.faults
def test_a_server_is_killed_in_the_middle_of_uploads(on_sqlite: School, dice: random.Random) -> None:
    left = 0
    for _kill in range(times(2, 8)):
        on_sqlite.serve(UPLOADS_PER_HOUR="100000")
        person, ended = on_sqlite.person(on_sqlite.asks), threading.Event()

        def send(chance: random.Random, person: Person = person, ended: threading.Event = ended) -> None:
            while not ended.is_set():
                upload(person, chance)

        senders = [
            threading.Thread(target=send, args=(random.Random(dice.random()),)) for _ in range(SENDERS)
        ]
        for sender in senders:
            sender.start()
        time.sleep(1 + dice.random())
        on_sqlite.kill()
        ended.set()
        for sender in senders:
            sender.join()
        left += len(unfinished(on_sqlite))
        swept(on_sqlite)
        assert unfinished(on_sqlite) == []
    print(f"{len(files(on_sqlite))} files kept, {left} unfinished ones taken away")  # noqa: T201 the figures of a run
    assert files(on_sqlite)
    assert left


@pytest.mark.faults
def test_uploads_to_a_full_disk_leave_nothing(
    built_on_sqlite: Built, tmp_path: Path, dice: random.Random
) -> None:
    with small_disk(tmp_path / "disk", SQLITE_MEGABYTES) as disk:
        school = in_file(disk / "school.sqlite3", built_on_sqlite, disk)
        school.serve()
        person = school.person(school.asks)
        try:
            filler = fill(disk)
            assert {upload(person, dice) for _try in range(5)} == {503}
            ready = person.ask("GET", "/readyz")
            assert (ready.status, ready.body["status"]) == (503, "disk")
            assert files(school) == []
            filler.unlink()
            assert upload(person, dice, 1000) == 201
            assert unfinished(school) == []
        finally:
            school.kill()
        assert "Traceback" not in school.log(), school.log()[-5000:]
