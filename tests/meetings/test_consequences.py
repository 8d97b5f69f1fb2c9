"""Notice 242, II.8: no result and inaccurate are listed, lateness is not; the leadership decides, nothing follows."""

from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from tests.api import Api
from tests.factories import APPROVED
from tests.meetings.consolidations.october_school import School
from tests.reported_month import done

from .october_meeting import Hearing, codes, hear

YEAR = "2026-2027"


def pointed_at(heard: Hearing) -> list[tuple[str, str, str]]:
    """(unit, plan, trigger) of what is listed."""
    return [(row["unit"], row["title"], row["trigger"]) for row in heard.agenda()["consequences"]]


def decision(heard: Hearing, **more: Any) -> dict[str, Any]:
    """A decision on the one consequence that is listed."""
    [listed] = heard.agenda()["consequences"]
    found = {name: listed[name] for name in ("period", "unit", "item", "trigger")}
    return {**found, "applied": True, "reason": "Không báo cáo, không giải trình", **more}


def test_a_plan_without_result_is_listed_and_nothing_more(silent: Hearing) -> None:
    [listed] = silent.agenda()["consequences"]
    assert pointed_at(silent) == [("W-C", "Khảo thí", "no-result")]
    assert (listed["period"], listed["applied"], listed["reason"]) == ("2026-10", None, "")
    assert listed["evidence_text"] == "No monitoring report that names it was received."
    assert silent.close().status_code == 200
    assert silent.leader.get("consequences", year=YEAR).json()["results"] == []


def test_lateness_is_no_trigger(month: School) -> None:
    month.a_done()
    month.until("2026-10-29 15:00")
    month.d_done()
    heard = hear(month)
    assert heard.agenda()["missing"] == []
    assert pointed_at(heard) == []


def test_a_supplement_takes_it_off_the_list(silent: Hearing) -> None:
    month = silent.month
    month.d_done()
    added = month.sign(month.post(supplement_of=silent.consolidation)["id"])
    body = {"consolidations": [silent.consolidation, added["id"]]}
    answer = month.clerk.send("patch", f"meetings/{silent.id}", body, digest=silent.agenda()["digest"])
    assert (answer.status_code, pointed_at(silent)) == (200, [])


def test_a_plan_that_came_after_the_due_point_is_owed_no_result(month: School) -> None:
    month.a_done()
    month.d_done()
    month.until("2026-10-28 17:00")
    month.plan("Đến muộn", [month.task("Việc", "Tháng 10/2026", "D")], unit="D", monitor="VP")
    month.until("2026-10-27 08:00")
    month.plan("Đến kịp", [month.task("Việc", "Tháng 10/2026", "D")], unit="D", monitor="VP", where=APPROVED)
    assert pointed_at(hear(month)) == [("W-VP", "Đến kịp", "no-result")]


@pytest.mark.parametrize("mended", [False, True])
def test_a_review_that_was_sent_back_counts_unless_it_was_mended_by_the_close(
    month: School, mended: bool
) -> None:
    report, _monitoring = month.a_done()
    month.world.stage.sign(
        report, "send-back", month.world.person("VP", "head"), comment="Chưa xem minh chứng"
    )
    if mended:
        month.check(report, "B")
    month.d_done()
    heard = hear(month)
    assert pointed_at(heard) == ([] if mended else [("W-B", "Tuyển sinh", "inaccurate")])
    if not mended:
        assert heard.agenda()["consequences"][0]["evidence_text"].endswith(": Chưa xem minh chứng")


def test_of_two_that_were_sent_back_only_the_one_not_mended_is_held_against_anybody(month: School) -> None:
    report, _monitoring = month.a_done()
    head = month.world.person("VP", "head")
    month.world.stage.sign(report, "send-back", head, comment="Lần một")
    month.check(report, "B")
    month.world.stage.sign(report, "send-back", head, comment="Lần hai")
    month.d_done()
    [listed] = hear(month).agenda()["consequences"]
    assert "Lần hai" in listed["evidence_text"]
    assert "Lần một" not in listed["evidence_text"]


@pytest.mark.parametrize(("at", "listed"), [("2026-10-29 07:30", True), ("2026-10-29 08:01", False)])
def test_less_than_a_working_day_before_the_meeting_nobody_can_mend_it(
    month: School, at: str, listed: bool
) -> None:
    report, _monitoring = month.a_done()
    month.d_done()
    month.until(at)
    month.world.stage.sign(report, "send-back", month.world.person("VP", "head"), comment="Chưa xem")
    assert pointed_at(hear(month)) == ([("W-B", "Tuyển sinh", "inaccurate")] if listed else [])


@pytest.mark.server
@pytest.mark.parametrize("mended", [False, True])
def test_a_returned_report_points_at_the_plans_that_were_remarked_on(month: School, mended: bool) -> None:
    month.plan("Đào tạo", [month.task("Giáo trình", "Tháng 10/2026", "A")])
    words = [done(month.row(text)) for text in ("Tư vấn", "Hồ sơ", "Báo cáo", "Giáo trình")]
    report = month.unit_reports("A", words)
    monitoring = month.monitor_signs("B")
    remark = {"row": str(month.row("Giáo trình")), "field": "", "text": "Số quyết định sai"}
    head = month.world.person("VP", "head")
    month.world.stage.sign(monitoring, "return", head, comment="Sai số liệu", remarks=[remark])
    if mended:
        answered = Api(month.world.person("B", "officer"))
        [open_remark] = answered.get(f"cases/{monitoring}/remarks").json()["results"]
        answered.post(f"remarks/{open_remark['id']}/answer", {"answer": "fixed"})
        month.sign_report(monitoring, unit="B")
        month.check(report, "B")
        month.check(monitoring, "VP")
    month.d_done()
    heard = hear(month)
    assert pointed_at(heard) == ([] if mended else [("W-B", "Đào tạo", "inaccurate")])
    if not mended:
        assert "Sai số liệu" in heard.agenda()["consequences"][0]["evidence_text"]


def test_what_waits_at_the_office_is_no_silence(month: School) -> None:
    """C's head signed in time; that the office has not checked is no fault of C's (Notice 242, II.8)."""
    month.a_done()
    report = month.unit_reports("D", [done(month.row("Đề thi")), done(month.row("Chấm thi"))])
    month.monitor_signs("C")
    month.check(report, "C")
    heard = hear(month, unchecked_reason="Văn phòng chưa kịp kiểm tra")
    agenda = heard.agenda()
    assert pointed_at(heard) == []
    assert [(one["unit"], one["kind"]) for one in agenda["missing"]] == []
    assert ("W-C", "monitoring-report") in [(one["unit"], one["kind"]) for one in agenda["waiting"]]


@pytest.mark.server
def test_the_leadership_decides_with_a_reason(silent: Hearing) -> None:
    given, seen = decision(silent), silent.agenda()["digest"]
    assert codes(silent.put("consequences", [given | {"reason": " "}])) == (422, ["reason-missing"])
    for short, role in (("VP", "head"), ("C", "head")):
        assert codes(silent.put("consequences", [given], silent.api(short, role))) == (403, ["not-permitted"])
    assert silent.put("consequences", [given]).status_code == 200
    changed = given | {"applied": False, "reason": "Trưởng phòng nằm viện"}
    assert silent.put("consequences", [changed]).status_code == 200
    [listed] = silent.agenda()["consequences"]
    assert (listed["applied"], listed["reason"]) == (False, "Trưởng phòng nằm viện")
    assert codes(silent.close(digest=seen)) == (412, ["stale"])
    assert silent.close().status_code == 200
    assert silent.agenda()["consequences"] == [listed]
    assert silent.put("consequences", [given]).status_code == 200, "until the next meeting is closed"
    assert silent.agenda()["consequences"][0]["applied"] == given["applied"]


@pytest.mark.parametrize("wrong", [{"unit": "W-B"}, {"trigger": "inaccurate"}, {"period": "2026-09"}])
def test_nothing_else_is_decided(silent: Hearing, wrong: dict[str, str]) -> None:
    refused = silent.put("consequences", [decision(silent), decision(silent, **wrong)])
    assert codes(refused) == (422, ["consequence-unknown"])
    assert silent.agenda()["consequences"][0]["applied"] is None
    assert codes(silent.put("consequences", [decision(silent, item=str(uuid4()))]))[0] == 422


@pytest.mark.server
def test_a_unit_sees_its_own_once_the_meeting_is_closed(silent: Hearing) -> None:
    silent.put("consequences", [decision(silent)])
    for who in (silent.leader, silent.api("VP", "clerk")):
        assert len(who.get("consequences", year=YEAR).json()["results"]) == 1
    for closed in (False, True):
        if closed:
            silent.close()
        seen = [
            len(silent.api(short, "head").get("consequences", year=YEAR).json()["results"]) for short in "ABC"
        ]
        assert seen == [0, 0, int(closed)]
    assert len(silent.agenda(silent.api("C", "head"))["consequences"]) == 1
    assert silent.agenda(silent.api("A", "head"))["consequences"] == []
    assert silent.leader.get("consequences", year="2025-2026").status_code == 400
    assert silent.leader.get("consequences").status_code == 400


@pytest.mark.server
def test_the_years_decisions_on_paper(silent: Hearing) -> None:
    silent.put("consequences", [decision(silent, reason="=1+1")])
    answer, data = silent.leader.download("consequences/export", year=YEAR, format="xlsx")
    assert (answer.status_code, answer["Content-Disposition"]) == (
        200,
        'attachment; filename="muc-ii-8-2026-2027.xlsx"',
    )
    sheet = load_workbook(BytesIO(data)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert rows[0][:4] == ["TT", "Kỳ báo cáo", "Đơn vị theo dõi", "Kế hoạch"]
    assert rows[1][:7] == [
        1, "tháng 10/2026", "Phòng C W", "Khảo thí", "Không có kết quả theo dõi", "Áp dụng", "=1+1",
    ]  # fmt: skip
    assert len(rows) == 2
    cell = sheet["G6"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert silent.leader.get("consequences/export", year=YEAR, format="pdf").status_code == 400
