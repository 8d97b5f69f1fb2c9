"""What is signed with a consolidation, and what the office itself writes in it."""

import json
from typing import Any
from uuid import UUID

import pytest

from approvals.models import Submission
from tests.api import Api
from tests.clock import Clock
from tests.meetings.consolidations.october_school import School, codes, who
from tests.reported_month import done


def frozen(case_id: str | UUID) -> dict[str, Any]:
    """The content that was submitted last."""
    text = Submission.objects.filter(case=UUID(str(case_id))).latest("number").content
    content: dict[str, Any] = json.loads(text)["content"]
    return content


@pytest.fixture
def whole(month: School) -> tuple[School, Any]:
    """October with everything checked, and its draft."""
    month.a_done()
    month.d_done()
    return month, month.post()


def test_what_is_signed_says_everything_and_stays(whole: tuple[School, Any]) -> None:
    month, made = whole
    case_id = made["id"]
    month.patch(
        case_id, assessment="Tháng 10 đạt khá.", highlights=[str(month.row("Chấm thi"))],
        proposals=["Đề nghị cấp thêm kinh phí"],
    )  # fmt: skip
    before = month.sign(case_id)
    content = frozen(case_id)
    assert content["assessment"] == "Tháng 10 đạt khá."
    assert content["figures"]["total"] == {"due": "5", "done": "3", "not_done": "2", "unfollowed": "0"}
    assert [line["unit"] for line in content["figures"]["by_unit"]] == ["W-B", "W-C"]
    assert content["highlights"] == [str(month.row("Chấm thi"))]
    assert [(row["text"], row["unit"]) for row in content["proposals"]] == [
        ("Đề nghị cấp thêm kinh phí", "W-VP")
    ]
    assert (content["missing"], content["late"]) == ([], [])
    month.reopen(UUID(content["cases"][0]["case"]))
    after = month.get(case_id)
    unlike = {name for name in before if before[name] != after[name]}
    assert unlike == {"stale", "cases"}


def test_each_case_stands_in_it_by_digest_with_who_and_when(whole: tuple[School, Any]) -> None:
    month, made = whole
    month.sign(made["id"])
    cases = frozen(made["id"])["cases"]
    assert [(row["unit"], row["monitor"], row["kind"], row["period"]) for row in cases] == [
        ("W-B", None, "monitoring-report", "2026-10"),
        ("W-C", None, "monitoring-report", "2026-10"),
        ("W-A", "W-B", "unit-report", "2026-10"),
        ("W-D", "W-C", "unit-report", "2026-10"),
    ]
    assert not [row for row in cases if "instead_of" in row]
    assert {row["digest"] for row in cases} == {row["digest"] for row in month.get(made["id"])["cases"]}


def test_the_unit_says_done_and_the_monitor_says_not(whole: tuple[School, Any]) -> None:
    month, made = whole
    [found] = made["contradictions"]
    assert found == {
        "row": str(month.row("Chấm thi")), "plan": str(month.plans["Khảo thí"]), "text": "Chấm thi", "unit": "W-D",
        "monitor": "W-C", "word": "Đã chấm xong", "verdict": "Còn 2 lớp chưa chấm",
    }  # fmt: skip


def test_what_is_unfinished_and_what_of_it_the_leadership_sees(whole: tuple[School, Any]) -> None:
    month, made = whole
    assert [(row["text"], row["highlighted"]) for row in made["unfinished"]] == [
        ("Báo cáo", False), ("Chấm thi", False),
    ]  # fmt: skip
    row = month.patch(made["id"], highlights=[str(month.row("Chấm thi"))])["unfinished"][1]
    assert (row["highlighted"], row["unit"], row["monitor"], row["plan_title"]) == (
        True,
        "W-D",
        "W-C",
        "Khảo thí",
    )
    assert (row["done"], row["cause"], row["expected_on"], row["age"]) == (
        False,
        "Chờ kinh phí",
        "2026-11-10",
        0,
    )
    assert row["word"]["result"] == "Đã chấm xong"


def test_a_row_that_no_report_inside_speaks_of_is_not_highlighted(month: School) -> None:
    month.a_done()
    made = month.post()
    strange = str(month.row("Đề thi"))
    assert codes(month.patch(made["id"], 422, highlights=[strange])) == [("row-not-inside", strange)]
    assert codes(month.patch(made["id"], 422, highlights=[made["id"]])) == [("row-not-inside", made["id"])]
    assert month.get(made["id"])["highlights"] == []


def test_a_highlight_goes_with_its_report_and_keeps_its_order(whole: tuple[School, Any]) -> None:
    month, made = whole
    rows = [str(month.row(text)) for text in ("Chấm thi", "Tư vấn", "Báo cáo")]
    assert month.patch(made["id"], highlights=[*rows, rows[0]])["highlights"] == rows
    of_b = [row["id"] for row in made["cases"] if row["unit"] in {"W-A", "W-B"}]
    assert month.patch(made["id"], cases=of_b)["highlights"] == rows[1:]


@pytest.mark.parametrize(("signed_at", "late"), [("16:59:59", False), ("17:00:00", True)])
def test_what_its_head_signs_at_the_due_point_is_late(month: School, signed_at: str, late: bool) -> None:
    month.unit_reports("A", [done(month.row(text)) for text in ("Tư vấn", "Hồ sơ", "Báo cáo")])
    monitoring = month.monitoring("B")
    month.agree_to_all("B")
    month.world.stage.submit(monitoring, "W-B")
    month.world.stage.clock = month.until(f"2026-10-28 {signed_at}") - month.world.stage.pace
    month.world.stage.approve(monitoring, "W-B")
    month.check(monitoring, "VP")
    made = month.post(cases=[str(monitoring)])
    expected = [("W-B", "monitoring-report")] if late else []
    assert who(made["late"]) == expected
    assert not late or made["late"][0]["signed_at"].startswith("2026-10-28T10:00:00")


def test_a_late_unit_report_is_named_by_its_own_due_point(month: School) -> None:
    """The unit owes its report two working days before the monitoring unit does."""
    month.until("2026-10-27 08:00")
    month.a_done()
    assert who(month.post()["late"]) == [("W-A", "unit-report")]


def test_proposals_rise_word_for_word_each_once_with_who_wrote_them(month: School) -> None:
    for unit, case_id, text in (
        ("A", month.report("A", "B"), "Xin thêm 2 máy chiếu"), ("B", month.monitoring("B"), "Đề nghị họp sớm"),
    ):  # fmt: skip
        officer = Api(month.world.person(unit, "officer"))
        body = {"proposals": [text]}
        answer = officer.send("patch", f"reports/{case_id}", body, digest=officer.digest(case_id))
        assert answer.status_code == 200, answer.json()
    month.a_done()
    made = month.post(proposals=["Đề nghị cấp thêm kinh phí"])
    assert [(row["text"], row["unit"], row["answer"]) for row in made["proposals"]] == [
        ("Đề nghị họp sớm", "W-B", ""), ("Xin thêm 2 máy chiếu", "W-A", ""),
        ("Đề nghị cấp thêm kinh phí", "W-VP", ""),
    ]  # fmt: skip


def test_nobody_signs_a_draft_that_has_changed_since_they_looked(month: School, clock: Clock) -> None:
    """Who is missing is part of it, and changes without anybody touching the draft."""
    month.a_done()
    made = month.post()
    month.plan("Thêm", [month.task("Rà soát", "Tháng 10/2026", "B")], unit="B", monitor="C")
    month.open()
    now = month.get(made["id"])
    assert now["digest"] != made["digest"]
    assert ("W-B", "unit-report") in who(now["missing"])
    assert month.clerk.act(made["id"], "submit", digest=made["digest"]).status_code == 412
    assert month.patch(made["id"], 412, digest=made["digest"], assessment="Tốt")["code"] == "stale"
    assert month.clerk.act(made["id"], "submit", digest=now["digest"]).status_code == 201


def test_a_submitted_one_is_locked(month: School) -> None:
    month.a_done()
    made = month.post()
    assert made["editable"] == []
    assert month.clerk.act(made["id"], "submit").status_code == 201
    assert [reason["code"] for reason in month.get(made["id"])["editable"]] == ["submitted"]
    assert codes(month.patch(made["id"], 409, assessment="Tốt")) == [("submitted", "")]


def test_a_consolidation_of_plans_says_nothing_of_reports(month: School) -> None:
    plan = month.world.plan_for_meeting("monitor-reviewed")
    made = month.post(period="2026-2027", cases=[str(plan)], assessment="Đủ kế hoạch")
    assert made["figures"]["checked"] == {"due": 0, "done": 0, "not_done": 0, "unfollowed": 0}
    nothing = (
        "missing",
        "late",
        "contradictions",
        "unfinished",
        "delta",
        "available",
        "proposals",
        "highlights",
    )
    assert {name: made[name] for name in nothing} == {name: [] for name in nothing}
    assert month.sign(made["id"])["state"] == "consolidated"


def test_the_list_shows_the_same_digest(month: School) -> None:
    month.a_done()
    made = month.post()
    month.plan("Thêm", [month.task("Rà soát", "Tháng 10/2026", "B")], unit="B", monitor="C")
    month.open()
    [row] = month.clerk.get("consolidations").json()["results"]
    assert row["digest"] == month.get(made["id"])["digest"] == month.clerk.digest(made["id"])
    assert (row["supplement_of"], row["assessment"]) == (None, "")
