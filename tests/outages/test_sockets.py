"""A socket that what it stands on is away for is refused like a request, closed where it was open, never a traceback."""

import json
import logging
from typing import Any

import psycopg
import pytest
from django.db import OperationalError
from redis import ConnectionError as RedisAway

from config.lines import Line
from config.sockets import TRY_AGAIN_LATER, Available

ABLE = {"type": "websocket", "extensions": {"websocket.http.response": {}}}
PLAIN: dict[str, Any] = {"type": "websocket"}


def lost() -> Exception:
    """As Django raises it."""
    error = OperationalError("the connection is closed")
    error.__cause__ = psycopg.OperationalError("the connection is closed")
    return error


async def heard(scope: dict[str, Any], error: Exception, *before: str) -> list[Any]:
    """What the client of an application hears that says so much and then fails."""
    said: list[Any] = []

    async def failing(_scope: Any, _receive: Any, send: Any) -> None:
        for kind in before:
            await send({"type": kind})
        raise error

    async def send(message: Any) -> None:
        said.append(message)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    await Available(failing)(scope, receive, send)  # type: ignore[arg-type]
    return said


@pytest.mark.parametrize(
    ("error", "code"), [(lost(), "database-unavailable"), (RedisAway(), "redis-unavailable")], ids=["database", "redis"]
)  # fmt: skip
async def test_one_that_is_not_open_yet_is_refused_with_503(error, code):
    start, body = await heard(ABLE, error)
    assert (start["status"], int(dict(start["headers"])[b"retry-after"]) > 0) == (503, True)
    assert json.loads(body["body"])["code"] == code


async def test_an_open_one_and_one_of_a_simpler_server_are_closed():
    closed = {"type": "websocket.close", "code": TRY_AGAIN_LATER}
    assert await heard(PLAIN, lost()) == [closed]
    assert (await heard(ABLE, lost(), "websocket.accept"))[1:] == [closed]
    assert len(await heard(ABLE, lost(), "websocket.accept", "websocket.close")) == 2


async def test_a_fault_of_ours_stays_one():
    with pytest.raises(ValueError, match="ours"):
        await heard(ABLE, ValueError("ours"))


def written(error: Exception) -> str:
    """What the log says of it."""
    line = Line("{levelname} {message}", style="{")
    try:
        raise error
    except Exception as found:  # noqa: BLE001 it is what is written
        kept = (type(found), found, found.__traceback__)
    return line.format(logging.LogRecord("x", logging.ERROR, "x", 1, "job failed", (), kept))


def test_the_log_has_one_line_of_an_outage_and_all_of_a_fault():
    assert written(lost()) == (
        "ERROR job failed (database-unavailable: OperationalError('the connection is closed'))"
    )
    assert "Traceback" in written(ValueError("ours"))
