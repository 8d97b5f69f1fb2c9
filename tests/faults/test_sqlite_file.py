"""A database file that is none any more, is damaged, cannot be opened or not be written: 503, and healthy once it is back."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .client import Answer, Person
from .conftest import Built, in_file
from .school import School, Work

HEADER = 4096


def no_database(file: Path) -> None:
    """Something else lies there."""
    file.write_bytes(b"garbage!" * 4096)


def damaged(file: Path) -> None:
    """All pages but the first are noise."""
    with file.open("r+b") as pages:
        pages.seek(HEADER)
        pages.write(os.urandom(file.stat().st_size - HEADER))


def not_a_file(file: Path) -> None:
    """Nothing that could be opened; root may open everything else."""
    empty(file.parent)
    file.mkdir()


def read_only(file: Path) -> None:
    """On a disk that cannot be written to."""
    for options in (["--bind", str(file.parent)], ["-o", "remount,bind,ro"]):
        if subprocess.run(["mount", *options, str(file.parent)], check=False, capture_output=True).returncode:
            pytest.skip("only root may mount a disk, where it can be")


def deleted(file: Path) -> None:
    """Gone: whoever opens it next gets an empty one."""
    empty(file.parent)


WRONG = (no_database, damaged, not_a_file, read_only, deleted)


def empty(folder: Path) -> None:
    """Takes everything out of it."""
    for path in folder.iterdir():
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)  # the last to close a database takes its log away


def restore(file: Path, kept: str) -> None:
    """Puts back what was there."""
    subprocess.run(["umount", str(file.parent)], check=False, capture_output=True)
    empty(file.parent)
    shutil.copy(kept, file)


def refused(school: School, person: Person) -> list[Answer]:
    """What is answered to several requests, reading, writing and logging in."""
    login = person.send("POST", "session", {"username": school.asks, "password": "x"})
    reading = [person.get(path) for path in ("me", "plans", f"cases/{school.cases[0]}")]
    return [login, *reading, person.send("POST", "notifications/read", {"up_to": 1})]


@pytest.mark.faults
@pytest.mark.parametrize("spoil", WRONG, ids=lambda one: one.__name__)
def test_a_file_that_cannot_be_used_is_an_outage(
    built_on_sqlite: Built, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    file = folder / "school.sqlite3"
    school = in_file(file, built_on_sqlite, tmp_path)
    school.serve()
    person = school.person(school.asks)
    try:
        spoil(file)
        answers = refused(school, person)
        assert {(one.status, one.body["code"]) for one in answers} == {(503, "database-unavailable")}
        assert all(one.headers["retry-after"] for one in answers)
        ready = person.ask("GET", "/readyz")
        assert (ready.status, ready.body["status"]) == (503, "database")
    finally:
        school.kill()
        restore(file, built_on_sqlite.files)
    assert "Traceback" not in school.log(), school.log()[-5000:]
    school.serve()
    work = Work()
    assert work.try_act(school.person(school.asks), school.cases[0], "submit").status == 201
    school.kill()
    work.check(school)
