"""What has ended has ended: windows close within five seconds, tokens stop at once; and whose word an address is."""

import time
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from channels.db import database_sync_to_async as threaded
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone
from rest_framework.test import APIClient

from organization.actions import appoint, end_appointment
from organization.http.proxies import address_of
from organization.models import Appointment, User
from tests.api import Api
from tests.factories import World
from tests.socket_window import Window

NOT_LOGGED_IN = 4401
SECONDS = 5.0


def deactivate(user: User) -> None:
    User.objects.filter(id=user.id).update(is_active=False)


def change_password(user: User) -> None:
    user.set_password("another-password-1")
    user.save()


def leave_post(user: User) -> None:
    for post in Appointment.objects.filter(user=user):
        end_appointment(post, at=timezone.now())


def lose_session(_user: User) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))


ENDS: list[Callable[[User], None]] = [deactivate, change_password, leave_post]


@pytest.mark.parametrize("end", [*ENDS, lose_session], ids=lambda end: end.__name__)
async def test_an_end_closes_the_windows_within_five_seconds(world: World, end: Any):
    user, other = world.person("A", "head"), world.person("B", "head")
    windows = [Window(await threaded(Api)(one)) for one in (user, user, other)]
    for window in windows:
        assert await window.open()
    began = time.monotonic()
    await threaded(end)(user)
    for window in windows[:2]:
        assert await window.closed_with() == NOT_LOGGED_IN
    assert time.monotonic() - began < SECONDS
    if end is not lose_session:
        assert await windows[2].silent()
        await windows[2].leave()


async def test_a_new_post_closes_nothing_and_its_end_does(world: World):
    user = world.person("A", "head")
    window = Window(await threaded(Api)(user))
    assert await window.open()
    now = timezone.now()
    unit = await threaded(lambda: Appointment.objects.get(user=user).post.unit)()
    post = await threaded(appoint)(user=user, unit=unit, role="officer", title="Chuyên viên", since=now)
    assert await window.silent(4)
    await threaded(end_appointment)(post, at=timezone.now())
    assert await window.closed_with() == NOT_LOGGED_IN


def token_of(user: User) -> APIClient:
    out = StringIO()
    call_command("create_token", user.username, stdout=out)
    return APIClient(HTTP_AUTHORIZATION=f"Token {out.getvalue().strip()}", SERVER_NAME="localhost")


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_an_end_stops_the_tokens_made_before_it(one: World, end: Any):
    user = one.person("A", "head")
    script, other = token_of(user), token_of(one.person("B", "head"))
    assert script.get("/api/v1/me").status_code == 200
    end(user)
    assert (script.get("/api/v1/me").status_code, other.get("/api/v1/me").status_code) == (401, 200)
    if end is not deactivate:
        assert token_of(user).get("/api/v1/me").status_code == 200


def test_a_post_that_ends_by_its_day_stops_the_tokens_then(one: World):
    user = one.person("A", "head")
    script = token_of(user)
    end_appointment(Appointment.objects.get(user=user), at=timezone.now() + timedelta(seconds=0.3))
    assert script.get("/api/v1/me").status_code == 200
    time.sleep(0.4)
    assert script.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize(
    ("proxies", "peer", "said", "address"),
    [
        ([], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ([], "127.0.0.1", "198.51.100.1", "127.0.0.1"),
        # As uvicorn hands it on where nobody told it not to believe the header.
        ([], "198.51.100.1", "198.51.100.1", "127.0.0.1"),
        ([], "198.51.100.1", "10.0.0.1, 198.51.100.1:4444", "127.0.0.1"),
        ([], "2001:db8::7", "[2001:db8::7]:4444", "127.0.0.1"),
        ([], "nonsense", "nonsense", "127.0.0.1"),
        (["127.0.0.1"], "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (["127.0.0.1"], "127.0.0.1", "198.51.100.1", "198.51.100.1"),
        (["127.0.0.1"], "127.0.0.1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        (["127.0.0.1", "10.0.0.0/8"], "127.0.0.1", "1.1.1.1, 198.51.100.1, 10.2.3.4", "198.51.100.1"),
        (["127.0.0.1"], "127.0.0.1", "", "127.0.0.1"),
        (["127.0.0.1"], "127.0.0.1", "nonsense", "nonsense"),
        (["::1"], "::1", "2001:db8::7", "2001:db8::7"),
    ],
)
def test_x_forwarded_for_counts_only_from_named_proxies(settings, proxies, peer, said, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {"X-Forwarded-For": said} if said else {}
    assert address_of(RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer)) == address
