"""The headings of a task list: parts, groups, and what kind of row stands under them."""

import re
from dataclasses import dataclass
from typing import Literal

from notation.text import fold, one_line

RowKind = Literal["target", "task"]

_NUMERAL = r"(?:[IVXLC]{1,7}|[A-Z])(?:\s*\.\s*\d+)*"
_ALONE = re.compile(rf"({_NUMERAL})\s*[.):]?")
# No blank inside: "II.1. 12 tháng" is a group called "12 tháng".
_LEADING = re.compile(
    r"((?:[IVXLC]{1,7}|[A-Z])(?:\.\d+)*\s*[.):/]|[IVX]{1,7}(?:\.\d+)*(?=\s))\s*(.*)", re.DOTALL
)
_DECIMAL = re.compile(r"\d+(?:\.\d+)*[.)]?")

# Part I and part II of Appendix 1: they say what kind of row follows and are no group of their own.
_OWN_TITLES = {
    "muc tieu (chi tieu)", "muc tieu", "chi tieu", "muc tieu, chi tieu",
    "nhiem vu, giai phap", "nhiem vu va giai phap", "nhiem vu", "nhiem vu, giai phap thuc hien",
}  # fmt: skip
_TARGETS = re.compile(r"(?:cac\s+|mot so\s+|nhom\s+)*(?:muc tieu|chi tieu)\b")
_TASKS = re.compile(r"(?:cac\s+|mot so\s+|nhom\s+)*(?:nhiem vu|giai phap)\b")
_UNNUMBERED = 9


@dataclass
class Heading:
    """A heading row. `depth`: 0 for parts (A, B), 1 for Roman numerals, 2 for II.1, 9 without a numeral."""

    row: int
    depth: int
    numeral: str
    title: str
    kind: RowKind
    rows: int = 0
    headings: int = 0

    @property
    def section(self) -> str:
        """What a row under it is filed under: the title, else the numeral; nothing for the form's own parts."""
        if fold(self.title) in _OWN_TITLES:
            return ""
        return self.title or self.numeral


class Outline:
    """Takes headings and rows in their order and knows where a row stands."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self._open: list[Heading] = []

    @property
    def kind(self) -> RowKind:
        """The kind of a row that would come now."""
        return self._open[-1].kind if self._open else "task"

    @property
    def section(self) -> str:
        """The titles a row that would come now stands under, outermost first."""
        return " – ".join(heading.section for heading in self._open if heading.section)

    def add_heading(self, row: int, numeral: str, title: str) -> None:
        """Open a heading, closing those of its depth and deeper."""
        folded = fold(title)
        depth = self._depth(numeral, names_part=folded in _OWN_TITLES)
        said = _kind_said(folded) if depth <= 1 else None
        while self._open and self._open[-1].depth >= depth:
            self._open.pop()
        heading = Heading(row, depth, numeral, one_line(title), said or self.kind)
        if self._open:
            self._open[-1].headings += 1
        self._open.append(heading)
        self.headings.append(heading)

    def add_row(self) -> None:
        """Count a row under the innermost heading."""
        if self._open:
            self._open[-1].rows += 1

    def _depth(self, numeral: str, *, names_part: bool) -> int:
        if not numeral:
            return 0 if names_part else _UNNUMBERED
        dots = numeral.count(".")
        if numeral[0].isdigit():
            return 3 + dots
        after_b = any(heading.numeral == "B" for heading in self._open)
        is_letter = numeral in set("ABDEFGH") or (numeral == "C" and after_b)
        return 0 if is_letter else 1 + dots


def _kind_said(folded: str) -> RowKind | None:
    if _TARGETS.match(folded):
        return "target"
    return "task" if _TASKS.match(folded) else None


def lone_numeral(number: str) -> str | None:
    """Return the numeral of a heading when the cell holds nothing else: "I", "II.1.", "A"; None otherwise."""
    match = _ALONE.fullmatch(number)
    return _squeezed(match[1]) if match else None


def leading_numeral(line: str) -> tuple[str, str]:
    """Part "II.1. Tuyển sinh" into ("II.1", "Tuyển sinh"); the numeral is "" when there is none."""
    alone = lone_numeral(line)
    if alone:
        return alone, ""
    match = _LEADING.fullmatch(line)
    return (_squeezed(match[1]).rstrip(".):/"), match[2].strip()) if match else ("", line)


def is_decimal(number: str) -> bool:
    """Whether the cell numbers a row: "1", "2.", "1.3"."""
    return bool(_DECIMAL.fullmatch(number))


def _squeezed(numeral: str) -> str:
    return re.sub(r"\s+", "", numeral)
