"""What is decided of rows in force: stopped, handed to another unit, the event they waited for (issue F, point 4; docs/adr/0039)."""

from typing import Any

import pytest

from tests.clock import Clock, moment
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, texts, verified
from tests.plans.changing_plans import asked, begun, in_force, person, row_id
from tests.reported_month import Month

DECISION = {"number": "15/QĐ-W", "date": "2026-10-06"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Early in October."""
    return Clock(monkeypatch, moment("2026-10-07 09:00"))


@pytest.fixture
def plan(month: Month) -> Any:
    """A plan in force: due in October, in November, and after a decree."""
    return in_force(
        month, month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Hội giảng", "Tháng 11/2026"),
        month.task("Đề án", "Sau khi có Nghị định"),
    )  # fmt: skip


def decide(
    month: Month, plan: Any, act: str, rows: list[str], who: tuple[str, str] = ("", "leader"), **terms: Any
) -> Any:
    """An act that decides something of rows, by their texts."""
    ids = [row_id(text, plan) for text in rows]
    terms = terms | ({"rows": ids} if rows else {})
    return person(month, *who).act(plan, act, comment="Theo quyết định", terms=terms)


def row(month: Month, plan: Any, text: str) -> Any:
    """How a row of the plan stands."""
    shown = ok(person(month, "A", "officer").get(f"plans/{plan}"), 200)
    return next(one["stand"] for one in shown["rows"] if one["text"] == text)


def test_a_row_that_was_stopped_is_asked_no_more(month, clock, plan):
    assert asked(month) == {"Tuyển sinh": "due", "Đề án": "standing"}
    ok(decide(month, plan, "stop", ["Tuyển sinh"], decision=DECISION))
    assert asked(month) == {}, "a standing row alone is no report"
    assert asked(month, label="2026-11") == {"Hội giảng": "due", "Đề án": "standing"}
    assert row(month, plan, "Tuyển sinh")["stopped_on"] == "2026-10-06"
    assert verified().endswith(" 0 bad chains\n")


def test_a_whole_plan_is_stopped(month, clock, plan):
    ok(decide(month, plan, "stop", [], decision=DECISION))
    shown = ok(person(month, "A", "officer").get(f"plans/{plan}"), 200)
    assert shown["stopped_on"] == "2026-10-06"
    assert asked(month) == asked(month, label="2026-11") == {}
    assert refused(person(month, "A", "officer").post(f"plans/{plan}/revisions")) == (409, ["plan-stopped"])
    again = decide(month, plan, "stop", ["Hội giảng"], decision=DECISION)
    assert refused(again) == (409, ["plan-stopped", "row-stopped"])


def test_a_month_whose_reports_were_due_asked_before_it_stopped(month, clock, plan):
    clock.at("2026-10-26 17:01")
    ok(decide(month, plan, "stop", ["Tuyển sinh"], decision=DECISION))
    assert asked(month) == {"Tuyển sinh": "due", "Đề án": "standing"}
    assert asked(month, label="2026-11") == {"Hội giảng": "due", "Đề án": "standing"}


def test_a_stop_without_a_decision_is_refused(month, plan):
    missing = ["decision-number-missing", "decision-date-missing"]
    assert refused(decide(month, plan, "stop", ["Tuyển sinh"])) == (422, missing)
    ahead = {"number": "1", "date": "2026-10-08"}
    assert refused(decide(month, plan, "stop", ["Tuyển sinh"], decision=ahead)) == (422, ["day-future"])
    older = {"number": "1", "date": "1990-01-01"}
    assert refused(decide(month, plan, "stop", ["Tuyển sinh"], decision=older)) == (
        422,
        ["decision-before-plan"],
    )
    answer = person(month, "", "leader").act(plan, "stop", terms={"decision": DECISION})
    assert refused(answer) == (422, ["reason-missing"])
    assert refused(decide(month, plan, "stop", [], ("VP", "clerk"), decision=DECISION)) == (
        403,
        ["not-permitted"],
    )


def test_a_row_is_stopped_once(month, plan):
    ok(decide(month, plan, "stop", ["Tuyển sinh"], decision=DECISION))
    assert refused(decide(month, plan, "stop", ["Tuyển sinh"], decision=DECISION)) == (409, ["row-stopped"])


def test_a_row_of_another_plan_is_named(month, plan):
    other = in_force(month, month.task("Thư viện", "Tháng 10/2026"), title="Kế hoạch khác")
    terms = {"rows": [row_id("Thư viện", other)], "decision": DECISION}
    answer = person(month, "", "leader").act(plan, "stop", comment="Dừng", terms=terms)
    assert refused(answer) == (422, ["row-unknown"])


def test_a_row_goes_to_another_unit_on_a_day(month, clock, plan):
    ok(
        decide(
            month,
            plan,
            "reassign",
            ["Tuyển sinh", "Hội giảng"],
            ("VP", "clerk"),
            unit="W-C",
            on="2026-11-01",
            decision=DECISION,
        )
    )
    assert asked(month) == {"Tuyển sinh": "due", "Đề án": "standing"}
    assert asked(month, label="2026-11") == {}, "nothing that counts is left to A"
    assert any(
        "handed rows of “Kế hoạch” to another unit." in text for text in texts(person(month, "C", "officer"))
    )
    assert asked(month, "C", "2026-11") == {"Tuyển sinh": "carried", "Hội giảng": "due"}
    assert row(month, plan, "Hội giảng") is None, "until then A leads it"
    clock.at("2026-11-01 00:01")
    stand = row(month, plan, "Hội giảng")
    assert (stand["led_by"], stand["led_since"]) == ("W-C", "2026-11-01")
    assert verified().endswith(" 0 bad chains\n")


def test_a_row_goes_to_a_unit_that_exists_and_does_not_lead_it_already(month, clock, plan):
    def to(unit: str) -> Any:
        return refused(
            decide(month, plan, "reassign", ["Tuyển sinh"], unit=unit, on="2026-11-01", decision=DECISION)
        )

    assert to("W-X") == (422, ["unit-unknown"])
    assert to("W-A") == (422, ["led-already"])
    ended = month.world.unit("C")
    ended.valid_to = clock.moment.date().replace(day=1)
    ended.save(update_fields=["valid_to"])
    assert to("W-C") == (422, ["unit-ended"])


def test_the_event_of_a_conditional_task_makes_it_due(month, clock, plan):
    event = {"number": "99/2026/NĐ-CP", "date": "2026-10-05"}
    ok(decide(month, plan, "occur", ["Đề án"], ("A", "head"), event=event, on="2026-11-30"))
    assert asked(month) == {"Tuyển sinh": "due"}
    assert asked(month, label="2026-11") == {"Tuyển sinh": "carried", "Hội giảng": "due", "Đề án": "due"}
    assert row(month, plan, "Đề án")["due_on"] == "2026-11-30"


def test_an_event_is_one_that_something_waits_for(month, plan):
    event = {"number": "99/2026/NĐ-CP", "date": "2026-10-05"}
    who = ("VP", "clerk")
    assert refused(decide(month, plan, "occur", ["Tuyển sinh"], who, event=event, on="2026-11-30")) == (
        422,
        ["not-waiting"],
    )
    assert refused(decide(month, plan, "occur", ["Đề án"], who, event=event)) == (422, ["on-missing"])
    assert refused(decide(month, plan, "occur", ["Đề án"], who, on="2026-11-30")) == (
        422, ["event-date-missing", "event-text-missing"],
    )  # fmt: skip
    early = {"event": event, "on": "2026-10-01"}
    assert refused(decide(month, plan, "occur", ["Đề án"], who, **early)) == (422, ["due-before-event"])


def test_an_event_before_the_plan_is_told_and_confirmed(month, plan):
    old = {"event": {"number": "9/NĐ-CP", "date": "2026-05-05"}, "on": "2026-11-30"}
    assert refused(decide(month, plan, "occur", ["Đề án"], ("VP", "clerk"), **old)) == (
        422,
        ["event-before-plan"],
    )
    ok(decide(month, plan, "occur", ["Đề án"], ("VP", "clerk"), **old, confirmed=True))


def test_what_was_decided_holds_on_in_a_supplement_that_keeps_the_row(month, clock, plan):
    ok(decide(month, plan, "stop", ["Tuyển sinh"], decision=DECISION))
    event = {"number": "99/2026/NĐ-CP", "date": "2026-10-05"}
    ok(decide(month, plan, "occur", ["Đề án"], ("A", "head"), event=event, on="2026-11-30"))
    draft = begun(month, plan)
    assert [one["text"] for one in draft["rows"]] == ["Hội giảng", "Đề án"], "what was stopped stays behind"


def test_terms_belong_to_acts_that_decide_something(month, plan):
    answer = person(month, "A", "officer").act(plan, "submit", terms={"rows": []})
    assert answer.status_code == 400
