"""The consequences of Notice 242, II.8 that the leadership decided on in a year, as a workbook."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from notation import moments
from notation.limits import CELL_TEXT
from notation.text import one_line, tidy

from .printing import height_of, print_setup

TITLE = "DANH SÁCH NỘI DUNG XEM XÉT THEO MỤC II.8 THÔNG BÁO SỐ 242/TB-CĐSL"
COLUMNS = (
    "TT", "Kỳ báo cáo", "Đơn vị theo dõi", "Kế hoạch", "Căn cứ", "Quyết định", "Lý do", "Người quyết định", "Ngày",
)  # fmt: skip
WORDS = {
    "no-result": "Không có kết quả theo dõi",
    "inaccurate": "Kết quả theo dõi không chính xác",
}
APPLIED, NOT_APPLIED = "Áp dụng", "Không áp dụng"
_WIDTHS = (5, 12, 22, 40, 20, 13, 40, 20, 12)
_FONT = "Times New Roman"
_SIZE = 12
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LOOKS_ESCAPED = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
_STARTS_A_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Decision:
    """One decision as it is printed; `trigger` is a key of WORDS."""

    period: str
    unit: str
    item: str
    trigger: str
    applied: bool
    reason: str
    decided_by: str
    decided_on: date


def write_consequences(issuer: str, year: str, decisions: Sequence[Decision]) -> bytes:
    """Return the .xlsx, in the order given. No text ever becomes a formula.

    Raises:
        ValueError: a text is longer than a cell can hold.
    """
    book = Workbook()
    book._named_styles["Normal"].font = Font(name=_FONT, size=_SIZE)
    sheet: Worksheet = book.active
    sheet.title = "Mục II.8"
    book.properties.title, book.properties.creator = f"{TITLE} {year}", one_line(issuer)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    _heading(sheet, 1, issuer, bold=True)
    _heading(sheet, 2, TITLE, bold=True)
    _heading(sheet, 3, f"Năm: {year}", bold=False)
    _line(sheet, 5, COLUMNS, bold=True)
    for place, decision in enumerate(decisions, start=1):
        _line(sheet, 5 + place, _texts(place, decision), bold=False)
    last = 5 + len(decisions)
    print_setup(sheet, header_row=5, last_row=last, title=f"{TITLE} {year}")
    sheet.print_area = f"A1:{get_column_letter(len(_WIDTHS))}{last}"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _texts(place: int, decision: Decision) -> tuple[str, ...]:
    return (
        str(place),
        decision.period,
        decision.unit,
        decision.item,
        WORDS[decision.trigger],
        APPLIED if decision.applied else NOT_APPLIED,
        decision.reason,
        decision.decided_by,
        moments.day(decision.decided_on),
    )


def _heading(sheet: Worksheet, row: int, text: str, *, bold: bool) -> None:
    _put(sheet, row, 1, tidy(text))
    cell = sheet.cell(row, 1)
    cell.font = Font(name=_FONT, size=13, bold=bold, italic=not bold)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
    sheet.row_dimensions[row].height = height_of([(tidy(text), sum(_WIDTHS))], 13, bold=bold)


def _line(sheet: Worksheet, row: int, texts: Sequence[str], *, bold: bool) -> None:
    shown = [tidy(text) for text in texts]
    for column, text in enumerate(shown, start=1):
        _put(sheet, row, column, text)
        cell = sheet.cell(row, column)
        cell.font, cell.border = Font(name=_FONT, size=_SIZE, bold=bold), _BOX
        cell.alignment = Alignment(horizontal="center" if bold else "left", vertical="top", wrap_text=True)
    sheet.row_dimensions[row].height = height_of(zip(shown, _WIDTHS, strict=True), _SIZE, bold=bold)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    if len(text) > CELL_TEXT:  # Excel refuses it, and openpyxl would cut it without a word
        raise ValueError(f"a cell holds at most {CELL_TEXT} characters, not {len(text)}")
    if not text:
        return
    cell = sheet.cell(row, column)
    if column == 1 and text.isascii() and text.isdigit():
        cell.value = int(text)  # as a text Excel would mark it with a green corner
        return
    cell.value = _LOOKS_ESCAPED.sub("_x005F_x", text)
    cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
    cell.quotePrefix = text.startswith(_STARTS_A_FORMULA)  # and Excel would, on the next edit
