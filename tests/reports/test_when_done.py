"""A row done says when: late is what was done after its due day, whenever the report is due; a promise lies ahead."""

from typing import Any

import pytest

from plans.models import PlanRow
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.reported_month import Month, done, not_done


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day before the units' reports are due."""
    return Clock(monkeypatch, moment("2026-10-25 09:00"))


@pytest.fixture
def opened(month: Month) -> Month:
    """One row due in the middle of October, one at its end, one target; two that were due in September."""
    rows = [
        month.task("Giữa tháng", "15/10/2026"),
        month.task("Cuối tháng", "Tháng 10/2026"),
        month.task("Tỷ lệ tốt nghiệp đạt ít nhất 95%", "Tháng 10/2026", kind="target"),
        month.task("Hạn 10/9", "10/9/2026"),
        month.task("Hạn 30/9", "Tháng 9/2026"),
    ]
    month.plan("Kế hoạch", rows)
    month.open()
    return month


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def write(month: Month, *words: dict[str, Any]) -> Any:
    """PUT of the unit's words."""
    api, case_id = Api(month.world.person("A", "officer")), month.report()
    rows = [word | {"row": str(word["row"])} for word in words]
    return api.send("put", f"reports/{case_id}/rows", {"rows": rows}, digest=api.digest(case_id))


def judge(month: Month, *words: dict[str, Any]) -> Any:
    """PUT of the monitoring unit's verdicts."""
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    findings = [word | {"row": str(word["row"])} for word in words]
    return api.send("put", f"reports/{case_id}/findings", {"findings": findings}, digest=api.digest(case_id))


def row_in(answer: Any, text: str) -> Any:
    """The row with this text in the answer of either."""
    body = ok(answer, 200)
    rows = body.get("rows") or [row for plan in body["plans"] for row in plan["rows"]]
    return next(row for row in rows if row["text"] == text)


@pytest.mark.parametrize(
    ("day", "late"), [("2026-10-14", False), ("2026-10-15", False), ("2026-10-16", True)]
)
def test_late_is_what_was_done_after_its_due_day(opened, day, late):
    row = row_in(write(opened, done(row_id("Giữa tháng"), completed_on=day)), "Giữa tháng")
    assert (row["completed_on"], row["late"], row["overdue"]) == (day, late, True)


def test_who_does_not_say_when_means_the_day_on_which_it_was_first_said(opened, clock):
    row = row_in(write(opened, done(row_id("Cuối tháng"))), "Cuối tháng")
    assert (row["completed_on"], row["late"]) == ("2026-10-25", False)
    clock.at("2026-10-26 10:00")
    again = row_in(write(opened, done(row_id("Cuối tháng"), result="Đã xong, có biên bản")), "Cuối tháng")
    assert again["completed_on"] == "2026-10-25"


def test_nothing_is_done_in_the_future(opened):
    answer = write(opened, done(row_id("Cuối tháng"), completed_on="2026-10-26"))
    status, _body = refused(answer)
    assert status == 422
    assert [(reason["code"], reason["row"], reason["field"]) for reason in answer.json()["reasons"]] == [
        ("completed-ahead", row_id("Cuối tháng"), "completed_on")
    ]


def test_before_the_plan_began_is_odd_and_can_stand(opened):
    row = row_in(write(opened, done(row_id("Giữa tháng"), completed_on="2026-07-20")), "Giữa tháng")
    [warning] = row["warnings"]
    assert (warning["code"], warning["row"]) == ("completed-early", row_id("Giữa tháng"))
    assert warning["brief"].startswith("Done on 20/07/2026")
    assert "“Giữa tháng” (Tasks and solutions; “" in warning["text"]
    assert warning["text"].endswith(warning["brief"])
    assert row["late"] is False


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("expected_on", "2026-10-25", "day-past"), ("expected_on", "2019-01-01", "day-past"),
        ("expected_on", "2026-10-26", None), ("promised_on", "2100-12-31", "day-far"), ("promised_on", "9999-12-31", "out-of-reach"),
        ("expected_on", "2028-07-31", None), ("expected_on", "2028-08-01", "day-far"),
    ],
)  # fmt: skip
def test_a_promise_lies_ahead_and_not_too_far(opened, name, day, code):
    answer = write(opened, not_done(row_id("Cuối tháng"), **{name: day}))
    found = [] if answer.status_code == 200 else [reason["code"] for reason in answer.json()["reasons"]]
    assert found == ([code] if code else [])


def test_a_promise_written_before_stays_though_its_day_has_come(opened, clock):
    word = not_done(row_id("Cuối tháng"), expected_on="2026-10-26")
    ok(write(opened, word), 200)
    clock.at("2026-10-27 08:00")
    ok(write(opened, word | {"result": "Vẫn đang làm"}), 200)


def test_the_monitors_day_counts_and_the_units_is_shown_beside_it(opened):
    words = [
        done(row_id("Giữa tháng"), completed_on="2026-10-15"),
        done(row_id("Cuối tháng"), completed_on="2026-10-20"),
        done(row_id("Tỷ lệ tốt nghiệp đạt ít nhất 95%"), value="96"),
        done(row_id("Hạn 10/9")),
        done(row_id("Hạn 30/9")),
    ]
    ok(write(opened, *words), 200)
    opened.sign_report(opened.report())
    answer = judge(opened, done(row_id("Giữa tháng"), completed_on="2026-10-19"), done(row_id("Cuối tháng")))
    middle, end = row_in(answer, "Giữa tháng"), row_in(answer, "Cuối tháng")
    assert (middle["completed_on"], middle["late"]) == ("2026-10-19", True)
    assert (middle["word"]["completed_on"], middle["word_late"]) == ("2026-10-15", False)
    assert end["completed_on"] == "2026-10-20", "who judges and says no day means the unit's"


def test_what_was_still_in_time_when_reported_is_carried_on_not_left_over(opened):
    rows = {row["text"]: row for row in ok(write(opened), 200)["rows"]}
    assert {text: (row["listing"], row["carried_in_time"]) for text, row in rows.items()} == {
        "Giữa tháng": ("due", False),
        "Cuối tháng": ("due", False),
        "Tỷ lệ tốt nghiệp đạt ít nhất 95%": ("due", False),
        "Hạn 10/9": ("carried", False),
        "Hạn 30/9": ("carried", True),
    }


def test_done_with_less_than_was_promised_is_shown_as_a_contradiction_to_both(opened):
    text = "Tỷ lệ tốt nghiệp đạt ít nhất 95%"
    row = row_in(write(opened, done(row_id(text), value="80")), text)
    assert [(warning["code"], warning["field"]) for warning in row["warnings"]] == [
        ("target-missed", "value")
    ]
    assert "80" in row["warnings"][0]["text"]
    others = [done(row_id(other)) for other in ("Giữa tháng", "Cuối tháng", "Hạn 10/9", "Hạn 30/9")]
    ok(write(opened, *others), 200)
    opened.sign_report(opened.report())
    beside = row_in(judge(opened), text)
    assert [warning["code"] for warning in beside["warnings"]] == ["target-missed"]
