"""A plan's rows read from a workbook: Appendix 1 of Notice 242, or a task list such as Hòa Bình's of 2021."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from notation.limits import TITLE
from notation.text import fold, one_line, shortened
from notation.year import PlanYear
from papers.forms import DEMO_MARK, FEET
from papers.outline import Outline, RowKind

from .archive import Unreadable
from .cells import Cell
from .grid import Grid
from .header import Header, find_header
from .leads import Units, wording
from .lengths import Room, headings_too_long, within_room
from .lines import Line, read_lines, text_of
from .problems import Field, Problem, quote
from .task_rows import ASKED, REQUIRED, Found, TaskRow, due_of, groups_of, problems_of
from .workbook import Sheet, open_workbook

_JOINTS: dict[Field, str] = {"text": " ", "lead": "\n", "coordinating": "\n"}


@dataclass(frozen=True)
class TaskList:
    """What was read, rows with errors included.

    Attributes:
        of_rows: what was found in the words of rows; where they are mended, it is gone.
        of_sheet: what was found beside: of columns, headings and lines that are no rows.
    """

    title: str
    rows: tuple[TaskRow, ...]
    of_rows: Found
    of_sheet: Found

    @property
    def targets(self) -> int:
        """How many targets were read."""
        return sum(row.kind == "target" for row in self.rows)

    @property
    def tasks(self) -> int:
        """How many tasks were read."""
        return len(self.rows) - self.targets

    @property
    def groups(self) -> int:
        """How many groups of rows stand under headings."""
        return groups_of(self.rows)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """All of them, from the top of the sheet down."""
        return _downwards((*self.of_rows.errors, *self.of_sheet.errors))

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """All of them, from the top of the sheet down."""
        return _downwards((*self.of_rows.warnings, *self.of_sheet.warnings))


def _downwards(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.row))


def read_task_list(data: bytes, *, year: PlanYear, known_units: Mapping[str, str]) -> TaskList:
    """Read a workbook in this process; see `read_sheets`. What comes from outside is opened by `apart.open_apart`."""
    return read_sheets(open_workbook(data), year=year, known_units=known_units)


def read_sheets(sheets: Iterable[Sheet], *, year: PlanYear, known_units: Mapping[str, str]) -> TaskList:
    """Read the first worksheet that holds a task list. Nothing is guessed or corrected, only reported.

    `known_units` maps names, aliases, past names and codes (folded or not) to unit codes. A missing text,
    lead or due time, an unknown unit and an impossible date are errors; a missing product and a due time
    outside the year are warnings. Raises Unreadable when the file is no workbook, is unsafe, or holds no
    table with a header.
    """
    grids = [Grid(sheet) for sheet in sorted(sheets, key=lambda sheet: sheet.hidden)]
    found = [(grid, header) for grid in grids if (header := find_header(grid))]
    if not found:
        raise Unreadable("file-no-table")
    readings = [_Reading(grid, header, year, Units(known_units)) for grid, header in found]
    for reading in readings:
        reading.read()
        if reading.rows:
            return reading.result(others=[other for other in readings if other is not reading])
    return readings[0].result(others=readings[1:])


class _Draft:
    """A row while the lines that belong to it are gathered."""

    def __init__(self, line: Line, outline: Outline, fields: Mapping[Field, int]) -> None:
        self.row = line.number
        self.kind: RowKind = outline.kind
        self.section = outline.section
        self.faults = {
            name: cell for name, cell in line.own.items() if cell.kind in ("fault", "uncalculated")
        }
        self.texts: dict[Field, str] = {name: line.text(name) for name in fields}

    @property
    def length(self) -> int:
        """Characters of the row, of the headings above it too."""
        return len(self.section) + sum(map(len, self.texts.values()))

    def go_on(self, line: Line) -> None:
        for name, cell in line.own.items():
            more = text_of(cell, name)
            texts = [text for text in (self.texts.get(name, ""), more) if text]
            self.texts[name] = _JOINTS.get(name, "; ").join(texts)


class _Reading:
    """One pass over one worksheet."""

    def __init__(self, grid: Grid, header: Header, year: PlanYear, units: Units) -> None:
        self.rows: list[TaskRow] = []
        self._grid, self._header, self._year, self._units = grid, header, year, units
        self._outline = Outline()
        self._errors: list[Problem] = []
        self._warnings: list[Problem] = []
        self._row_errors: list[Problem] = []
        self._row_warnings: list[Problem] = []

    def read(self) -> None:
        self._check_header()
        room = Room(self._grid.sheet.name)
        drafts: list[_Draft] = []
        dropped: list[Line] = []
        for line in read_lines(self._grid, self._header):
            if line.role == "heading":
                self._open_heading(line)
            elif line.role == "row" or (line.role == "continuation" and not drafts):
                self._outline.add_row()
                drafts.append(_Draft(line, self._outline, self._header.columns))
            elif line.role == "continuation":
                self._go_on(drafts[-1], line)
            elif line.role in ("foot", "total"):
                dropped.append(line)
            if drafts:
                room.keep(drafts[-1].row, drafts[-1].length)
        self.rows = [self._row(draft) for draft in drafts]
        within_room(self.rows, self._grid.sheet.name)
        self._row_errors += [problem for _, problem in headings_too_long(self.rows)]
        self._report_what_was_left_out(dropped)

    def result(self, others: list["_Reading"]) -> TaskList:
        if not self.rows:
            self._errors.append(Problem(self._header.first_row, "text", "no-rows"))
        for other in others:
            names = {"sheet": self._grid.sheet.name, "ignored": other._grid.sheet.name}
            self._warnings.append(Problem(self._header.first_row, "sheet", "sheet-ignored", names))
        title = _title(self._grid, self._header)
        if len(title) > TITLE:
            self._warn(self._header.first_row, "title", "sheet-title-shortened", limit=str(TITLE))
        return TaskList(
            title=shortened(title, TITLE),
            rows=tuple(self.rows),
            of_rows=Found(tuple(self._row_errors), tuple(self._row_warnings)),
            of_sheet=Found(tuple(self._errors), tuple(self._warnings)),
        )

    def _check_header(self) -> None:
        row = self._header.first_row
        for name in REQUIRED:
            if name not in self._header.columns:
                self._errors.append(Problem(row, name, "column-missing"))
        if "product" not in self._header.columns:
            self._warnings.append(Problem(row, "product", "column-missing"))
        for words in self._header.unknown.values():
            self._warnings.append(Problem(row, "text", "column-ignored", {"text": quote(words)}))

    def _open_heading(self, line: Line) -> None:
        self._outline.add_heading(line.number, line.numeral, line.title)
        merged = any(self._grid.is_wide(line.number, self._header.columns[name]) for name in line.own)
        if self._outline.headings[-1].section and not (line.numeral or merged):
            self._warn(line.number, "text", "heading-unnumbered", text=quote(line.title))

    def _go_on(self, draft: _Draft, line: Line) -> None:
        draft.go_on(line)
        if not self._grid.comes_from_above(line.number, self._header.columns["text"]):
            self._warn(line.number, "text", "row-joined", text=quote(line.words), onto=str(draft.row))

    def _row(self, draft: _Draft) -> TaskRow:
        texts = draft.texts
        lead, beside = texts.get("lead", ""), texts.get("coordinating", "")
        leads, coordinating = self._units.read(lead), self._units.read(beside)
        one_name = len(leads.codes) == 1 and not leads.unknown
        row = TaskRow(
            row=draft.row,
            kind=draft.kind,
            section=draft.section,
            number=texts.get("number", ""),
            text=texts.get("text", ""),
            leads=leads.codes,
            lead_text=one_line(lead) if one_name else wording(lead, leads, "lead_text"),
            coordinating=coordinating.codes,
            coordinating_text=wording(beside, coordinating, "coordinating_text"),
            due_text=texts.get("due", ""),
            due=due_of(texts.get("due", ""), self._year).due,
            product=texts.get("product", ""),
            person=texts.get("person", ""),
            authority=texts.get("authority", ""),
            note=texts.get("note", "").removesuffix(DEMO_MARK).rstrip(),
        )
        self._find_problems(row, draft.faults)
        return row

    def _find_problems(self, row: TaskRow, faults: Mapping[Field, Cell]) -> None:
        for name, cell in faults.items():
            code = "cell-fault" if cell.kind == "fault" else "cell-uncalculated"
            params = {"text": quote(cell.text)} if cell.text else {}
            self._row_errors.append(Problem(row.row, name, code, params))
        absent = {name for name in ASKED if name not in self._header.columns}
        found = problems_of(row, self._units, self._year, unasked=absent | faults.keys())
        self._row_errors += found.errors
        self._row_warnings += found.warnings

    def _report_what_was_left_out(self, dropped: list[Line]) -> None:
        hidden = sorted(row.row for row in self.rows if row.row in self._grid.sheet.hidden_rows)
        if hidden:
            self._warn(hidden[0], "text", "rows-hidden", count=str(len(hidden)))
        for heading in self._outline.headings:
            if heading.section and not heading.rows and not heading.headings and heading.title:
                self._warn(heading.row, "text", "heading-alone", text=quote(heading.title))
        told = [line for line in dropped if not line.words.startswith(FEET)]
        for _, together in groupby(enumerate(told), key=lambda pair: pair[1].number - pair[0]):
            lines = [line for _, line in together]
            words = quote(" / ".join(line.words for line in lines))
            self._warn(lines[0].number, "text", "rows-ignored", text=words, last=str(lines[-1].number))

    def _warn(self, row: int, name: Field, code: str, **params: str) -> None:
        self._warnings.append(Problem(row, name, code, params))


_TITLES = ("danh muc", "ke hoach", "chuong trinh", "bang phan cong", "phan cong")


def _title(grid: Grid, header: Header) -> str:
    """The line above the header that names the list; the longest one when none begins as titles do."""
    rows = [grid.sheet.rows[row] for row in grid.rows() if row < header.first_row]
    lines = [one_line(cell.text) for row in rows for cell in row.values() if cell.text.strip()]
    named = (line for line in lines if fold(line).startswith(_TITLES))
    return next(named, max(lines, key=len, default=""))
