"""A plain list as a workbook: one header row, then a line for each thing, to be filled in and read again."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FONT = Font(name="Times New Roman", size=12)
HEADER = Font(name="Times New Roman", size=12, bold=True)
#: In characters; the widest text of a column decides in between.
NARROW, WIDE = 10, 48


def write_list(title: str, headings: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """The workbook, every cell a text: what begins with "=" is no formula, and no date is turned around by Excel.

    Args:
        title: of the worksheet, at most 31 characters.
    """
    book = Workbook()
    sheet = book.active
    sheet.title, sheet.freeze_panes = title, "A2"
    widths = [len(name) for name in headings]
    for row, (texts, font) in enumerate([(headings, HEADER), *((line, FONT) for line in lines)], start=1):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(row, column)
            cell.value, cell.font, cell.number_format = text or None, font, "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if text:
                cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
                widths[column - 1] = max(widths[column - 1], len(text))
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, NARROW), WIDE)
    written = BytesIO()
    book.save(written)
    return written.getvalue()
