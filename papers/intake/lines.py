"""The rows under a header, each told apart: heading, row, continuation, or the foot of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from notation.text import fold, one_line, tidy
from papers.forms import FEET
from papers.outline import is_decimal, leading_numeral, lone_numeral

from .cells import Cell
from .grid import Grid
from .header import Header, header_at
from .problems import Field

Role = Literal["row", "heading", "continuation", "foot", "total", "header", "blank"]

_SUB_ITEM = re.compile(r"[a-zđ][.)]?|[-+*•–]")
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Ea-e])\)?")  # "(1) (2) (3)" under a header
_SIGNATURE = re.compile(
    r"noi nhan\b.*|(?:tm|kt|tl|tuq|q)\.\s*\w.*|(?:pho )?(?:hieu truong|giam doc|chu tich|truong phong|truong khoa|chanh van phong)"
    r"|(?:thu )?truong (?:don vi|co quan)|nguoi lap(?: bieu)?|lap bieu|xac nhan cua .*|\(?ky\b.*ho(?: va)? ten.*"
    r"|[^,\d]{2,40}, ngay .{0,12}thang .{0,12}nam.*"
)
_TOTAL = re.compile(r"(?:tong cong|tong so|tong|cong)\s*(?:[:\d].*)?|tong (?:cong|so)\b.*")


@dataclass
class Line:
    """A worksheet row by field; `own` holds what is written in it, `cells` also what reaches down from above."""

    number: int
    role: Role
    cells: dict[Field, Cell]
    own: dict[Field, Cell] = field(default_factory=dict)
    numeral: str = ""
    title: str = ""
    words: str = ""

    def text(self, name: Field) -> str:
        """The field's text: due times and numbers on one line, decimals as offices write them."""
        return text_of(self.cells.get(name), name)


def text_of(cell: Cell | None, name: Field) -> str:
    """Return a cell as text; a stored number has a decimal comma, but a point in a row number ("1.1")."""
    if cell is None or cell.kind == "fault":
        return ""
    text = cell.text.replace(".", ",") if cell.kind == "number" and name != "number" else cell.text
    return one_line(text) if name in ("number", "due") else tidy(text)


def read_lines(grid: Grid, header: Header) -> Iterator[Line]:
    """Yield every filled row below the header with its role."""
    numbers = [row for row in grid.rows() if row > header.last_row]
    skip_to = 0
    at_foot = False
    for row, after in pairwise([*numbers, 0]):
        again = None if is_decimal(_number_of(grid, header, row)) else header_at(grid, row)
        skip_to = again.last_row if again else skip_to
        line = _line(grid, header, row, "header" if row <= skip_to else None, _number_of(grid, header, after))
        whole = (
            line.role == "row" and is_decimal(line.text("number")) and line.text("text") and line.text("due")
        )
        at_foot = (at_foot or line.role == "foot") and not (whole or line.role == "header")
        if at_foot and line.role != "blank":
            line.role = "foot"
        yield line


def _line(grid: Grid, header: Header, row: int, role: Role | None, next_number: str) -> Line:
    cells = {name: grid.cell(row, column) for name, column in header.columns.items()}
    own = {name: grid.own(row, column) for name, column in header.columns.items()}
    filled = {name: cell for name, cell in own.items() if cell.text.strip() or cell.kind == "uncalculated"}
    words = " | ".join(
        one_line(cell.text) for _, cell in sorted(grid.sheet.rows[row].items()) if cell.text.strip()
    )
    line = Line(row, role or "blank", cells, filled, words=words)
    if role is None:
        line.role = _role(line, grid, header, next_number)
    return line


def _role(line: Line, grid: Grid, header: Header, next_number: str) -> Role:
    number = text_of(line.own.get("number"), "number")
    if line.words.startswith(FEET):
        return "foot"
    if not is_decimal(number) and any(
        _SIGNATURE.fullmatch(fold(part)) for part in _words_of(grid, line.number)
    ):
        return "foot"
    if set(line.own) <= {"number"} and (not number or is_decimal(number)):
        return "blank"
    if len(line.own) >= 3 and all(
        _COLUMN_NUMBER.fullmatch(one_line(cell.text)) for cell in line.own.values()
    ):
        return "header"
    if _is_total(line, number):
        return "total"
    if _find_heading(line, grid, header, next_number):
        return "heading"
    below_merged_text = grid.comes_from_above(line.number, header.columns["text"]) and "text" not in line.own
    if below_merged_text or not line.own.keys() & {"number", "text", "due"} or _goes_on(line):
        return "continuation"
    return "row"


def _words_of(grid: Grid, row: int) -> Iterator[str]:
    for cell in grid.sheet.rows[row].values():
        yield from cell.text.splitlines()[:1]


def _is_total(line: Line, number: str) -> bool:
    if "due" in line.own or is_decimal(number):
        return False
    texts = (number, text_of(line.own.get("text"), "text"))
    return any(_TOTAL.fullmatch(fold(text)) for text in texts)


def _goes_on(line: Line) -> bool:
    """A row cut by a page break goes on in the next one: no number, no due time, a small letter first."""
    text = text_of(line.own.get("text"), "text")
    return not line.own.keys() & {"number", "due"} and text[:1].islower()


def _find_heading(line: Line, grid: Grid, header: Header, next_number: str) -> bool:
    """Fill numeral and title when the row is a heading."""
    only = next(iter(line.own), None)
    if (
        len(line.own) == 1
        and only
        and (only in ("number", "text") or grid.is_wide(line.number, header.columns[only]))
    ):
        return _lone_cell_heading(line, only)
    number, text = (text_of(line.own.get(name), name) for name in ("number", "text"))
    if not number or not text or line.own.keys() & {"due", "product"}:
        return False
    lead_is_groups = "lead" not in line.own or grid.reaches_below(line.number, header.columns["lead"])
    numeral = lone_numeral(number)
    if numeral and lead_is_groups:
        line.numeral, line.title = numeral, one_line(text)
        return True
    if is_decimal(number) and "lead" not in line.own and _is_below(next_number, number):
        line.numeral, line.title = number.rstrip(".)"), one_line(text)
        return True
    return False


def _lone_cell_heading(line: Line, name: Field) -> bool:
    words = one_line(line.own[name].text)
    if line.own[name].kind != "text" or words[:1].islower():
        return False
    line.numeral, line.title = leading_numeral(words)
    return True


def _is_below(next_number: str, number: str) -> bool:
    return (next_number.startswith(number.rstrip(".)") + ".") and is_decimal(next_number)) or bool(
        _SUB_ITEM.fullmatch(next_number)
    )


def _number_of(grid: Grid, header: Header, row: int) -> str:
    column = header.columns.get("number")
    return text_of(grid.own(row, column), "number") if column else ""
