"""A step that waits is handed to another one who may take it, with a reason; nobody loses the right to take it."""

from typing import Any

import pytest

from notifications.actions import number_pending
from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, World, small_world
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, verified


def hand(api: Api, case: Any, to: Any, reason: str = "Trưởng phòng đi công tác") -> Any:
    """It is handed to somebody."""
    return api.post(f"cases/{case}/handings", {"to": str(to.id), "reason": reason})


def test_it_is_handed_to_a_deputy_who_is_told_why_and_signs(one: World) -> None:
    case, head, deputy = one.plan_at(SUBMITTED), one.person("A", "head"), one.person("A", "deputy")
    asked = ok(Api(head).get(f"cases/{case}/handings"), 200)
    assert {person["name"] for person in asked["able"]} == {head.full_name, deputy.full_name}
    assert (asked["allowed"], asked["handed"]) == (True, [])
    made = ok(hand(Api(head), case, deputy))
    assert [(line["to"], line["by"], line["reason"]) for line in made["handed"]] == [
        (deputy.full_name, head.full_name, "Trưởng phòng đi công tác")
    ]
    while number_pending():
        pass
    [notice] = [
        row["text"]
        for row in Api(deputy).get("notifications").json()["results"]
        if "hands you" in row["text"]
    ]
    assert "(Trưởng phòng đi công tác)." in notice
    assert Api(head).acts(case)["approve"] == [], "nobody loses the right"
    ok(Api(deputy).act(case, "approve"))
    assert ok(Api(head).get(f"cases/{case}/handings"), 200)["handed"] == [], "that step was taken"
    assert verified()


def test_only_to_who_may_take_the_step(one: World) -> None:
    """Not to the officer who submitted it, to nobody of another unit or institution."""
    case, head = one.plan_at(SUBMITTED), one.person("A", "head")
    other = small_world("F").person("A", "head")
    for name in ("officer", "deputy"):
        assert (hand(Api(head), case, one.person("A", name)).status_code == 201) == (name == "deputy")
    answer = hand(Api(head), case, one.person("B", "head"))
    assert refused(answer) == (409, ["not-able"])
    assert one.person("A", "deputy").full_name in answer.json()["detail"]
    assert refused(hand(Api(head), case, other)) == (422, ["person-unknown"])
    assert refused(hand(Api(head), case, one.person("A", "deputy"), " ")) == (422, ["reason-missing"])


@pytest.mark.parametrize(
    ("unit", "role", "may"), [("VP", "clerk", True), ("", "leader", True), ("B", "head", False)]
)
def test_the_office_and_the_leadership_hand_on_too(one: World, unit: str, role: str, may: bool) -> None:
    case = one.plan_at(SUBMITTED)
    answer = hand(Api(one.person(unit, role)), case, one.person("A", "deputy"), "Bận họp")
    assert answer.status_code == (201 if may else 403), answer.json()


def test_who_signed_the_step_before_is_not_among_them(one: World) -> None:
    """At the monitoring unit both may check; nobody of A can."""
    case = one.plan_at(APPROVED)
    asked = ok(Api(one.person("B", "head")).get(f"cases/{case}/handings"), 200)
    assert {person["name"] for person in asked["able"]} == {
        one.person("B", role).full_name for role in ("head", "deputy")
    }
    assert ok(Api(one.person("A", "officer")).get(f"cases/{case}/handings"), 200) == {
        "able": [], "allowed": False, "handed": [],
    }  # fmt: skip


def test_what_is_still_written_is_handed_to_nobody(one: World) -> None:
    """A draft waits for no signature: its unit writes it."""
    case = one.plan_at(DRAFT)
    officer, deputy = Api(one.person("A", "officer")), one.person("A", "deputy")
    assert ok(officer.get(f"cases/{case}/handings"), 200)["able"] == []
    assert refused(hand(officer, case, deputy)) == (409, ["not-able"])
