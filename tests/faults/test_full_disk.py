"""The disk is full: what is read is read, nothing is half written, and it goes on once there is room again."""

import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .conftest import times
from .school import School, Work

MEGABYTES = 24


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of its own of so few megabytes; only root may have one."""
    if os.getuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", str(folder)], check=False, capture_output=True
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
    with filler.open("wb") as file:
        try:
            while True:
                file.write(b"\0" * 65536)
                file.flush()
        except OSError:
            return filler


@pytest.mark.faults
def test_a_full_disk_on_sqlite(tmp_path: Path, dice: random.Random) -> None:
    with small_disk(tmp_path / "disk") as disk:
        school = School(f"sqlite:///{disk / 'school.sqlite3'}", tmp_path)
        school.serve()
        officer, work = school.person("w-a.officer"), Work()
        try:
            for _round in range(times(1, 5)):
                filler = fill(disk)
                refused = [work.try_act(officer, case, "submit") for case in school.cases]
                assert 503 in refused, refused
                assert officer.get(f"cases/{school.cases[0]}").status == 200, "what is there can be read"
                filler.unlink()
                school.heals()
                for case in school.cases:
                    work.try_act(officer, case, "submit")
                    assert work.try_act(officer, case, "withdraw") == 201
        finally:
            school.kill()
        work.check(school)
