"""A plain list in a workbook: one header row, then a line for each thing."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from notation.text import fold, one_line

from .archive import Unreadable
from .grid import Grid
from .workbook import Sheet

#: So many filled rows are looked at for the header; a heading above the table is longer than a column's name.
_LOOKED_AT, _LONGEST = 30, 60
#: What Excel puts on the clipboard for an error, and what stands for a formula without a result.
_FAULT = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)")
NO_RESULT = "#N/A"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line: the worksheet's row (from 1), what stands in each known column, and which cells hold an error of Excel's."""

    row: int
    texts: Mapping[str, str]
    broken: Collection[str] = ()

    def __getitem__(self, field: str) -> str:
        return self.texts.get(field, "")


def read_list(
    sheets: Iterable[Sheet], columns: Mapping[str, re.Pattern[str]], needed: Collection[str]
) -> list[ListRow]:
    """The lines of the first worksheet that has such a header.

    Args:
        columns: field -> what its column is called, without marks; the first that matches takes it.
        needed: fields without which a row is no header.

    Raises:
        Unreadable: `file-no-list`, no worksheet has such a header.
    """
    for sheet in sheets:
        grid = Grid(sheet)
        for row in islice(grid.rows(), _LOOKED_AT):
            found = columns_of(grid, row, columns)
            if not sheet.hidden and set(needed) <= found.keys():
                return lines_below(grid, row, found)
    raise Unreadable("file-no-list")


def columns_of(grid: Grid, row: int, columns: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """Field -> its column, where this row is read as a header."""
    found: dict[str, int] = {}
    for column in sorted(grid.sheet.rows.get(row, {})):
        words = fold(grid.own(row, column).text)
        if words and len(words) <= _LONGEST:
            fields = (name for name, called in columns.items() if name not in found and called.search(words))
            if field := next(fields, None):
                found[field] = column
    return found


def lines_below(grid: Grid, header: int, columns: Mapping[str, int]) -> list[ListRow]:
    """Every row below the header that says anything in a known column."""
    lines = []
    for row in grid.rows():
        if row > header:
            cells = {field: grid.cell(row, column) for field, column in columns.items()}
            texts = {field: one_line(cell.text) for field, cell in cells.items()}
            broken = [field for field, cell in cells.items() if cell.kind in {"fault", "uncalculated"}]
            if any(texts.values()) or broken:
                lines.append(ListRow(row, texts, broken))
    return lines


def rows_typed(lines: Iterable[Mapping[str, str]]) -> list[ListRow]:
    """Lines that were typed or pasted, as if they stood in a workbook: numbered from 1, blank ones left out."""
    rows = []
    for number, line in enumerate(lines, start=1):
        texts = {field: one_line(text) for field, text in line.items()}
        if any(texts.values()):
            rows.append(
                ListRow(number, texts, [name for name, text in texts.items() if _FAULT.fullmatch(text)])
            )
    return rows
