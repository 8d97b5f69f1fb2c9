"""A school on each database, served by real processes; every part prints its seed and how long it took."""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .school import School
from .stores import PostgresServer

#: `long`: as often as an issue of a release wants it; else a short form, seconds instead of minutes.
LONG = os.environ.get("FAULTS") == "long"


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


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[PostgresServer]:
    """A server of the test's own, which may be stopped and cut."""
    with PostgresServer(tmp_path) as server:
        yield server


@pytest.fixture
def on_postgres(postgres: PostgresServer, tmp_path: Path) -> School:
    """A school on it."""
    return School(postgres.url, tmp_path)


@pytest.fixture
def on_sqlite(tmp_path: Path) -> School:
    """A school in a file."""
    return School(f"sqlite:///{tmp_path / 'school.sqlite3'}", tmp_path)
