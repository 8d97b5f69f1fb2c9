"""The socket of the real ASGI application: a hint after the act, and silence for whoever has no business."""

from typing import Any

import pytest
from channels.db import database_sync_to_async as threaded

from notifications.jobs import number_notifications
from tests.api import Api
from tests.factories import APPROVED, SUBMITTED, World
from tests.socket_window import Window

NOT_LOGGED_IN = 4401
HINT = {"type": "look-again"}


def act_and_number(api: Api, case_id: Any, act: str) -> None:
    """The act, and what the job does after it."""
    assert api.act(case_id, act).status_code == 201
    number_notifications()


def waiting_at(world: World, where: str) -> Any:
    """A plan that stands there; what was told on the way is old news."""
    case_id = world.plan_at(where)
    number_notifications()
    return case_id


async def logged_in(world: World, short: str, role: str) -> Api:
    """A client with a committed session."""
    return await threaded(Api)(world.person(short, role))


async def opened(api: Api) -> Window:
    """An open window of this person."""
    window = Window(api)
    assert await window.open()
    return window


async def test_a_hint_arrives_after_the_act_and_the_rows_are_there(world):
    case_id = await threaded(waiting_at)(world, SUBMITTED)
    head, monitor = await logged_in(world, "A", "head"), await logged_in(world, "B", "head")
    window = await opened(monitor)
    await threaded(act_and_number)(head, case_id, "approve")
    assert await window.hears() == HINT
    rows = (await threaded(monitor.get)("notifications")).json()["results"]
    assert [(row["case"], row["kind"]) for row in rows] == [(str(case_id), "waiting")]
    await window.leave()


async def test_who_is_not_concerned_hears_nothing(world):
    case_id = await threaded(waiting_at)(world, SUBMITTED)
    head, auditor = await logged_in(world, "A", "head"), await logged_in(world, "", "auditor")
    windows = [await opened(head), await opened(auditor)]
    await threaded(act_and_number)(head, case_id, "approve")
    for window in windows:
        assert await window.silent()
        await window.leave()


async def test_every_window_of_a_person_is_told(world):
    case_id = await threaded(waiting_at)(world, APPROVED)
    monitor, office = await logged_in(world, "B", "head"), await logged_in(world, "VP", "clerk")
    windows = [await opened(office), await opened(office)]
    await threaded(act_and_number)(monitor, case_id, "review")
    for window in windows:
        assert await window.hears() == HINT
        await window.leave()


@pytest.mark.usefixtures("world")
async def test_the_anonymous_are_closed_out():
    window = Window(None)
    assert await window.open()
    assert await window.closed_with() == NOT_LOGGED_IN


async def test_logging_out_closes_the_windows_of_that_session_only(world):
    first, second = await logged_in(world, "A", "head"), await logged_in(world, "A", "head")
    leaving, staying = await opened(first), await opened(second)
    answer = await threaded(first.send)("delete", "session")
    assert answer.status_code == 204
    assert await leaving.closed_with() == NOT_LOGGED_IN
    assert await staying.silent()
    await staying.leave()


async def test_a_session_that_has_ended_opens_no_window(world):
    api = await logged_in(world, "A", "head")
    await threaded(api.client.session.flush)()
    window = Window(api)
    assert await window.open()
    assert await window.closed_with() == NOT_LOGGED_IN


@pytest.mark.parametrize("origin", [b"http://evil.example", b"null", b"http://localhost.evil.example", None])
async def test_a_foreign_page_gets_no_socket(world, origin):
    api = await logged_in(world, "A", "head")
    assert not await Window(api, origin=origin).open()


@pytest.mark.parametrize(
    "said", [{"text": '{"type": "look.again"}'}, {"text": "no JSON"}, {"bytes": b"\x00"}]
)
async def test_what_a_window_says_changes_nothing(world, said):
    case_id = await threaded(waiting_at)(world, SUBMITTED)
    window = await opened(await logged_in(world, "B", "head"))
    await window.line.send_input({"type": "websocket.receive", **said})
    await threaded(act_and_number)(await logged_in(world, "A", "head"), case_id, "approve")
    assert await window.hears() == HINT
    await window.leave()
