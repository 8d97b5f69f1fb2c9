"""One list of limits (notation/limits.py): what one door lets in, no other refuses."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import TextField
from openpyxl import load_workbook

from notation import limits
from plans.models import Plan, PlanRow
from plans.rules.lengths import HEAD
from plans.serializers import RowInput, RowsInput
from tests.api import Api
from tests.papers.books import book_of
from workflow.models import Case

COLUMNS = {
    "number": "TT",
    "text": "Tên nhiệm vụ",
    "lead_text": "Đơn vị chủ trì",
    "coordinating_text": "Đơn vị phối hợp",
    "due_text": "Thời gian hoàn thành",
    "product": "Sản phẩm",
    "person": "Người thực hiện",
    "authority": "Thẩm quyền",
    "note": "Ghi chú",
}
ROW = {
    "number": "1",
    "text": "Nhiệm vụ",
    "lead_text": "Phòng A W",
    "coordinating_text": "Phòng B W",
    "due_text": "Tháng 12/2026",
    "product": "Báo cáo",
    "person": "Ông Một",
    "authority": "Ban giám hiệu",
    "note": "Có",
}
#: A unit's name repeated, so that a long cell names no unit that is unknown; other fields take any letter.
NAMES = {"lead_text": "Phòng A W;", "coordinating_text": "Phòng B W;"}
#: How the preview calls a field.
CALLED = {"lead_text": "leads", "coordinating_text": "coordinating"}


def filled(field: str, length: int) -> str:
    """A text of exactly this length that the field may hold: composed letters of two and three bytes."""
    if name := NAMES.get(field):
        return (name * (length // len(name) + 1))[: length // len(name) * len(name)].ljust(length, ";")
    return ("Ế" + "đ" * length)[:length]


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def imported(api: Api, data: bytes) -> Any:
    """The preview of a workbook."""
    return api.upload("imports", SimpleUploadedFile("a.xlsx", data), unit="W-A", period="2026-2027").json()


def workbook(**texts: str) -> bytes:
    """A task list of one row; `section` becomes a heading above it."""
    section = texts.pop("section", "")
    row = list({**ROW, **texts}.values())
    return book_of([*([["I", section]] if section else []), row], header=list(COLUMNS.values()))


def test_columns_and_input_are_made_of_the_list():
    columns = {name: PlanRow._meta.get_field(name) for name in limits.ROW}
    kept = {
        name: getattr(of, "max_length", None) for name, of in columns.items() if not isinstance(of, TextField)
    }
    assert kept == {name: limits.ROW[name] for name in kept}
    taken = {name: getattr(of, "max_length", None) for name, of in RowInput().get_fields().items()}
    assert {name: taken[name] for name in limits.ROW} == limits.ROW
    assert {name: taken[name] for name in limits.UNITS} == limits.UNITS
    assert getattr(RowsInput().get_fields()["rows"], "max_length", None) == limits.ROWS
    assert Case._meta.get_field("title").max_length == HEAD["title"]
    assert Plan._meta.get_field("number").max_length == HEAD["number"]


@pytest.mark.parametrize("field", [*limits.ROW])
def test_what_is_imported_at_the_limit_is_confirmed_edited_and_printed(officer, field):
    text = filled(field, limits.ROW[field])
    read = imported(officer, workbook(**{field: text}))
    assert [(error["field"], error["text"]) for error in read["errors"]] == []
    plan = officer.post(f"imports/{read['id']}/confirm", {"title": "Kế hoạch"}).json()
    [row] = plan["rows"]
    assert row[field] == text
    sent = {name: row[name] for name in RowInput().get_fields() if name in row}
    sent["person" if field != "person" else "note"] = "Đã sửa"
    saved = officer.send("put", f"plans/{plan['id']}/rows", {"rows": [sent]}, digest=plan["digest"])
    assert saved.status_code == 200, saved.json()
    assert saved.json()["rows"][0][field] == text
    answer, data = officer.download(f"plans/{plan['id']}/export", form="appendix-1", format="xlsx")
    assert answer.status_code == 200
    if field in {"text", "lead_text", "due_text", "product"}:
        cells = [cell.value for line in load_workbook(BytesIO(data)).active for cell in line]
        assert text in cells
    assert imported(officer, data)["errors"] == []


@pytest.mark.parametrize("field", [*limits.ROW])
def test_one_letter_more_is_an_error_of_the_preview_with_row_and_field(officer, field):
    read = imported(officer, workbook(**{field: filled(field, limits.ROW[field] + 1)}))
    row = "3" if field == "section" else "2"
    assert (row, CALLED.get(field, field)) in [(error["row"], error["field"]) for error in read["errors"]]
    length = str(limits.ROW[field] + 1)
    assert any(
        length in error["text"] and str(limits.ROW[field]) in error["text"] for error in read["errors"]
    )
    refused = officer.post(f"imports/{read['id']}/confirm", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "import-errors")


@pytest.mark.parametrize("field", [*limits.ROW])
@pytest.mark.parametrize("more", [0, 1])
def test_by_hand_the_limit_is_the_same(one, officer, field, more):
    case_id = one.plan_at(rows=0)
    row = {"kind": "task", field: filled(field, limits.ROW[field] + more)}
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=officer.digest(case_id))
    assert answer.status_code == (400 if more else 200)
    if more:
        assert [(of["row"], of["field"]) for of in answer.json()["reasons"]] == [("1", field)]


@pytest.mark.parametrize("field", ["title", "number", "note"])
@pytest.mark.parametrize("more", [0, 1])
def test_what_a_plan_says_of_itself_has_the_same_limit_new_and_changed(one, officer, field, more):
    text = "đ" * (HEAD[field] + more)
    head = {"unit": "W-A", "kind": "plan", "title": "T", "period": "2026-2027", field: text}
    assert officer.post("plans", head).status_code == (400 if more else 201)
    case_id = one.plan_at(rows=0)
    changed = officer.send("patch", f"plans/{case_id}", {field: text}, digest=officer.digest(case_id))
    assert changed.status_code == (400 if more else 200)


def test_letters_that_grow_when_they_are_composed_are_measured_composed(one, officer):
    """U+0958 becomes two letters; twenty of them would not fit into the column of twenty."""
    case_id = one.plan_at(rows=0)
    row = {"kind": "task", "number": "\u0958" * limits.ROW["number"]}
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=officer.digest(case_id))
    assert answer.status_code == 400
    decomposed = {"kind": "task", "number": "e\u0302\u0301" * limits.ROW["number"]}
    answer = officer.send(
        "put", f"plans/{case_id}/rows", {"rows": [decomposed]}, digest=officer.digest(case_id)
    )
    assert answer.status_code == 200


def test_a_title_that_is_too_long_is_proposed_shorter_with_a_warning(officer):
    rows = [["Kế hoạch " + "rất " * 400], [], [*COLUMNS.values()], [*ROW.values()]]
    read = imported(officer, book_of(rows[1:], header=rows[0]))
    assert (read["errors"], [of["code"] for of in read["warnings"]]) == ([], ["sheet-title-shortened"])
    assert len(read["title"]) <= limits.TITLE
    assert officer.post(f"imports/{read['id']}/confirm", {}).status_code == 201


def test_a_cell_longer_than_excel_holds_is_no_plan_that_can_never_be_printed(officer):
    read = imported(officer, workbook(text="đ" * 32_000))
    assert [(error["row"], error["field"], error["code"]) for error in read["errors"]] == [
        ("2", "text", "cell-too-long")
    ]


@pytest.mark.parametrize("field", ["leads", "coordinating"])
def test_a_row_names_no_more_units_than_the_list_says(one, officer, field):
    case_id = one.plan_at(rows=0)
    row = {"kind": "task", field: ["W-A"] * (limits.UNITS[field] + 1)}
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=officer.digest(case_id))
    assert (answer.status_code, answer.json()["reasons"][0]["field"]) == (400, field)


def test_a_merged_cell_cannot_make_more_text_than_a_plan_keeps(officer):
    """5,000 letters merged over 700 rows are 3.5 million: refused as a whole, with nothing kept."""
    rows = [
        [str(n), f"Việc {n}", "Phòng A W", "Tháng 12/2026", "đ" * limits.TEXT if n == 1 else None]
        for n in range(1, 701)
    ]
    data = book_of(rows, merges=["E2:E701"])
    answer = officer.upload("imports", SimpleUploadedFile("a.xlsx", data), unit="W-A", period="2026-2027")
    assert (answer.status_code, answer.json()["code"]) == (422, "sheet-too-much-text")


def test_as_many_rows_as_a_sheet_has_are_imported_edited_and_printed(officer):
    rows = [[str(n), f"Việc {n}", "Phòng A W", "Tháng 12/2026", "x"] for n in range(1, limits.ROWS)]
    read = imported(officer, book_of(rows))
    assert (read["errors"], read["tasks"]) == ([], limits.ROWS - 1)
    plan = officer.post(f"imports/{read['id']}/confirm", {}).json()
    sent = [{name: row[name] for name in RowInput().get_fields() if name in row} for row in plan["rows"]]
    sent.append({"kind": "task", "text": "Thêm một dòng"})
    saved = officer.send("put", f"plans/{plan['id']}/rows", {"rows": sent}, digest=plan["digest"])
    assert (saved.status_code, len(saved.json()["rows"])) == (200, limits.ROWS)
    answer, _data = officer.download(f"plans/{plan['id']}/export", form="appendix-1", format="xlsx")
    assert answer.status_code == 200
