"""Việc của tôi trong tuần (issue F, point 8; docs/adr/0042)."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organization.models import Role, User
from plans.models import PlanRow
from tests.api import Api
from tests.clock import Clock, moment
from tests.databases import kept_world
from tests.factories import small_world
from tests.handovers.handing import begin, follow, person, second, with_work
from tests.instructions.giving import given
from tests.journeys.answers import done as ok
from tests.plans.changing_plans import adopted, begun, in_force, put, row_id, written
from tests.reported_month import Month, done


def october() -> Month:
    """October 2026 in a small world, nothing written yet."""
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, moment("2026-10-05 09:00"))
        world = small_world("W")
        world.open_unit("C")
        return Month(world)


october_world = kept_world("october_world", october)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Thursday, 22 October 2026: the week ends on the 25th, the next on 1 November."""
    return Clock(monkeypatch, moment("2026-10-22 09:00"))


@pytest.fixture
def month(october_world: Month, clock: Clock) -> Month:
    """October's reports are due on the 26th."""
    october_world.until("2026-10-21 09:00")
    return october_world


def week(api: Api, **asked: str) -> list[dict[str, Any]]:
    """What waits for the person."""
    items: list[dict[str, Any]] = ok(api.get("my-week", **asked), 200)["items"]
    return items


def told(items: list[dict[str, Any]]) -> list[tuple[str, str, str | None, bool]]:
    """What, text, day and whether it is overdue."""
    return [(one["what"], one["text"], one["day"], one["overdue"]) for one in items]


def called(month: Month, name: str) -> User:
    """A's officer, by this name."""
    officer = month.world.person("A", "officer")
    User.objects.filter(id=officer.id).update(full_name=name)
    officer.refresh_from_db()
    return officer


def test_rows_that_name_the_person_and_rows_of_the_plans_that_they_follow(month):
    officer = called(month, "Lò Văn An")
    month.plan("Có tên", [
        replace(month.task("Tuần này", "23/10/2026"), person="Ông Lò Văn An"),
        month.task("Của người khác", "23/10/2026"),
    ])  # fmt: skip
    month.plan("Theo dõi", [
        month.task("Đã quá hạn", "Tháng 9/2026"), month.task("Tuần sau", "30/10/2026"),
        month.task("Đơn vị khác", "23/10/2026", "C"), month.task("Tháng sau", "Tháng 11/2026"),
    ])  # fmt: skip
    assert told(week(Api(officer))) == [("row", "Tuần này", "2026-10-23", False)]
    follow(month, "Theo dõi", officer)
    overdue, now = ("row", "Đã quá hạn", "2026-09-30", True), ("row", "Tuần này", "2026-10-23", False)
    assert told(week(Api(officer))) == [overdue, now]
    assert told(week(Api(officer), week="next")) == [overdue, now, ("row", "Tuần sau", "2026-10-30", False)]
    assert [one["named"] for one in week(Api(officer))] == [False, True]
    assert week(person(month, "A", "deputy")) == []
    shown = ok(Api(officer).get("my-week"), 200)
    assert (shown["starts"], shown["ends"]) == ("2026-10-19", "2026-10-25")
    plan = str(month.plans["Theo dõi"])
    assert (shown["items"][0]["case"], shown["items"][0]["title"]) == (plan, "Theo dõi")


def test_a_row_leads_to_the_plan_as_it_is_in_force_now(month):
    officer = month.world.person("A", "officer")
    plan = in_force(month, month.task("Tuyển sinh", "23/10/2026"))
    follow(month, "Kế hoạch", officer)
    made = begun(month, plan)
    put(month, made, written(made, **{"Tuyển sinh": {"product": "Danh sách", "reason": "Rõ hơn"}}))
    adopted(month, made["id"])
    [one] = [item for item in week(Api(officer)) if item["what"] == "row"]
    assert (one["case"], one["row"]) == (made["id"], row_id("Tuyển sinh", made["id"]))


def test_a_row_that_names_who_only_coordinates(month):
    called(month, "Lò Văn An")
    month.plan(
        "Của C",
        [replace(month.task("Phối hợp", "23/10/2026", "C"), person="Lò Văn An", coordinating=("W-A",))],
        unit="C",
    )
    assert told(week(person(month, "A", "officer"))) == [("row", "Phối hợp", "2026-10-23", False)]


def test_what_is_said_to_be_done_waits_no_more(month):
    officer = month.world.person("A", "officer")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "23/10/2026"), month.task("Thư viện", "23/10/2026")])
    follow(month, "Kế hoạch", officer)
    month.open()
    month.say(month.report(), [done(PlanRow.objects.get(text="Tuyển sinh").key)])
    items = week(Api(officer))
    assert [one["text"] for one in items if one["what"] == "row"] == ["Thư viện"]
    [report] = [one for one in items if one["what"] == "report"]
    assert (report["case"], report["day"]) == (str(month.report()), "2026-10-26")
    assert [one["what"] for one in week(person(month, "A", "deputy"))] == []


def test_a_row_done_in_a_month_that_is_over_waits_no_more(month, clock):
    officer = month.world.person("A", "officer")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "23/10/2026")])
    follow(month, "Kế hoạch", officer)
    month.open()
    month.say(month.report(), [done(PlanRow.objects.get(text="Tuyển sinh").key)])
    month.sign_report(month.report())
    clock.at("2026-11-04 09:00")
    assert week(Api(officer)) == []


def test_remarks_and_promises_and_what_was_handed_over(month):
    with_work(month)
    giver, taker = Api(month.world.person("A", "officer")), Api(second(month))
    mine = week(giver, week="next")
    assert ("remark", "Ghi rõ số lượng.", None, False) in told(mine)
    assert ("promise", "Tuyển sinh", "2026-10-30", False) in told(mine)
    assert ("row", "Tuyển sinh", "2026-10-31", False) in told(mine)
    assert week(taker, week="next") == []
    shown = ok(begin(month))
    ok(giver.act(shown["id"], "submit"))
    ok(person(month, "A", "head").act(shown["id"], "approve"))
    assert told(week(taker, week="next")) == told(mine)
    assert week(giver, week="next") == []


def test_instructions_that_name_the_person(month):
    officer = month.world.person("A", "officer")
    given(month.world, person=str(officer.id), due_on="2026-10-24")
    given(month.world, person=str(officer.id), due_on="2026-11-24")
    given(month.world, due_on="2026-10-24")
    [one] = week(Api(officer))
    assert (one["what"], one["day"], one["overdue"]) == ("instruction", "2026-10-24", False)
    assert week(person(month, "A", "head")) == []


def test_what_is_overdue_comes_first_and_says_so(month, clock):
    officer = month.world.person("A", "officer")
    given(month.world, person=str(officer.id), due_on="2026-10-23")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "25/10/2026")])
    follow(month, "Kế hoạch", officer)
    clock.at("2026-10-24 09:00")
    assert [(one["what"], one["overdue"]) for one in week(Api(officer))] == [
        ("instruction", True),
        ("row", False),
    ]


def test_another_week_is_refused(month):
    assert person(month, "A", "officer").get("my-week", week="last").status_code == 400


def test_the_number_of_statements_does_not_depend_on_how_much_waits(month):
    with_work(month)
    officer = Api(month.world.person("A", "officer"))
    month.world.hire("w-a.third", "A", Role.OFFICER)

    def counted() -> int:
        with CaptureQueriesContext(connection) as seen:
            week(officer, week="next")
        return len(seen)

    week(officer)
    before, much = counted(), len(week(officer, week="next"))
    for number in range(6):
        title = f"Kế hoạch {number}"
        month.plan(title, [replace(month.task(f"Việc {number}", "23/10/2026"), person="Lò Văn An")])
        follow(month, title, month.world.person("A", "officer"))
        given(month.world, person=str(month.world.person("A", "officer").id), due_on="2026-10-24")
    assert len(week(officer, week="next")) == much + 12
    assert counted() == before


def test_who_sees_the_plan_no_more_is_told_nothing_of_its_rows(month):
    """They still follow it on record, until somebody takes it over."""
    officer = month.world.person("A", "officer")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "23/10/2026")])
    follow(month, "Kế hoạch", officer)
    assert len(week(Api(officer))) == 1
    officer.appointments.update(valid_to=moment("2026-10-22 08:00"))
    assert week(Api(officer)) == []
