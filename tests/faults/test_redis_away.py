"""Redis goes and comes back: acts go on, and everyone is told of them soon after, once."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.jobs.processes import RedisServer
from tests.jobs.running import until

from .client import Person
from .conftest import times
from .school import School, Work

TOLD_SECONDS = 10.0


@pytest.mark.faults
def test_acts_go_on_without_redis_and_all_are_told(
    on_postgres: School, tmp_path: Path, dice: random.Random
) -> None:
    redis = RedisServer(tmp_path / "redis.log")
    on_postgres.serve(REDIS_URL=redis.url)
    officer, head, work = on_postgres.person("w-a.officer"), on_postgres.person("w-a.head"), Work()
    try:
        for cycle in range(times(1, 8)):
            case = on_postgres.cases[cycle % len(on_postgres.cases)]
            redis.kill()
            time.sleep(dice.random())
            assert work.try_act(officer, case, "submit").status == 201
            assert on_postgres.person("w-a.deputy").send("DELETE", "session").status == 204, (
                "logout works without Redis"
            )
            redis.start()
            took = until(lambda case=case: told(head)[case] == 1, TOLD_SECONDS)  # type: ignore[misc]
            print(f"told {took:.1f} s after Redis came back")  # noqa: T201 the figures of a run
            assert work.try_act(officer, case, "withdraw").status == 201
            assert told(head)[case] <= 2
    finally:
        redis.kill()
        on_postgres.kill()
    work.check(on_postgres)


def told(person: Person) -> Counter[str]:
    """How many notices the person has of each case."""
    answer = person.get("notifications")
    return Counter(row["case"] for row in answer.body["results"]) if answer.status == 200 else Counter()
