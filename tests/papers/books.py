"""Workbooks for the tests: as offices make them, and as nobody should."""

import json
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from notation.text import fold

DATA = Path(__file__).parent / "data"
HOA_BINH: dict[str, Any] = json.loads((DATA / "hoa_binh_2021_tasks.json").read_text())

HOA_BINH_UNITS = {
    "HB-VP": ["Văn phòng"],
    "HB-KHTC": ["Phòng Kế hoạch Tài chính"],
    "HB-TCCB": ["Phòng Tổ chức Cán bộ"],
    "HB-GDMN": ["Phòng Giáo dục Mầm non"],
    "HB-GDTH": ["Phòng Giáo dục Tiểu học"],
    "HB-GDTRH": ["Phòng Giáo dục Trung học"],
    "HB-GDTX": ["Phòng Giáo dục Thường xuyên và Giáo dục chuyên nghiệp", "Phòng GDTX&GDCN"],
    "HB-CTTT": ["Phòng Chính trị tư tưởng"],
    "HB-TTR": ["Thanh tra"],
    "HB-KT": ["Phòng Khảo thí và Quản lý chất lượng giáo dục", "Phòng KT&QLCLGD"],
    "HB-CNTT": ["Tổ Công nghệ thông tin"],
}
SON_LA_UNITS = {
    "HCQT": ["Phòng Hành chính – Quản trị", "Phòng Hành chính quản trị"],
    "TCCB-HSSV": ["Phòng TCCB – HSSV"],
    "DT": ["Phòng Đào tạo"],
    "KT-DBCL": ["Phòng Khảo thí và đảm bảo chất lượng"],
    "TS-HN": ["Trung tâm TS - HN"],
}
TASK_LIST = ["TT", "Tên nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm"]


def known(units: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Folded name, alias or code → code, as the importer hands it over."""
    return {fold(name): code for code, names in units.items() for name in [code, *names]}


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def book_of(rows: Iterable[Any], *, merges: Iterable[str] = (), header: list[str] | None = None) -> bytes:
    """A bare workbook: the header in row 1, then the rows."""
    book = Workbook()
    sheet = book.active
    for row in [header or TASK_LIST, *rows]:
        sheet.append(list(row))
    for block in merges:
        sheet.merge_cells(block)
    return saved(book)


def hoa_binh() -> tuple[bytes, dict[tuple[str, int], int]]:
    """The department's list of 2021 as an office would type it, and the worksheet row of each task.

    Title rows above, the header broken by a line feed and repeated after a page, leads merged over their
    group, a third of the names decomposed, stray blanks, the foot of the page below.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh mục"
    sheet["A1"] = "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH HÒA BÌNH"
    sheet["A3"] = HOA_BINH["document"]["list_title"]
    sheet["A4"] = "( Kèm theo Kế hoạch số       /KH-SGD&ĐT ngày      /12/2020 của Sở Giáo dục và Đào tạo)"
    for row in (1, 3, 4):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=5)
    header = ["TT ", "Tên nhiệm vụ", "Đơn vị chủ trì ", "Thời gian hoàn\nthành  ", "Sản phẩm"]
    sheet.append([])
    sheet.append(header)
    places: dict[tuple[str, int], int] = {}
    for count, group in enumerate(HOA_BINH["groups"]):
        if count == 5:
            sheet.append(header)
        sheet.append([group["numeral"], group["unit"]])
        first = sheet.max_row + 1
        for task in group["tasks"]:
            texts = [_typed(task[key], task["no"]) for key in ("title", "lead_unit", "due_text", "product")]
            sheet.append([task["no"], *texts])
            places[group["numeral"], task["no"]] = sheet.max_row
        for row in range(first + 1, sheet.max_row + 1):
            sheet.cell(row, 3).value = None
        sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=3, end_column=3)
        sheet.append([])
    return saved(book), places


def _typed(text: str, number: int) -> str:
    if number % 3 == 0:
        return unicodedata.normalize("NFD", text)
    return text.replace(" ", "\u00a0 ", 1) + "  " if number % 3 == 1 else text.replace("; ", ";\n")


CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def raw_parts(sheet: str, **more: str) -> dict[str, str]:
    """The least a workbook with one sheet needs, by part name; `more` adds parts ("__" for "/")."""
    relation = f'<Relationship Id="{{}}" Type="{_RELATIONS}/{{}}" Target="{{}}"/>'
    book = relation.format("r1", "worksheet", "worksheets/sheet1.xml")
    book += relation.format("r2", "sharedStrings", "sharedStrings.xml") + relation.format(
        "r3", "styles", "styles.xml"
    )
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f"<Relationships>{relation.format('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns:r="{_RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{book}</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
        **{name.replace("__", "/") + ".xml": text for name, text in more.items()},
    }


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    return f"<worksheet>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
