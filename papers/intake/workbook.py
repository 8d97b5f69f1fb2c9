"""An .xlsx read into plain cells, within limits of size, time and memory.

openpyxl is not used for reading: it builds the whole tree (58 MB of XML took 46 s and 1.3 GB), stumbles over
the styles of other office suites, and its quick mode knows neither merged cells nor hidden rows.
"""

import posixpath
import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax.xmlreader import AttributesImpl

from notation.limits import CELL_TEXT, CELLS, COLUMNS, MERGES, ROWS, WORKBOOK_TEXT

from .archive import Archive, Elements, Unreadable
from .cells import Cell, Look, iso_cell, look_of, number_cell

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Merge(NamedTuple):
    """A merged block; rows and columns count from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """One worksheet: `rows` maps a row number (from 1) to its cells by column number; blank cells are absent."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)


def open_workbook(data: bytes) -> list[Sheet]:
    """Read all worksheets, in the order of their tabs. Formulas give the value Excel saved last.

    Raises Unreadable: see `sentences.SENTENCES` for the codes that begin with `file-` and `sheet-`.
    """
    archive = Archive(data)
    root = _Relations("")
    archive.parse("_rels/.rels", root)
    main = next(
        (target for kind, target in root.found.values() if kind == "officeDocument"), "xl/workbook.xml"
    )
    if main not in archive:
        raise Unreadable("file-not-a-workbook")
    book = _Book()
    archive.parse(main, book)
    relations = _Relations(posixpath.dirname(main))
    archive.parse(
        posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels"), relations
    )
    texts, styles = _Texts(), _Styles()
    for kind, part in relations.found.values():
        handler = {"sharedStrings": texts, "styles": styles}.get(kind)
        if handler and part in archive:
            archive.parse(part, handler)
    budget = _Budget()
    sheets = []
    for name, hidden, relation in book.sheets:
        kind, part = relations.found.get(relation, ("", ""))
        if kind == "worksheet":  # a chart has a tab of its own, too
            cells = _Cells(Sheet(name, hidden), texts.found, styles.looks, budget, mac_dates=book.mac_dates)
            archive.parse(part, cells)
            sheets.append(cells.sheet)
    return sheets


class _Budget:
    """What all sheets together may still hold."""

    def __init__(self) -> None:
        self._cells, self._characters = CELLS, WORKBOOK_TEXT

    def take_cell(self, sheet: Sheet) -> None:
        self._cells -= 1
        if self._cells < 0:
            raise Unreadable("sheet-too-many-cells", sheet=sheet.name, limit=str(CELLS))

    def take_text(self, text: str, sheet: Sheet) -> None:
        self._characters -= len(text)
        if self._characters < 0:
            raise Unreadable("sheet-too-much-text", sheet=sheet.name, limit=str(WORKBOOK_TEXT))


class _Relations(Elements):
    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attrs: AttributesImpl) -> None:
        if name == "Relationship" and attrs.get("TargetMode") != "External":
            kind = attrs.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self._folder, attrs.get("Target", "")))
            self.found[attrs.get("Id", "")] = (kind, target.lstrip("/"))


class _Book(Elements):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, bool, str]] = []
        self.mac_dates = False

    def start(self, name: str, attrs: AttributesImpl) -> None:
        if name == "sheet":
            relation = next((attrs[key] for key in attrs.keys() if key.endswith(":id")), "")  # noqa: SIM118
            self.sheets.append((attrs.get("name", ""), attrs.get("state", "visible") != "visible", relation))
        elif name == "workbookPr":
            self.mac_dates = attrs.get("date1904") in ("1", "true")


class _Texts(Elements):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._pieces: list[str] | None = None
        self._phonetic = False

    def start(self, name: str, attrs: AttributesImpl) -> None:
        if name == "si":
            self.found.append("")
        elif name == "rPh":
            self._phonetic = True
        elif name == "t" and not self._phonetic:
            self._pieces = []

    def characters(self, content: str) -> None:
        if self._pieces is not None:
            self._pieces.append(content)

    def end(self, name: str) -> None:
        if name == "rPh":
            self._phonetic = False
        elif name == "t" and self._pieces is not None:
            self.found[-1] += _unescaped("".join(self._pieces))
            self._pieces = None


class _Styles(Elements):
    def __init__(self) -> None:
        super().__init__()
        self.looks: list[Look] = []
        self._codes: dict[int, str] = {}
        self._inside = False

    def start(self, name: str, attrs: AttributesImpl) -> None:
        if name == "numFmt":
            self._codes[int(attrs.get("numFmtId", "0"))] = attrs.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            number = int(attrs.get("numFmtId", "0"))
            self.looks.append(look_of(number, self._codes.get(number)))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


class _Cells(Elements):
    """Reads one worksheet part; `budget` is what all sheets together may still hold."""

    def __init__(
        self, sheet: Sheet, texts: list[str], looks: list[Look], budget: "_Budget", *, mac_dates: bool
    ) -> None:
        super().__init__()
        self.sheet = sheet
        self._texts, self._looks, self._budget, self._mac_dates = texts, looks, budget, mac_dates
        self._row = self._column = 0
        self._type, self._style, self._formula = "n", 0, False
        self._pieces: list[str] = []
        self._listening = False

    def start(self, name: str, attrs: AttributesImpl) -> None:
        if name == "c":
            self._start_cell(attrs)
        elif name in ("v", "t"):
            self._listening = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._start_row(attrs)
        elif name == "mergeCell":
            self._merge(attrs.get("ref", ""))
        elif name == "dimension":
            self._check_row(_last_row(attrs.get("ref", "")))

    def characters(self, content: str) -> None:
        if self._listening:
            self._pieces.append(content)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._listening = False
        elif name == "c":
            self._end_cell()

    def _start_row(self, attrs: AttributesImpl) -> None:
        self._row = int(attrs.get("r", str(self._row + 1)))
        self._column = 0
        self._check_row(self._row)
        if attrs.get("hidden") in ("1", "true"):
            self.sheet.hidden_rows.add(self._row)

    def _check_row(self, number: int) -> None:
        if number > ROWS:
            raise Unreadable("sheet-too-many-rows", sheet=self.sheet.name, limit=str(ROWS))

    def _start_cell(self, attrs: AttributesImpl) -> None:
        self._budget.take_cell(self.sheet)
        reference = attrs.get("r")
        self._column = _block(reference).left if reference else self._column + 1
        self._type, self._style, self._formula = attrs.get("t", "n"), int(attrs.get("s", "0")), False
        self._pieces = []

    def _end_cell(self) -> None:
        cell = self._cell("".join(self._pieces))
        if cell is None:
            return
        if self._column > COLUMNS:
            raise Unreadable("sheet-too-many-columns", sheet=self.sheet.name, limit=str(COLUMNS))
        if len(cell.text) > CELL_TEXT:
            cell = cell._replace(text=cell.text[: CELL_TEXT + 1])
        self._budget.take_text(cell.text, self.sheet)
        self.sheet.rows.setdefault(self._row, {})[self._column] = cell

    def _cell(self, stored: str) -> Cell | None:
        if not stored.strip():
            return Cell("", "uncalculated") if self._formula and self._type != "str" else None
        if self._type == "s":
            text = self._texts[int(stored)]
            return Cell(text) if text.strip() else None
        if self._type == "n":
            look = self._looks[self._style] if self._style < len(self._looks) else "number"
            return number_cell(stored.strip(), look, mac_dates=self._mac_dates)
        if self._type == "d":
            return iso_cell(stored)
        if self._type == "b":
            return Cell("TRUE" if stored == "1" else "FALSE")
        return Cell(_unescaped(stored), "fault" if self._type == "e" else "text")

    def _merge(self, reference: str) -> None:
        self.sheet.merges.append(_block(reference))
        if len(self.sheet.merges) > MERGES:
            raise Unreadable("sheet-too-many-cells", sheet=self.sheet.name, limit=str(CELLS))


def _last_row(reference: str) -> int:
    """What a sheet claims to reach to; a claim that makes no sense is no claim."""
    match = _REFERENCE.fullmatch(reference.rpartition(":")[2])
    return int(match[2]) if match else 0


def _block(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    (left, top), (right, bottom) = _position(first), _position(last or first)
    return Merge(top, left, bottom, right)


def _position(reference: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise ValueError(f"no cell reference: {reference!r}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(match[2])


def _unescaped(text: str) -> str:
    """Undo Excel's way of writing what XML cannot carry: `_x000D_` is a carriage return."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
