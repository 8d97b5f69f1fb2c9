"""One row of a task list, and what is wrong with it or odd about it: asked when a workbook is read, and again when the row is mended."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from notation.due import Due, DueReading, read_due
from notation.year import PlanYear
from papers.outline import RowKind

from .leads import Units
from .lengths import fields_too_long
from .problems import Field, Problem, quote

#: What every row has to say, the names of its cells.
REQUIRED: tuple[Field, ...] = ("text", "lead", "due")
#: What a sheet is told to have no column for.
ASKED: tuple[Field, ...] = (*REQUIRED, "product")
#: How many readings of due times are kept: a list says the same times again and again.
_KEPT_READINGS = 4_096


@dataclass(frozen=True)
class TaskRow:
    """One target or task. `row` counts worksheet rows from 1, 0: it stands in none; wordings are kept beside what was parsed."""

    row: int
    kind: RowKind
    section: str
    number: str
    text: str
    leads: tuple[str, ...]
    lead_text: str
    coordinating: tuple[str, ...]
    coordinating_text: str
    due_text: str
    due: Due | None
    product: str
    person: str
    authority: str
    note: str

    def lacks(self, name: Field) -> bool:
        """Whether it leaves open what has to be said; a target's result is its own product."""
        said = {
            "text": self.text,
            "lead": self.lead_text or self.leads,
            "due": self.due_text,
            "product": self.product or self.kind == "target",
        }
        return not said.get(name, True)


@dataclass(frozen=True)
class Found:
    """What was found; errors keep all of it from being taken over."""

    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


@lru_cache(_KEPT_READINGS)
def due_of(text: str, year: PlanYear) -> DueReading:
    """How a due cell is read in a plan of this year."""
    return read_due(text, year)


def problems_of(row: TaskRow, units: Units, year: PlanYear, *, unasked: Collection[Field] = ()) -> Found:
    """What is wrong with the row as it stands, whether it was read or mended.

    A missing text, lead or due time, an unknown unit, an impossible date and what is too long are errors; a missing product and
    a due time outside the year are warnings. `unasked`: what it may lack, for the sheet has no such column, or its cell is broken.
    """
    lacking = [name for name in REQUIRED if name not in unasked and row.lacks(name)]
    issues = due_of(row.due_text, year).issues
    errors = [Problem(row.row, name, f"{name}-missing") for name in lacking]
    unknown = units.read(row.lead_text).unknown
    errors += [Problem(row.row, "lead", "unit-unknown", {"text": quote(unit)}) for unit in unknown]
    warnings = []
    if "product" not in unasked and row.text and row.lacks("product"):
        warnings.append(Problem(row.row, "product", "product-missing", {"text": quote(row.text)}))
    for issue in issues:
        params = {**issue.params, "text": quote(issue.params["text"])}
        found = errors if issue.severity == "error" else warnings
        found.append(Problem(row.row, "due", issue.code, params))
    return Found((*errors, *fields_too_long(row)), tuple(warnings))


def groups_of(rows: Iterable[TaskRow]) -> int:
    """How many groups of rows stand under headings; tasks before the first heading are none."""
    runs = [run for run, _ in groupby((row.kind, row.section) for row in rows)]
    return len(runs) - (runs[:1] == [("task", "")])
