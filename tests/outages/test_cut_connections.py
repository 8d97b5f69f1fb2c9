"""A database that ends connections, or goes and comes back, under a server of the product's own."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.api import Api
from tests.factories import SUBMITTED, World
from tests.jobs.processes import UVICORN, database_url, free_port, running
from tests.jobs.running import until
from tests.outages.requests import Answer, Script
from workflow.models import Case

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite has no server that ends connections"
    ),
]
START = 30.0  # seconds for an interpreter to start on a busy machine
SECONDS_OF_CUTTING = 4.0
ENDS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'cut'"""


@pytest.fixture
def port(world: World, tmp_path: Path) -> Iterator[int]:
    """A server with a pool; its connections are known by their name."""
    port = free_port()
    url = f"{database_url()}?application_name=cut"
    with running(
        [*UVICORN, str(port)], log=tmp_path / "log", DATABASE_URL=url, DATABASE_POOL="20", JOBS="none"
    ):
        yield port


@pytest.fixture
def head(port: int, world: World) -> Script:
    """The head of unit A, once the server answers."""
    script = Script(port, world.person("A", "head"))
    until(lambda: answers(script), START)
    return script


def answers(script: Script) -> bool:
    try:
        return script.get("me").status == 200
    except OSError:
        return False


def end_connections() -> int:
    """Ends the server's connections, and no other's; how many there were."""
    with psycopg.connect(database_url(), autocommit=True) as line:
        return len(line.execute(ENDS).fetchall())


def all_at_once(script: Script, times: int) -> Counter[int]:
    """How often which status came."""
    with ThreadPoolExecutor(10) as crowd:
        return Counter(crowd.map(lambda _: script.get("me").status, range(times)))


def test_connections_that_were_ended_between_requests_cost_no_request(head):
    for _ in range(3):
        assert all_at_once(head, 40) == {200: 40}
        assert end_connections() > 0
        time.sleep(0.5)
        assert all_at_once(head, 40) == {200: 40}


def is_fine(answer: Answer) -> bool:
    """An answer, or a refusal that says when to ask again."""
    if answer.status == 503:
        said = answer.body["code"] == "database-unavailable" and int(answer.headers["retry-after"]) > 0
        return said and answer.headers["content-type"] == "application/problem+json"
    return answer.status in {200, 201, 409}


@pytest.mark.slow
def test_connections_ended_every_200_ms_are_503_at_worst_and_lose_nothing(head, world):
    plans = [world.plan_at(SUBMITTED) for _ in range(24)]
    digests = {plan: Api(world.person("A", "head")).digest(plan) for plan in plans}
    seen: list[Answer] = []
    acknowledged: list[Any] = []
    stop = threading.Event()

    def cut() -> None:
        ends_at = time.monotonic() + SECONDS_OF_CUTTING
        while time.monotonic() < ends_at and not stop.wait(0.2):
            end_connections()

    def approve(plan: Any) -> None:
        seen.extend(head.get(f"cases/{plan}") for _ in range(5))
        if head.act_until_answered(plan, "approve", digests[plan], seen.append).status == 201:
            acknowledged.append(plan)

    cutting = threading.Thread(target=cut)
    cutting.start()
    with ThreadPoolExecutor(6) as crowd:
        list(crowd.map(approve, plans))
    stop.set()
    cutting.join()
    assert [answer for answer in seen if not is_fine(answer)] == []
    assert sorted(acknowledged) == sorted(plans)
    connection.close()
    assert set(Case.objects.filter(id__in=plans).values_list("state", flat=True)) == {"unit-approved"}
    until(lambda: all_at_once(head, 20) == {200: 20}, 5)
