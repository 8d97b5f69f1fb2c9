"""How a sheet comes out of the printer: paper, margins, row heights."""

import math
from collections.abc import Iterable

from openpyxl.worksheet.worksheet import Worksheet

from notation.text import one_line

_MM = 1 / 25.4
#: A row can be no higher in Excel (points).
_HIGHEST = 409.0
# Widths in thousandths of the font size, Times New Roman: digits are 500, and so a column's unit of width.
_CAPITAL, _WIDE, _NARROW, _OTHER, _UNIT = 700, 760, 290, 480, 500
_BOLD = 1.07
_PADDING = 5


def print_setup(sheet: Worksheet, *, header_row: int, last_row: int, title: str) -> None:
    """A4 landscape, one page wide, the header on every page, margins and page numbers of Decree 30/2020."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.print_area = f"A1:F{last_row}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.top, margins.bottom, margins.left, margins.right = 20 * _MM, 20 * _MM, 30 * _MM, 15 * _MM
    margins.header = margins.footer = 10 * _MM
    # The page number stands in the middle of the top margin and not on the first page.
    sheet.HeaderFooter.differentFirst = True
    sheet.oddHeader.center.text = "&P"
    # Excel takes 255 characters with its codes, and a code that nothing follows for damage.
    if shown := one_line(title)[:120].replace("&", "&&"):
        sheet.oddFooter.left.text = sheet.firstFooter.left.text = shown


def height_of(cells: Iterable[tuple[str, float]], size: int, *, bold: bool = False) -> float:
    """Return the height in points that shows every (text, column width) whole; neither suite works it out itself
    for merged cells, and LibreOffice keeps what the file says."""
    lines = max((_lines(text, width, bold=bold) for text, width in cells), default=1)
    return min(_HIGHEST, lines * size * 1.3 + _PADDING)


def _lines(text: str, width: float, *, bold: bool) -> int:
    room = (width - 1) * _UNIT
    return sum(_wrapped(line, room / (_BOLD if bold else 1)) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    count, used = 1, 0
    for word in line.split(" "):
        length = sum(_width(letter) for letter in word)
        if used and used + _NARROW + length > room:
            count, used = count + 1, 0
        elif used:
            used += _NARROW
        count += max(0, math.ceil(length / room) - 1)  # a word longer than the column is broken
        used += length
    return count


def _width(letter: str) -> int:
    if letter.isupper() or letter in "mw%…—":
        return _WIDE if letter in "MWmw" else _CAPITAL
    return _NARROW if letter in "ijltfr.,;:()'/-" else _OTHER
