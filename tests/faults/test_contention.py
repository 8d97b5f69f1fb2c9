"""Many hands on the same cases: as many signatures as were acknowledged, one at a time."""

import random
from threading import Thread

import pytest

from .conftest import times
from .school import School, Work

HANDS, ACTS = 32, 50


@pytest.mark.faults
def test_as_many_signatures_as_acknowledgements(on_postgres: School, dice: random.Random) -> None:
    on_postgres.serve()
    for _round in range(times(1, 5)):
        work = Work()
        hands = [
            Thread(
                target=some_acts,
                args=(work, on_postgres, on_postgres.cases[hand % 4], random.Random(dice.random())),
            )
            for hand in range(HANDS)
        ]
        before = len(on_postgres.look()["keys"])
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        found = on_postgres.look()
        assert len(found["keys"]) - before == len(set(work.acknowledged)) == len(work.acknowledged)
        assert found["faults"] == []
        # Where the machine is slow, 32 hands wait for 20 connections longer than anybody should: 503, and nothing is done.
        assert set(work.statuses) <= {200, 201, 409, 412, 503}, on_postgres.log()[-5000:]
        print(dict(sorted(work.statuses.items())))  # noqa: T201 the figures of a run
        assert work.statuses[409] + work.statuses[412] > 0, "nobody was in anybody's way"
    on_postgres.kill()


def some_acts(work: Work, school: School, case: str, dice: random.Random) -> None:
    """One of several officers of the case tries so many acts, some of which cannot be done now."""
    officer = school.person("w-a.officer")
    for _act in range(times(10, ACTS)):
        work.try_act(officer, case, dice.choice(["submit", "withdraw"]))
