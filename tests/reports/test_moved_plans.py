"""A plan is given to another unit in the middle of a month: its rows are asked once, by whoever follows it when they are due."""

import pytest

from reports.models import UnitReport
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.reported_month import Month, done

from .followed_plans import api, form, given, row_id, rows_of


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The middle of October."""
    return Clock(monkeypatch, moment("2026-10-12 09:00"))


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


def recalled_and_moved(month: Month, clock: Clock, to: str) -> None:
    """A has signed to B and taken it back; then the plan is given to another unit before the reports are due."""
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    month.open()
    month.say(month.report("A", "B"), [done(row_id("Tuyển sinh"))])
    month.sign_report(month.report("A", "B"))
    head = month.world.person("A", "head")
    month.world.stage.sign(month.report("A", "B"), "recall", head, comment="Sửa lại")
    clock.at("2026-10-20 10:00")
    given(month, "Kế hoạch", to)
    month.until("2026-10-20 10:30")
    month.open()


def asked_of(month: Month) -> list[tuple[str, list[tuple[str, str]]]]:
    """Unit -> the reports that it owes, by the matrix: to whom, and where they stand."""
    shown = ok(api(month, "VP", "head").get(f"periods/{month.period.id}/matrix"), 200)["units"]
    parts = {row["unit"]: row["cells"][0]["reports"]["parts"] for row in shown}
    return [
        (unit, [(part["monitor"], part["stand"]) for part in found]) for unit, found in parts.items() if found
    ]


def test_a_report_that_is_open_again_and_lost_all_its_rows_is_owed_by_nobody(month, clock):
    """A could say nothing in it, and it would be read aloud as "chưa nộp"."""
    month.world.open_unit("D")
    recalled_and_moved(month, clock, "W-D")
    assert asked_of(month) == [("W-A", [("W-D", "missing")])]
    paper = ok(api(month, "VP", "clerk").post("consolidations", {"period": "2026-10"}))
    named = [(line["unit"], line["monitor"]) for line in paper["missing"] if line["kind"] == "unit-report"]
    assert named == [("W-A", "W-D")]
    reminder = api(month, "B", "head").get(f"periods/{month.period.id}/reminder", to="units")
    assert "Phòng A" not in ok(reminder, 200)["text"]


def test_nor_where_the_report_to_the_unit_after_was_handed_in_already(month, clock):
    """What A wrote to B cannot go along: its report to D waits at D, and lacks only a word on the row."""
    month.world.open_unit("D")
    month.plan("Khác", [month.task("Hồ sơ", "Tháng 10/2026")], monitor="D")
    month.open()
    month.say(month.report("A", "D"), [done(row_id("Hồ sơ"))])
    month.sign_report(month.report("A", "D"))
    recalled_and_moved(month, clock, "W-D")
    assert asked_of(month) == [("W-A", [("W-D", "waiting")])]


def test_what_was_typed_of_a_plan_that_its_unit_follows_itself_now_is_in_its_own_form(month, clock):
    recalled_and_moved(month, clock, "W-A")
    assert asked_of(month) == []
    [plan] = form(month, "A")["plans"]
    assert [(row["text"], row["unit"], row["done"]) for row in plan["rows"]] == [("Tuyển sinh", "W-A", True)]


def test_what_was_signed_to_the_unit_before_is_not_asked_in_a_report_that_the_one_after_gets_anyway(
    month, clock
):
    month.world.open_unit("D")
    month.plan("Kế hoạch", [month.task("Tuyển sinh", "Tháng 10/2026")])
    month.plan("Khác", [month.task("Hồ sơ", "Tháng 10/2026")], monitor="D")
    month.open()
    month.say(month.report("A", "B"), [done(row_id("Tuyển sinh"))])
    month.sign_report(month.report("A", "B"))
    clock.at("2026-10-20 10:00")
    given(month, "Kế hoạch", "W-D")
    month.until("2026-10-20 10:30")
    month.open()
    report = ok(api(month, "A", "officer").get(f"reports/{month.report('A', 'D')}"), 200)
    assert [row["text"] for row in report["rows"]] == ["Hồ sơ"]
    assert rows_of(form(month, "D")) == {"Tuyển sinh", "Hồ sơ"}


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
