"""The header row of a task list, found by what it says."""

import re
from dataclasses import dataclass
from itertools import islice

from notation.text import fold

from .grid import Grid
from .problems import Field

_LOOKED_AT = 30
_LONGEST = 80

# Hòa Bình 2021 (task list), Appendix 1 of Notice 242, and what offices add to be clear on person and authority.
_WORDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:s?tt|so tt|so thu tu|thu tu)\.?$")),
    ("lead", re.compile(r"chu tri|don vi thuc hien|don vi duoc giao|phan cong")),
    ("coordinating", re.compile(r"phoi hop")),
    ("due", re.compile(r"thoi gian|thoi diem|thoi han|han hoan thanh")),
    ("product", re.compile(r"san pham|minh chung")),
    ("person", re.compile(r"nguoi (?:thuc hien|phu trach|chiu trach nhiem)|ca nhan|vien chuc")),
    ("authority", re.compile(r"tham quyen")),
    ("note", re.compile(r"^ghi chu$")),
    ("text", re.compile(r"nhiem vu|noi dung|cong viec|muc tieu|chi tieu|giai phap")),
)


@dataclass(frozen=True)
class Header:
    """Rows it takes (more than one when its cells are merged downwards) and the column of each field."""

    first_row: int
    last_row: int
    columns: dict[Field, int]
    unknown: dict[int, str]


def find_header(grid: Grid) -> Header | None:
    """Return the header among the first 30 filled rows, None when there is none."""
    found = (header_at(grid, row) for row in islice(grid.rows(), _LOOKED_AT))
    return next((header for header in found if header), None)


def header_at(grid: Grid, row: int) -> Header | None:
    """Read this row as a header: it names the task, a lead or a due time, and one column more."""
    cells = grid.sheet.rows.get(row, {})
    depth = 1
    while any(grid.reaches_below(row + depth - 1, column) for column in cells) and depth < 3:
        depth += 1
    columns: dict[Field, int] = {}
    unknown: dict[int, str] = {}
    for column in sorted(
        {column for line in range(row, row + depth) for column in grid.sheet.rows.get(line, {})}
    ):
        words = " ".join(grid.own(line, column).text for line in range(row, row + depth)).strip()
        field = _field(words, taken=columns)
        if field:
            columns[field] = column
        elif words:
            unknown[column] = words
    if "text" in columns and ("lead" in columns or "due" in columns) and len(columns) >= 3:
        return Header(row, row + depth - 1, columns, unknown)
    return None


def _field(words: str, taken: dict[Field, int]) -> Field | None:
    folded = fold(words)
    if not folded or len(folded) > _LONGEST:
        return None
    matching = (field for field, pattern in _WORDS if field not in taken and pattern.search(folded))
    return next(matching, None)
