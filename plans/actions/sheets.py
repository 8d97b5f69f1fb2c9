"""The rows of an open draft while they are edited: read as far as they are named, and written back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from approvals.ledger.canonical import digest
from organization.models import Unit
from plans.contents.plans import NAMED, PARTS, row_content
from plans.models import Plan, PlanRow, RowDigest, RowUnit
from plans.rules.due_times import due_time
from plans.rules.order import shifts
from plans.words import ROW_FIELDS, Row
from plans.words import UNIT_FIELDS as UNITS
from workflow.models import Case
from workflow.rules.merging import Unfit

from .leaves import Leaf, read_leaves
from .people import find_people
from .rows import name_units, size_of

#: The columns that somebody writes.
WRITTEN = (*ROW_FIELDS, "ended", "reason")
#: What people are looked for in.
NAMING = {"person", *UNITS}
#: Where more rows than this move by distances of their own, all are renumbered at once.
DISTANCES = 3


@dataclass(slots=True)
class Sheet:
    """The rows of a plan while they are edited.

    Attributes:
        leaves: all of them as they stood, in their order; `order`: as they are to stand.
        known: those that are named, as they stand; `said`: what they are to say, those that are new among them.
        units: code -> a unit that is named anew; `codes`: code -> id of all that are named.
        changed: row -> the fields that are written; `unfit`: what is not.
    """

    plan: Plan
    leaves: Mapping[UUID, Leaf]
    order: list[UUID]
    known: dict[UUID, PlanRow]
    said: dict[UUID, Row]
    units: Mapping[str, Unit]
    codes: Mapping[str, UUID]
    changed: dict[UUID, set[str]] = field(default_factory=dict)
    unfit: list[Unfit] = field(default_factory=list)

    @property
    def removed(self) -> set[UUID]:
        """The rows that are taken out."""
        return self.leaves.keys() - set(self.order)

    @property
    def touched(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.changed) or self.order != [*self.leaves]


def read_sheet(case: Case, rows: Collection[UUID], codes: Collection[str]) -> Sheet:
    """The order of a plan's rows, those that are named, and units that are named anew; two statements, one more with such units,
    and one where no named row is there."""
    named = PlanRow.objects.filter(plan=case.id, id__in=rows).order_by("position", "units__position")
    joined = named.select_related("plan__period", "plan__case__unit").annotate(
        part=F("units__part"), code=NAMED, unit=F("units__unit")
    )
    known: dict[UUID, PlanRow] = {}
    said: dict[UUID, Row] = {}
    there: dict[str, UUID] = {}
    for row in joined if rows else ():
        known.setdefault(row.id, row)
        said.setdefault(row.id, row_as_said(row))
        if row.part:
            getattr(said[row.id], PARTS[row.part]).append(row.code)
            there |= {row.code: row.unit} if row.unit else {}
    plan = next((row.plan for row in known.values()), None) or plan_with_names(case)
    units = units_by_code(case, codes)
    leaves = {leaf.id: leaf for leaf in read_leaves(plan)}
    ids = there | {code: unit.id for code, unit in units.items()}
    return Sheet(plan, leaves, [*leaves], known, said, units, ids)


def plan_with_names(case: Case) -> Plan:
    """The plan of the case, with its unit and its period."""
    return Plan.objects.select_related("period", "case__unit").get(case=case)


def units_by_code(case: Case, codes: Collection[str]) -> dict[str, Unit]:
    """The institution's units with these codes; one statement, where there are any."""
    found = Unit.objects.filter(institution=case.institution_id, code__in=codes).select_related("successor")
    return {unit.code: unit for unit in found} if codes else {}


def row_as_said(row: PlanRow) -> Row:
    """A row as somebody writes it, before its units are named."""
    said: dict[str, Any] = {name: getattr(row, name) for name in WRITTEN}
    return Row(id=row.id, leads=[], coordinating=[], **said)


def size_of_all(sheet: Sheet) -> int:
    """What all rows count towards what a plan can keep."""
    return sum(
        size_of(sheet.said[row]) if row in sheet.said else sheet.leaves[row].characters for row in sheet.order
    )


def write_sheet(sheet: Sheet, now: datetime) -> dict[UUID, str | None]:
    """Writes what was changed, and nothing else; answers the digest of each row, as far as it is known."""
    plan, order = sheet.plan, {row: place for place, row in enumerate(sheet.order)}
    changed = {row: names for row, names in sheet.changed.items() if row in order}
    if sheet.removed:
        PlanRow.objects.filter(id__in=sheet.removed).delete()
    fresh = [row for row in changed if row not in sheet.known]
    for row in fresh:
        sheet.known[row] = PlanRow(id=row, key=row, plan=plan, position=order[row])
    for row in changed:
        fill_in(sheet.known[row], sheet.said[row], plan)
    PlanRow.objects.bulk_create([sheet.known[row] for row in fresh])
    columns = {name for row in changed.keys() - set(fresh) for name in changed[row] if name not in UNITS}
    if columns:
        columns |= {"due"} if "due_text" in columns else set()
        PlanRow.objects.bulk_update(
            [sheet.known[row] for row in changed.keys() - set(fresh)], sorted(columns), batch_size=500
        )
    write_units(sheet, [row for row in changed if changed[row] & {*UNITS}])
    if naming := [row for row in changed if changed[row] & NAMING]:
        find_people([sheet.known[row] for row in naming], plan, now)
    renumber(sheet)
    return digests_of(sheet, changed)


def fill_in(target: PlanRow, row: Row, plan: Plan) -> None:
    """Gives a row's columns what is said."""
    for name in WRITTEN:
        setattr(target, name, getattr(row, name))
    target.due = due_time(row.due_text, plan.period.label).value


def write_units(sheet: Sheet, rows: Collection[UUID]) -> None:
    """Writes which units these rows name."""
    if there := [row for row in rows if row in sheet.leaves]:
        RowUnit.objects.filter(row__in=there).delete()
    if rows:
        name_units([sheet.known[row] for row in rows], [sheet.said[row] for row in rows], sheet.codes)


def renumber(sheet: Sheet) -> None:
    """Writes where the rows stand that stood elsewhere."""
    before = {row: place for place, row in enumerate(sheet.leaves)}
    moved = shifts(before, sheet.order)
    if len(moved) > DISTANCES:
        rows = [PlanRow(id=row, position=before[row] + by) for by, some in moved.items() for row in some]
        PlanRow.objects.bulk_update(rows, ["position"], batch_size=500)
        return
    for by, some in moved.items():
        PlanRow.objects.filter(id__in=some).update(position=F("position") + by)


def digests_of(sheet: Sheet, changed: Collection[UUID]) -> dict[UUID, str | None]:
    """The digest of each row: of those that were changed a new one, which is kept; a supplement keeps none."""
    known = {leaf.id: leaf.digest for leaf in sheet.leaves.values()}
    if sheet.plan.revision or not changed:
        return known
    fresh = {row: digest(row_content(sheet.known[row]) | units_said(sheet.said[row])) for row in changed}
    RowDigest.objects.bulk_create(
        [RowDigest(row_id=row, digest=one) for row, one in fresh.items()],
        update_conflicts=True, unique_fields=["row"], update_fields=["digest"],
    )  # fmt: skip
    return known | fresh


def units_said(row: Row) -> dict[str, list[str]]:
    """The units that a row names, as its content has them."""
    return {name: list(getattr(row, name)) for name in UNITS}
