"""Links that work once, and one's own password."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from rest_framework.throttling import SimpleRateThrottle

from administration.models import Invitation
from notifications.actions import number_pending
from organization.models import Entry, User
from tests.api import Api
from tests.factories import World

PASSWORD = "mot-mat-khau-dai"


@pytest.fixture
def keeper(one: World) -> Api:
    return Api(one.person("", "personnel"))


def link_for(keeper: Api, user: User) -> str:
    """The path of a new link, below /api/v1/."""
    [made] = keeper.post("people/links", {"people": [str(user.id)]}).json()["results"]
    assert made["username"] == user.username
    return "invitations/" + str(made["link"].rsplit("/", 1)[1])


def test_a_link_is_mailed_where_a_server_is_set_and_shown_all_the_same(one, keeper, settings):
    """In Vietnamese; who has no address gets a slip; a server that is away stops nothing."""
    officer, head = one.person("A", "officer"), one.person("A", "head")
    User.objects.filter(id=officer.id).update(email="chuyen.vien@w.edu.vn")
    body = {"people": [str(officer.id), str(head.id)]}
    assert {made["mailed"] for made in keeper.post("people/links", body).json()["results"]} == {False}
    settings.EMAIL_HOST = "smtp.w.edu.vn"
    results = keeper.post("people/links", body).json()["results"]
    assert {made["username"]: made["mailed"] for made in results} == {"w-a.officer": True, "w-a.head": False}
    [sent] = mail.outbox
    [link] = [made["link"] for made in results if made["mailed"]]
    assert (sent.to, sent.subject) == (["chuyen.vien@w.edu.vn"], "Sáu Rõ: đặt mật khẩu")
    assert link in sent.body
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    away = keeper.post("people/links", body)
    assert (away.status_code, {made["mailed"] for made in away.json()["results"]}) == (201, {False})


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_link_says_whose_it_is_sets_the_password_and_is_dead(one, keeper, anonymous):
    officer = one.person("A", "officer")
    path = link_for(keeper, officer)
    assert anonymous.get(path).json() == {"name": officer.full_name, "username": officer.username}
    assert anonymous.post(path, {"password": PASSWORD}).status_code == 204
    assert code(anonymous.post(path, {"password": PASSWORD})) == (404, "link-dead")
    assert code(anonymous.get(path)) == (404, "link-dead")
    logged_in = anonymous.post("session", {"username": officer.username, "password": PASSWORD})
    assert logged_in.status_code == 200


def test_the_secret_is_kept_nowhere(one, keeper):
    secret = link_for(keeper, one.person("A", "officer")).rsplit("/", 1)[1]
    rows = [*Invitation.objects.values_list(), *Entry.objects.values_list()]
    assert secret not in str(rows)
    acts = Entry.objects.filter(person=one.person("A", "officer")).values_list("act", flat=True)
    assert "invite" in acts


def test_a_newer_link_ends_the_older_one(one, keeper, anonymous):
    old, new = (link_for(keeper, one.person("A", "officer")) for _ in range(2))
    assert code(anonymous.get(old)) == (404, "link-dead")
    assert anonymous.get(new).status_code == 200


@pytest.mark.parametrize("how", ["late", "deactivated", "unknown"])
def test_dead_links_look_the_same(one, keeper, anonymous, how):
    path = link_for(keeper, one.person("A", "officer"))
    if how == "late":
        Invitation.objects.update(until=timezone.now() - timedelta(seconds=1))
    if how == "deactivated":
        keeper.send("patch", f"people/{one.person('A', 'officer').id}", {"active": False})
    if how == "unknown":
        path = "invitations/nothing"
    assert code(anonymous.get(path)) == (404, "link-dead")
    assert code(anonymous.post(path, {"password": PASSWORD})) == (404, "link-dead")


@pytest.mark.parametrize(("password", "words"), [("ngan", "quá ngắn"), ("password", "quá phổ biến")])
def test_a_weak_password_is_refused_in_vietnamese_and_the_link_lives(one, keeper, anonymous, password, words):
    path = link_for(keeper, one.person("A", "officer"))
    anonymous.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "vi"
    answer = anonymous.post(path, {"password": password})
    assert code(answer) == (422, "password-weak")
    assert words in answer.content.decode()
    assert anonymous.get(path).status_code == 200


def test_too_many_attempts_wait(anonymous, monkeypatch):
    monkeypatch.setitem(SimpleRateThrottle.THROTTLE_RATES, "login", "3/hour")
    cache.clear()
    assert [anonymous.get("invitations/guess").status_code for _ in range(4)] == [404, 404, 404, 429]
    assert [anonymous.get("setup", secret="guess").status_code for _ in range(2)] == [404, 404]


def test_one_changes_the_password_and_all_other_windows_end(one):
    officer = one.person("A", "officer")
    here, there = Api(officer), Api(officer)
    assert code(here.send("put", "password", {"old": "falsch", "new": PASSWORD})) == (422, "password-wrong")
    assert code(here.send("put", "password", {"old": "sau-ro-demo", "new": "ngan"})) == (422, "password-weak")
    assert here.send("put", "password", {"old": "sau-ro-demo", "new": PASSWORD}).status_code == 204
    assert here.get("me").status_code == 200
    assert there.get("me").status_code == 401
    acts = Entry.objects.filter(person=officer, act="change-password")
    assert acts.count() == 1
    assert Client(SERVER_NAME="localhost").login(username=officer.username, password=PASSWORD)


def test_the_leadership_is_told_of_a_link_for_who_has_a_password(one, keeper):
    new = keeper.post("people", {"full_name": "Lò Thị Mới"}).json()["id"]
    keeper.post("people/links", {"people": [new]})
    link_for(keeper, one.person("A", "head"))
    number_pending()
    [notice] = Api(one.person("", "leader")).get("notifications").json()["results"]
    assert one.person("A", "head").full_name in notice["text"]
    assert (notice["case"], notice["title"]) == (None, one.person("A", "head").full_name)
