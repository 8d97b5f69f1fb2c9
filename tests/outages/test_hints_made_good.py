"""Redis goes and comes back: what it could not carry is carried afterwards, and a window asks by itself too."""

import time

import pytest
import redis
from channels.layers import channel_layers

from notifications.push import group_of, look_again
from tests.api import Api
from tests.factories import World
from tests.jobs.processes import RedisServer

PREFIX = "good"


@pytest.fixture
def server(tmp_path, settings):
    """A Redis of the test's own, which the product sends its hints through."""
    server = RedisServer(tmp_path / "redis.log")
    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [server.url], "prefix": PREFIX},
        }
    }
    channel_layers.backends.pop("default", None)
    yield server
    server.kill()
    channel_layers.backends.pop("default", None)


def test_logging_out_works_while_redis_is_away(one: World, server: RedisServer):
    server.kill()
    api = Api(one.person("A", "head"))
    assert api.send("delete", "session").status_code == 204
    assert api.get("me").status_code == 401


def test_a_hint_lost_while_redis_was_away_is_heard_within_ten_seconds_of_its_return(
    one: World, server: RedisServer
):
    readers = [one.person("A", "head"), one.person("B", "head")]
    server.kill()
    for _ in range(3):
        look_again([reader.id for reader in readers])
    server.start()
    with redis.Redis.from_url(server.url) as client, client.pubsub() as windows:
        groups = {f"{PREFIX}__group__{group_of(reader.id)}".encode() for reader in readers}
        windows.subscribe(*groups)
        heard: set[bytes] = set()
        ends_at = time.monotonic() + 10
        while heard != groups and time.monotonic() < ends_at:
            message = windows.get_message(ignore_subscribe_messages=True, timeout=1)
            heard |= {message["channel"]} if message else set()
    assert heard == groups


def test_a_window_that_asks_again_is_told_in_no_bytes_that_nothing_is_new(one: World):
    api = Api(one.person("A", "head"))
    first = api.get("notifications")
    assert "no-cache" in first.headers["Cache-Control"]
    assert {"Cookie", "Accept-Language"} <= set(first.headers["Vary"].split(", "))
    tag = {"If-None-Match": first.headers["ETag"]}
    again = api.client.get("/api/v1/notifications", headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    other = api.client.get("/api/v1/notifications", headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.json()) == (200, first.json())
