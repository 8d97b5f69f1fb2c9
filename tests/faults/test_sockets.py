"""A browser window's socket while the database or Redis is away: refused with 503, open again soon after."""

import random
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.jobs.processes import RedisServer
from tests.jobs.running import until

from .client import Person
from .school import School
from .stores import PostgresServer

SECONDS = 15.0


def window(person: Person) -> ClientConnection:
    """The socket that the person's window opens.

    Raises:
        InvalidStatus: it was refused.
    """
    return connect(
        f"ws://127.0.0.1:{person.port}/ws/notifications/",
        origin=Origin(f"http://127.0.0.1:{person.port}"),
        additional_headers={"Cookie": person.cookie},
        open_timeout=SECONDS,
    )


def opens(person: Person) -> bool:
    """Whether a window is let in; one that is not hears 503 and when to ask again."""
    try:
        with window(person):
            return True
    except InvalidStatus as refused:
        answer = refused.response
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5"), answer
        return False


@pytest.mark.faults
def test_a_window_is_refused_while_something_is_away_and_let_in_afterwards(
    on_postgres: School, postgres: PostgresServer, tmp_path: Path, dice: random.Random
) -> None:
    redis = RedisServer(tmp_path / "redis.log")
    on_postgres.serve(REDIS_URL=redis.url)
    person = on_postgres.person("w-a.officer")
    try:
        with window(person):
            redis.kill()
            until(lambda: not opens(person), SECONDS)  # it takes a moment until that is noticed
            redis.start()
            took = until(lambda: opens(person), SECONDS)
            print(f"windows open {took:.1f} s after Redis came back")  # noqa: T201 the figures of a run
            postgres.stop()
            assert not opens(person)
            postgres.start()
            took = until(lambda: opens(person), SECONDS)
            print(f"windows open {took:.1f} s after the database came back")  # noqa: T201 see above
    finally:
        on_postgres.kill()
        redis.kill()
    assert "Traceback" not in on_postgres.log(), on_postgres.log()[-5000:]
