"""What was read of a workbook is mended before it is taken over: field by field, as a plan's rows are (docs/adr/0052)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from notation.year import PlanYear
from organization.models import Unit, User
from papers.intake.leads import Units
from plans.models import ImportDraft, PlanRow
from plans.queries import names_of_units
from plans.rules.lengths import against_size
from plans.rules.previews import EDITABLE, WORDINGS, Preview, ReadRow, mended, row_of
from plans.words import UNIT_FIELDS
from workflow.rules import CONFLICT, Reason, Refused, refuse
from workflow.rules.merging import RowEdit, Unfit, Value, gone, merged, stale

from .edits import Edits, put_elsewhere
from .imports import locked_import
from .rows import against_codes, against_ended_units, size_of

CONFIRMED = _("This workbook has been taken over already: its rows are those of a plan.")


@dataclass(slots=True)
class MendedSheet:
    """The rows of a preview while they are edited.

    Attributes:
        said: the rows as they are to stand, by their ids; `order`: in which order.
        units: code -> unit; `names`: what cells call them.
        changed: row -> the fields that are written; `unfit`: what is not.
    """

    said: dict[UUID, ReadRow]
    order: list[UUID]
    units: Mapping[str, Unit]
    names: Units
    changed: dict[UUID, set[str]] = field(default_factory=dict)
    unfit: list[Unfit] = field(default_factory=list)

    @property
    def rows(self) -> list[ReadRow]:
        """The rows as they stand now."""
        return [self.said[row] for row in self.order]


@dataclass(frozen=True, slots=True)
class EditedImport:
    """What became of edits: the preview as it stands now, what did not fit, and the rows that were written."""

    content: Preview
    unfit: Sequence[Unfit]
    rows: Sequence[ReadRow]


@transaction.atomic
def edit_import(draft: ImportDraft, edits: Edits, *, by: User, now: datetime) -> EditedImport:
    """Write what fits, as `edit_rows` does in a plan; what a workbook may say and a plan may not stays, as an error of its row.

    Raises:
        Refused: 409 it is a plan already; 422 more rows or text than a plan can have.
    """
    draft = locked_import(draft.id)
    if draft.plan_id is not None:
        raise Refused([Reason("import-confirmed", CONFLICT, CONFIRMED)])
    content: Preview = draft.content
    sheet = sheet_of(content, by)
    today = timezone.localtime(now).date()
    for edit in edits.rows:
        mend_fields(sheet, edit, today)
    drop_rows(sheet, edits.removed)
    for move in edits.moved:
        put_elsewhere(sheet, move)
    refuse(against_size(len(sheet.order), sum(size_of(row_of(row)) for row in sheet.rows)))
    if sheet.changed or sheet.rows != content["rows"]:
        changed = {str(row): names for row, names in sheet.changed.items()}
        content = mended(content, sheet.rows, changed, sheet.names, PlanYear.parse(draft.period.label))
        draft.content = content
        draft.save(update_fields=["content"])
    written = [sheet.said[one.id] for one in edits.rows if one.id in sheet.order]
    return EditedImport(content, sheet.unfit, written)


def sheet_of(content: Preview, by: User) -> MendedSheet:
    """The rows, and the units that they may name; three statements."""
    rows = {UUID(row["id"]): row for row in content["rows"]}
    units = Unit.objects.filter(institution=by.institution_id).select_related("successor")
    return MendedSheet(rows, [*rows], {unit.code: unit for unit in units}, Units(names_of_units(by)))


def mend_fields(sheet: MendedSheet, edit: RowEdit, today: date) -> None:
    """Takes over the fields of a row that fit; a row that nobody has seen before is a new one, at the end."""
    stands = sheet.said.get(edit.id)
    if stands is None and edit.was:
        sheet.unfit.append(gone(edit.id))
        return
    before = stands or new_row(edit.id)
    fields: dict[str, Value] = {name: before[name] for name in EDITABLE}  # type: ignore[literal-required]
    wanted, left = merged(
        with_codes(edit, fields, sheet.names), fields, fresh=stands is None,
        wrong=lambda said: wrong_units(sheet, edit.id, said, today),
    )  # fmt: skip
    sheet.unfit += left
    if stands is None:
        sheet.order.append(edit.id)
    if wanted or stands is None:
        sheet.said[edit.id] = {**before, **wanted}  # type: ignore[typeddict-item]
        sheet.changed.setdefault(edit.id, set()).update(wanted)


def new_row(row: UUID) -> ReadRow:
    """A row in which nothing has been written; it stands nowhere in the workbook."""
    blank = {name: [] if name in UNIT_FIELDS else "" for name in EDITABLE}
    return ReadRow(id=str(row), row=0, due=None, **{**blank, "kind": PlanRow.Kind.TASK.value})  # type: ignore[typeddict-item]


def with_codes(edit: RowEdit, stands: Mapping[str, Value], names: Units) -> RowEdit:
    """The edit with the codes of units that are named in words only, as a cell of a workbook names them."""
    was, now = dict(edit.was), dict(edit.now)
    for codes, wording in WORDINGS.items():
        words = now.get(wording)
        if isinstance(words, str) and words and not now.get(codes, stands[codes]):
            was.setdefault(codes, [])
            now[codes] = [*names.read(words).codes]
    return replace(edit, was=was, now=now)


def wrong_units(
    sheet: MendedSheet, row: UUID, said: Mapping[str, Value], today: date
) -> Mapping[str, Reason]:
    """Field -> why it cannot name these units: a workbook names none by such codes."""
    named = {name: said[name] for name in UNIT_FIELDS if name in said}
    told = replace(row_of(new_row(row)), id=row, **named)  # type: ignore[arg-type]
    reasons = [
        *against_codes(named, sheet.units, row=str(row)),  # type: ignore[arg-type]
        *against_ended_units([told], {}, sheet.units, today),
    ]
    return {reason.field: reason for reason in reasons}


def drop_rows(sheet: MendedSheet, removed: Sequence[RowEdit]) -> None:
    """Takes out rows in which nobody has written since; a row that is gone already stays so."""
    for one in removed:
        if one.id in sheet.order:
            left = stale(one, {**sheet.said[one.id]})
            sheet.unfit += left
            if not left:
                sheet.order.remove(one.id)
