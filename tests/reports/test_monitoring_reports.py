"""The monitoring unit's report: a verdict per row beside the unit's word, and the Notice's form N = k + m."""

import json
from typing import Any

import pytest
from django.db import connection

from approvals import triggers
from approvals.ledger.canonical import canonical
from approvals.models import Submission
from plans.actions import assign_monitoring
from plans.models import Plan, PlanRow
from reports.models import Finding
from reports.words import NAMES, SILENT
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, stands
from tests.reported_month import Month, done, not_done


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day after the reports were due."""
    return Clock(monkeypatch, moment("2026-10-29 09:00"))


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def form(month: Month, person: str = "officer") -> Any:
    """B's report as this person of B sees it."""
    return ok(Api(month.world.person("B", person)).get(f"reports/{month.monitoring()}"), 200)


def judge(month: Month, *words: dict[str, Any]) -> Any:
    """PUT of these verdicts into B's report."""
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    findings = [word | {"row": str(word["row"])} for word in words]
    return api.send("put", f"reports/{case_id}/findings", {"findings": findings}, digest=api.digest(case_id))


def change(month: Month, **changes: Any) -> Any:
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    return api.send("patch", f"reports/{case_id}", changes, digest=api.digest(case_id))


def agreed(month: Month, **body: str) -> Any:
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    return ok(api.post(f"reports/{case_id}/agree", body, digest=api.digest(case_id)), 200)


@pytest.fixture
def spoken(month: Month) -> Month:
    """A has signed: one row done, one overdue, one still in time; B leads a row of its own plan."""
    month.plan(
        "Kế hoạch",
        [
            month.task("Xong", "Tháng 10/2026"),
            month.task("Quá hạn", "15/10/2026"),
            month.task("Trong hạn", "Tháng 10/2026"),
            month.task("Thường", "Thường xuyên"),
        ],
    )
    month.plan("Của B", [month.task("Tự theo dõi", "Tháng 10/2026", "B")], unit="B")
    month.open()
    month.say(
        month.report(),
        [done(row_id("Xong")), not_done(row_id("Quá hạn"), cause="Chờ kinh phí"),
         not_done(row_id("Trong hạn"), expected_on="2026-10-31")],
    )  # fmt: skip
    month.sign_report(month.report())
    return month


def rows(month: Month) -> dict[str, Any]:
    return {row["text"]: row for plan in form(month)["plans"] for row in plan["rows"]}


def test_the_review_of_a_units_report_needs_a_finding_on_every_due_row(spoken):
    head = Api(spoken.world.person("B", "head"))
    assert refused(head.act(spoken.report(), "review")) == (422, ["finding-missing"] * 3)
    ok(judge(spoken, done(row_id("Xong")), not_done(row_id("Quá hạn"), cause="Chờ kinh phí")), 200)
    answer = head.act(spoken.report(), "review")
    assert [(reason["code"], reason["row"]) for reason in answer.json()["reasons"]] == [
        ("finding-missing", row_id("Trong hạn"))
    ]
    ok(judge(spoken, not_done(row_id("Trong hạn"), expected_on="2026-10-31")), 200)
    ok(head.act(spoken.report(), "review"))
    assert stands(head, spoken.report()) == ("monitor-reviewed", "office")


def test_agreeing_to_all_takes_over_every_word_in_one_click(spoken):
    shown = agreed(spoken)
    assert shown["totals"] == {"due": 4, "done": 1, "not_done": 3}
    found = rows(spoken)
    assert [found[text]["done"] for text in ("Xong", "Quá hạn", "Trong hạn")] == [True, False, False]
    assert found["Quá hạn"]["cause"] == "Chờ kinh phí"
    assert found["Xong"]["evidence"] == found["Xong"]["word"]["evidence"]
    assert found["Tự theo dõi"]["done"] is None
    ok(Api(spoken.world.person("B", "head")).act(spoken.report(), "review"))


def test_agreeing_leaves_the_verdicts_that_were_given(spoken):
    ok(judge(spoken, not_done(row_id("Xong"), expected_on="2026-11-05")), 200)
    agreed(spoken, unit="W-A")
    found = rows(spoken)
    assert (found["Xong"]["done"], found["Xong"]["agreed"]) == (False, False)
    assert found["Xong"]["contradiction"] is True
    assert (found["Quá hạn"]["agreed"], found["Quá hạn"]["contradiction"]) == (True, False)


def test_agreeing_with_another_unit_changes_nothing(spoken):
    agreed(spoken, unit="W-VP")
    assert not Finding.objects.filter(report=spoken.monitoring()).exists()


def test_the_form_counts_what_is_due_done_and_not_done_per_plan(spoken):
    agreed(spoken)
    ok(judge(spoken, done(row_id("Tự theo dõi"))), 200)
    shown = {plan["title"]: (plan["due"], plan["done"], plan["not_done"]) for plan in form(spoken)["plans"]}
    assert shown == {"Kế hoạch": (3, 1, 2), "Của B": (1, 1, 0)}
    assert form(spoken)["totals"] == {"due": 4, "done": 2, "not_done": 2}


def test_a_row_of_its_own_is_marked_and_has_no_word_of_a_unit(spoken):
    row = rows(spoken)["Tự theo dõi"]
    assert (row["self"], row["word"], row["unit"]) == (True, None, "W-B")


def test_a_silent_unit_is_judged_without_its_word(month):
    month.plan("Kế hoạch", [month.task("Việc", "25/10/2026")])
    month.open()
    assert rows(month)["Việc"]["word"] is None
    officer, head = Api(month.world.person("B", "officer")), Api(month.world.person("B", "head"))
    assert refused(officer.act(month.monitoring(), "submit")) == (422, ["finding-missing"])
    ok(judge(month, not_done(row_id("Việc"), cause="Đơn vị không báo cáo")), 200)
    ok(officer.act(month.monitoring(), "submit"))
    ok(head.act(month.monitoring(), "approve"))
    assert stands(head, month.monitoring()) == ("unit-approved", "monitor")
    ok(Api(month.world.person("VP", "head")).act(month.monitoring(), "review"))


def test_a_word_that_only_waits_for_its_head_is_not_the_units_word_yet(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    month.say(month.report(), [done(row_id("Việc"))])
    month.world.stage.submit(month.report(), "W-A")
    assert rows(month)["Việc"]["word"] is None


@pytest.mark.parametrize(
    ("due", "word", "codes"),
    [
        ("27/10/2026", {"done": False}, ["cause-missing"]),
        ("28/10/2026", {"done": False}, ["expected-missing"]),
        ("28/10/2026", {"done": False, "expected_on": "2026-11-05"}, []),
        ("27/10/2026", {"done": True}, []),
    ],
)
def test_what_ends_before_the_day_of_the_report_is_overdue_and_needs_a_cause(month, due, word, codes):
    month.plan("Kế hoạch", [month.task("Việc", due)])
    month.open()
    ok(judge(month, {"row": row_id("Việc"), **word}), 200)
    answer = Api(month.world.person("B", "officer")).act(month.monitoring(), "submit")
    assert [reason["code"] for reason in answer.json().get("reasons", [])] == codes


def test_it_is_due_also_when_nothing_was_and_says_so(month):
    month.plan("Kế hoạch", [month.task("Sau", "Tháng 12/2026")])
    month.open()
    shown = form(month)
    assert [(plan["title"], plan["due"], plan["rows"]) for plan in shown["plans"]] == [("Kế hoạch", 0, [])]
    assert shown["totals"] == {"due": 0, "done": 0, "not_done": 0}
    ok(Api(month.world.person("B", "officer")).act(month.monitoring(), "submit"))
    ok(Api(month.world.person("B", "head")).act(month.monitoring(), "approve"))


def iso_plan(month: Month) -> Plan:
    """A plan with a minimum of 2 units a month, followed weekly by B."""
    month.plan("Đánh giá nội bộ", [month.task("Việc", "Tháng 12/2026")])
    plan = Plan.objects.get(case=month.plans["Đánh giá nội bộ"])
    assign_monitoring(
        plan, unit=month.world.unit("B"), cadence="weekly-and-monthly", minimum={"value": 2, "unit": "đơn vị"},
        by=month.world.person("VP", "head"), now=month.world.now(),
    )  # fmt: skip
    month.open()
    return plan


@pytest.mark.server
def test_fewer_units_than_the_minimum_need_a_reason(month):
    plan, officer = str(iso_plan(month).pk), Api(month.world.person("B", "officer"))
    assert refused(officer.act(month.monitoring(), "submit")) == (422, ["minimum"])
    ok(change(month, monitored=[{"item": plan, "units": ["W-A"], "shortfall": ""}]), 200)
    assert refused(officer.act(month.monitoring(), "submit")) == (422, ["minimum"])
    ok(change(month, monitored=[{"item": plan, "units": ["W-A"], "shortfall": "Đoàn công tác"}]), 200)
    ok(officer.act(month.monitoring(), "submit"))
    ok(officer.act(month.monitoring(), "withdraw"))
    ok(change(month, monitored=[{"item": plan, "units": ["W-A", "W-VP"]}]), 200)
    ok(officer.act(month.monitoring(), "submit"))
    assert form(month)["items"][0]["units"] == ["W-A", "W-VP"]


@pytest.mark.parametrize(
    ("row", "code"), [({"units": ["X"]}, "unit-unknown"), ({"item": "0190a0a0-0000-7000-8000-000000000000"}, "item-unknown")]
)  # fmt: skip
def test_unknown_units_and_plans_are_named(month, row, code):
    plan = str(iso_plan(month).pk)
    answer = change(month, monitored=[{"item": plan, "units": ["W-A"], **row}])
    assert refused(answer) == (422, [code])


def test_the_weekly_cadence_is_an_entry_inside_the_months_report(month):
    plan = str(iso_plan(month).pk)
    first = {"item": plan, "on": "2026-10-07", "text": "Tuần 1: đã rà soát"}
    second = {"item": plan, "on": "2026-10-14", "text": "Tuần 2: đã họp"}
    ok(change(month, progress=[second, first]), 200)
    [shown] = form(month)["items"]
    assert shown["cadence"] == "weekly-and-monthly"
    assert shown["progress"] == [
        {"on": "2026-10-07", "text": "Tuần 1: đã rà soát"},
        {"on": "2026-10-14", "text": "Tuần 2: đã họp"},
    ]


def test_a_units_proposal_rises_word_for_word_with_its_name(spoken):
    officer = Api(spoken.world.person("A", "officer"))
    case_id = spoken.report()
    assert refused(
        officer.send("patch", f"reports/{case_id}", {"proposals": ["X"]}, digest=officer.digest(case_id))
    ) == (409, ["wrong-state"])
    spoken.world.stage.sign(case_id, "recall", spoken.world.person("A", "head"), comment="Thêm kiến nghị")
    words = "Đề nghị cấp 02 máy tính; “trước 15/11”"
    ok(
        officer.send("patch", f"reports/{case_id}", {"proposals": [words]}, digest=officer.digest(case_id)),
        200,
    )
    spoken.sign_report(case_id)
    ok(change(spoken, proposals=["Của B"]), 200)
    found = [(row["text"], row["unit"]) for row in form(spoken)["proposals"]]
    assert found == [("Của B", "W-B"), (words, "W-A")]


def test_what_a_unit_signed_stays_in_the_form_when_its_plan_goes_back_to_draft(spoken):
    spoken.world.stage.sign(
        spoken.plans["Kế hoạch"], "recall", spoken.world.person("A", "head"), comment="Sửa kế hoạch"
    )
    assert {text for text, row in rows(spoken).items() if row["word"]} == {
        "Xong", "Quá hạn", "Trong hạn", "Thường",
    }  # fmt: skip


def test_the_verdict_decides_what_is_carried_over(spoken):
    agreed(spoken)
    ok(
        judge(
            spoken,
            not_done(row_id("Xong"), expected_on="2026-11-05"),
            done(row_id("Tự theo dõi")),
            done(row_id("Quá hạn")),
        ),
        200,
    )
    spoken.world.stage.submit(spoken.monitoring(), "W-B")
    spoken.world.stage.approve(spoken.monitoring(), "W-B")
    spoken.until("2026-11-02 08:00")
    spoken.open("2026-11")
    sheet = ok(Api(spoken.world.person("A", "officer")).get("sheets/2026-11/W-A"), 200)
    carried = {row["text"]: row["listing"] for part in sheet["parts"] for row in part["rows"]}
    assert carried == {"Xong": "carried", "Trong hạn": "carried", "Thường": "standing"}


def test_where_no_verdict_was_signed_the_units_word_decides(spoken):
    spoken.until("2026-11-02 08:00")
    spoken.open("2026-11")
    sheet = ok(Api(spoken.world.person("A", "officer")).get("sheets/2026-11/W-A"), 200)
    carried = {row["text"] for part in sheet["parts"] for row in part["rows"]}
    assert carried == {"Quá hạn", "Trong hạn", "Thường"}


def test_the_unit_sees_the_verdict_once_its_report_is_checked(spoken):
    agreed(spoken)
    officer = Api(spoken.world.person("A", "officer"))
    assert {row["finding"] for row in officer.get(f"reports/{spoken.report()}").json()["rows"]} == {None}
    ok(Api(spoken.world.person("B", "head")).act(spoken.report(), "review"))
    found = {row["text"]: row["finding"] for row in officer.get(f"reports/{spoken.report()}").json()["rows"]}
    assert found["Quá hạn"]["cause"] == "Chờ kinh phí"


def test_who_may_not_judge(spoken):
    unit = Api(spoken.world.person("A", "officer"))
    body: dict[str, Any] = {"findings": []}
    assert unit.get(f"reports/{spoken.monitoring()}").status_code == 404
    office = Api(spoken.world.person("VP", "head"))
    assert office.send("put", f"reports/{spoken.monitoring()}/findings", body, digest="").status_code == 404
    spoken.agree_to_all()
    ok(judge(spoken, done(row_id("Tự theo dõi"))), 200)
    spoken.world.stage.submit(spoken.monitoring(), "W-B")
    answer = office.send(
        "put", f"reports/{spoken.monitoring()}/findings", body, digest=office.digest(spoken.monitoring())
    )
    assert refused(answer)[0] == 403
    spoken.world.stage.approve(spoken.monitoring(), "W-B")
    assert unit.get(f"reports/{spoken.monitoring()}").status_code == 200


@pytest.mark.server
def test_a_unit_and_a_monitoring_report_do_not_answer_for_each_other(spoken):
    monitor = Api(spoken.world.person("B", "officer"))
    body: dict[str, Any] = {"findings": []}
    assert monitor.send("put", f"reports/{spoken.report()}/findings", body, digest="").status_code == 404
    assert monitor.get("reports?kind=unit&period=2026-10").json()["results"][0]["status"] == "on-time"
    listed = monitor.get("reports?kind=monitoring&period=2026-10").json()["results"]
    assert [(row["kind"], row["unit"], row["status"]) for row in listed] == [("monitoring", "W-B", "missing")]


@pytest.mark.parametrize("field", NAMES)
def test_a_unit_report_that_was_signed_without_a_field_of_the_word_is_shown_and_judged(spoken, field):
    """As if the field had come into the program after the unit signed: it reads as silent, on every screen."""
    case_id, api = spoken.report(), Api(spoken.world.person("B", "officer"))
    submission = Submission.objects.get(case=case_id)
    frame = json.loads(submission.content)
    for row in frame["content"]["rows"]:
        row.pop(field, None)
    triggers.lift(connection)
    Submission.objects.filter(id=submission.id).update(content=canonical(frame))
    triggers.install(connection)
    words = [row["word"] for plan in form(spoken)["plans"] for row in plan["rows"] if row["word"]]
    assert len(words) == 4
    assert {canonical(word[field]) for word in words} == {canonical(getattr(SILENT, field))}
    assert {canonical(row[field]) for row in ok(api.get(f"reports/{case_id}"), 200)["rows"]} == {
        canonical(getattr(SILENT, field))
    }
    agreed(spoken)
