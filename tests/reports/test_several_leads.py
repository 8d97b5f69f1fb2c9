"""Rows that several units lead: the first answers, of a class each of its units does, further leads may say something."""

from typing import Any
from uuid import UUID

import pytest

from meetings.rules.agenda import is_done_now
from periods.actions import create_period
from plans.models import PlanRow
from reports.words import SignedRow
from tests.api import Api
from tests.clock import Clock, moment
from tests.reported_month import DOCUMENT, Month, done, not_done

FACULTIES = ("K1", "K2", "K3")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What comes over HTTP comes after the reports were drafted."""
    return Clock(monkeypatch, moment("2026-10-25 09:00"))


@pytest.fixture
def faculties(month: Month) -> Month:
    """October with three faculties beside the departments."""
    for short in FACULTIES:
        month.world.open_unit(short, kind="faculty")
    return month


def row_id(text: str) -> UUID:
    """The row with this text."""
    return PlanRow.objects.values_list("id", flat=True).get(text=text)


def api(month: Month, short: str, role: str = "officer") -> Api:
    return Api(month.world.person(short, role))


def sheet(month: Month, short: str, label: str = "2026-10") -> dict[str, Any]:
    """A unit's sheet as its officer sees it."""
    found: dict[str, Any] = api(month, short).get(f"sheets/{label}/W-{short}").json()
    return found


def form(month: Month, label: str = "", monitor: str = "B") -> dict[str, Any]:
    """The monitoring unit's report as its officer sees it."""
    found: dict[str, Any] = api(month, monitor).get(f"reports/{month.monitoring(monitor, label)}").json()
    return found


def only_row(report: dict[str, Any]) -> dict[str, Any]:
    """Its only row."""
    row: dict[str, Any]
    [row] = [row for plan in report["plans"] for row in plan["rows"]]
    return row


def led_by_faculties(month: Month) -> UUID:
    """A plan with one row that all faculties lead, due in October; its reports are drafted."""
    month.plan("Kế hoạch", [month.task("Lấy ý kiến sinh viên", "Tháng 10/2026", "class:faculty")])
    month.open()
    return row_id("Lấy ý kiến sinh viên")


def sign(month: Month, short: str, word: dict[str, Any], label: str = "") -> UUID:
    """The unit says this of the row and its head signs."""
    case_id = month.report(short, label=label)
    month.say(case_id, [word], unit=short)
    month.sign_report(case_id, unit=short)
    return case_id


def judge(month: Month, finding: dict[str, Any], label: str = "") -> Any:
    """The monitoring unit's officer finds this."""
    officer, case_id = api(month, "B"), month.monitoring("B", label)
    body = {"findings": [finding | {"row": str(finding["row"])}]}
    return officer.send("put", f"reports/{case_id}/findings", body, digest=officer.digest(case_id))


def test_each_unit_of_a_class_gives_its_word_and_the_row_counts_once(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    parts = [part for short in FACULTIES for part in sheet(faculties, short)["parts"]]
    assert [[listed["text"] for listed in part["rows"]] for part in parts] == [["Lấy ý kiến sinh viên"]] * 3
    assert {listed["led_by"] for part in parts for listed in part["rows"]} == {"class:faculty"}
    sign(faculties, "K1", done(row))
    sign(faculties, "K2", not_done(row, expected_on="2026-11-20"))
    found = form(faculties)
    shown = only_row(found)
    assert found["totals"] == {"due": 1, "done": 0, "not_done": 1}
    assert (shown["unit"], shown["word"]["done"]) == ("class:faculty", None)
    said = {one["unit"]: one["word"] and one["word"]["done"] for one in shown["members"]}
    assert said == {"W-K1": True, "W-K2": False, "W-K3": None}


def test_it_is_done_only_when_all_are_else_the_verdict_names_who_is_not(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    sign(faculties, "K1", done(row))
    sign(faculties, "K2", not_done(row, expected_on="2026-11-20"))
    refused = judge(faculties, {"row": row, "done": True})
    assert refused.status_code == 422
    assert [reason["code"] for reason in refused.json()["reasons"]] == ["units-left"]
    assert "Phòng K2 W" in refused.json()["reasons"][0]["text"]
    unknown = judge(faculties, {"row": row, "done": False, "left": ["W-A"]})
    assert [reason["code"] for reason in unknown.json()["reasons"]] == ["unit-unknown"]
    assert judge(faculties, {"row": row, "done": False, "expected_on": "2026-11-20"}).status_code == 200
    shown = only_row(form(faculties))
    assert {one["unit"]: one["done"] for one in shown["members"]} == {
        "W-K1": True, "W-K2": False, "W-K3": False,
    }  # fmt: skip
    assert (
        judge(
            faculties, {"row": row, "done": False, "left": ["W-K2"], "expected_on": "2026-11-20"}
        ).status_code
        == 200
    )
    shown = only_row(form(faculties))
    assert [one["unit"] for one in shown["members"] if one["done"] is False] == ["W-K2"]
    unnamed = judge(faculties, {"row": row, "done": False, "left": []})
    assert [reason["code"] for reason in unnamed.json()["reasons"]] == ["units-unnamed"]


def test_agreeing_takes_over_what_all_have_said_together(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    sign(faculties, "K1", done(row, completed_on="2026-09-02"))
    sign(faculties, "K2", done(row, completed_on="2026-09-09"))
    assert faculties.agree_to_all() == 0  # the third is silent
    sign(faculties, "K3", done(row, completed_on="2026-09-05"))
    assert faculties.agree_to_all() == 1
    shown, totals = only_row(form(faculties)), form(faculties)["totals"]
    assert (shown["done"], shown["agreed"], shown["completed_on"]) == (True, True, "2026-09-09")
    assert shown["result"].splitlines() == [f"Phòng {short} W: Đã xong" for short in FACULTIES]
    assert shown["evidence"] == [DOCUMENT[0]]
    assert totals == {"due": 1, "done": 1, "not_done": 0}


def test_each_units_report_is_checked_by_its_own_word(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    first = sign(faculties, "K1", done(row))
    late = sign(faculties, "K2", not_done(row, expected_on="2026-11-20"))
    assert judge(faculties, {"row": row, "done": False, "expected_on": "2026-11-20"}).status_code == 200
    faculties.check(first, "B")
    third = sign(faculties, "K3", done(row))
    assert api(faculties, "B", "head").acts(third)["review"] == ["finding-stale"]
    faculties.check(late, "B")
    found = api(faculties, "K1").get(f"reports/{first}").json()["rows"][0]["finding"]
    assert found["done"] is True  # its share is, although the row is not


def test_whoever_is_done_is_not_asked_again(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    for short in ("K1", "K2"):
        sign(faculties, short, done(row))
    sign(faculties, "K3", not_done(row, expected_on="2026-11-20"))
    assert judge(faculties, {"row": row, "done": False, "expected_on": "2026-11-20"}).status_code == 200
    faculties.sign_report(faculties.monitoring(), unit="B")
    faculties.until("2026-11-02 08:00")
    assert faculties.open("2026-11") == (1, 1)
    assert sheet(faculties, "K1", "2026-11")["parts"] == []
    [asked] = sheet(faculties, "K3", "2026-11")["parts"]
    assert [listed["text"] for listed in asked["rows"]] == ["Lấy ý kiến sinh viên"]
    shown = only_row(form(faculties, "2026-11"))
    assert {one["unit"]: one["before"] for one in shown["members"]} == {
        "W-K1": True, "W-K2": True, "W-K3": False,
    }  # fmt: skip
    sign(faculties, "K3", done(row), "2026-11")
    assert faculties.agree_to_all(label="2026-11") == 1
    assert form(faculties, "2026-11")["totals"] == {"due": 1, "done": 1, "not_done": 0}


def test_without_a_verdict_each_units_own_word_settles_its_share(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    sign(faculties, "K1", done(row))
    faculties.until("2026-11-02 08:00")
    faculties.open("2026-11")
    assert sheet(faculties, "K1", "2026-11")["parts"] == []
    assert [len(sheet(faculties, short, "2026-11")["parts"]) for short in ("K2", "K3")] == [1, 1]


def test_a_quarter_asks_only_those_whose_share_is_open(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    sign(faculties, "K1", done(row))
    sign(faculties, "K2", not_done(row, expected_on="2026-11-20"))
    sign(faculties, "K3", done(row))
    assert judge(faculties, {"row": row, "done": False, "expected_on": "2026-11-20"}).status_code == 200
    faculties.sign_report(faculties.monitoring(), unit="B")
    faculties.until("2027-01-04 08:00")
    office = faculties.world.person("VP", "head")
    create_period(faculties.world.institution, "2026-Q4", by=office, now=faculties.world.now())
    faculties.open("2026-Q4")
    asked = {short for short in FACULTIES if sheet(faculties, short, "2026-Q4")["parts"]}
    assert asked == {"K2"}


def test_a_member_updates_its_own_share(faculties: Month) -> None:
    shares = [
        {"unit": code, "word": None, "done": is_done, "beside": False, "before": False}
        for code, is_done in (("K1", True), ("K2", False), ("K3", False))
    ]
    row = SignedRow.read({"row": "r", "done": False, "unit": "class:faculty", "members": shares})
    assert [is_done_now(row, since) for since in ({}, {"K2": True}, {"K2": True, "K3": True}, {"K1": False})] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_member_begins_an_update_of_its_own(faculties: Month) -> None:
    row = led_by_faculties(faculties)
    sign(faculties, "K2", not_done(row, expected_on="2026-11-20"))
    word = {"period": "2026-10", "done": True, "result": "Đã xong", "evidence": DOCUMENT}
    begun = api(faculties, "K2").post(f"rows/{row}/updates", word)
    assert begun.status_code == 201, begun.json()
    assert (
        api(faculties, "K3").post(f"rows/{row}/updates", word).status_code == 409
    )  # its report is still open
    assert api(faculties, "VP").post(f"rows/{row}/updates", word).status_code == 403


def test_every_unit_of_a_class_reads_the_whole_plan_once_its_head_has_signed(faculties: Month) -> None:
    rows = [
        faculties.task("Các khoa làm", "Tháng 10/2026", "class:faculty"),
        faculties.task("Riêng", "Tháng 10/2026"),
    ]
    draft = faculties.plan("Dự thảo", rows, where="draft")
    signed = faculties.plan("Đã ký", rows)
    reader = api(faculties, "K2")
    assert reader.get(f"plans/{draft}").status_code == 404
    shown = reader.get(f"plans/{signed}")
    assert shown.status_code == 200
    assert [row["text"] for row in shown.json()["rows"]] == ["Các khoa làm", "Riêng"]
    faculties.world.open_unit("P9")
    assert api(faculties, "P9").get(f"plans/{signed}").status_code == 404


def test_a_second_lead_sees_the_row_and_says_its_word_beside_the_first(month: Month) -> None:
    month.plan(
        "Kế hoạch",
        [month.task("Chung", "Tháng 10/2026", "A", "VP"), month.task("Riêng", "Tháng 10/2026", "VP")],
    )
    month.open()
    [part] = sheet(month, "VP")["parts"]
    assert [(row["text"], row["counted"], row["beside"], row["led_by"]) for row in part["rows"]] == [
        ("Chung", False, True, "W-A"), ("Riêng", True, False, "W-VP"),
    ]  # fmt: skip
    shared, own = row_id("Chung"), row_id("Riêng")
    month.say(month.report("VP"), [done(own), done(shared, result="Đã góp phần")], unit="VP")
    month.sign_report(month.report("VP"), unit="VP")
    rows = {row["text"]: row for plan in form(month)["plans"] for row in plan["rows"]}
    assert (rows["Chung"]["unit"], rows["Chung"]["word"]) == ("W-A", None)  # whoever answers has not
    assert [(one["unit"], one["beside"], one["word"]["result"]) for one in rows["Chung"]["members"]] == [
        ("W-VP", True, "Đã góp phần")
    ]
    assert form(month)["totals"]["due"] == 2
    sign(month, "A", not_done(shared, expected_on="2026-11-20"))
    rows = {row["text"]: row for plan in form(month)["plans"] for row in plan["rows"]}
    assert (rows["Chung"]["word"]["done"], len(rows["Chung"]["members"])) == (False, 1)
    assert rows["Chung"]["contradiction"] is False


def test_a_second_leads_word_settles_nothing(month: Month) -> None:
    month.plan("Kế hoạch", [month.task("Chung", "Tháng 10/2026", "A", "VP")])
    month.open()
    assert sheet(month, "VP")["parts"] == []  # it owes nothing
    [listed] = sheet(month, "VP")["beside"]
    assert (listed["text"], listed["led_by"], listed["monitor"]) == ("Chung", "W-A", "W-B")
    begun = api(month, "VP").post("sheets/2026-10/W-VP", {"monitor": "W-B"})
    assert begun.status_code == 201, begun.json()
    [part] = begun.json()["parts"]
    assert (part["owed"], begun.json()["beside"]) == (False, [])
    sign(month, "VP", done(row_id("Chung")))
    month.until("2026-11-02 08:00")
    month.open("2026-11")
    assert [row["text"] for row in sheet(month, "A", "2026-11")["parts"][0]["rows"]] == ["Chung"]


def test_nobody_waits_for_a_report_that_a_unit_began_of_itself(month: Month) -> None:
    month.plan("Kế hoạch", [month.task("Chung", "Tháng 10/2026", "A", "VP")])
    month.open()
    refused = api(month, "VP").post("sheets/2026-10/W-VP", {"monitor": "W-VP"})
    assert [reason["code"] for reason in refused.json()["reasons"]] == ["nothing-led"]
    assert api(month, "A").post("sheets/2026-10/W-VP", {"monitor": "W-B"}).status_code == 403
    for _time in range(2):  # safe to repeat
        assert api(month, "VP").post("sheets/2026-10/W-VP", {"monitor": "W-B"}).status_code == 201
    case_id = month.report("VP")
    assert api(month, "VP").get(f"cases/{case_id}").json()["due_at"] is None
    assert "nothing-due" in api(month, "VP").acts(case_id)["submit"]
    month.until("2026-10-31 08:00")
    owed = {unit["unit"] for unit in matrix(month)["units"] if unit["cells"][0]["reports"]["parts"]}
    assert owed == {"W-A"}


def matrix(month: Month) -> dict[str, Any]:
    """The matrix of October as the office sees it."""
    found: dict[str, Any] = api(month, "VP", "head").get(f"periods/{month.period.id}/matrix").json()
    return found
