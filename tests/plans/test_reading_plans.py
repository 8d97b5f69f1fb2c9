"""Lists, search, and the printed form."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from uuid_utils.compat import uuid7

from plans.contents import plan_contents, row_content
from plans.models import PlanRow, RowUnit
from plans.words import ROW_FIELDS
from tests.api import Api
from tests.factories import APPROVED, DRAFT, World

TASK = {"kind": "task", "leads": ["W-A"], "due_text": "Tháng 12/2026", "product": "Báo cáo"}


def listed(api: Api, **asked: Any) -> set[str]:
    """Ids of the plans in a list."""
    return {row["id"] for row in api.get("plans", page_size=200, **asked).json()["results"]}


def titled(one: World, title: str, number: str = "") -> str:
    """A draft of unit A with this title."""
    body = {"unit": "W-A", "kind": "plan", "title": title, "period": "2026-2027", "number": number}
    return str(Api(one.person("A", "officer")).post("plans", body).json()["id"])


@pytest.mark.parametrize("words", ["tuyen sinh", "TUYỂN SINH", "sinh tuyển", "21/kh", "đợt 2", "dot 2"])
def test_search_needs_neither_marks_nor_case_nor_order(one, words):
    case_id = titled(one, "Kế hoạch Tuyển sinh đợt 2", "21/KH-CĐSL")
    titled(one, "Kế hoạch đào tạo")
    assert listed(Api(one.person("A", "head")), q=words) == {case_id}


@pytest.mark.parametrize("words", ["%", "_", "'", "\\", "tuyển lạ"])
def test_a_search_for_signs_finds_nothing_by_accident(one, words):
    titled(one, "Kế hoạch Tuyển sinh")
    assert listed(Api(one.person("A", "head")), q=words) == set()


def test_a_list_is_narrowed_by_state_unit_and_period(one):
    draft, approved = str(one.plan_at(DRAFT)), str(one.plan_at(APPROVED))
    other = str(one.plan_at(APPROVED, unit="B", monitor="A"))
    head = Api(one.person("A", "head"))
    assert listed(head) == {draft, approved, other}
    assert listed(head, state="unit-approved") == {approved, other}
    assert listed(head, unit="W-A", state="unit-approved") == {approved}
    assert listed(head, period="2026-2027") == {draft, approved, other}
    assert listed(head, period="1999") == set()


def test_a_summary_counts_targets_and_tasks(one):
    case_id, officer = one.plan_at(rows=0), Api(one.person("A", "officer"))
    rows = [
        TASK | {"kind": kind, "text": kind, "coordinating": ["W-B", "W-VP"]}
        for kind in ("target", "task", "task")
    ]
    officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
    [row] = officer.get("plans").json()["results"]
    assert (row["targets"], row["tasks"]) == (1, 2)


def exported(api: Api, case_id: Any) -> tuple[Any, list[str]]:
    """The answer to an export, and every text in the workbook."""
    answer, data = api.download(f"plans/{case_id}/export", form="appendix-1", format="xlsx")
    sheet = load_workbook(BytesIO(data)).active
    return answer, [
        str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    ]


def test_the_printed_form_has_the_rows_and_says_that_it_was_approved(one):
    case_id = one.plan_at(APPROVED, rows=3)
    answer, cells = exported(Api(one.person("A", "officer")), case_id)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="phu-luc-1-W-A-2026-2027.xlsx"'
    text = "\n".join(cells)
    for wanted in ("PHỤ LỤC SỐ 1", "Nhiệm vụ 1", "Nhiệm vụ 3", "Phòng A W", "Tháng 12/2026", "Báo cáo"):
        assert wanted in text
    assert "Đã duyệt trên hệ thống" in text
    assert "ký số" not in text.lower()
    assert one.case(case_id).digest[:8] in text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x")'])
def test_no_text_becomes_a_formula_in_the_printed_form(one, text):
    case_id, officer = one.plan_at(rows=0), Api(one.person("A", "officer"))
    rows = [TASK | {"text": text, "product": text, "note": text, "section": text}]
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
    assert answer.status_code == 200
    _answer, data = officer.download(f"plans/{case_id}/export", form="appendix-1", format="xlsx")
    sheet = load_workbook(BytesIO(data)).active
    kinds = {
        cell.data_type
        for row in sheet.iter_rows()
        for cell in row
        if cell.value and text.strip() in str(cell.value)
    }
    assert kinds == {"s"}


@pytest.mark.parametrize("asked", [{}, {"form": "appendix-1"}, {"form": "x", "format": "xlsx"}, {"form": "appendix-1", "format": "pdf"}])  # fmt: skip
def test_an_unknown_form_or_format_is_refused(one, asked):
    assert Api(one.person("A", "officer")).get(f"plans/{one.plan_at()}/export", **asked).status_code == 400


def test_a_unit_does_not_learn_of_unsigned_consolidations_through_the_agenda(one):
    case_id = one.plan_for_meeting("consolidated")
    consolidation = one.case(case_id).inside.get().consolidation_id
    clerk, officer = Api(one.person("VP", "clerk")), Api(one.person("A", "officer"))
    held = {
        "consolidations": [str(consolidation)],
        "held_at": "2026-12-01T08:00:00+07:00",
        "title": "Giao ban",
    }
    meeting = clerk.post("meetings", held).json()
    assert [row["id"] for row in meeting["consolidations"]] == [str(consolidation)]
    assert officer.get(f"consolidations/{consolidation}").status_code == 404
    for path in ("meetings", f"meetings/{meeting['id']}"):
        assert str(consolidation) not in officer.get(path).content.decode()


def test_a_row_is_signed_with_all_that_is_written_of_it():
    assert row_content(PlanRow()).keys() == {*ROW_FIELDS, "id", "leads", "coordinating", "due"}


def test_rows_taken_from_sql_say_what_their_models_would(one):
    """Ids and due times are read as text, which the two databases write differently."""
    case_id, earlier = one.plan_at(rows=3), uuid7()
    PlanRow.objects.filter(plan=case_id, position=1).update(carried_from=earlier, due=None)
    rows = PlanRow.objects.filter(plan=case_id).order_by("position")
    said = plan_contents([case_id])[case_id]["rows"]
    assert [row | {"leads": [], "coordinating": []} for row in said] == [row_content(row) for row in rows]
    leads = RowUnit.objects.filter(row__plan=case_id, part=RowUnit.Part.LEAD).order_by("row__position")
    assert [row["leads"] for row in said] == [[code] for code in leads.values_list("unit__code", flat=True)]
    assert said[1]["carried_from"] == str(earlier)
    assert said[0]["due"]
