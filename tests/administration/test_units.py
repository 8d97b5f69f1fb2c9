"""Units: new ones, changes, and the end of one where nothing is open."""

from typing import Any

import pytest

from notifications.actions import number_pending
from organization.models import Entry, Role, Unit
from tests.api import Api
from tests.factories import DRAFT, PRESENTED, World, small_world


@pytest.fixture
def keeper(one: World) -> Api:
    return Api(one.person("", "personnel"))


def codes(answer: Any) -> tuple[int, set[str]]:
    return answer.status_code, {reason["code"] for reason in answer.json()["reasons"]}


def test_a_new_unit_stands_below_the_institution_behind_the_others(one, keeper):
    made = keeper.post("units", {"code": "W-K", "name": "Khoa K", "kind": "faculty", "aliases": ["K. K"]})
    assert made.status_code == 201
    assert made.json() | {"parent": "W", "aliases": ["K. K"], "kind": "faculty"} == made.json()
    listed = [unit["code"] for unit in Api(one.person("A", "officer")).get("units").json()["results"]]
    assert listed[-1] == "W-K"
    entry = Entry.objects.filter(institution=one.institution).order_by("-id")[0]
    assert (entry.act, entry.unit.code if entry.unit else "") == ("add-unit", "W-K")
    assert (entry.by, entry.origin) == (one.person("", "personnel"), "127.0.0.1")


def test_rights_reach_a_unit_that_was_moved_below_another(one, keeper):
    keeper.post("units", {"code": "W-K", "name": "Tổ K"})
    assert keeper.send("patch", "units/W-K", {"parent": "W-A"}).json()["parent"] == "W-A"
    unit = Unit.objects.get(code="W-K")
    assert one.person("A", "head").has_perm("organization.approve", unit)
    number_pending()
    [notice] = Api(one.person("", "leader")).get("notifications").json()["results"]
    assert "“Tổ K” below Phòng A W" in notice["text"]


def test_an_old_name_is_kept(one, keeper):
    changed = keeper.send("patch", "units/W-A", {"name": "Phòng Khác", "renamed_on": "2026-09-01"}).json()
    assert (changed["name"], changed["past_names"]) == ("Phòng Khác", ["Phòng A W"])
    for name in ("Phòng A W", "Phòng Khác", "Phòng A W"):
        assert keeper.send("patch", "units/W-A", {"name": name}).status_code == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"code": "W-A", "name": "Phòng A"}, "code-taken"),
        ({"code": "F-A", "name": "Phòng A"}, "code-taken"),
        ({"code": "a/b", "name": "Phòng A"}, "code-malformed"),
        ({"code": "W-K", "name": "Phòng K", "parent": "F-A"}, "unit-unknown"),
    ],
)
def test_a_unit_that_cannot_be_is_refused(one, keeper, body, code):
    small_world("F")
    assert codes(keeper.post("units", body)) == (422, {code})


def test_no_unit_lies_below_itself(one, keeper):
    keeper.post("units", {"code": "W-K", "name": "Tổ K", "parent": "W-A"})
    assert codes(keeper.send("patch", "units/W-A", {"parent": "W-K"})) == (422, {"parent-circle"})


def test_a_unit_with_anything_open_does_not_end_and_says_how_many_of_what(one, keeper):
    one.plan_at(DRAFT)
    one.plan_at(PRESENTED, due="Tháng 12/2026")
    keeper.post("units", {"code": "W-K", "name": "Tổ K", "parent": "W-A"})
    answer = keeper.post("units/W-A/end", {"on": "2026-12-31"})
    assert codes(answer) == (409, {"open-cases", "rows-in-force", "running-posts", "units-below"})
    said = {reason["code"]: reason["text"] for reason in answer.json()["reasons"]}
    assert "finished: 1." in said["open-cases"]
    assert "leads: 2." in said["rows-in-force"]
    assert "unit: 3." in said["running-posts"]
    assert "W-K" in said["units-below"]
    assert "Kế hoạch" not in answer.content.decode()
    assert codes(keeper.post("units/W-B/end", {"on": "2026-12-31"})) == (
        409,
        {"followed-plans", "running-posts"},
    )
    assert codes(keeper.post("units/W-VP/end", {"on": "2026-12-31"})) == (409, {"is-office", "running-posts"})
    assert "is-root" in codes(keeper.post("units/W/end", {"on": "2026-12-31"}))[1]


def test_a_unit_with_nothing_open_ends_and_takes_nothing_new(one, keeper):
    keeper.post("units", {"code": "W-K", "name": "Tổ K"})
    ended = keeper.post("units/W-K/end", {"on": "2026-10-31", "successor": "W-A"})
    assert (ended.status_code, ended.json()["valid_to"], ended.json()["successor"]) == (
        200,
        "2026-10-31",
        "W-A",
    )
    someone = one.person("A", "officer").id
    post = {"unit": "W-K", "role": Role.OFFICER, "title": "Viên chức"}
    assert codes(keeper.post(f"people/{someone}/posts", post)) == (422, {"unit-ended"})
    assert codes(keeper.post("units", {"code": "W-L", "name": "L", "parent": "W-K"})) == (422, {"unit-ended"})


def test_the_office_is_named_by_personnel_and_the_leadership_is_told(one, keeper):
    assert keeper.send("patch", "institution", {"office": "W-A"}).json()["office"] == "W-A"
    assert one.person("A", "head").has_perm("organization.consolidate", one.unit("A"))
    assert codes(keeper.send("patch", "institution", {"office": "W"})) == (422, {"office-root"})
    assert codes(keeper.send("patch", "institution", {"name": "X"})) == (403, {"not-permitted"})


def test_words_and_name_are_the_administrators(one):
    admin = Api(one.person("", "administrator"))
    said = admin.send(
        "patch", "institution", {"name": "Sở W", "words": {"institution": "Sở", "staff": "công chức"}}
    )
    assert said.json()["words"] == {
        "institution": "Sở", "staff": "công chức", "head": "Hiệu trưởng", "office": "phòng tổng hợp"
    }  # fmt: skip
    assert Unit.objects.get(code="W").name == "Sở W"
    assert codes(admin.send("patch", "institution", {"office": "W-A"})) == (403, {"not-permitted"})
