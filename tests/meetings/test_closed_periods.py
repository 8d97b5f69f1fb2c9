"""A month that is closed: nothing of it is written or signed, unless it is opened for one unit until a day."""

from typing import Any
from uuid import UUID

import pytest

from approvals.ledger.chain import hash_of
from approvals.ledger.verify import faults
from approvals.models import Signature, Submission
from organization.models import Unit
from periods.models import Opening
from reports.actions.reports import draft_reports
from tests.api import Api
from tests.clock import Clock
from tests.meetings.consolidations.october_school import School
from tests.reported_month import done
from workflow.models import Case
from workflow.rules import Refused

from .october_meeting import Hearing, codes, hear
from .test_conclusions import told

CLOSED = (409, ["period-closed"])


@pytest.fixture
def over(silent: Hearing) -> Hearing:
    """A and B reported, D and C did not; the meeting is over."""
    assert silent.close().status_code == 200
    return silent


def opened(over: Hearing, unit: str = "D", **changes: Any) -> Any:
    """The clerk opens October for a unit."""
    body = {"unit": f"W-{unit}", "until": "2026-11-03", "reason": "Mất điện cả tuần", **changes}
    return over.api("VP", "clerk").post(f"periods/{over.month.period.id}/openings", body)


def say_done(api: Api, report: UUID, row: UUID) -> Any:
    """The row is done, says the unit."""
    said = done(row) | {"row": str(row)}
    return api.send("put", f"reports/{report}/rows", {"rows": [said]}, digest=api.digest(report))


def test_nothing_of_it_is_written(over: Hearing) -> None:
    month = over.month
    report, monitoring = month.report("D", "C"), month.monitoring("C")
    officer, follower = over.api("D", "officer"), over.api("C", "officer")
    row = month.row("Đề thi")
    answer = say_done(officer, report, row)
    assert codes(answer) == CLOSED
    [reason] = answer.json()["reasons"]
    assert "07:00 30/10/2026" in reason["text"]
    assert "Phòng VP W" in reason["text"]
    found = [done(row) | {"row": str(row)}]
    digest = follower.digest(monitoring)
    for method, path, body in (
        ("put", f"reports/{monitoring}/findings", {"findings": found}),
        ("post", f"reports/{monitoring}/agree", {}),
        ("patch", f"reports/{monitoring}", {"proposals": ["Thêm người"]}),
        ("patch", f"reports/{monitoring}", {"progress": []}),
    ):
        assert codes(follower.send(method, path, body, digest=digest)) == CLOSED, path


def test_nothing_of_it_is_signed_and_the_list_of_acts_knows(month: School) -> None:
    month.a_done()
    signed = month.unit_reports("D", [done(month.row(text)) for text in ("Đề thi", "Chấm thi")])
    over = hear(month)
    assert over.close().status_code == 200
    head, monitor = over.api("D", "head"), over.api("C", "head")
    for api, case_id, act in (
        (head, signed, "recall"),
        (monitor, signed, "return"),
        (monitor, signed, "review"),
    ):
        assert codes(api.act(case_id, act, comment="Sửa"))[1][0] == "period-closed", act
        assert api.acts(case_id)[act][0] == "period-closed"
    draft = month.monitoring("C")
    officer = over.api("C", "officer")
    assert officer.acts(draft)["submit"][0] == "period-closed"
    assert codes(officer.act(draft, "submit"))[1][0] == "period-closed"


def test_it_waits_for_nobody(over: Hearing) -> None:
    for short, role in (("D", "officer"), ("D", "head"), ("C", "officer"), ("C", "head"), ("", "leader")):
        waiting = over.api(short, role).get("inbox").json()["results"]
        assert [row["title"] for row in waiting if row["kind"] != "plan"] == [], (short, role)


def test_no_report_of_it_is_drafted_any_more(over: Hearing) -> None:
    month = over.month
    with pytest.raises(Refused, match="period-closed"):
        draft_reports(month.period, by=month.world.person("VP", "head"), now=month.world.now())
    answer = over.api("VP", "clerk").post(f"periods/{month.period.id}/open")
    assert codes(answer) == CLOSED


def test_another_month_stays_open(over: Hearing) -> None:
    month = over.month
    month.until("2026-11-20 08:00")
    month.open("2026-11")
    assert not Case.objects.filter(period="2026-11", closed_at__isnull=False).exists()
    period = over.api("A", "officer").get(f"periods/{month.period_at('2026-11').id}").json()
    assert period["closed_at"] is None


@pytest.mark.server
def test_the_office_opens_it_for_one_unit_until_a_day(over: Hearing, clock: Clock) -> None:
    month = over.month
    report, officer = month.report("D", "C"), over.api("D", "officer")
    answer = opened(over)
    assert answer.status_code == 201, answer.json()
    assert answer.json()["name"] == Unit.objects.get(code="W-D").name
    text = f"{over.month.world.person('VP', 'clerk').full_name} opened the period of"
    assert [sum(text in line for line in told(over.api("D", role))) for role in ("officer", "head")] == [1, 1]
    assert not any(text in line for line in told(over.api("C", "head")))
    assert say_done(officer, report, month.row("Đề thi")).status_code == 200
    clock.at("2026-11-03 23:59")
    assert say_done(over.api("D", "officer"), report, month.row("Chấm thi")).status_code == 200
    clock.at("2026-11-04 00:00")
    officer = over.api("D", "officer")
    assert codes(say_done(officer, report, month.row("Chấm thi"))) == CLOSED
    listed = officer.get(f"periods/{month.period.id}/openings").json()["results"]
    assert [(row["unit"], row["until"], row["reason"], row["by"]) for row in listed] == [
        ("W-D", "2026-11-03", "Mất điện cả tuần", month.world.person("VP", "clerk").full_name)
    ]


def test_an_opening_is_the_offices_with_reason_and_a_near_day(over: Hearing) -> None:
    for short, role in (("D", "head"), ("", "leader")):
        body = {"unit": "W-D", "until": "2026-11-03", "reason": "Mất điện"}
        answer = over.api(short, role).post(f"periods/{over.month.period.id}/openings", body)
        assert codes(answer) == (403, ["not-permitted"])
    assert codes(opened(over, reason=" ")) == (422, ["reason-missing"])
    assert codes(opened(over, until="2026-10-29")) == (422, ["day-past"])
    assert codes(opened(over, until="2027-10-29")) == (422, ["day-far"])
    november = over.month.period_at("2026-11").id
    body = {"unit": "W-D", "until": "2026-11-03", "reason": "Mất điện"}
    answer = over.api("VP", "clerk").post(f"periods/{november}/openings", body)
    assert answer.status_code == 409
    assert not Opening.objects.exists()


def test_the_monitoring_units_are_opened_in_the_same_act(over: Hearing, clock: Clock) -> None:
    """Who follows the unit's rows judges what it reports late; both stand in the record, both are told."""
    month, clerk = over.month, over.month.world.person("VP", "clerk").full_name
    report, monitoring = month.report("D", "C"), month.monitoring("C")
    answer = opened(over, monitors_until="2026-11-05")
    assert answer.status_code == 201, answer.json()
    listed = over.leader.get(f"periods/{month.period.id}/openings").json()["results"]
    assert [row["unit"] for row in listed] == ["W-D", "W-C"]
    names = {short: Unit.objects.get(code=f"W-{short}").name for short in "CD"}
    assert {(row["unit"], row["until"], row["along"], row["reason"]) for row in listed} == {
        ("W-D", "2026-11-03", None, "Mất điện cả tuần"),
        ("W-C", "2026-11-05", names["D"], "Mất điện cả tuần"),
    }
    for short in "DC":
        assert sum(f"{clerk} opened the period of" in line for line in told(over.api(short, "head"))) == 1
    assert not any(f"{clerk} opened the period of" in line for line in told(over.api("B", "head")))
    month.until("2026-11-02 08:00")
    clock.at("2026-11-02 09:00")
    month.both("D", [done(month.row(text), completed_on="2026-10-28") for text in ("Đề thi", "Chấm thi")])
    assert (month.state(report), month.state(monitoring)) == ("monitor-reviewed", "monitor-reviewed")
    until = {
        str(case_id): over.leader.get(f"cases/{case_id}").json()["open_until"]
        for case_id in (report, monitoring)
    }
    assert until[str(report)].startswith("2026-11-04T00:00")
    assert until[str(monitoring)].startswith("2026-11-06T00:00")


def test_who_judges_has_as_long_as_the_unit_at_least(over: Hearing) -> None:
    answer = opened(over, monitors_until="2026-11-02")
    assert codes(answer) == (422, ["day-earlier"])
    assert answer.json()["reasons"][0]["field"] == "monitors_until"
    assert codes(opened(over, monitors_until="2027-11-02")) == (422, ["day-far"])
    assert not Opening.objects.exists()


def test_without_that_the_monitoring_unit_stays_closed(over: Hearing) -> None:
    assert opened(over).status_code == 201
    assert "period-closed" in over.api("C", "officer").acts(over.month.monitoring("C"))["submit"]


def test_a_monitoring_unit_has_nobody_who_judges_it_in_a_report(over: Hearing) -> None:
    """The office checks its report and writes none about it."""
    assert opened(over, "C", monitors_until="2026-11-05").status_code == 201
    assert [row.unit.code for row in Opening.objects.all()] == ["W-C"]


def test_what_is_signed_then_comes_late_into_the_next_and_stays_missing_in_its_own(
    over: Hearing, clock: Clock
) -> None:
    month = over.month
    before = Submission.objects.get(case=UUID(over.consolidation)).content
    report = month.report("D", "C")
    monitoring = month.monitoring("C")
    for unit in ("D", "C"):
        assert opened(over, unit).status_code == 201
    month.until("2026-11-02 08:00")
    clock.at("2026-11-02 09:00")
    words = [done(month.row(text), completed_on="2026-10-28") for text in ("Đề thi", "Chấm thi")]
    month.both("D", words)
    made = month.post(period="2026-11")
    assert [row["id"] for row in made["cases"]] == [str(monitoring), str(report)]
    assert [row["cited_as"] for row in made["cases"]] == ["báo cáo muộn tháng 10/2026"] * 2
    assert [(row["unit"], row["period"]) for row in made["late"]] == [
        ("W-C", "2026-10"),
        ("W-D", "2026-10"),
    ]
    month.sign(made["id"])
    assert month.state(report) == "consolidated"
    matrix = over.leader.get(f"periods/{month.period.id}/matrix").json()
    [cell] = next(row["cells"] for row in matrix["units"] if row["unit"] == "W-D")
    [part] = cell["reports"]["parts"]
    assert (part["status"], part["after_closing"]) == ("missing", True)
    assert Submission.objects.get(case=UUID(over.consolidation)).content == before
    assert over.agenda()["missing"][-1]["unit"] == "W-D"


def test_a_draft_of_a_closed_month_holds_nothing_back(month: School, clock: Clock) -> None:
    """A supplement that was begun and not signed before the close does not keep its reports from the next month."""
    month.a_done()
    over = hear(month)
    late, monitoring = month.d_done()
    draft = month.post(supplement_of=over.consolidation)["id"]
    assert over.close().status_code == 200
    assert codes(over.api("VP", "clerk").act(draft, "submit"))[1][0] == "period-closed"
    taken = month.post(period="2026-11")
    assert {row["id"] for row in taken["cases"]} == {str(late), str(monitoring)}


# --- Reopening what the meeting heard ------------------------------------------------------------------


def reopen(over: Hearing, case_id: UUID, **more: Any) -> Any:
    """The leadership opens a presented report again."""
    return over.leader.act(case_id, "reopen", comment="Sai số liệu", **more)


@pytest.mark.server
def test_what_the_meeting_heard_is_reopened_with_a_day_in_the_same_act(over: Hearing) -> None:
    month = over.month
    report = month.report("A", "B")
    assert over.leader.acts(report)["reopen"] == []
    assert codes(reopen(over, report)) == CLOSED
    assert codes(reopen(over, report, until="2026-10-01")) == (422, ["day-past"])
    answer = reopen(over, report, until="2026-11-03")
    assert answer.status_code == 201, answer.json()
    assert answer.json()["details"] == {"until": "2026-11-03"}
    signature = Signature.objects.filter(case=report).latest("sequence")
    assert signature.hash == hash_of(signature)
    signature.details = {"until": "2026-12-31"}
    assert signature.hash != hash_of(signature), "the day is signed"
    assert list(faults()) == []
    opening = Opening.objects.get()
    assert (opening.case_id, opening.unit.code, opening.reason) == (report, "W-A", "Sai số liệu")
    assert say_done(over.api("A", "officer"), report, month.row("Báo cáo")).status_code == 200


@pytest.mark.server
def test_a_day_is_for_a_closed_period_only(month: School) -> None:
    month.a_done()
    heard = hear(month)
    report = month.report("A", "B")
    office = heard.api("VP", "head")
    assert codes(office.act(report, "reopen", comment="Sai", until="2026-11-03")) == (409, ["period-open"])
    assert office.act(report, "submit", until="2026-11-03").status_code == 400
    assert office.act(report, "reopen", comment="Sai").status_code == 201


def test_what_is_signed_anew_is_cited_as_reported_again(over: Hearing, clock: Clock) -> None:
    month = over.month
    report = month.report("A", "B")
    paper = Submission.objects.get(case=UUID(over.consolidation)).content
    minutes = over.agenda()
    for case_id in (report, month.monitoring("B")):
        assert reopen(over, case_id, until="2026-11-03").status_code == 201
    month.until("2026-11-02 08:00")
    clock.at("2026-11-02 09:00")
    late = done(month.row("Báo cáo"), completed_on="2026-10-30")
    month.both("A", [late], [late])
    assert month.get(over.consolidation)["stale"]
    made = month.post(period="2026-11")
    assert [row["cited_as"] for row in made["cases"]] == ["báo cáo lại tháng 10/2026"] * 2
    assert made["figures"]["total"]["due"] == 0
    [again] = made["figures"]["earlier"]
    assert (again["unit"], again["period"], again["done"]) == ("W-B", "2026-10", 3)
    month.sign(made["id"])
    content = month.clerk.get(f"cases/{made['id']}/submissions/1").json()["content"]["content"]
    assert [row["cited_as"] for row in content["cases"]] == ["báo cáo lại tháng 10/2026"] * 2
    assert Submission.objects.get(case=UUID(over.consolidation)).content == paper
    assert {**over.agenda(), "digest": ""} == {**minutes, "digest": ""}
    assert not month.get(over.consolidation)["stale"]


def test_a_plan_is_of_no_month(over: Hearing) -> None:
    """The meeting hears plans of the year too: the year is not closed with it."""
    world = over.month.world
    plan = world.plan_at("presented")
    assert Api(world.person("", "leader")).act(plan, "reopen", comment="Sai").status_code == 201
    assert over.leader.get("periods", kind="school-year").json()["results"][0]["closed_at"] is None


@pytest.mark.server
def test_a_meeting_that_hears_two_months_closes_both(month: School) -> None:
    """Nobody met in October: what was reported then is inside of November's consolidation."""
    month.a_done()
    heard = hear(month, period="2026-11")
    assert heard.close().status_code == 200
    closed = {label: month.period_at(label).heard_at for label in ("2026-09", "2026-10", "2026-11")}
    assert closed["2026-09"] is None
    assert closed["2026-10"] == closed["2026-11"] is not None
    assert "period-closed" in heard.api("D", "officer").acts(month.report("D", "C"))["submit"]
