"""Appendix 1 of a plan as a workbook: the form of Notice 242, ready to print and to be read back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from notation.limits import CELL_TEXT
from notation.text import one_line, tidy
from papers import forms
from papers.outline import RowKind, lone_numeral

from .clear_lines import clear_lines
from .printing import height_of, print_setup

_WIDTHS = (6, 44, 18, 15, 23, 12)
_PARTS: tuple[tuple[RowKind, str, str], ...] = (
    ("target", "I", forms.PART_TARGETS),
    ("task", "II", forms.PART_TASKS),
)
_FONT = "Times New Roman"
_SIZE = 12
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LOOKS_ESCAPED = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
_STARTS_A_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class PaperRow:
    """A row as it is printed; `section` is its group's title, "" directly under the part."""

    kind: RowKind
    section: str
    number: str
    text: str
    lead_text: str
    due_text: str
    product: str = ""
    note: str = ""
    person: str = ""
    authority: str = ""
    demo: bool = False


@dataclass(frozen=True)
class Approval:
    """What stands under an approved plan: the Vietnamese label of its state and the digest of its content."""

    state: str
    digest: str


@dataclass(frozen=True)
class PlanPaper:
    """A plan as it is printed. Number and date come from the office's register and stay open until then. `exemption`: why the six
    clarities are not asked of it, and who accepted that."""

    title: str
    issuer: str
    rows: tuple[PaperRow, ...]
    number: str = ""
    issued_on: date | None = None
    approval: Approval | None = None
    exemption: str = ""
    officers: tuple[str, ...] = ()


def write_appendix_1(plan: PlanPaper) -> bytes:
    """Return the .xlsx. Targets come before tasks, each in the order given; blanks stay blank.

    No text ever becomes a formula. Raises ValueError when a text is longer than a cell can hold.
    """
    book = Workbook()
    book._named_styles["Normal"].font = Font(name=_FONT, size=_SIZE)
    sheet: Worksheet = book.active
    sheet.title = "Phụ lục 1"
    book.properties.title, book.properties.creator = one_line(plan.title), one_line(plan.issuer)
    page = _Page(sheet)
    page.centred(forms.APPENDIX_1, Font(name=_FONT, size=14, bold=True))
    page.centred(forms.APPENDIX_1_TITLE, Font(name=_FONT, size=14, bold=True))
    page.centred(_attached_to(plan), Font(name=_FONT, size=13, italic=True))
    page.row += 1
    page.table_row(forms.APPENDIX_1_COLUMNS, bold=True)
    header = page.row
    for kind, numeral, title in _PARTS:
        page.heading(f"{numeral}. {title}")
        _write_part(page, numeral, [row for row in plan.rows if row.kind == kind])
    feet = list(_feet(plan))
    page.row += bool(feet)
    for text in feet:
        page.foot(text)
    print_setup(sheet, header_row=header, last_row=page.row, title=plan.title)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _feet(plan: PlanPaper) -> Iterator[str]:
    """The lines below the table."""
    if plan.officers:
        yield f"{forms.OFFICERS}: {'; '.join(plan.officers)}"
    if plan.approval:
        yield f"{forms.APPROVED}: {plan.approval.state}. {forms.DIGEST}: {plan.approval.digest[:16]}"
    if plan.exemption:
        yield f"{forms.EXEMPT}: {plan.exemption}"
    yield from clear_lines(plan.rows, {kind: numeral for kind, numeral, _title in _PARTS})


def _write_part(page: "_Page", numeral: str, rows: list[PaperRow]) -> None:
    count = 0
    for section, group in _groups(rows):
        if section:
            count += 1
            # A group that has only a numeral, as in the empty form ("II.1."), keeps it.
            page.heading(f"{section}." if lone_numeral(section) else f"{numeral}.{count}. {section}")
        for row in group:
            page.table_row((row.number, row.text, row.lead_text, row.due_text, row.product, _note(row)))


def _groups(rows: list[PaperRow]) -> Iterator[tuple[str, Iterable[PaperRow]]]:
    """Neighbours of one section together; rows without a section stand first, where no heading is above them."""
    return groupby(sorted(rows, key=lambda row: bool(row.section)), key=lambda row: row.section)


def _note(row: PaperRow) -> str:
    return "\n".join(part for part in (row.note, forms.DEMO_MARK if row.demo else "") if part)


def _attached_to(plan: PlanPaper) -> str:
    day = plan.issued_on
    # Decree 30/2020, Appendix I: a leading 0 for days below 10 and for the months 1 and 2 only.
    month = day and (f"{day.month:02}" if day.month < 3 else str(day.month))
    dated = f"{day.day:02} tháng {month} năm {day.year}" if day else "……"
    return f"(Kèm theo Kế hoạch số {plan.number or '……'} ngày {dated} của {plan.issuer})"


class _Page:
    """Writes rows one under the other."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 0
        for column, width in enumerate(_WIDTHS, start=1):
            sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width

    def centred(self, text: str, font: Font) -> None:
        """A line above the table."""
        self._across(text, font, Alignment(horizontal="center", vertical="center", wrap_text=True))

    def heading(self, text: str) -> None:
        """A part or a group, across the table."""
        self._across(
            text, Font(name=_FONT, size=_SIZE, bold=True), Alignment(vertical="center", wrap_text=True)
        )
        for column in range(1, len(_WIDTHS) + 1):
            self.sheet.cell(self.row, column).border = _BOX

    def foot(self, text: str) -> None:
        """A line below the table."""
        self._across(
            text, Font(name=_FONT, size=11, italic=True), Alignment(vertical="center", wrap_text=True)
        )

    def table_row(self, texts: Iterable[str], *, bold: bool = False) -> None:
        """A row of the table, boxed and wrapped; TT, unit and time centred."""
        self.row += 1
        shown = [tidy(text) for text in texts]
        for column, text in enumerate(shown, start=1):
            self._put(column, text)
            cell = self.sheet.cell(self.row, column)
            centred = bold or column in (1, 3, 4)
            cell.font = Font(name=_FONT, size=_SIZE, bold=bold)
            cell.border = _BOX
            cell.alignment = Alignment(
                horizontal="center" if centred else "left",
                vertical="center" if centred else "top",
                wrap_text=True,
            )
        self.sheet.row_dimensions[self.row].height = height_of(
            zip(shown, _WIDTHS, strict=True), _SIZE, bold=bold
        )

    def _across(self, text: str, font: Font, alignment: Alignment) -> None:
        self.row += 1
        self._put(1, tidy(text))
        cell = self.sheet.cell(self.row, 1)
        cell.font, cell.alignment = font, alignment
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=len(_WIDTHS))
        height = height_of([(tidy(text), sum(_WIDTHS))], int(font.size), bold=bool(font.bold))
        self.sheet.row_dimensions[self.row].height = height

    def _put(self, column: int, text: str) -> None:
        if len(text) > CELL_TEXT:  # Excel refuses it, and openpyxl would cut it without a word
            raise ValueError(f"a cell holds at most {CELL_TEXT} characters, not {len(text)}")
        if not text:
            return
        cell = self.sheet.cell(self.row, column)
        if text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < 10:
            cell.value = int(text)  # as a text Excel would mark it with a green corner
            return
        cell.value = _LOOKS_ESCAPED.sub("_x005F_x", text)
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
        cell.quotePrefix = text.startswith(_STARTS_A_FORMULA)  # and Excel would, on the next edit
