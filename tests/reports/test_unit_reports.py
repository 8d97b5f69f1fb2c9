"""A unit's report: drafts itself, follows its plans until it is submitted, wants a word on every due row."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db.models import QuerySet

from plans.models import PlanRow
from reports.contents.unit_reports import unit_report_contents
from reports.models import UnitReport
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import DRAFT, SUBMITTED
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.reported_month import DOCUMENT, Month, done, not_done


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Shortly before the reports are due."""
    return Clock(monkeypatch, moment("2026-10-25 09:00"))


def row_id(text: str) -> str:
    return str(PlanRow.objects.get(text=text).id)


def drafted(month: Month) -> QuerySet[UnitReport]:
    """The unit reports of the month."""
    return UnitReport.objects.filter(period=month.period)


def sheet(month: Month, person: str = "officer", label: str = "2026-10") -> Any:
    """The sheet of unit A as this person of it sees it."""
    return ok(Api(month.world.person("A", person)).get(f"sheets/{label}/W-A"), 200)


def listed(month: Month, label: str = "2026-10") -> dict[str, tuple[str, int]]:
    """Text -> how it is listed, and for how many months it has been carried over."""
    return {
        row["text"]: (row["listing"], row["age"])
        for part in sheet(month, label=label)["parts"]
        for row in part["rows"]
    }


def write(month: Month, *words: dict[str, Any], person: str = "officer") -> Any:
    """PUT of these words into the report to B."""
    api, case_id = Api(month.world.person("A", person)), month.report()
    rows = [word | {"row": str(word["row"])} for word in words]
    return api.send("put", f"reports/{case_id}/rows", {"rows": rows}, digest=api.digest(case_id))


def test_it_lists_what_is_due_what_was_carried_over_and_what_stands(month):
    month.plan(
        "Kế hoạch",
        [
            month.task("Đúng tháng", "Tháng 10/2026"),
            month.task("Tồn", "Tháng 8/2026"),
            month.task("Hằng tháng", "Hằng tháng"),
            month.task("Thường xuyên", "Thường xuyên"),
            month.task("Tháng sau", "Tháng 11/2026"),
        ],
    )
    assert month.open() == (1, 1)
    assert listed(month) == {
        "Đúng tháng": ("due", 0),
        "Tồn": ("carried", 2),
        "Hằng tháng": ("due", 0),
        "Thường xuyên": ("standing", 0),
    }
    coming = sheet(month)["parts"][0]["next"]
    assert [(row["text"], row["due_on"]) for row in coming] == [
        ("Hằng tháng", "2026-11-30"), ("Tháng sau", "2026-11-30"),
    ]  # fmt: skip


def test_a_unit_reports_to_each_unit_that_follows_it_and_never_to_itself(month):
    month.plan("Theo dõi bởi B", [month.task("1", "Tháng 10/2026")])
    month.plan("Theo dõi bởi VP", [month.task("2", "Tháng 10/2026")], monitor="VP")
    month.plan("Của B", [month.task("3", "Tháng 10/2026", "B")], unit="B")
    assert month.open() == (2, 2)
    parts = drafted(month).values_list("unit__code", "monitor__code").order_by("monitor__code")
    assert list(parts) == [("W-A", "W-B"), ("W-A", "W-VP")]
    assert [part["monitoring_unit"] for part in sheet(month)["parts"]] == ["W-VP", "W-B"]


def test_the_first_of_two_lead_units_answers_for_a_row(month):
    month.plan(
        "Kế hoạch",
        [month.task("Chung", "Tháng 10/2026", "A", "VP"), month.task("Riêng", "Tháng 10/2026", "VP")],
    )
    month.open()
    found = unit_report_contents(list(drafted(month).values_list("case", flat=True))).values()
    counted = {
        content["unit"]: [row["text"] for row in content["rows"] if not row["beside"]] for content in found
    }
    assert counted == {"W-A": ["Chung"], "W-VP": ["Riêng"]}
    assert [row["text"] for content in found for row in content["rows"] if row["beside"]] == ["Chung"]


def test_where_nothing_is_due_none_is_expected(month):
    month.plan("Kế hoạch", [month.task("Sau", "Tháng 12/2026"), month.task("Thường", "Thường xuyên")])
    assert month.open() == (0, 1)
    assert sheet(month)["nothing_due"] is True


def coming(month, short="A", role="officer", unit="A"):
    """The texts of next month's rows on the sheet, as that person sees it."""
    api = Api(month.world.person(short, role))
    return [row["text"] for row in api.get(f"sheets/2026-10/W-{unit}").json()["next"]]


def test_next_months_rows_are_shown_where_nothing_is_due_this_month(month):
    month.plan("Kế hoạch", [month.task("Sau", "Tháng 11/2026"), month.task("Muộn", "Tháng 12/2026")])
    assert month.open() == (0, 1)
    assert coming(month) == ["Sau"]
    month.world.open_unit("C")
    assert coming(month, "C") == []  # it does not see the plan


def test_next_months_rows_that_a_unit_follows_itself_are_shown_beside_those_of_its_parts(month):
    month.plan("Của B", [month.task("Nay", "Tháng 10/2026"), month.task("Sau", "Tháng 11/2026")])
    month.plan("Tự theo dõi", [month.task("Tự làm", "Tháng 11/2026")], monitor="A")
    month.open()
    assert coming(month) == ["Sau", "Tự làm"]
    assert coming(month, "B", "head") == ["Sau"]


def test_drafting_again_adds_what_is_new_and_takes_away_what_nobody_wrote_in(month):
    month.plan("Kế hoạch", [month.task("1", "Tháng 10/2026")])
    assert (month.open(), month.open()) == ((1, 1), (0, 0))
    month.plan("Nữa", [month.task("2", "Tháng 10/2026")], monitor="VP")
    assert month.open() == (1, 1)
    month.world.stage.sign(month.plans["Nữa"], "recall", month.world.person("A", "head"), comment="Làm lại")
    month.open()
    assert list(drafted(month).values_list("monitor__code", flat=True)) == ["W-B"]


def test_a_draft_of_a_plan_is_not_reported_on_and_one_signed_by_its_head_is_marked(month):
    month.plan("Dự thảo", [month.task("1", "Tháng 10/2026")], where=DRAFT)
    month.plan("Chờ ký", [month.task("2", "Tháng 10/2026")], where=SUBMITTED)
    month.plan("Đã ký", [month.task("3", "Tháng 10/2026")])
    month.open()
    rows = sheet(month)["parts"][0]["rows"]
    assert [(row["text"], row["in_force"]) for row in rows] == [("3", False)]


def test_it_follows_its_plans_until_it_is_submitted(month):
    month.plan("Một", [month.task("Việc một", "Tháng 10/2026")])
    month.open()
    month.plan("Hai", [month.task("Việc hai", "Tháng 10/2026")])
    assert set(listed(month)) == {"Việc một", "Việc hai"}
    words = [done(row_id("Việc một")), done(row_id("Việc hai"))]
    assert write(month, *words).status_code == 200
    month.world.stage.submit(month.report(), "W-A")
    month.plan("Ba", [month.task("Việc ba", "Tháng 10/2026")])
    assert set(listed(month)) == {"Việc một", "Việc hai"}
    month.world.stage.approve(month.report(), "W-A")
    month.until("2026-11-02 08:00")
    month.open("2026-11")
    assert listed(month, "2026-11") == {"Việc ba": ("carried", 1)}


def test_whoever_looked_before_a_plan_changed_signs_nothing(month):
    month.plan("Một", [month.task("Việc một", "Tháng 10/2026")])
    month.open()
    write(month, done(row_id("Việc một")))
    officer, case_id = Api(month.world.person("A", "officer")), month.report()
    seen = officer.get(f"reports/{case_id}").json()["digest"]
    assert seen == officer.digest(case_id)
    month.plan("Hai", [month.task("Việc hai", "Tháng 10/2026")])
    assert refused(officer.act(case_id, "submit", digest=seen))[0] == 412
    assert refused(officer.act(case_id, "submit")) == (422, ["outcome-missing"])


@pytest.mark.parametrize(
    ("text", "due", "word", "codes"),
    [
        ("Việc", "Tháng 10/2026", {"done": None}, ["outcome-missing"]),
        ("Việc", "Tháng 10/2026", {"done": True}, ["result-missing", "evidence-missing"]),
        ("Việc", "Tháng 10/2026", {"done": True, "result": "Xong"}, ["evidence-missing"]),
        ("Việc", "Tháng 10/2026", {"done": True, "result": "Xong", "evidence": DOCUMENT}, []),
        ("Việc", "Tháng 10/2026", {"done": False}, ["expected-missing"]),
        ("Việc", "Tháng 10/2026", {"done": False, "expected_on": "2026-10-31"}, []),
        ("Việc", "25/10/2026", {"done": False}, ["cause-missing"]),
        ("Việc", "25/10/2026", {"done": False, "cause": "Chờ kinh phí"}, []),
        ("Việc", "26/10/2026", {"done": False}, ["expected-missing"]),
        ("Việc", "Tháng 9/2026", {"done": False, "expected_on": "2026-11-30"}, ["cause-missing"]),
    ],
)
def test_what_is_missing_in_a_word(month, text, due, word, codes):
    month.plan("Kế hoạch", [month.task(text, due), month.task("Để có báo cáo", "Tháng 10/2026", "A")])
    month.open()
    answer = write(month, {"row": row_id(text), **word}, done(row_id("Để có báo cáo")))
    assert answer.status_code == 200, answer.json()
    answer = Api(month.world.person("A", "officer")).act(month.report(), "submit")
    assert [reason["code"] for reason in answer.json().get("reasons", [])] == codes
    assert {reason["row"] for reason in answer.json().get("reasons", [])} <= {row_id(text)}


def test_a_target_with_a_figure_wants_the_figure_that_was_reached(month):
    month.plan(
        "Kế hoạch",
        [month.task("Hoàn thành ít nhất 95% nội dung", "Tháng 10/2026", kind="target"),
         month.task("Duy trì nền nếp", "Tháng 10/2026", kind="target")],
    )  # fmt: skip
    month.open()
    rows = {row["text"]: row["value_wanted"] for row in sheet(month)["parts"][0]["rows"]}
    assert rows == {"Hoàn thành ít nhất 95% nội dung": True, "Duy trì nền nếp": False}
    officer, words = Api(month.world.person("A", "officer")), [done(row_id(text)) for text in rows]
    write(month, *words)
    assert refused(officer.act(month.report(), "submit")) == (422, ["value-missing"])
    write(month, words[0] | {"value": "96.5"})
    ok(officer.act(month.report(), "submit"))
    shown = {row["text"]: row["value"] for row in sheet(month)["parts"][0]["rows"]}
    assert shown == {"Hoàn thành ít nhất 95% nội dung": "96.5", "Duy trì nền nếp": None}


def test_a_standing_row_may_be_left_without_a_word(month):
    month.plan("Kế hoạch", [month.task("Thường", "Thường xuyên"), month.task("Việc", "Tháng 10/2026")])
    month.open()
    write(month, done(row_id("Việc")))
    ok(Api(month.world.person("A", "officer")).act(month.report(), "submit"))


def test_every_part_is_submitted_and_signed_with_one_click(month):
    month.plan("Một", [month.task("1", "Tháng 10/2026")])
    month.plan("Hai", [month.task("2", "Tháng 10/2026")], monitor="VP")
    month.open()
    for monitor, text in (("B", "1"), ("VP", "2")):
        month.say(month.report(monitor=monitor), [done(row_id(text))])
    for person, act in (("officer", "submit"), ("head", "approve")):
        parts = sheet(month, person)["parts"]
        body = {"act": act, "cases": [{"id": part["id"], "digest": part["digest"]} for part in parts]}
        answer = Api(month.world.person("A", person)).post("acts", body, key=f"one-{act}")
        assert [row["status"] for row in answer.json()["results"]] == [201, 201], answer.json()
    assert [part["state"] for part in sheet(month)["parts"]] == ["unit-approved"] * 2


@pytest.mark.parametrize(
    ("signed", "status"),
    [("2026-10-26 16:59:59.900000", "on-time"), ("2026-10-26 17:00", "late"), ("2026-10-27 08:00", "late")],
)
def test_on_time_is_the_heads_first_signature_before_the_due_point(month, monkeypatch, signed, status):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    month.say(month.report(), [done(row_id("Việc"))])
    month.world.stage.submit(month.report(), "W-A")
    clock, digest = (
        Clock(monkeypatch, month.until("2026-10-26 08:00")),
        month.world.case(month.report()).digest,
    )
    assert sheet(month)["parts"][0]["status"] == "pending"
    clock.at(signed)
    head = Api(month.world.person("A", "head"))
    clock.at(signed)
    ok(head.act(month.report(), "approve", digest=digest))
    assert sheet(month)["parts"][0]["status"] == status


def test_it_is_due_at_its_next_desk_once_it_has_moved(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()

    def due(case_id: UUID) -> str:
        return str(Api(month.world.person("VP", "head")).get(f"cases/{case_id}").json()["due_at"])[:16]

    month.say(month.report(), [done(row_id("Việc"))])
    month.world.stage.submit(month.report(), "W-A")
    assert due(month.report()) == "2026-10-26T17:00"
    month.world.stage.approve(month.report(), "W-A")
    assert due(month.report()) == "2026-10-28T17:00"
    month.agree_to_all()
    month.check(month.report(), "B")
    assert due(month.report()) == "2026-10-29T17:00"
    month.sign_report(month.monitoring(), unit="B")
    assert due(month.monitoring()) == "2026-10-29T17:00"


def test_a_return_does_not_erase_the_first_signature(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    month.say(month.report(), [done(row_id("Việc"))])
    month.until("2026-10-20 08:00")
    month.sign_report(month.report())
    month.until("2026-10-27 09:00")
    month.world.stage.sign(
        month.report(), "return", month.world.person("B", "head"), comment="Thiếu minh chứng"
    )
    part = sheet(month)["parts"][0]
    assert (part["state"], part["status"], part["returned"]) == ("draft", "on-time", 1)


def test_missing_begins_at_the_due_point(month, monkeypatch):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    clock = Clock(monkeypatch, month.until("2026-10-26 16:59"))
    assert sheet(month)["parts"][0]["status"] == "pending"
    clock.at("2026-10-26 17:00")
    assert sheet(month)["parts"][0]["status"] == "missing"


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ({"row": "0190a0a0-0000-7000-8000-000000000000"}, ["row-unknown"]),
        ({"evidence": [{"kind": "file", "value": "0" * 64}]}, ["evidence-unknown"]),
        ({"evidence": [{"kind": "link", "value": "javascript:alert(1)"}]}, ["link-unknown"]),
    ],
)
def test_nothing_is_saved_of_a_wrong_word(month, word, codes):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026"), month.task("Khác", "Tháng 10/2026")])
    month.open()
    answer = write(month, done(row_id("Khác")), done(row_id("Việc")) | word)
    assert refused(answer) == (422, codes)
    assert [row["done"] for row in sheet(month)["parts"][0]["rows"]] == [None, None]


def test_only_the_units_staff_write_and_only_while_it_is_open(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    month.say(month.report(), [done(row_id("Việc"))])
    month.world.stage.submit(month.report(), "W-A")
    assert refused(write(month, done(row_id("Việc")))) == (409, ["submitted"])
    monitor = Api(month.world.person("B", "officer"))
    body = {"rows": [done(row_id("Việc"))]}
    answer = monitor.send(
        "put", f"reports/{month.report()}/rows", body, digest=monitor.digest(month.report())
    )
    assert refused(answer)[0] == 403


def test_promised_days_are_remembered(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    for label, day, on in (
        ("2026-10", "2026-10-20", "2026-11-15"),
        ("2026-11", "2026-11-20", "2026-12-15"),
    ):
        month.until(f"{day} 08:00")
        month.open(label)
        word = not_done(
            row_id("Việc"),
            cause="Chờ",
            expected_on=date.fromisoformat(on),
            promised_on=date.fromisoformat(on),
        )
        month.say(month.report(label=label), [word])
        month.sign_report(month.report(label=label))
    month.until("2026-12-05 08:00")
    month.open("2026-12")
    [row] = sheet(month, label="2026-12")["parts"][0]["rows"]
    assert row["promised"] == {"times": 2, "dates": ["2026-11-15", "2026-12-15"]}
    assert (row["listing"], row["age"]) == ("carried", 2)


def test_a_plan_that_a_report_cites_is_not_reopened(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")], where="presented")
    month.open()
    leader = Api(month.world.person("", "leader"))
    assert leader.acts(month.plans["Kế hoạch"])["reopen"] == []
    month.say(month.report(), [done(row_id("Việc"))])
    month.sign_report(month.report())
    answer = leader.act(month.plans["Kế hoạch"], "reopen", comment="Sửa")
    assert refused(answer) == (409, ["cited"])


def test_a_plan_that_a_monitoring_report_only_names_is_not_reopened_either(month):
    month.plan("Kế hoạch", [month.task("Sau", "Tháng 12/2026")], where="presented")
    month.open()
    leader = Api(month.world.person("", "leader"))
    assert leader.acts(month.plans["Kế hoạch"])["reopen"] == []
    month.world.stage.submit(month.monitoring(), "W-B")
    assert leader.acts(month.plans["Kế hoạch"])["reopen"] == ["cited"]


def test_a_row_that_a_report_speaks_of_is_not_deleted_from_a_returned_plan(month):
    case_id = month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    month.say(month.report(), [done(row_id("Việc"))])
    month.world.stage.sign(case_id, "recall", month.world.person("A", "head"), comment="Sửa")
    officer = Api(month.world.person("A", "officer"))
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": []}, digest=officer.digest(case_id))
    assert refused(answer) == (422, ["row-cited"])


@pytest.mark.server
def test_proposals_keep_their_words(month):
    month.plan("Kế hoạch", [month.task("Việc", "Tháng 10/2026")])
    month.open()
    officer, case_id = Api(month.world.person("A", "officer")), month.report()
    first = ok(
        officer.send(
            "patch",
            f"reports/{case_id}",
            {"proposals": ["Bổ sung  kinh phí", "Cấp máy"]},
            digest=officer.digest(case_id),
        ),
        200,
    )
    again = ok(
        officer.send(
            "patch",
            f"reports/{case_id}",
            {"proposals": ["Cấp máy", "Bổ sung  kinh phí"]},
            digest=first["digest"],
        ),
        200,
    )
    assert [row["text"] for row in again["proposals"]] == ["Cấp máy", "Bổ sung  kinh phí"]
    assert {row["id"] for row in again["proposals"]} == {row["id"] for row in first["proposals"]}
