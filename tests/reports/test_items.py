"""Items of the Notice: one plan or a class of plans, followed by one unit after the other."""

import pytest

from periods.actions import ensure_period
from tests.clock import Clock, moment
from tests.factories import APPROVED, REVIEWED
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, texts
from tests.reported_month import done, not_done

from .followed_plans import CLASS, YEAR, api, form, given, item_of, placed, row_id, rows_of, two_plans


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The middle of October."""
    return Clock(monkeypatch, moment("2026-10-12 09:00"))


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
    month.world.adopt(month.plans["Kế hoạch"])
    given(month, "Kế hoạch", "W-D")
    assert "chose your unit to follow “Kế hoạch”" in texts(api(month, "D", "head"))[0]
    assert "chose another unit to follow “Kế hoạch”" in texts(api(month, "B", "head"))[0]
