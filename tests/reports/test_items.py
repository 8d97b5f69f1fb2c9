"""Items of the Notice: one plan or a class of plans, followed by one unit after the other (issue D, point 5)."""

from typing import Any

import pytest

from periods.actions import ensure_period
from plans.models import PlanRow
from reports.models import UnitReport
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import APPROVED, REVIEWED
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, texts
from tests.reported_month import Month, done, not_done

YEAR = "2026-2027"
CLASS = {"period": YEAR, "title": "Kế hoạch năm học của nhà trường và các đơn vị", "unit": "W-B", "cadence": "monthly",
         "source": "Thông báo 242/TB-CĐSL, mục II.1"}  # fmt: skip


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The middle of October."""
    return Clock(monkeypatch, moment("2026-10-12 09:00"))


def api(month: Month, short: str, role: str) -> Api:
    return Api(month.world.person(short, role))


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def item_of(month: Month, **more: Any) -> str:
    """The id of the class of plans that the office writes down."""
    return str(ok(api(month, "VP", "head").post("items", CLASS | more))["id"])


def placed(month: Month, title: str, item: str) -> Any:
    """The office puts the plan under the item."""
    answer = api(month, "VP", "head").send("put", f"plans/{month.plans[title]}/monitoring", {"item": item})
    return ok(answer, 200)


def given(month: Month, title: str, unit: str) -> Any:
    """The office gives the plan to a unit to follow."""
    body = {"unit": unit, "cadence": "monthly"}
    return ok(api(month, "VP", "head").send("put", f"plans/{month.plans[title]}/monitoring", body), 200)


def form(month: Month, unit: str, label: str = "") -> Any:
    """The unit's form as its officer sees it."""
    return ok(api(month, unit, "officer").get(f"reports/{month.monitoring(unit, label)}"), 200)


def rows_of(content: Any) -> set[str]:
    return {row["text"] for plan in content["plans"] for row in plan["rows"]}


def two_plans(month: Month) -> str:
    """A and C each have a plan of the year, both under one item that B follows."""
    month.world.open_unit("C")
    item = item_of(month)
    month.plan(
        "Kế hoạch A", [month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Hồ sơ", "Tháng 10/2026")]
    )
    month.plan("Kế hoạch C", [month.task("Khảo thí", "Tháng 10/2026", "C")], unit="C")
    for title in ("Kế hoạch A", "Kế hoạch C"):
        placed(month, title, item)
    return item


def test_the_form_goes_by_item_over_all_its_plans(month):
    item = two_plans(month)
    month.open()
    month.until("2026-10-20 08:00")
    month.say(
        month.report("A"), [done(row_id("Tuyển sinh")), not_done(row_id("Hồ sơ"), expected_on="2026-11-30")]
    )
    month.sign_report(month.report("A"))
    month.agree_to_all()
    shown = form(month, "B")
    [only] = shown["items"]
    assert (only["item"], only["title"]) == (item, CLASS["title"])
    assert (only["due"], only["done"], only["not_done"]) == (3, 1, 2)
    assert [(plan["title"], plan["item"], plan["due"]) for plan in shown["plans"]] == [
        ("Kế hoạch A", item, 2),
        ("Kế hoạch C", item, 1),
    ]


def test_the_least_to_look_at_is_asked_once_for_the_item(month):
    item = two_plans(month)
    body = {"unit": "W-B", "cadence": "monthly", "minimum": {"value": 2, "unit": "đơn vị"}}
    ok(api(month, "VP", "head").send("put", f"items/{item}/monitoring", body), 200)
    month.open()
    officer, case_id = api(month, "B", "officer"), month.monitoring()
    reasons = officer.get(f"cases/{case_id}").json()["acts"][0]["reasons"]
    assert [(one["code"], one["row"]) for one in reasons if one["code"] == "minimum"] == [("minimum", item)]


def test_who_followed_when_stays_on_record(month, clock):
    item = two_plans(month)
    clock.at("2026-10-14 10:00")
    weekly = {"unit": "W-VP", "cadence": "weekly-and-monthly"}
    shown = ok(api(month, "VP", "head").send("put", f"items/{item}/monitoring", weekly), 200)
    assert [
        (one["unit"], one["cadence"], one["since"] is None, one["until"] is None) for one in shown["history"]
    ] == [
        ("W-B", "monthly", True, False),
        ("W-VP", "weekly-and-monthly", False, True),
    ]
    assert [plan["title"] for plan in shown["plans"]] == ["Kế hoạch A", "Kế hoạch C"]
    plan = ok(api(month, "A", "officer").get(f"plans/{month.plans['Kế hoạch A']}"), 200)
    assert (plan["following"]["unit"], plan["following"]["item"]) == ("W-VP", item)
    assert [one["unit"] for one in plan["history"]] == ["W-B", "W-B", "W-VP"], (
        "alone, under the item, with the item"
    )


def test_the_same_again_is_no_history(month):
    item = two_plans(month)
    again = {"unit": "W-B", "cadence": "monthly"}
    shown = ok(api(month, "VP", "head").send("put", f"items/{item}/monitoring", again), 200)
    assert len(shown["history"]) == 1


def test_only_the_office_writes_items_down(month):
    assert refused(api(month, "B", "head").post("items", CLASS)) == (403, ["not-permitted"])
    item = item_of(month)
    assert refused(api(month, "VP", "head").post("items", CLASS)) == (409, ["item-exists"])
    answer = api(month, "B", "head").send(
        "put", f"items/{item}/monitoring", {"unit": "W-A", "cadence": "monthly"}
    )
    assert refused(answer) == (403, ["not-permitted"])
    assert [
        row["title"] for row in api(month, "A", "officer").get("items", period=YEAR).json()["results"]
    ] == [CLASS["title"]]


def test_a_plan_is_followed_before_it_is_first_submitted(month):
    """Whoever drafts it says under which item of the Notice it falls."""
    item = item_of(month)
    head = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch năm học", "period": YEAR, "item": item}
    plan = ok(api(month, "A", "officer").post("plans", head))
    assert (plan["following"]["unit"], plan["following"]["item_title"]) == ("W-B", CLASS["title"])
    unknown = head | {"item": "0190a0a0-0000-7000-8000-000000000000"}
    assert api(month, "A", "officer").post("plans", unknown).status_code == 400


def test_once_submitted_the_office_alone_says_who_follows(month):
    item = item_of(month)
    plan = month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")], where="returned")
    officer = api(month, "A", "officer")
    answer = officer.send("patch", f"plans/{plan}", {"item": item}, digest=officer.digest(plan))
    assert refused(answer) == (409, ["assigned"])
    assert placed(month, "Kế hoạch", item)["following"]["item"] == item


def test_a_plan_given_to_another_unit_before_the_due_point_belongs_to_its_form(month, clock):
    month.world.open_unit("D")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    month.open()
    month.say(month.report("A", "B"), [done(row_id("Tuyển sinh"))])
    clock.at("2026-10-20 10:00")
    given(month, "Kế hoạch", "W-D")
    month.until("2026-10-20 10:30")
    month.open()
    assert (rows_of(form(month, "D")), rows_of(form(month, "B"))) == ({"Tuyển sinh"}, set())
    report = ok(api(month, "A", "officer").get(f"reports/{month.report('A', 'D')}"), 200)
    assert [(row["text"], row["done"]) for row in report["rows"]] == [("Tuyển sinh", True)], (
        "what was typed came along"
    )
    assert [report.monitor.code for report in UnitReport.objects.all()] == ["W-D"], (
        "nothing is owed to B any more"
    )


def test_what_was_signed_to_the_unit_before_is_judged_by_the_one_after(month, clock):
    month.world.open_unit("D")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    month.open()
    month.say(month.report("A", "B"), [done(row_id("Tuyển sinh"))])
    month.sign_report(month.report("A", "B"))
    clock.at("2026-10-20 10:00")
    given(month, "Kế hoạch", "W-D")
    month.until("2026-10-20 10:30")
    month.open()
    assert rows_of(form(month, "B")) == set()
    [plan] = form(month, "D")["plans"]
    assert [(row["text"], row["word"]["done"]) for row in plan["rows"]] == [("Tuyển sinh", True)]
    assert [report.monitor.code for report in UnitReport.objects.all()] == ["W-B"], (
        "nobody is asked a second time"
    )


def test_a_plan_given_to_another_unit_after_the_due_point_stays_in_the_form_of_the_one_before(month, clock):
    month.world.open_unit("D")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Sơ kết", "Tháng 11/2026")])
    month.open()
    clock.at("2026-10-27 10:00")
    given(month, "Kế hoạch", "W-D")
    month.until("2026-10-27 10:30")
    month.open()
    month.open("2026-11")
    assert rows_of(form(month, "B")) == {"Tuyển sinh"}
    assert rows_of(form(month, "D", "2026-11")) == {"Tuyển sinh", "Sơ kết"}


def test_a_due_point_that_is_corrected_after_it_came_moves_nothing_into_another_form(month, clock):
    """B's form has been signed by then: in D's the same rows would be counted twice."""
    month.world.open_unit("D")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    month.open()
    clock.at("2026-10-27 10:00")
    given(month, "Kế hoạch", "W-D")
    clock.at("2026-10-27 20:00")
    body = {"unit_due_at": "2026-10-27T17:00:00+07:00", "reason": "Ghi nhầm ngày"}
    ok(api(month, "VP", "clerk").send("patch", f"periods/{month.period.id}", body), 200)
    month.until("2026-10-27 20:30")
    assert month.open() == (0, 0), "nobody is asked a second time, and D has no form"
    assert rows_of(form(month, "B")) == {"Tuyển sinh"}


def test_a_plan_of_another_year_cannot_be_under_the_item(month):
    item = item_of(month)
    head = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch", "period": YEAR, "item": item}
    plan = ok(api(month, "A", "officer").post("plans", head))
    ensure_period(month.world.institution, "2027-2028")
    officer = api(month, "A", "officer")
    moved = ok(
        officer.send("patch", f"plans/{plan['id']}", {"period": "2027-2028"}, digest=plan["digest"]), 200
    )
    assert (moved["following"]["unit"], moved["following"]["item"]) == ("W-B", None)
    wrong = officer.send("patch", f"plans/{plan['id']}", {"item": item}, digest=officer.digest(plan["id"]))
    assert refused(wrong) == (422, ["item-of-other-year"])


def test_a_plan_signed_and_never_assigned_is_the_offices(month):
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")], monitor="VP", where=APPROVED)
    month.open()
    assert rows_of(form(month, "VP")) == {"Tuyển sinh"}


def test_both_units_are_told_as_far_as_they_see_the_plan(month, clock):
    month.world.open_unit("D")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")], where=REVIEWED)
    month.world.consolidate([month.plans["Kế hoạch"]], present=True)
    given(month, "Kế hoạch", "W-D")
    assert "chose your unit to follow “Kế hoạch”" in texts(api(month, "D", "head"))[0]
    assert "chose another unit to follow “Kế hoạch”" in texts(api(month, "B", "head"))[0]
