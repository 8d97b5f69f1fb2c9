"""Task lists read from workbooks as offices make them."""

import time
import unicodedata
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from notation.text import fold, one_line
from notation.year import PlanYear
from papers.intake.archive import Unreadable
from papers.intake.task_list import TaskList, read_task_list
from tests.papers.books import (
    HOA_BINH,
    HOA_BINH_UNITS,
    SON_LA_UNITS,
    TASK_LIST,
    book_of,
    hoa_binh,
    known,
    raw_parts,
    saved,
    sheet_xml,
    zipped,
)

Y2021 = PlanYear(2021)
OfHoaBinh = tuple[TaskList, dict[tuple[str, int], int]]
APPENDIX_1 = ["TT", "Mục tiêu (Chỉ tiêu), nhiệm vụ và giải pháp", "Đơn vị chủ trì", "Thời điểm hoàn \nthành", "Sản phẩm, minh chứng", "Ghi chú"]  # fmt: skip
TASK: list[str | None] = ["1", "Xây dựng kế hoạch", "Văn phòng", "Tháng 7/2021", "Kế hoạch"]


def read(data: bytes, year: PlanYear = Y2021, units: dict[str, list[str]] | None = None) -> TaskList:
    return read_task_list(data, year=year, known_units=known(units or {**HOA_BINH_UNITS, **SON_LA_UNITS}))


def errors(found: TaskList) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.field, problem.code) for problem in found.errors]


def warnings(found: TaskList) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.field, problem.code) for problem in found.warnings]


@pytest.fixture(scope="module")
def of_hoa_binh() -> OfHoaBinh:
    data, places = hoa_binh()
    return read(data), places


def test_hoa_binh_has_67_tasks_in_11_groups_and_no_error(of_hoa_binh: OfHoaBinh) -> None:
    found, _ = of_hoa_binh
    assert (found.tasks, found.targets, found.groups, found.errors) == (67, 0, 11, ())
    assert found.title == HOA_BINH["document"]["list_title"]


def test_hoa_binh_is_warned_of_exactly_the_two_months_before_its_year(of_hoa_binh: OfHoaBinh) -> None:
    found, places = of_hoa_binh
    assert [(p.row, p.field, p.code, p.params["text"]) for p in found.warnings] == [
        (places["IV", 4], "due", "due-before-year", "Tháng 8/2020"),
        (places["VIII", 3], "due", "due-before-year", "Tháng 11/2020"),
    ]


def test_hoa_binh_row_by_row(of_hoa_binh: OfHoaBinh) -> None:
    found, places = of_hoa_binh
    codes = known(HOA_BINH_UNITS)
    expected = [
        (places[group["numeral"], task["no"]], group["unit"], str(task["no"]), task["title"], task["due_text"],
         task["due_kind"], task["due_start"], task["due_end"], one_line(task["product"]))
        for group in HOA_BINH["groups"] for task in group["tasks"]
    ]  # fmt: skip
    shown = [(row, row.due.to_json() if row.due else {}) for row in found.rows]
    assert [
        (row.row, row.section, row.number, one_line(row.text), row.due_text, due["kind"], due["start"], due["end"], one_line(row.product))
        for row, due in shown
    ] == expected  # fmt: skip
    leads = [codes[fold(task["lead_unit"])] for group in HOA_BINH["groups"] for task in group["tasks"]]
    assert [row.leads for row in found.rows] == [(code,) for code in leads]
    assert all(row.kind == "task" for row in found.rows)


def test_text_is_composed(of_hoa_binh: OfHoaBinh) -> None:
    found, _ = of_hoa_binh
    assert all(unicodedata.is_normalized("NFC", row.text + row.product + row.lead_text) for row in found.rows)


def test_appendix_1_has_parts_and_groups() -> None:
    book = Workbook()
    sheet = book.active
    for row in [
        ["PHỤ LỤC SỐ 1"], ["KẾ HOẠCH THỰC HIỆN CÁC CÔNG VIỆC"], ["(Kèm theo Kế hoạch số …)"], APPENDIX_1,
        ["I. Mục tiêu (Chỉ tiêu)"],
        [1, "Tỷ lệ giải ngân đạt 95%", "Phòng HCQT", "Quý IV/2025", "Báo cáo", "x"],
        [2], [3],
        ["II. Nhiệm vụ, giải pháp"],
        ["II.1. Tuyển sinh"],
        [1, "Tư vấn tuyển sinh", "Trung tâm TS-HN;\nP. Đào tạo", "Tháng 5", "Kế hoạch"],
        ["II.2."],
        [1, "Khảo sát", "KT-DBCL", "Tháng 5-6/2026", "Báo cáo"], [2], [3],
    ]:  # fmt: skip
        sheet.append(row)
    for row in (5, 9, 10, 12):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=6)
    found = read(saved(book), PlanYear(2025, school=True))
    assert (found.targets, found.tasks, found.groups, found.errors, found.warnings) == (1, 2, 3, (), ())
    assert [(row.row, row.kind, row.section, row.number, row.leads, row.note) for row in found.rows] == [
        (6, "target", "", "1", ("HCQT",), "x"),
        (11, "task", "Tuyển sinh", "1", ("TS-HN", "DT"), ""),
        (13, "task", "II.2", "1", ("KT-DBCL",), ""),
    ]
    assert found.title == "KẾ HOẠCH THỰC HIỆN CÁC CÔNG VIỆC"


def test_numeral_and_title_may_stand_in_two_cells() -> None:
    found = read(
        book_of(
            [["I", "Mục tiêu (Chỉ tiêu)"], TASK, ["II", "Nhiệm vụ, giải pháp"], ["II.1", "Tuyển sinh"], TASK]
        )
    )
    assert [(row.kind, row.section) for row in found.rows] == [("target", ""), ("task", "Tuyển sinh")]
    assert found.groups == 2


def test_groups_inside_groups_keep_both_titles() -> None:
    found = read(
        book_of(
            [
                ["A", "Nhiệm vụ"],
                ["I", "Văn phòng"],
                ["1", "Tuyên truyền"],
                ["1.1", *TASK[1:]],
                ["1.2", *TASK[1:]],
                ["2", *TASK[1:]],
            ]
        )
    )
    assert [(row.number, row.section) for row in found.rows] == [
        ("1.1", "Văn phòng – Tuyên truyền"), ("1.2", "Văn phòng – Tuyên truyền"), ("2", "Văn phòng – Tuyên truyền"),
    ]  # fmt: skip


def test_columns_may_stand_in_any_order_below_any_title() -> None:
    header = ["Ghi chú", "Sản phẩm", "THỜI HẠN", "Đơn vị  chủ trì", "Nội dung công việc", "STT"]
    found = read(book_of([[], ["x", "Kế hoạch", "Quý I", "Thanh tra", "Việc", 7]], header=header))
    (row,) = found.rows
    assert (row.row, row.number, row.text, row.leads, row.due_text, row.product, row.note) == (
        3, "7", "Việc", ("HB-TTR",), "Quý I", "Kế hoạch", "x",
    )  # fmt: skip


def test_the_header_is_found_decomposed_and_in_capitals() -> None:
    header = [unicodedata.normalize("NFD", name.upper()) for name in TASK_LIST]
    assert read(book_of([TASK], header=header)).tasks == 1


def test_a_header_of_two_rows() -> None:
    rows = [
        ["", "", "Chủ trì", "Phối hợp", "", ""],
        ["1", "Việc", "Thanh tra", "Văn phòng, Công đoàn", "Tháng 7", "Báo cáo"],
    ]
    header = ["TT", "Nhiệm vụ", "Đơn vị", "", "Thời gian hoàn thành", "Sản phẩm"]
    found = read(book_of(rows, header=header, merges=["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"]))
    (row,) = found.rows
    assert (row.leads, row.coordinating, row.coordinating_text) == (
        ("HB-TTR",),
        ("HB-VP",),
        "Văn phòng, Công đoàn",
    )
    assert found.errors == ()


def test_person_and_authority_are_read_and_other_columns_are_not() -> None:
    header = [*TASK_LIST, "Người thực hiện", "Thẩm quyền", "Kinh phí"]
    found = read(book_of([[*TASK, "Lò Văn A", "Hiệu trưởng", "10"]], header=header))
    assert (found.rows[0].person, found.rows[0].authority) == ("Lò Văn A", "Hiệu trưởng")
    assert [(p.code, p.params) for p in found.warnings] == [("column-ignored", {"text": "Kinh phí"})]


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Văn phòng\nThanh tra", ("HB-VP", "HB-TTR")),
        ("Văn phòng; Thanh tra.", ("HB-VP", "HB-TTR")),
        ("Văn phòng, Thanh tra", ("HB-VP", "HB-TTR")),
        ("- Văn phòng\n- Thanh tra", ("HB-VP", "HB-TTR")),
        ("Phòng Khảo thí và Quản lý chất lượng giáo dục và Thanh tra", ("HB-KT", "HB-TTR")),
        ("Phòng Kế hoạch \nTài chính", ("HB-KHTC",)),
        ("Phòng GDTX&GDCN và KT & QLCLGD", ("HB-GDTX", "HB-KT")),
        ("P. Đào tạo, Phòng TCCB-HSSV", ("DT", "TCCB-HSSV")),
        ("Văn phòng, văn phòng", ("HB-VP",)),
        ("HB-VP", ("HB-VP",)),
    ],
)
def test_a_lead_cell_may_name_several_units(cell: str, codes: tuple[str, ...]) -> None:
    found = read(book_of([["1", "Việc", cell, "Tháng 7", "Báo cáo"]]))
    assert (found.rows[0].leads, found.errors) == (codes, ())


def test_an_unknown_unit_is_an_error_that_quotes_it() -> None:
    found = read(book_of([["1", "Việc", "Văn phòng và Phòng Lạ", "Tháng 7", "Báo cáo"]]))
    assert found.rows[0].leads == ("HB-VP",)
    assert [(p.row, p.field, p.code, p.params) for p in found.errors] == [
        (2, "lead", "unit-unknown", {"text": "Phòng Lạ"})
    ]


def test_what_is_missing_is_an_error_and_a_missing_product_a_warning() -> None:
    found = read(book_of([TASK, ["2", None, "Văn phòng", "Tháng 7", "x"], ["3", "Việc", None, "Tháng 7", "x"],
                          ["4", "Việc", "Văn phòng", None, "x"], ["5", "Việc", "Văn phòng", "Tháng 7", None],
                          ["6", "Việc"]]))  # fmt: skip
    assert errors(found) == [
        (3, "text", "text-missing"), (4, "lead", "lead-missing"), (5, "due", "due-missing"),
        (7, "lead", "lead-missing"), (7, "due", "due-missing"),
    ]  # fmt: skip
    assert warnings(found) == [(6, "product", "product-missing"), (7, "product", "product-missing")]
    assert found.tasks == 6


def test_a_missing_column_is_one_error_not_one_per_row() -> None:
    found = read(book_of([["1", "Việc", "Văn phòng"], ["2", "Việc", "Văn phòng"]], header=TASK_LIST[:3]))
    assert errors(found) == [(1, "due", "column-missing")]


def test_impossible_dates_are_errors_and_unknown_wording_a_warning() -> None:
    found = read(
        book_of([[*TASK[:3], due, "x"] for due in ("Tháng 13/2021", "31/02/2021", "sớm nhất có thể")])
    )
    assert [(p.row, p.code, p.params["text"]) for p in found.errors] == [
        (2, "due-impossible", "Tháng 13/2021"), (3, "due-impossible", "31/02/2021"),
    ]  # fmt: skip
    assert [(p.row, p.code, p.params["text"]) for p in found.warnings] == [
        (4, "due-unknown", "sớm nhất có thể")
    ]


def test_a_merged_lead_fills_down_and_stops_at_its_end() -> None:
    rows = [
        ["1", "A", "Văn phòng", "Tháng 7", "x"],
        ["2", "B", None, "Tháng 8", "x"],
        ["3", "C", None, "Tháng 9", "x"],
    ]
    found = read(book_of(rows, merges=["C2:C3"]))
    assert [row.leads for row in found.rows] == [("HB-VP",), ("HB-VP",), ()]
    assert errors(found) == [(4, "lead", "lead-missing")]


def test_a_task_over_two_rows_with_a_lead_in_each_is_one_task() -> None:
    rows = [["1", "Việc", "Văn phòng", "Tháng 7", "Kế hoạch"], [None, None, "Thanh tra", None, "Báo cáo"]]
    found = read(book_of(rows, merges=["A2:A3", "B2:B3", "D2:D3"]))
    (row,) = found.rows
    assert (row.leads, row.product, found.warnings) == (("HB-VP", "HB-TTR"), "Kế hoạch; Báo cáo", ())


def test_a_row_cut_by_a_page_break_is_joined_with_a_warning() -> None:
    found = read(
        book_of(
            [["1", "Hướng dẫn giáo dục; hướng", "Văn phòng", "Tháng 7", "Văn bản"], [None, "dẫn, hỗ trợ"]]
        )
    )
    assert [row.text for row in found.rows] == ["Hướng dẫn giáo dục; hướng dẫn, hỗ trợ"]
    assert warnings(found) == [(3, "text", "row-joined")]


def test_a_group_row_may_hold_the_lead_merged_over_its_tasks() -> None:
    rows = [
        ["I", "Văn phòng", "Văn phòng"],
        ["1", "A", None, "Tháng 7", "x"],
        ["2", "B", None, "Tháng 7", "x"],
    ]
    found = read(book_of(rows, merges=["C2:C4"]))
    assert (found.groups, found.tasks, [row.leads for row in found.rows]) == (1, 2, [("HB-VP",)] * 2)
    assert found.errors == ()


def test_a_roman_row_with_its_own_lead_is_a_task_not_a_heading() -> None:
    found = read(book_of([["I", "Việc", "Văn phòng"]]))
    assert (found.tasks, errors(found)) == (1, [(2, "due", "due-missing")])


def test_an_unnumbered_line_is_taken_as_a_heading_and_said_so() -> None:
    found = read(book_of([["", "Công tác tuyển sinh"], TASK, ["", "Công tác khác"]]))
    assert found.rows[0].section == "Công tác tuyển sinh"
    assert warnings(found) == [
        (2, "text", "heading-unnumbered"),
        (4, "text", "heading-unnumbered"),
        (4, "text", "heading-alone"),
    ]


def test_the_foot_of_the_page_is_left_out_and_quoted() -> None:
    rows = [
        TASK,
        [None, "Tổng cộng: 1 nhiệm vụ"],
        [],
        [None, "Nơi nhận:", None, "HIỆU TRƯỞNG"],
        [None, "- Lưu: VT."],
        [None, None, None, "Nguyễn Văn A"],
    ]
    found = read(book_of(rows))
    assert (found.tasks, found.errors) == (1, ())
    assert [(p.row, p.code, p.params) for p in found.warnings] == [
        (3, "rows-ignored", {"text": "Tổng cộng: 1 nhiệm vụ", "last": "3"}),
        (5, "rows-ignored", {"text": "Nơi nhận: | HIỆU TRƯỞNG / - Lưu: VT. / Nguyễn Văn A", "last": "7"}),
    ]


def test_tasks_below_a_signature_are_not_lost() -> None:
    found = read(book_of([TASK, [None, "Nơi nhận:"], [None, "- Lưu: VT"], ["2", *TASK[1:]]]))
    assert found.tasks == 2


@pytest.mark.parametrize(
    "text",
    [
        "Tổng kết năm học 2020-2021",
        "Cộng tác với doanh nghiệp",
        "Giám đốc Sở phê duyệt kế hoạch",
        "Ký kết hợp tác",
    ],
)
def test_tasks_that_begin_like_a_foot_are_tasks(text: str) -> None:
    found = read(book_of([["", text, *TASK[2:]], ["2", text, *TASK[2:]]]))
    assert [row.text for row in found.rows] == [text, text]


def test_repeated_headers_and_column_numbers_are_skipped() -> None:
    found = read(book_of([["(1)", "(2)", "(3)", "(4)", "(5)"], TASK, TASK_LIST, TASK]))
    assert (found.tasks, found.errors, found.warnings) == (2, (), ())


def test_hidden_rows_count_and_are_told() -> None:
    data = book_of([TASK, ["2", *TASK[1:]], ["3", *TASK[1:]]])
    book = load_workbook(BytesIO(data))
    book.active.row_dimensions[3].hidden = True
    found = read(saved(book))
    assert found.tasks == 3
    assert [(p.row, p.code, p.params) for p in found.warnings] == [(3, "rows-hidden", {"count": "1"})]


def test_numbers_dates_and_percentages_are_shown_as_the_office_sees_them() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(TASK_LIST)
    sheet.append([1.0, 99.5, "Văn phòng", datetime(2021, 3, 25), 0.29])  # noqa: DTZ001
    sheet.append([1.1, "Việc", "Văn phòng", datetime(2021, 7, 1), 1e3])  # noqa: DTZ001
    sheet["E2"].number_format = "0%"
    sheet["D3"].number_format = "mmm-yy"
    first, second = read(saved(book)).rows
    assert (first.number, first.text, first.due_text, first.product) == ("1", "99,5", "25/03/2021", "29%")
    assert (second.number, second.due_text, second.product) == ("1.1", "07/2021", "1000")
    assert [(row.due.kind, str(row.due.end)) for row in (first, second) if row.due] == [
        ("day", "2021-03-25"),
        ("month", "2021-07-31"),
    ]


def test_formulas_give_their_saved_value_and_without_one_are_errors() -> None:
    rows = '<row r="1">' + "".join(f'<c r="{c}1" t="inlineStr"><is><t>{n}</t></is></c>' for c, n in zip("ABCDE", TASK_LIST, strict=True)) + "</row>"  # fmt: skip
    rows += (
        '<row r="2"><c r="A2"><f>1+0</f><v>1</v></c><c r="B2" t="str"><f>"Vi"</f><v>Việc</v></c>'
        '<c r="C2" t="inlineStr"><is><r><t>Văn </t></r><r><t>phòng</t></r></is></c>'
        '<c r="D2"><f>TODAY()</f></c><c r="E2" t="e"><f>X!A1</f><v>#REF!</v></c></row>'
    )
    found = read(zipped(raw_parts(sheet_xml(rows))))
    (row,) = found.rows
    assert (row.number, row.text, row.leads, row.product) == ("1", "Việc", ("HB-VP",), "")
    assert errors(found) == [(2, "due", "cell-uncalculated"), (2, "product", "cell-fault")]


def test_the_sheet_with_the_table_is_read() -> None:
    book = Workbook()
    book.active.append(["Bìa"])
    book.create_sheet("Trống").append(TASK_LIST)
    for name in ("Kế hoạch", "Bản cũ"):
        sheet = book.create_sheet(name)
        sheet.append(TASK_LIST)
        sheet.append(TASK)
    found = read(saved(book))
    assert found.tasks == 1
    assert [(p.code, p.params) for p in found.warnings] == [
        ("sheet-ignored", {"sheet": "Kế hoạch", "ignored": "Trống"}), ("sheet-ignored", {"sheet": "Kế hoạch", "ignored": "Bản cũ"}),
    ]  # fmt: skip


def test_a_table_without_rows_is_an_error() -> None:
    assert errors(read(book_of([]))) == [(1, "text", "no-rows")]


def test_a_workbook_without_a_table_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(book_of([], header=["Danh sách", "Họ tên"]))
    assert refused.value.code == "file-no-table"


def test_five_thousand_rows_are_read_within_two_seconds() -> None:
    data = book_of([[n, f"Việc số {n}", "Văn phòng", "Tháng 7/2021", "Báo cáo"] for n in range(1, 4_999)])
    started = time.process_time()
    assert read(data).tasks == 4_998
    assert time.process_time() - started < 2
