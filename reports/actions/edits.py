"""The unit's words in an open report are edited field by field, beside others who do the same (docs/adr/0052)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from approvals.actions import lock_for_editing
from approvals.queries.scope import scope_of
from organization.models import User
from reports.contents.unit_reports import NamedRow, named_rows
from reports.models import Result, UnitReport
from workflow.rules.merging import RowEdit, Unfit, open_fields

from .merged import Merged, files_edited, settle
from .words import write_words


@dataclass(frozen=True, slots=True)
class EditedWords:
    """What became of edits: what did not fit, and the rows that were named, as they stand now."""

    unfit: Sequence[Unfit]
    rows: Sequence[NamedRow]


@transaction.atomic
def edit_results(case_id: UUID, edits: Sequence[RowEdit], *, by: User, now: datetime) -> EditedWords:
    """Write of the unit's word what fits: each field that still says what the person had before them. What does not fit is
    answered, row by row, and nothing of it is kept; what says already what is wanted is done. Other rows are not read.

    Raises:
        Refused: as lock_for_editing.
    """
    case = lock_for_editing(case_id, seen=None, by=by, now=now)
    report = UnitReport.objects.select_related("period").get(case=case)
    found = named_rows(report, {edit.id for edit in edits})
    edits, closed = open_fields(edits, scope_of(case))
    files, today = files_edited(edits, by=by, now=now), timezone.localtime(now).date()
    merged = Merged({row_id: one.row for row_id, one in found.items()}, files, today)
    merged.unfit += closed
    merged.take(edits)
    if merged.columns:
        write_words(
            Result, [Result(report=report, row_id=row, **said) for row, said in merged.columns.items()]
        )
        settle(case, merged.cited, by=by)
    return EditedWords(merged.unfit, [one._replace(row=merged.rows[row]) for row, one in found.items()])
