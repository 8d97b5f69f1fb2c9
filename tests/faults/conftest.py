"""A school on each database, served by real processes; every part prints its seed and how long it took."""

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from .school import School
from .stores import PostgresServer

#: `long`: as often as an issue of a release wants it; else a short form, seconds instead of minutes.
LONG = os.environ.get("FAULTS") == "long"
#: These begin first, so that nobody waits for one of them at the end.
LONGEST = ("test_described", "test_contention", "test_kills")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first."""
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(LONGEST)))


def times(short: int, long: int) -> int:
    """How often, in this form of the run."""
    return long if LONG else short


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> random.Random:
    """Chance with a seed that is printed; FAULTS_SEED gives it again."""
    seed = int(os.environ.get("FAULTS_SEED", time.time_ns() % 1_000_000))
    print(f"\n{request.node.name}: FAULTS_SEED={seed}")  # noqa: T201 whoever looks for a fault wants it
    return random.Random(seed)


@pytest.fixture(autouse=True)
def timed(request: pytest.FixtureRequest) -> Iterator[None]:
    """Says how long the part took."""
    began = time.monotonic()
    yield
    print(f"{request.node.name}: {time.monotonic() - began:.0f} s")  # noqa: T201 see above


class Built(NamedTuple):
    """A school that is built once, copied by each test: where its files lie, and its cases."""

    files: str
    cases: list[str]


@pytest.fixture(scope="session")
def built_on_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """In a server that has been stopped in order."""
    folder = tmp_path_factory.mktemp("postgres")
    with PostgresServer(folder) as server:
        cases = School(server.url, folder).cases
        server.stop("fast")
        yield Built(server.data, cases)


@pytest.fixture(scope="session")
def built_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """In a file without a log beside it."""
    folder = tmp_path_factory.mktemp("sqlite")
    file = folder / "school.sqlite3"
    cases = School(f"sqlite:///{file}", folder).cases
    with closing(sqlite3.connect(file)) as checkpoint:
        checkpoint.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Built(str(file), cases)


@pytest.fixture
def postgres(built_on_postgres: Built, tmp_path: Path) -> Iterator[PostgresServer]:
    """A server of the test's own, which may be stopped and cut."""
    with PostgresServer(tmp_path, like=built_on_postgres.files) as server:
        yield server


@pytest.fixture
def on_postgres(postgres: PostgresServer, built_on_postgres: Built, tmp_path: Path) -> School:
    """A school on it."""
    return School(postgres.url, tmp_path, built_on_postgres.cases)


@pytest.fixture
def on_sqlite(built_on_sqlite: Built, tmp_path: Path) -> School:
    """A school in a file."""
    return in_file(tmp_path / "school.sqlite3", built_on_sqlite, tmp_path)


def in_file(file: Path, built: Built, folder: Path) -> School:
    """A school in this file."""
    shutil.copy(built.files, file)
    return School(f"sqlite:///{file}", folder, built.cases)
