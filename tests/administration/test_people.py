"""People and their posts: with decisions, told to the leadership, and nothing left without anybody."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from notifications.actions import number_pending
from organization.actions import end_appointment
from organization.models import Appointment, User
from tests.api import Api
from tests.factories import World, small_world

SIGNED = {"decision_number": "12/QĐ", "decision_date": "2026-01-05"}
OFFICER = {"unit": "W-A", "role": "officer", "title": "Viên chức"}


@pytest.fixture
def keeper(one: World) -> Api:
    return Api(one.person("", "personnel"))


def codes(answer: Any) -> tuple[int, set[str]]:
    return answer.status_code, {reason["code"] for reason in answer.json()["reasons"]}


def hired(keeper: Api, name: str = "Lò Thị Mới", **more: str) -> str:
    """The id of a new person."""
    made = keeper.post("people", {"full_name": name, **more})
    assert made.status_code == 201, made.json()
    return str(made.json()["id"])


def posts_of(one: World, short: str, role: str) -> str:
    return str(Appointment.objects.get(user=one.person(short, role)).id)


def told(user: User) -> list[str]:
    """What somebody is told."""
    number_pending()
    return [notice["text"] for notice in Api(user).get("notifications").json()["results"]]


def test_a_login_is_made_of_the_name_and_numbered_where_it_is_taken(keeper):
    made = [keeper.post("people", {"full_name": "Đặng Văn Ẩn"}).json()["username"] for _ in range(3)]
    assert made == ["dang.van.an", "dang.van.an2", "dang.van.an3"]
    assert codes(keeper.post("people", {"full_name": "An", "username": "Ẩn"})) == (
        422,
        {"username-malformed"},
    )
    assert codes(keeper.post("people", {"full_name": "An", "username": "w-a.head"})) == (
        422,
        {"username-taken"},
    )


@pytest.mark.parametrize("said", [{"telephone": "gọi sau"}, {"email": "an@"}])
def test_nobody_is_reached_by_what_is_no_address(keeper, said):
    answer = keeper.post("people", {"full_name": "An", **said})
    assert (answer.status_code, [reason["field"] for reason in answer.json()["reasons"]]) == (400, [*said])


def test_somebody_without_a_password_is_nobody_until_the_link(keeper):
    person = hired(keeper, email="moi@w.edu.vn")
    assert keeper.get("people", page_size=200).json()["results"][-1] is not None
    shown = keeper.send("patch", f"people/{person}", {"telephone": "0912 345 678"}).json()
    assert (shown["has_password"], shown["active"], shown["telephone"]) == (False, True, "0912 345 678")


def test_posts_are_shown_now_past_and_to_come(one, keeper):
    person, today = hired(keeper), timezone.localdate()
    first = keeper.post(f"people/{person}/posts", OFFICER).json()
    later = {**OFFICER, "unit": "W-B", "since": (today + timedelta(days=9)).isoformat()}
    keeper.post(f"people/{person}/posts", later)
    keeper.post(f"posts/{first['id']}/end", {})
    [shown] = [one_ for one_ in keeper.get("people", unit="W-B").json()["results"] if one_["id"] == person]
    assert [(post["unit"], post["stands"]) for post in shown["posts"]] == [
        ("W-B", "to-come"),
        ("W-A", "past"),
    ]
    assert codes(keeper.post(f"posts/{first['id']}/end", {})) == (409, {"post-ended"})


def test_a_post_that_signs_wants_its_decision_and_the_leadership_is_told(one, keeper):
    person = hired(keeper)
    deputy = {"unit": "W-A", "role": "deputy", "title": "Phó Trưởng phòng"}
    assert codes(keeper.post(f"people/{person}/posts", deputy)) == (422, {"decision-missing"})
    made = keeper.post(f"people/{person}/posts", {**deputy, **SIGNED, "fields_in_charge": ["W-B"]})
    assert made.status_code == 201
    assert made.json()["fields_in_charge"] == ["W-B"]
    [text] = told(one.person("", "leader"))
    assert "Lò Thị Mới" in text
    assert "Phó Trưởng phòng, Phòng A W" in text
    assert told(one.person("A", "head")) == []


def test_what_somebody_gives_to_themself_is_shown_to_the_leadership(one, keeper):
    own = one.person("", "personnel")
    assert keeper.post(f"people/{own.id}/posts", OFFICER).status_code == 201
    [text] = told(one.person("", "leader"))
    assert own.full_name in text
    assert "of their own" in text
    keeper.post(f"people/{own.id}/posts", {"unit": "W", "role": "administrator", "title": "Quản trị"})
    assert len(told(one.person("", "leader"))) == 1


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"unit": "W", "role": "head", "title": "T", **SIGNED}, 422, "post-unknown"),
        ({"unit": "W-A", "role": "leader", "title": "T", **SIGNED}, 422, "post-unknown"),
        ({"unit": "W-A", "role": "clerk", "title": "T"}, 422, "post-unknown"),
        ({"unit": "W-A", "role": "head", "title": "T", **SIGNED}, 409, "second-head"),
        ({"unit": "F-A", "role": "officer", "title": "T"}, 422, "unit-unknown"),
        ({**OFFICER, "since": "2026-12-31", "until": "2026-12-30"}, 422, "ends-before-it-begins"),
    ],
)
def test_a_post_that_cannot_be_is_refused(one, keeper, body, status, code):
    small_world("F")
    person = hired(keeper)
    assert codes(keeper.post(f"people/{person}/posts", body)) == (status, {code})


def test_the_same_post_is_not_held_twice_at_a_time(one, keeper):
    person = hired(keeper)
    keeper.post(f"people/{person}/posts", OFFICER)
    assert codes(keeper.post(f"people/{person}/posts", OFFICER)) == (409, {"post-double"})


def test_one_head_takes_over_from_the_other(one, keeper):
    person, today = hired(keeper), timezone.localdate()
    keeper.post(f"posts/{posts_of(one, 'A', 'head')}/end", {"on": today.isoformat()})
    head = {"unit": "W-A", "role": "head", "title": "Trưởng phòng", **SIGNED}
    assert codes(keeper.post(f"people/{person}/posts", head)) == (409, {"second-head"})
    tomorrow = {"since": (today + timedelta(days=1)).isoformat()}
    assert keeper.post(f"people/{person}/posts", head | tomorrow).status_code == 201


@pytest.mark.parametrize("role", ["administrator", "personnel", "leader"])
def test_the_last_of_each_stays(one, keeper, role):
    assert codes(keeper.post(f"posts/{posts_of(one, '', role)}/end", {})) == (409, {f"last-{role}"})
    person = one.person("", role).id
    assert codes(keeper.send("patch", f"people/{person}", {"active": False})) == (409, {f"last-{role}"})
    other = hired(keeper)
    post = {"unit": "W", "role": role, "title": "Hiệu trưởng", **SIGNED}
    assert keeper.post(f"people/{other}/posts", post).status_code == 201
    assert keeper.post(f"posts/{posts_of(one, '', role)}/end", {}).status_code == 200


def test_the_office_keeps_a_head_or_a_clerk(one, keeper):
    assert keeper.post(f"posts/{posts_of(one, 'VP', 'clerk')}/end", {}).status_code == 200
    assert codes(keeper.post(f"posts/{posts_of(one, 'VP', 'head')}/end", {})) == (409, {"last-office"})


def test_who_is_gone_is_let_in_no_longer_and_comes_back(one, keeper):
    head = one.person("A", "head")
    theirs = Api(head)
    assert theirs.get("me").status_code == 200
    assert keeper.send("patch", f"people/{head.id}", {"active": False}).json()["active"] is False
    assert theirs.get("me").status_code == 401
    other = hired(keeper)
    post = {"unit": "W-A", "role": "head", "title": "Trưởng phòng", **SIGNED}
    assert keeper.post(f"people/{other}/posts", post).status_code == 201
    assert codes(keeper.send("patch", f"people/{head.id}", {"active": True})) == (409, {"second-head"})
    end_appointment(Appointment.objects.get(user=head), at=timezone.now())
    assert keeper.send("patch", f"people/{head.id}", {"active": True}).json()["active"] is True


def test_another_institution_does_not_exist(one, keeper):
    other = small_world("F")
    person, post = other.person("A", "officer").id, posts_of(other, "A", "officer")
    names = {row["username"] for row in keeper.get("people", page_size=200).json()["results"]}
    assert {name for name in names if name.startswith("f")} == set()
    for method, path in (
        ("patch", f"people/{person}"), ("post", f"people/{person}/posts"), ("post", f"posts/{post}/end"),
        ("patch", "units/F-A"), ("post", "units/F-A/end"),
    ):  # fmt: skip
        assert keeper.send(method, path, {}).status_code == 404
    assert keeper.post("people/links", {"people": [str(person)]}).json() == {"results": []}


def test_administrators_and_personnel_see_no_content(one, keeper):
    one.plan_at("presented")
    for user in (one.person("", "personnel"), one.person("", "administrator")):
        assert Api(user).get("cases").json()["results"] == []
        assert Api(user).get("plans").json()["results"] == []
