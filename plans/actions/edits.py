"""Rows of an open draft are edited field by field, beside others who do the same (docs/adr/0052)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from approvals.actions import lock_for_editing, mark_edited
from approvals.queries.scope import scope_of
from organization.models import User
from plans.models import Plan, PlanRow
from plans.rules.lengths import against_size
from plans.rules.order import placed_after
from plans.words import UNIT_FIELDS, Row
from workflow.models import Case
from workflow.rules import Reason, Scope, not_marked, refuse
from workflow.rules.merging import RowEdit, RowMove, Unfit, Value, gone, merged, open_fields, stale

from .leaves import content_by_leaves
from .rows import against_absence, against_ended_units, against_ending, against_row
from .sheets import WRITTEN, Sheet, read_sheet, size_of_all, write_sheet

#: A row's number changes whenever one before it is taken out.
NUMBER = frozenset({"number"})


@dataclass(frozen=True, slots=True)
class Edits:
    """What one person has made of a plan's rows since they last asked: fields of some, some taken out, some put elsewhere."""

    rows: Sequence[RowEdit] = ()
    removed: Sequence[RowEdit] = ()
    moved: Sequence[RowMove] = ()

    @property
    def ids(self) -> set[UUID]:
        """The rows whose words are looked at."""
        return {one.id for one in (*self.rows, *self.removed)}

    @property
    def codes(self) -> set[str]:
        """The units that rows are to name."""
        values = [edit.now.get(name) for edit in self.rows for name in UNIT_FIELDS]
        return {code for value in values if isinstance(value, list) for code in value}


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of edits: the case and its plan, what did not fit, and the rows that were written, as they stand now."""

    case: Case
    plan: Plan
    unfit: Sequence[Unfit]
    rows: Sequence[Row]


@transaction.atomic
def edit_rows(case_id: UUID, edits: Edits, *, by: User, now: datetime) -> Edited:
    """Write what fits: each field that still says what the person had before them. What does not fit is answered, row by row, and
    nothing of it is kept; what says already what is wanted is done.

    Raises:
        Refused: as lock_for_editing; 422 more rows or text than a plan can have.
    """
    case = lock_for_editing(case_id, seen=None, by=by, now=now)
    sheet, today = read_sheet(case, edits.ids, edits.codes), timezone.localtime(now).date()
    opened, closed = open_edits(edits, scope_of(case))
    sheet.unfit += [replace(one, stands=value_there(sheet, one.reason)) for one in closed]
    for edit in opened.rows:
        write_fields(sheet, edit, today)
    take_out(sheet, opened.removed)
    for move in opened.moved:
        put_elsewhere(sheet, move)
    refuse(against_size(len(sheet.order), size_of_all(sheet)))
    if sheet.touched:
        known = write_sheet(sheet, now)
        mark_edited([case], by=by, contents={case.id: content_by_leaves(sheet.plan, sheet.order, known)})
    return Edited(
        case,
        sheet.plan,
        sheet.unfit,
        [sheet.said[one.id] for one in edits.rows if one.id in sheet.order],
    )


def open_edits(edits: Edits, scope: Scope) -> tuple[Edits, list[Unfit]]:
    """Those of the edits that are on what a return left open, and what is not. A number alone changes nothing."""
    if not scope.limited:
        return edits, []
    rows, closed = open_fields(edits.rows, scope, free=NUMBER)
    gone = [one for one in edits.removed if scope.allows(str(one.id))]
    moved = [one for one in edits.moved if scope.allows(str(one.id))]
    left = {one.id for one in edits.removed} | {one.id for one in edits.moved}
    closed += [Unfit(not_marked(str(row), "")) for row in sorted(left) if not scope.allows(str(row))]
    return Edits(rows, gone, moved), closed


def value_there(sheet: Sheet, reason: Reason) -> Value:
    """What stands where something was not written; None where the row is not there."""
    row = sheet.said.get(UUID(reason.row))
    return values_of(row).get(reason.field) if row else None


def write_fields(sheet: Sheet, edit: RowEdit, today: date) -> None:
    """Takes over the fields of a row that fit and can stand; a row that nobody has seen before is a new one, at the end."""
    stands = sheet.said.get(edit.id)
    if stands is None and (edit.was or is_elsewhere(edit.id)):
        sheet.unfit.append(gone(edit.id))
        return
    before = stands or Row(kind=PlanRow.Kind.TASK)
    fields = values_of(before)
    wanted, left = merged(
        edit, fields, fresh=stands is None,
        wrong=lambda said: wrong_fields(sheet, replace(before, **said), edit.id, today),  # type: ignore[arg-type]
    )  # fmt: skip
    sheet.unfit += left
    if stands is None:
        sheet.order.append(edit.id)
    if wanted or stands is None:
        sheet.said[edit.id] = replace(before, id=edit.id, **wanted)  # type: ignore[arg-type]
        sheet.changed.setdefault(edit.id, set()).update(wanted)


def values_of(row: Row) -> dict[str, Value]:
    """What each field of the row holds."""
    return {name: getattr(row, name) for name in WRITTEN} | {
        name: list(getattr(row, name)) for name in UNIT_FIELDS
    }


def is_elsewhere(row: UUID) -> bool:
    """Whether there is a row with this id, which a person gives a new one; one statement."""
    return PlanRow.objects.filter(id=row).exists()


def wrong_fields(sheet: Sheet, row: Row, row_id: UUID, today: date) -> Mapping[str, Reason]:
    """Field -> why it cannot say what the row wants it to."""
    told = row if row_id in sheet.known else replace(row, id=None)
    reasons = [
        *against_row(1, told, sheet.known, sheet.codes, sheet.plan),
        *against_ended_units([told], sheet.known, sheet.units, today),
        *against_ending([told], sheet.known, sheet.plan),
    ]
    return {reason.field: replace(reason, row=str(row_id)) for reason in reasons}


def take_out(sheet: Sheet, removed: Sequence[RowEdit]) -> None:
    """Takes out rows in which nobody has written since; a row that is gone already stays so."""
    there = [one for one in removed if one.id in sheet.known]
    kept = {reason.row: reason for reason in against_absence([sheet.known[one.id] for one in there])}
    for one in there:
        row, fields = str(one.id), values_of(sheet.said[one.id])
        left = [Unfit(kept[row])] if row in kept else stale(one, fields)
        sheet.unfit += left
        if not left:
            sheet.order.remove(one.id)


class Ordered(Protocol):
    """Rows in an order, and what did not fit."""

    order: list[UUID]
    unfit: list[Unfit]


def put_elsewhere(sheet: Ordered, move: RowMove) -> None:
    """Puts a row after another one, where both are there."""
    for row, field in ((move.id, "id"), (move.after, "after")):
        if row is not None and row not in sheet.order:
            sheet.unfit.append(gone(move.id, field))
            return
    if move.id != move.after:
        sheet.order = placed_after(sheet.order, move.id, move.after)
