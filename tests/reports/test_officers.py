"""Who follows a plan for its unit is named in the sheet and reminded first (Notice I.1, I.2; issue F, point 8; docs/adr/0042)."""

from typing import Any
from uuid import UUID

import pytest

from organization.models import Role, User
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import small_world
from tests.journeys.answers import done as ok
from tests.journeys.answers import texts
from tests.reported_month import Month, done

NOW = "2026-10-22 09:00"


@pytest.fixture
def month(db, monkeypatch: pytest.MonkeyPatch) -> Month:
    """October: A reports to B on two plans; A has a second officer."""
    Clock(monkeypatch, moment(NOW))
    world = small_world("W")
    world.hire("w-a.second", "A", Role.OFFICER)
    month = Month(world)
    for title in ("Tuyển sinh", "Thư viện"):
        month.plan(title, [month.task(f"{title} {place}", "Tháng 10/2026") for place in (1, 2)])
    return month


def people(month: Month) -> tuple[User, User, User]:
    """A's officer, its second officer, its head."""
    world = month.world
    return world.person("A", "officer"), world.people["w-a.second"], world.person("A", "head")


def follow(month: Month, title: str, user: User) -> None:
    """The person follows the plan for A."""
    ok(
        Api(month.world.person("A", "head")).send(
            "put", f"plans/{month.plans[title]}/officer", {"user": str(user.id)}
        ),
        200,
    )


def drafted(user: User) -> bool:
    """Whether the person was told that a report waits to be written."""
    return any(text.startswith("Open to be written") for text in texts(Api(user)))


def reminder(month: Month) -> Any:
    """The message of B to those who owe it reports."""
    asked = {"to": "units", "unit": "W-B"}
    return ok(
        Api(month.world.person("B", "officer")).get(f"periods/{month.period.id}/reminder", **asked), 200
    )["text"]


def test_each_part_of_the_sheet_names_who_follows_its_plans(month):
    first, second, _head = people(month)
    follow(month, "Tuyển sinh", first)
    month.open()
    [part] = ok(Api(second).get("sheets/2026-10/W-A"), 200)["parts"]
    assert [(row["plan"], row["user"], row["name"]) for row in part["officers"]] == [
        (str(month.plans["Tuyển sinh"]), str(first.id), first.full_name)
    ]
    follow(month, "Tuyển sinh", second)
    follow(month, "Thư viện", first)
    [part] = ok(Api(second).get("sheets/2026-10/W-A"), 200)["parts"]
    assert {row["name"] for row in part["officers"]} == {first.full_name, second.full_name}
    report = ok(Api(first).get(f"reports/{month.report()}"), 200)
    assert report["officers"] == part["officers"]


def test_who_follows_every_plan_of_a_report_is_told_of_it_and_the_other_officer_is_not(month):
    first, second, head = people(month)
    follow(month, "Tuyển sinh", first)
    follow(month, "Thư viện", first)
    month.open()
    assert [drafted(user) for user in (first, second, head)] == [True, False, True]


def test_where_a_plan_has_no_officer_every_officer_is_told(month):
    first, second, head = people(month)
    follow(month, "Tuyển sinh", first)
    month.open()
    assert [drafted(user) for user in (first, second, head)] == [True, True, True]


def test_an_officer_who_left_is_told_nothing_and_the_others_are(month):
    first, second, head = people(month)
    follow(month, "Tuyển sinh", first)
    follow(month, "Thư viện", second)
    second.appointments.update(valid_to=moment("2026-10-21 00:00"))
    month.open()
    assert [drafted(user) for user in (first, head)] == [True, True]
    follow(month, "Thư viện", first)


def test_the_message_names_whose_plan_still_says_nothing(month):
    first, second, _head = people(month)
    month.open()
    assert "viên chức theo dõi" not in reminder(month)
    follow(month, "Tuyển sinh", first)
    follow(month, "Thư viện", second)
    both = sorted([first.full_name, second.full_name])
    assert f"viên chức theo dõi, đôn đốc: {', '.join(both)})" in reminder(month)
    rows = {row["text"]: row["row"] for row in ok(Api(first).get(f"reports/{month.report()}"), 200)["rows"]}
    month.say(month.report(), [done(UUID(rows[f"Tuyển sinh {place}"])) for place in (1, 2)])
    assert f"viên chức theo dõi, đôn đốc: {second.full_name})" in reminder(month)
