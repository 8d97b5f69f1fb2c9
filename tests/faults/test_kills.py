"""A server process ends in mid-act, again and again: what it acknowledged is there, once."""

import random
import time

import pytest

from .conftest import times
from .school import School, Work


def kills(school: School, dice: random.Random, rounds: int) -> None:
    """So many kills while officers act."""
    school.serve()
    work = Work()
    work.begin(school, dice)
    try:
        for _round in range(rounds):
            time.sleep(0.2 + dice.random())
            school.kill()
            school.serve()
    finally:
        work.end()
        school.kill()
    work.check(school)


@pytest.mark.faults
def test_killed_on_postgres(on_postgres: School, dice: random.Random) -> None:
    kills(on_postgres, dice, times(3, 60))


@pytest.mark.faults
def test_killed_on_sqlite(on_sqlite: School, dice: random.Random) -> None:
    kills(on_sqlite, dice, times(2, 20))
