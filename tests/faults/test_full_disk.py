"""The disk is full: what is read is read, nothing is half written, and it goes on once there is room again."""

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.jobs.running import until

from .conftest import Built, in_file, times
from .school import School, Work
from .stores import PostgresServer

#: Room for the school and for some work; a PostgreSQL keeps its log of changes beside it.
SQLITE_MEGABYTES, POSTGRES_MEGABYTES = 24, 220


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of its own of so few megabytes; only root may have one."""
    if os.getuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=777", "tmpfs", str(folder)], check=False, capture_output=True
    )  # fmt: skip
    if mount.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Takes all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return filler


def work_on(
    school: School,
    disk: Path,
    *,
    before: Callable[[], object] = lambda: None,
    healed: Callable[[], None] = lambda: None,
) -> None:
    """The disk is filled and freed again while an officer works; `before` and `healed` are called around that."""
    school.serve()
    officer, work = school.person("w-a.officer"), Work()
    try:
        for _round in range(times(1, 5)):
            before()
            filler = fill(disk)
            refused = [work.try_act(officer, case, "submit").status for case in school.cases * 3]
            assert set(refused) <= {0, 201, 409, 412, 503}, refused
            assert 503 in refused, refused
            filler.unlink()
            healed()
            school.heals()
            for case in school.cases:
                work.try_act(officer, case, "submit")
                assert work.try_act(officer, case, "withdraw").status == 201
    finally:
        school.kill()
    work.check(school)


@pytest.mark.faults
def test_a_full_disk_on_sqlite(built_on_sqlite: Built, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", SQLITE_MEGABYTES) as disk:
        file = disk / "school.sqlite3"
        school = in_file(file, built_on_sqlite, tmp_path)
        work_on(school, disk, before=lambda: until(lambda: empty_log(file)))


def empty_log(file: Path) -> bool:
    """Whether SQLite's log is empty now: it keeps the room that it had once, in which much work would find its place."""
    with closing(sqlite3.connect(file)) as line:
        [busy, *_pages] = line.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


@pytest.mark.faults
def test_a_full_disk_on_postgres(built_on_postgres: Built, tmp_path: Path) -> None:
    where = Path(tempfile.mkdtemp()) / "disk"
    where.parent.chmod(0o755)
    with (
        small_disk(where, POSTGRES_MEGABYTES) as disk,
        PostgresServer(tmp_path, disk=disk, like=built_on_postgres.files) as server,
    ):

        def start_anew() -> None:
            """One that could not even recover has ended; whoever frees the disk starts it."""
            if not server.answers():
                server.start()

        work_on(School(server.url, tmp_path, built_on_postgres.cases), disk, healed=start_anew)
