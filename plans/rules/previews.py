"""What was read of a workbook, as plain data: kept until it is taken over, and judged anew where somebody mends it. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypedDict

from uuid_utils.compat import uuid7

from notation.year import PlanYear
from papers.intake.leads import Units
from papers.intake.lengths import headings_too_long
from papers.intake.problems import Field, Problem
from papers.intake.sentences import sentence
from papers.intake.task_list import TaskList
from papers.intake.task_rows import ASKED, TaskRow, due_of, groups_of, problems_of
from plans.words import UNIT_FIELDS, Row

#: A cell of the workbook -> the field of a row over the wire.
FIELDS: Mapping[str, str] = {"lead": "leads", "due": "due_text"}
CELLS: Mapping[str, Field] = {FIELDS.get(name, name): name for name in ASKED}
#: Fields of which a row keeps both the codes and the wording.
WORDINGS: Mapping[str, str] = {"leads": "lead_text", "coordinating": "coordinating_text"}
#: What is wrong with a cell itself: as long as nobody has written in it.
BROKEN = ("cell-fault", "cell-uncalculated")
#: Said at the first row under a heading, which moves where rows do.
HEADING = "heading-too-long"


class ProblemLine(TypedDict):
    """A problem with its sentence; `row` is the worksheet's row, counted from 1 (0: the whole file, or a row that stands in none).

    `id`: the row whose words it is about; None: mending a row does not end it.
    """

    id: str | None
    row: int
    field: str
    code: str
    text: str


class ReadRow(TypedDict):
    """A row that was read, `row` the worksheet's (0: it was added since); `due` is what was understood of `due_text`."""

    id: str
    row: int
    kind: str
    section: str
    number: str
    text: str
    leads: list[str]
    lead_text: str
    coordinating: list[str]
    coordinating_text: str
    due_text: str
    due: dict[str, str | None] | None
    product: str
    person: str
    authority: str
    note: str


class Preview(TypedDict):
    """A workbook as it was read or mended, kept as plain data until it is confirmed."""

    title: str
    targets: int
    tasks: int
    groups: int
    errors: list[ProblemLine]
    warnings: list[ProblemLine]
    rows: list[ReadRow]


#: What an edit may name of a row.
EDITABLE = tuple(name for name in ReadRow.__annotations__ if name not in ("id", "row", "due"))


def preview(read: TaskList) -> Preview:
    """What was read, as plain data; each row has an id from now on."""
    rows = [row_shape(row) for row in read.rows]
    ids = {row["row"]: row["id"] for row in rows}

    def lines(of_sheet: Iterable[Problem], of_rows: Iterable[Problem]) -> list[ProblemLine]:
        return [
            *(line(one) for one in sorted(of_sheet, key=lambda one: one.row)),
            *(line(one, ids[one.row]) for one in sorted(of_rows, key=lambda one: one.row)),
        ]

    return {
        "title": read.title,
        "targets": read.targets,
        "tasks": read.tasks,
        "groups": read.groups,
        "errors": lines(read.of_sheet.errors, read.of_rows.errors),
        "warnings": lines(read.of_sheet.warnings, read.of_rows.warnings),
        "rows": rows,
    }


def line(problem: Problem, of: str | None = None) -> ProblemLine:
    """A problem with its sentence."""
    field = FIELDS.get(problem.field, problem.field)
    return {"id": of, "row": problem.row, "field": field, "code": problem.code, "text": sentence(problem)}


def row_shape(row: TaskRow) -> ReadRow:
    """One row that was read, as plain data."""
    said: dict[str, Any] = {name: getattr(row, name) for name in EDITABLE}
    said |= {name: list(said[name]) for name in UNIT_FIELDS}
    due = row.due.to_json() if row.due else None
    return ReadRow(id=str(uuid7()), row=row.row, due=due, **said)  # type: ignore[typeddict-item, no-any-return]


def row_of(read: ReadRow) -> Row:
    """A row that was read, as it is written; its due time is understood anew."""
    return Row(**{name: read[name] for name in EDITABLE})  # type: ignore[literal-required]


def task_row(read: ReadRow, year: PlanYear) -> TaskRow:
    """A row as its reader has it, whose rules it is judged by."""
    said: dict[str, Any] = {name: read[name] for name in EDITABLE}  # type: ignore[literal-required]
    said |= {name: tuple(said[name]) for name in UNIT_FIELDS}
    return TaskRow(row=read["row"], due=due_of(read["due_text"], year).due, **said)


def mended(
    kept: Preview,
    rows: Sequence[ReadRow],
    changed: Mapping[str, Collection[str]],
    units: Units,
    year: PlanYear,
) -> Preview:
    """The preview with these rows.

    What was found of a row stands until its words are `changed` (its id -> the fields that were written); then it is asked again.
    A column that the sheet does not have is missed no longer once every row says what would stand in it.
    """
    read = [task_row(row, year) for row in rows]
    missed = missed_columns(kept, read)
    errors: dict[str, list[ProblemLine]] = {}
    warnings: dict[str, list[ProblemLine]] = {}
    for row, one in zip(rows, read, strict=True):
        if (fields := changed.get(row["id"])) is not None:
            broken = [old for old in kept["errors"] if old["id"] == row["id"] and is_broken(old, fields)]
            unasked = missed | {CELLS[old["field"]] for old in broken if old["field"] in CELLS}
            found = problems_of(one, units, year, unasked=unasked)
            errors[row["id"]] = [*broken, *(line(problem, row["id"]) for problem in found.errors)]
            warnings[row["id"]] = [line(problem, row["id"]) for problem in found.warnings]
            row["due"] = one.due.to_json() if one.due else None
    long = {rows[place]["id"]: line(problem, rows[place]["id"]) for place, problem in headings_too_long(read)}
    targets = sum(row["kind"] == "target" for row in rows)
    return {
        "title": kept["title"],
        "targets": targets,
        "tasks": len(rows) - targets,
        "groups": groups_of(read),
        "errors": [
            *of_sheet(kept["errors"], missed),
            *([] if rows else [line(Problem(0, "text", "no-rows"))]),
            *of_rows(kept["errors"], rows, errors, long),
        ],
        "warnings": [
            *of_sheet(kept["warnings"], missed),
            *of_rows(kept["warnings"], rows, warnings, {}),
        ],
        "rows": [*rows],
    }


def missed_columns(kept: Preview, read: Sequence[TaskRow]) -> set[Field]:
    """The columns that the sheet does not have, and of which rows lack something by now."""
    told = [one for one in (*kept["errors"], *kept["warnings"]) if one["code"] == "column-missing"]
    fields = {CELLS[one["field"]] for one in told}
    return {name for name in fields if not read or any(row.lacks(name) for row in read)}


def is_broken(problem: ProblemLine, changed: Collection[str]) -> bool:
    """Whether it is of a cell that is broken still: nobody has written in it."""
    field = problem["field"]
    return problem["code"] in BROKEN and not {field, WORDINGS.get(field, field)} & {*changed}


def of_sheet(lines: Iterable[ProblemLine], missed: Collection[Field]) -> list[ProblemLine]:
    """The problems that are no row's and still stand."""
    theirs = [one for one in lines if one["id"] is None and one["code"] != "no-rows"]
    return [one for one in theirs if one["code"] != "column-missing" or CELLS[one["field"]] in missed]


def of_rows(
    lines: Iterable[ProblemLine],
    rows: Sequence[ReadRow],
    anew: Mapping[str, list[ProblemLine]],
    headings: Mapping[str, ProblemLine],
) -> list[ProblemLine]:
    """The problems of rows, in the order of the rows: found `anew`, else as they were; those of headings always anew."""
    stand: dict[str, list[ProblemLine]] = defaultdict(list)
    for one in lines:
        if one["id"] is not None and one["id"] not in anew and one["code"] != HEADING:
            stand[one["id"]].append(one)
    return [
        one
        for row in rows
        for one in (
            *anew.get(row["id"], stand[row["id"]]),
            *([headings[row["id"]]] if row["id"] in headings else []),
        )
    ]
