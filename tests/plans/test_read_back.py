"""What is printed can be read back in, whatever the row holds; and no text spoils the file."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from notation import limits
from organization.models import Unit
from papers.output.appendix_1 import PaperRow, PlanPaper, write_appendix_1
from plans.models import PlanRow
from tests.api import Api

KEPT = ("kind", "section", "number", "text", "leads", "lead_text", "due_text", "product", "note")
LONG = "Phòng Nghiên cứu, đào tạo và phát triển chất lượng giáo dục nghề nghiệp "


def printed(api: Api, case_id: Any) -> bytes:
    answer, data = api.download(f"plans/{case_id}/export", form="appendix-1", format="xlsx")
    assert answer.status_code == 200
    return data


def read_again(api: Api, data: bytes) -> list[dict[str, Any]]:
    """Rows of the plan that the workbook becomes."""
    file = SimpleUploadedFile("a.xlsx", data)
    read = api.upload("imports", file, unit="W-A", period="2026-2027").json()
    assert read["errors"] == [], read["errors"]
    plan = api.post(f"imports/{read['id']}/confirm", {"title": "Kế hoạch"}).json()
    return [{name: row[name] for name in KEPT} for row in plan["rows"]]


def with_rows(one: Any, *rows: dict[str, Any]) -> tuple[Api, Any]:
    officer, case_id = Api(one.person("A", "officer")), one.plan_at(rows=0)
    body = {
        "rows": [{"kind": "task", "due_text": "Tháng 12/2026", "product": "Báo cáo", **row} for row in rows]
    }
    saved = officer.send("put", f"plans/{case_id}/rows", body, digest=officer.digest(case_id))
    assert saved.status_code == 200, saved.json()
    return officer, case_id


def shown(api: Api, case_id: Any) -> list[dict[str, Any]]:
    return [{name: row[name] for name in KEPT} for row in api.get(f"plans/{case_id}").json()["rows"]]


def test_a_row_of_as_many_long_names_as_it_may_name_is_read_back(one):
    names = [(LONG * 5)[: limits.UNIT_NAME - 2] + f"{n:02}" for n in range(limits.UNITS["leads"])]
    codes = [one.open_unit(f"L{n:02}").code for n in range(len(names))]
    for code, name in zip(codes, names, strict=True):
        Unit.objects.filter(code=code).update(name=name)
    officer, case_id = with_rows(one, {"text": "Nhiều đơn vị", "leads": codes})
    data = printed(officer, case_id)
    cells = [cell.value for line in load_workbook(BytesIO(data)).active for cell in line if cell.value]
    assert max(len(str(cell)) for cell in cells) > limits.ROW["lead_text"]
    assert read_again(officer, data) == shown(officer, case_id)


def test_the_longest_note_of_a_demo_row_is_read_back_without_the_mark(one):
    note = "đ" * limits.ROW["note"]
    officer, case_id = with_rows(
        one, {"text": "Việc", "leads": ["W-A"], "lead_text": "Phòng A W", "note": note}
    )
    PlanRow.objects.filter(plan=case_id).update(demo=True)
    data = printed(officer, case_id)
    assert "Dữ liệu minh họa" in str(
        [cell.value for line in load_workbook(BytesIO(data)).active for cell in line]
    )
    assert read_again(officer, data) == shown(officer, case_id)


ODD = {
    "like a formula": "=1+1", "like an error": "#N/A", "like an escape": "_x000D_ và _x0041_", "emoji": "😀 Việc 𝒳",
    "direction": "Việc (A) [B]", "quotes": "\"'&<>", "number": "1e400", "percent": "100%", "header codes": "&L&D &&P",
}  # fmt: skip


@pytest.mark.parametrize("field", ["text", "product", "note"])
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_read_back(one, field, text):
    row = {"text": "Việc", "leads": ["W-A"], "lead_text": "Phòng A W", field: text}
    officer, case_id = with_rows(one, row)
    assert read_again(officer, printed(officer, case_id)) == shown(officer, case_id)


@pytest.mark.parametrize(
    "title", ["", " ", "\n", "&", "&" * 200, '&L&"Arial"&12', "A\x0bB", "😀" * 200, "x" * 1000]
)
def test_no_title_spoils_header_or_footer(title):
    paper = PlanPaper(
        title=title, issuer="Phòng A", rows=(PaperRow("task", "", "1", "Việc", "A", "Tháng 7"),)
    )
    data = write_appendix_1(paper)
    with ZipFile(BytesIO(data)) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 our own file
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    texts = {
        part.tag.removeprefix(space): part.text or "" for part in sheet.find(f"{space}headerFooter") or ()
    }
    footers = [text for name, text in texts.items() if name.endswith("Footer") and text]
    assert all(len(text.encode("utf-16-le")) // 2 <= 255 for text in texts.values())
    assert all(text.startswith("&L") and len(text) > 2 for text in footers)
    assert bool(footers) == bool(title.strip())
    for text in footers:
        assert "&" not in text.removeprefix("&L").replace("&&", "")


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_character_that_no_workbook_holds_is_refused_by_its_field(one, character):
    officer, case_id = Api(one.person("A", "officer")), one.plan_at(rows=0)
    digest = officer.digest(case_id)
    head = officer.send("patch", f"plans/{case_id}", {"title": f"a{character}b"}, digest=digest)
    body = {"rows": [{"kind": "task", "text": f"a{character}b"}]}
    rows = officer.send("put", f"plans/{case_id}/rows", body, digest=digest)
    assert (head.status_code, head.json()["reasons"][0]["field"]) == (400, "title")
    assert (rows.status_code, [(of["row"], of["field"]) for of in rows.json()["reasons"]]) == (
        400,
        [("1", "text")],
    )
    assert officer.digest(case_id) == digest
