"""Many at once: all of them come in, and on the same cases there are as many signatures as were acknowledged, one at a time."""

import random
from copy import deepcopy
from threading import Thread

import pytest

from .client import Answer, Person
from .conftest import times
from .school import School, Work

HANDS, ACTS, COMERS = 32, 50, 24


@pytest.mark.faults
def test_as_many_signatures_as_acknowledgements(on_postgres: School, dice: random.Random) -> None:
    on_postgres.serve()
    officer = on_postgres.person("w-a.officer")
    for _round in range(times(1, 5)):
        work = Work()
        hands = [
            Thread(
                target=some_acts,
                args=(work, deepcopy(officer), on_postgres.cases[hand % 4], random.Random(dice.random())),
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


def some_acts(work: Work, officer: Person, case: str, dice: random.Random) -> None:
    """One of several windows of an officer tries so many acts, some of which cannot be done now."""
    seen = ""
    for _act in range(times(10, ACTS)):
        answer = work.try_act(officer, case, dice.choice(["submit", "withdraw"]), seen)
        seen = answer.body["digest"] if answer.status in (200, 201) else ""


@pytest.mark.faults
def test_everybody_comes_at_eight(on_postgres: School) -> None:
    """A password takes half a second; whoever is at work meanwhile finds a connection, though there are but five."""
    on_postgres.serve(DATABASE_POOL="5")
    statuses: list[int] = []
    at_work = on_postgres.person("w-a.head")

    def come() -> None:
        statuses.append(on_postgres.person("w-a.officer").get("me").status)

    crowd = [Thread(target=come) for _comer in range(COMERS)]
    for one in crowd:
        one.start()
    asked: list[Answer] = []
    while any(one.is_alive() for one in crowd):
        asked.append(at_work.get("me"))
    assert statuses == [200] * COMERS
    assert {answer.status for answer in asked} == {200}
    on_postgres.kill()
