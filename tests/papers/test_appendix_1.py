"""Appendix 1 written: the seed's form, nothing that a spreadsheet would execute, and readable back."""

import json
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from notation.limits import CELL_TEXT
from notation.text import tidy
from notation.year import PlanYear
from papers import forms
from papers.intake.task_list import TaskList, read_task_list
from papers.output.appendix_1 import Approval, PaperRow, PlanPaper, write_appendix_1
from tests.papers.books import DATA, HOA_BINH, HOA_BINH_UNITS, SON_LA_UNITS, known

FORM = json.loads((DATA / "appendix_1_form.json").read_text())
YEAR = PlanYear(2021)


def paper(*rows: PaperRow, **more: Any) -> PlanPaper:
    fields: dict[str, Any] = {"title": "Kế hoạch năm học", "issuer": "Trường Cao đẳng Sơn La", **more}
    return PlanPaper(rows=rows, **fields)


def row(text: str = "Việc", **more: Any) -> PaperRow:
    fields: dict[str, Any] = {"kind": "task", "section": "", "number": "1", "text": text}
    return PaperRow(**{**fields, "lead_text": "Phòng Đào tạo", "due_text": "Tháng 7", **more})


def read(data: bytes, year: PlanYear = YEAR) -> TaskList:
    return read_task_list(data, year=year, known_units=known({**HOA_BINH_UNITS, **SON_LA_UNITS}))


def read_back(plan: PlanPaper) -> list[PaperRow]:
    return [
        PaperRow(
            found.kind,
            found.section,
            found.number,
            found.text,
            found.lead_text,
            found.due_text,
            found.product,
            found.note,
        )
        for found in read(write_appendix_1(plan)).rows
    ]


def lines(plan: PlanPaper) -> list[list[object]]:
    sheet = load_workbook(BytesIO(write_appendix_1(plan))).active
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def test_the_words_are_those_of_the_seed() -> None:
    assert [forms.APPENDIX_1, forms.APPENDIX_1_TITLE, list(forms.APPENDIX_1_COLUMNS)] == [
        FORM["label"], FORM["title"], FORM["columns"],
    ]  # fmt: skip
    assert [part["title"] for part in FORM["sections"]] == [forms.PART_TARGETS, forms.PART_TASKS]


def test_an_empty_plan_is_the_empty_form() -> None:
    assert [line for line in lines(paper()) if any(line)] == [
        ["PHỤ LỤC SỐ 1", *[None] * 5],
        ["KẾ HOẠCH THỰC HIỆN CÁC CÔNG VIỆC", *[None] * 5],
        ["(Kèm theo Kế hoạch số …… ngày …… của Trường Cao đẳng Sơn La)", *[None] * 5],
        FORM["columns"],
        ["I. Mục tiêu (Chỉ tiêu)", *[None] * 5],
        ["II. Nhiệm vụ, giải pháp", *[None] * 5],
    ]


def test_number_and_date_stand_there_once_they_are_recorded() -> None:
    plan = paper(number="05/KH-CĐSL", issued_on=date(2026, 1, 5))
    assert (
        lines(plan)[2][0]
        == "(Kèm theo Kế hoạch số 05/KH-CĐSL ngày 05 tháng 01 năm 2026 của Trường Cao đẳng Sơn La)"
    )


def test_parts_groups_and_blanks() -> None:
    plan = paper(
        row("Việc", section="Tuyển sinh"),
        row("Chỉ tiêu", kind="target", number=""),
        row("Đầu", product="Báo cáo"),
    )
    assert [line[:2] for line in lines(plan)[5:]] == [
        ["I. Mục tiêu (Chỉ tiêu)", None], [None, "Chỉ tiêu"], ["II. Nhiệm vụ, giải pháp", None], [1, "Đầu"],
        ["II.1. Tuyển sinh", None], [1, "Việc"],
    ]  # fmt: skip


def test_the_foot_stands_only_under_an_approved_plan() -> None:
    digest = "0123456789abcdef0123456789abcdef"
    approved = paper(row(), approval=Approval("Đã thông qua", digest))
    assert (
        lines(approved)[-1][0]
        == "Đã duyệt trên hệ thống: Đã thông qua. Mã kiểm tra nội dung: 0123456789abcdef"
    )
    assert "ký số" not in str(lines(approved))
    assert "Đã duyệt" not in str(lines(paper(row())))
    assert read(write_appendix_1(approved)).warnings == tuple(
        problem for problem in read(write_appendix_1(paper(row()))).warnings
    )


def test_demo_rows_are_marked_in_the_note() -> None:
    made = paper(row(note="Ghi", demo=True), row(note="Ghi"))
    sheet = load_workbook(BytesIO(write_appendix_1(made))).active
    notes = [line[5].value for line in sheet.iter_rows(min_row=6) if line[5].value]
    assert notes == ["Ghi\n(Dữ liệu minh họa)", "Ghi"]
    assert [line.note for line in read_back(made)] == ["Ghi", "Ghi"]


def test_it_is_set_up_for_the_printer() -> None:
    sheet = load_workbook(BytesIO(write_appendix_1(paper(row())))).active
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (
        sheet.page_setup.fitToWidth,
        sheet.page_setup.fitToHeight,
        sheet.sheet_properties.pageSetUpPr.fitToPage,
    ) == (1, 0, True)
    assert sheet.print_title_rows == "$5:$5"
    filled = [cell for line in sheet.iter_rows() for cell in line if cell.value]
    assert {cell.font.name for cell in filled} == {"Times New Roman"}
    assert all(cell.alignment.wrap_text for cell in filled)
    boxed = [cell.border for cell in (*sheet[5], *sheet[8])]
    assert {
        edge.style for border in boxed for edge in (border.left, border.right, border.top, border.bottom)
    } == {"thin"}


def test_a_long_text_gets_a_higher_row() -> None:
    sheet = load_workbook(BytesIO(write_appendix_1(paper(row(), row("Xây dựng kế hoạch " * 40))))).active
    heights = [sheet.row_dimensions[number].height for number in (8, 9)]
    assert heights[0] is not None
    assert heights[1] > 10 * heights[0] / 2


def test_hoa_binh_goes_out_and_comes_back_the_same() -> None:
    rows = [
        PaperRow("task", group["unit"], str(task["no"]), task["title"], task["lead_unit"], task["due_text"], task["product"])
        for group in HOA_BINH["groups"] for task in group["tasks"]
    ]  # fmt: skip
    plan = paper(*rows, approval=Approval("Đã thông qua", "0" * 64))
    assert read_back(plan) == rows
    found = read(write_appendix_1(plan))
    assert (found.tasks, found.groups, found.errors) == (67, 11, ())
    assert [problem.code for problem in found.warnings] == ["due-before-year"] * 2


FIELDS = ["section", "text", "lead_text", "due_text", "product", "note"]


@pytest.mark.parametrize(
    "start",
    [
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        '=HYPERLINK("http://x","y")',
        "=1+1",
        "#N/A",
        "TRUE",
        "0123",
        "1e3",
        "12/3",
        "_x003D_1",
        "'=",
    ],
)
@pytest.mark.parametrize("field", FIELDS)
def test_no_text_ever_becomes_a_formula(field: str, start: str) -> None:
    """ASVS 1.2.10 (T33): text in every exported field comes back as the same text."""
    plan = paper(
        row(**{"section": "Nhóm", field: f"{start} Việc"}),
        row(**{"section": "Nhóm", field: start + "cmd|' /C calc'!A0"}),
    )
    data = write_appendix_1(plan)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert 't="e"' not in xml
    assert [getattr(found, field) for found in read_back(plan)] == [
        tidy(getattr(given, field)) for given in plan.rows
    ]


def test_a_title_with_an_ampersand_reaches_the_footer() -> None:
    sheet = load_workbook(BytesIO(write_appendix_1(paper(title="Kế hoạch GD&ĐT")))).active
    assert sheet.oddFooter.left.text == "Kế hoạch GD&&ĐT"


def test_a_text_that_no_cell_can_hold_is_refused_not_cut() -> None:
    write_appendix_1(paper(row("x" * CELL_TEXT)))
    with pytest.raises(ValueError, match="at most"):
        write_appendix_1(paper(row("x" * (CELL_TEXT + 1))))


letters = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40).map(tidy)
texts = st.builds(
    lambda first, rest: first + rest,
    st.sampled_from(["Việc ", "Đề án ", "=", "@", "+1 ", "-", "1. "]),
    letters,
).map(tidy)
paper_rows = st.builds(
    PaperRow,
    kind=st.sampled_from(["target", "task"]),
    section=st.sampled_from(
        ["Tuyển sinh", "Đào tạo & NCKH", "=Nhóm", "I. Văn phòng", "12 tháng", "công tác khác"]
    ),
    number=st.integers(1, 999).map(str) | st.sampled_from(["1.1", "2.10", "01", "1)"]),
    text=texts,
    lead_text=st.sampled_from(["Phòng Đào tạo", "Thanh tra", "Phòng Lạ", "=Văn phòng"]),
    due_text=st.sampled_from(["Tháng 7/2021", "Hằng quý", "@sớm", "31/02/2021"]),
    product=letters,
    note=letters,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(paper_rows, max_size=12))
def test_any_plan_comes_back_as_it_was(rows: list[PaperRow]) -> None:
    ordered = [found for kind in ("target", "task") for found in rows if found.kind == kind]
    assert read_back(paper(*rows)) == ordered
