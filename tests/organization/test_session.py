"""Logging in and out, tokens, and that a right ends with the second it ends."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from knox.models import AuthToken
from rest_framework.test import APIClient

from notifications.views import LoginThrottle
from organization.actions import end_appointment
from organization.models import Appointment, User
from tests.conftest import PASSWORD

LOGIN = {"username": "dt.head", "password": PASSWORD}


@pytest.fixture
def browser(demo) -> Client:
    """A client that is held to CSRF as a browser is."""
    return Client(enforce_csrf_checks=True, HTTP_ACCEPT_LANGUAGE="en")


def log_in(client: Client, **changed: str):
    """POST session."""
    return client.post("/api/v1/session", LOGIN | changed, content_type="application/json")


def with_token(token: str) -> APIClient:
    """A client that sends a token and no cookie."""
    return APIClient(HTTP_AUTHORIZATION=f"Token {token}", HTTP_ACCEPT_LANGUAGE="en")


def made(username: str, *options: str) -> str:
    """A token of create_token."""
    out = StringIO()
    call_command("create_token", username, *options, stdout=out)
    return out.getvalue()


def test_logging_in_answers_who_one_is_and_sets_both_cookies(browser):
    answer = log_in(browser)
    me = answer.json()
    assert answer.status_code == 200
    assert {"sessionid", "csrftoken"} <= set(answer.cookies)
    assert answer.cookies["sessionid"]["httponly"]
    assert (me["username"], me["institution"]["code"], me["institution"]["office"]) == (
        "dt.head",
        "CDSL",
        "HCQT",
    )
    assert me["appointments"] == [{"unit": "DT", "role": "head", "title": "Trưởng đơn vị"}]
    assert me["permissions"]["approve"] == ["DT"]
    assert me["permissions"]["consolidate"] == []
    assert browser.get("/api/v1/me").json() == me


@pytest.mark.parametrize("wrong", [{"password": "x"}, {"username": "nobody"}, {"username": "hb.head"}])
def test_a_wrong_login_is_refused_and_says_not_which_part_was_wrong(browser, wrong):
    answer = log_in(browser, **wrong)
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong-credentials")
    assert answer.json()["detail"] == "User name or password is wrong."
    assert "sessionid" not in answer.cookies


def test_writing_without_the_csrf_token_is_refused(browser):
    log_in(browser)
    read = {"up_to": 0}
    bare = browser.post("/api/v1/notifications/read", read, content_type="application/json")
    assert bare.status_code == 403
    token = browser.cookies["csrftoken"].value
    held = browser.post(
        "/api/v1/notifications/read", read, content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert held.status_code == 200


def test_logging_out_ends_the_session_at_once(browser):
    log_in(browser)
    old, token = browser.cookies["sessionid"].value, browser.cookies["csrftoken"].value
    assert browser.delete("/api/v1/session", headers={"X-CSRFToken": token}).status_code == 204
    browser.cookies["sessionid"] = old
    assert browser.get("/api/v1/me").status_code == 401


def test_logging_in_changes_the_session_key(demo):
    browser = Client()
    planted = browser.session
    planted.save()
    browser.cookies["sessionid"] = str(planted.session_key)
    assert log_in(browser).status_code == 200
    first = browser.cookies["sessionid"].value
    assert log_in(browser, username="khtc.head").status_code == 200
    assert len({planted.session_key, first, browser.cookies["sessionid"].value}) == 3


def test_a_deactivated_person_is_out_at_once_by_session_and_token(browser):
    log_in(browser)
    token = made("dt.head").strip()
    User.objects.filter(username="dt.head").update(is_active=False)
    assert browser.get("/api/v1/me").status_code == 401
    assert with_token(token).get("/api/v1/me").status_code == 401
    assert log_in(browser).status_code == 403


def test_an_ended_appointment_is_felt_by_the_next_request(browser):
    log_in(browser)
    assert browser.get("/api/v1/plans").json()["results"]
    end_appointment(Appointment.objects.get(user__username="dt.head"), at=timezone.now())
    assert browser.get("/api/v1/plans").json()["results"] == []
    assert browser.get("/api/v1/me").json()["appointments"] == []
    assert browser.get("/api/v1/inbox").json()["results"] == []


def test_create_token_prints_the_token_alone_and_it_works(demo):
    printed = made("dt.head")
    assert printed.endswith("\n")
    assert len(printed.split()) == 1
    assert with_token(printed.strip()).get("/api/v1/me").json()["username"] == "dt.head"


def test_a_token_lasts_as_long_as_asked_and_ninety_days_else(demo):
    made("dt.head")
    made("khtc.head", "--days", "7")
    lasts = {
        row.user.username: row.expiry - timezone.now() for row in AuthToken.objects.select_related("user")
    }
    assert timedelta(days=89, hours=23) < lasts["dt.head"] <= timedelta(days=90)
    assert timedelta(days=6, hours=23) < lasts["khtc.head"] <= timedelta(days=7)


def test_an_expired_or_unknown_token_is_refused(demo):
    token = made("dt.head").strip()
    AuthToken.objects.update(expiry=timezone.now() - timedelta(seconds=1))
    for wrong in (token, "x" * 64, ""):
        answer = with_token(wrong).get("/api/v1/me")
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Token")


@pytest.mark.parametrize("arguments", [("nobody",), ("dt.head", "--days", "0")])
def test_create_token_refuses_nobody_and_no_time(demo, arguments):
    with pytest.raises(CommandError):
        made(*arguments)


def test_an_act_can_be_signed_with_a_token(login):
    head = login("ts-hn.head")
    [case, *_] = [row for row in head.get("inbox").json()["results"] if row["waits_for"] == "head"]
    answer = with_token(made("ts-hn.head").strip()).post(
        f"/api/v1/cases/{case['case']}/acts", {"act": "approve"}, format="json",
        headers={"If-Match": f'"{case["digest"]}"', "Idempotency-Key": "token-signs-1"},
    )  # fmt: skip
    assert answer.status_code == 201


def test_too_many_logins_are_slowed_down(browser, monkeypatch):
    cache.clear()
    monkeypatch.setattr(LoginThrottle, "THROTTLE_RATES", {"login": "3/min"})
    answers = [log_in(browser, password="x") for _ in range(4)]
    other = log_in(browser, username="dt.officer", password="x")
    assert [answer.status_code for answer in answers] == [403, 403, 403, 429]
    assert other.status_code == 403
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert answers[-1].json()["code"] == "throttled"
    cache.clear()


def test_there_is_no_superuser(demo):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(username="admin").update(is_superuser=True)
