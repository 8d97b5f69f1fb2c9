"""Logging out everywhere ends all that a person is logged in by; plain logging out ends one session; tokens by command."""

import time
from io import StringIO

import pytest
from channels.db import database_sync_to_async as threaded
from django.core.management import CommandError, call_command

from tests.api import Api
from tests.factories import World
from tests.outages.test_ends import NOT_LOGGED_IN, SECONDS, leave_post, token_of
from tests.socket_window import Window


async def test_logging_out_everywhere_closes_every_window_and_stops_every_token(world: World):
    user, other = world.person("A", "head"), world.person("B", "head")
    here, there, stranger = [await threaded(Api)(one) for one in (user, user, other)]
    script, foreign = await threaded(token_of)(user), await threaded(token_of)(other)
    windows = [Window(api) for api in (here, there, stranger)]
    for window in windows:
        assert await window.open()
    counted = await threaded(here.get)("sessions")
    assert counted.json() == {"sessions": 2, "tokens": 1}
    began = time.monotonic()
    assert (await threaded(here.send)("delete", "sessions")).status_code == 204
    assert (await threaded(script.get)("/api/v1/me")).status_code == 401
    for api, window in ((here, windows[0]), (there, windows[1])):
        assert (await threaded(api.get)("me")).status_code == 401
        assert await window.closed_with() == NOT_LOGGED_IN
    assert time.monotonic() - began < SECONDS
    assert (await threaded(foreign.get)("/api/v1/me")).status_code == 200
    assert await windows[2].silent()
    await windows[2].leave()


async def test_plain_logging_out_ends_this_session_alone(world: World):
    user = world.person("A", "head")
    here, there = [await threaded(Api)(user) for _ in range(2)]
    script = await threaded(token_of)(user)
    windows = [Window(api) for api in (here, there)]
    for window in windows:
        assert await window.open()
    assert (await threaded(here.send)("delete", "session")).status_code == 204
    assert await windows[0].closed_with() == NOT_LOGGED_IN
    assert await windows[1].silent(4)
    assert (await threaded(there.get)("me")).status_code == 200
    assert (await threaded(script.get)("/api/v1/me")).status_code == 200
    await windows[1].leave()


def test_a_token_may_end_everything_itself_included(one: World):
    user = one.person("A", "head")
    script, api = token_of(user), Api(user)
    assert script.delete("/api/v1/sessions").status_code == 204
    assert (script.get("/api/v1/me").status_code, api.get("me").status_code) == (401, 401)


def test_only_what_is_let_in_is_counted(one: World):
    user = one.person("A", "head")
    token_of(user)
    leave_post(user)
    assert Api(user).get("sessions").json() == {"sessions": 1, "tokens": 0}


def command(name: str, *args: str) -> str:
    out = StringIO()
    call_command(name, *args, stdout=out)
    return out.getvalue()


def test_tokens_are_listed_and_revoked_by_a_command(one: World):
    user, other = one.person("A", "head"), one.person("B", "head")
    first, second, foreign = token_of(user), token_of(user), token_of(other)
    lines = [line.split("\t") for line in command("list_tokens", user.username).splitlines()]
    assert [line[1] for line in lines] == [user.username] * 2
    assert len(command("list_tokens").splitlines()) == 3
    command("revoke_tokens", lines[0][0])
    assert [script.get("/api/v1/me").status_code for script in (first, second, foreign)] == [401, 200, 200]
    command("revoke_tokens", user.username)
    assert [script.get("/api/v1/me").status_code for script in (second, foreign)] == [401, 200]
    with pytest.raises(CommandError):
        command("revoke_tokens", user.username)
