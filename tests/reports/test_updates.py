"""What becomes of a row between its report and the meeting: begun by the unit, signed by its head, confirmed by whoever
follows it; nothing that was signed before changes for it."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from approvals import triggers
from plans.models import PlanRow
from reports.models import Finding, Progress, Proposal, Result, RowUpdate
from tests.api import Api
from tests.clock import Clock, moment
from tests.journeys.answers import differences, inbox, refused, stands, texts, verified
from tests.journeys.answers import done as ok
from tests.reported_month import DOCUMENT, Month, done, not_done

SAID = {
    "period": "2026-10",
    "done": True,
    "completed_on": "2026-10-28",
    "result": "Đã xong",
    "evidence": DOCUMENT,
}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day after the reports were due, the day before the meeting."""
    return Clock(monkeypatch, moment("2026-10-29 09:00"))


@pytest.fixture
def reported(month: Month) -> Month:
    """A has reported one row done and one still open; B has followed both, and one row of its own; the office has
    consolidated what it checked."""
    month.plan("Kế hoạch", [month.task("Xong", "Tháng 10/2026"), month.task("Dở", "Tháng 10/2026")])
    month.plan("Của B", [month.task("Tự theo dõi", "Tháng 10/2026", "B")], unit="B")
    month.until("2026-10-26 08:00")
    month.open()
    month.say(month.report(), [done(row_id("Xong")), not_done(row_id("Dở"), expected_on="2026-10-31")])
    month.sign_report(month.report())
    month.agree_to_all()
    api, case_id = Api(month.world.person("B", "officer")), month.monitoring()
    own = {"row": row_id("Tự theo dõi"), "done": False, "expected_on": "2026-11-30"}
    ok(api.send("put", f"reports/{case_id}/findings", {"findings": [own]}, digest=api.digest(case_id)), 200)
    month.sign_report(month.monitoring(), unit="B")
    month.check(month.report(), "B")
    month.check(month.monitoring(), "VP")
    return month


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def api(month: Month, short: str, role: str) -> Api:
    return Api(month.world.person(short, role))


def begun(month: Month, text: str = "Dở", short: str = "A", **said: Any) -> str:
    """The id of an update that an officer of the unit begins."""
    return str(ok(api(month, short, "officer").post(f"rows/{row_id(text)}/updates", SAID | said))["id"])


def confirmed(month: Month, text: str = "Dở", short: str = "A", monitor: str = "B", **said: Any) -> str:
    """The id of an update that went its whole way."""
    case_id = begun(month, text, short, **said)
    for who, role, act in (
        (short, "officer", "submit"),
        (short, "head", "approve"),
        (monitor, "head", "review"),
    ):
        ok(api(month, who, role).act(case_id, act))
    return case_id


def test_an_update_goes_its_short_way_with_every_step_in_the_ledger(reported):
    head, monitor, office = (api(reported, *who) for who in (("A", "head"), ("B", "head"), ("VP", "head")))
    case_id = begun(reported)
    ok(api(reported, "A", "officer").act(case_id, "submit"))
    assert case_id in inbox(head)
    assert case_id not in inbox(monitor)
    ok(head.act(case_id, "approve"))
    assert case_id in inbox(monitor)
    assert "Dở" in texts(monitor)[0]
    ok(monitor.act(case_id, "review"))
    assert stands(office, case_id) == ("monitor-reviewed", "nobody")
    signed = ok(office.get(f"cases/{case_id}/signatures"), 200)["results"]
    assert [row["act"] for row in signed] == ["submit", "approve", "review"]
    verified()


def test_no_report_is_reopened_for_it(reported):
    confirmed(reported)
    assert stands(api(reported, "A", "head"), reported.report())[0] == "monitor-reviewed"
    shown = ok(api(reported, "A", "officer").get(f"reports/{reported.report()}"), 200)
    [row] = [row for row in shown["rows"] if row["text"] == "Dở"]
    assert row["done"] is False
    [update] = row["updates"]
    assert (update["done"], update["completed_on"], update["state"]) == (
        True,
        "2026-10-28",
        "monitor-reviewed",
    )


def test_next_month_takes_it(reported, clock):
    """What was confirmed is not asked once more; what its head alone signed is."""
    confirmed(reported)
    only_signed = begun(reported, "Tự theo dõi", "B")
    ok(api(reported, "B", "officer").act(only_signed, "submit"))
    ok(api(reported, "B", "head").act(only_signed, "approve"))
    clock.at("2026-11-20 08:00")
    reported.until("2026-11-20 08:00")
    reported.open("2026-11")
    form = ok(api(reported, "B", "officer").get(f"reports/{reported.monitoring(label='2026-11')}"), 200)
    assert [row["text"] for plan in form["plans"] for row in plan["rows"]] == ["Tự theo dõi"]


def test_of_two_confirmed_updates_the_later_counts(reported, clock):
    """A row that turned out not to be done is asked again."""
    confirmed(reported)
    confirmed(reported, done=False, completed_on=None, result="Kiểm tra lại: còn thiếu phụ lục", evidence=[])
    clock.at("2026-11-20 08:00")
    reported.until("2026-11-20 08:00")
    reported.open("2026-11")
    form = ok(api(reported, "A", "officer").get(f"reports/{reported.report(label='2026-11')}"), 200)
    assert [row["text"] for row in form["rows"]] == ["Dở"]


def test_what_a_unit_follows_itself_the_office_confirms(reported):
    case_id = begun(reported, "Tự theo dõi", "B")
    ok(api(reported, "B", "officer").act(case_id, "submit"))
    ok(api(reported, "B", "head").act(case_id, "approve"))
    assert refused(api(reported, "B", "deputy").act(case_id, "review"))[0] == 403
    ok(api(reported, "VP", "head").act(case_id, "review"))


@pytest.mark.server
def test_it_says_when_and_shows_it_before_it_is_submitted(reported):
    officer = api(reported, "A", "officer")
    case_id = begun(reported, evidence=[], result="")
    assert refused(officer.act(case_id, "submit")) == (422, ["result-missing", "evidence-missing"])
    changed = {"done": True, "completed_on": "2026-10-30", "result": "Đã xong", "evidence": DOCUMENT}
    answer = officer.send("put", f"updates/{case_id}", changed, digest=officer.digest(case_id))
    assert refused(answer) == (422, ["completed-ahead"])
    changed["completed_on"] = "2026-10-27"
    saved = ok(officer.send("put", f"updates/{case_id}", changed, digest=officer.digest(case_id)), 200)
    assert (saved["row"]["completed_on"], saved["editable"]) == ("2026-10-27", [])
    assert refused(officer.send("put", f"updates/{case_id}", changed, digest="0" * 64)) == (412, ["stale"])
    ok(officer.act(case_id, "submit", digest=saved["digest"]))
    again = begun(reported, "Xong", done=False, result="\u200b", evidence=[], completed_on=None)
    assert refused(officer.act(again, "submit")) == (422, ["result-missing"])


def test_one_is_begun_at_a_time(reported):
    officer = api(reported, "A", "officer")
    case_id = begun(reported)
    answer = officer.post(f"rows/{row_id('Dở')}/updates", SAID)
    assert refused(answer) == (409, ["update-open"])
    assert answer.json()["reasons"][0]["row"] == case_id
    assert RowUpdate.objects.count() == 1


def test_it_waits_until_the_report_is_submitted_and_while_that_is_open_again(reported):
    case_id = begun(reported)
    ok(api(reported, "VP", "head").act(reported.report(), "send-back", comment="Xem lại"))
    ok(api(reported, "B", "head").act(reported.report(), "return", comment="Ghi rõ"))
    assert refused(api(reported, "A", "officer").act(case_id, "submit")) == (409, ["report-open"])
    answer = api(reported, "A", "officer").post(f"rows/{row_id('Xong')}/updates", SAID)
    assert refused(answer) == (409, ["report-open"])


@pytest.mark.server
def test_who_may_begin_one_and_who_sees_it(reported):
    answer = api(reported, "B", "officer").post(f"rows/{row_id('Dở')}/updates", SAID)
    assert refused(answer) == (403, ["not-permitted"])
    reported.world.open_unit("C")
    case_id, others = begun(reported), [("B", "head"), ("VP", "head"), ("C", "officer")]
    assert [api(reported, *who).get(f"updates/{case_id}").status_code for who in others] == [404, 404, 404]
    ok(api(reported, "A", "officer").act(case_id, "submit"))
    assert [api(reported, *who).get(f"updates/{case_id}").status_code for who in others] == [200, 200, 404]
    ok(api(reported, "A", "head").act(case_id, "approve"))
    assert [api(reported, *who).get(f"updates/{case_id}").status_code for who in others] == [200, 200, 200]


def test_a_draft_is_not_shown_beside_the_row_to_others(reported):
    begun(reported)
    rows = ok(api(reported, "B", "officer").get(f"reports/{reported.report()}"), 200)["rows"]
    assert [row["updates"] for row in rows] == [[], []]


def test_none_is_begun_or_signed_once_the_period_is_closed(reported):
    """It belongs into the next report, and waits in nobody's inbox."""
    case_id = begun(reported)
    ok(api(reported, "A", "officer").act(case_id, "submit"))
    reported.world.period = reported.period
    reported.until("2026-10-30 07:00")
    reported.world.consolidate([reported.report(), reported.monitoring()], present=True)
    head = api(reported, "A", "head")
    assert refused(head.act(case_id, "approve")) == (409, ["period-closed"])
    assert case_id not in inbox(head)
    assert refused(api(reported, "A", "officer").post(f"rows/{row_id('Xong')}/updates", SAID)) == (
        409,
        ["period-closed"],
    )


@pytest.mark.parametrize("model", [RowUpdate, Result, Finding])
def test_a_word_that_was_signed_is_shown_whatever_the_table_says(reported: Month, model: Any) -> None:
    update, head = confirmed(reported), api(reported, "A", "head")
    cases = {RowUpdate: update, Result: str(reported.report()), Finding: str(reported.monitoring())}
    address = f"updates/{update}" if model is RowUpdate else f"reports/{cases[model]}"
    reader = api(reported, "B", "head") if model is Finding else head
    before = ok(reader.get(address), 200)
    key = "case" if model is RowUpdate else "report"
    forged = model.objects.filter(**{key: cases[model]}, done=True)
    with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
        forged.update(result="Khác")
    triggers.lift(connection)
    forged.update(result="Khác", done=False)
    after = ok(reader.get(address), 200)
    for shown in (before, after):  # what stands beside the rows is another case's
        for row in shown.get("rows", []):
            row.pop("finding", None), row.pop("updates", None)
    assert after == before
    found = differences()
    assert set(found) == {cases[model]}
    assert "/done: signed “True”, in the tables “False”" in found[cases[model]]


def test_entries_and_proposals_of_a_signed_report_are_refused(reported: Month) -> None:
    case_id, officer = reported.monitoring(), reported.world.person("B", "officer")
    for made in (
        Progress(report_id=case_id, item_id=next(iter(reported.plans.values())), on="2026-10-20", text="x", by=officer, at=reported.world.now()),
        Proposal(case_id=case_id, position=0, text="x"),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
            made.save(force_insert=True)
