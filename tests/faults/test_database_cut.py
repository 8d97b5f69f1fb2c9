"""PostgreSQL stops in the middle, or its sessions are ended: only 409 and 503 meanwhile, healthy again at once."""

import random
import time

import pytest

from .conftest import times
from .school import School, Work
from .stores import PostgresServer


@pytest.mark.faults
def test_the_database_stops_and_comes_back(
    on_postgres: School, postgres: PostgresServer, dice: random.Random
) -> None:
    on_postgres.serve()
    work = Work()
    work.begin(on_postgres, dice)
    try:
        for _restart in range(times(1, 12)):
            time.sleep(1 + dice.random() * 2)
            postgres.stop()
            time.sleep(dice.random() * 2)
            postgres.start()
            print(f"healthy after {on_postgres.heals():.1f} s")  # noqa: T201 the figures of a run
    finally:
        work.end()
        on_postgres.kill()
    work.check(on_postgres)


@pytest.mark.faults
def test_sessions_are_ended_all_the_time(
    on_postgres: School, postgres: PostgresServer, dice: random.Random
) -> None:
    on_postgres.serve()
    work = Work()
    work.begin(on_postgres, dice)
    until, ended = time.monotonic() + times(8, 60), 0
    try:
        while time.monotonic() < until:
            ended += postgres.end_sessions()
            time.sleep(0.2)
        print(f"{ended} sessions ended, healthy after {on_postgres.heals():.1f} s")  # noqa: T201 the figures of a run
    finally:
        work.end()
        on_postgres.kill()
    work.check(on_postgres)
