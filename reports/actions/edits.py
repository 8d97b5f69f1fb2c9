"""Words of an open report are edited field by field, beside others who do the same (docs/adr/0052)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from approvals.actions import lock_for_editing, mark_edited
from approvals.actions.citing import cite, files_cited
from approvals.models import Evidence
from approvals.rules import against_evidence
from organization.models import User
from reports.contents.unit_reports import NamedRow, named_rows
from reports.models import Result, UnitReport
from reports.queries.words import said_in
from reports.rules.merging import as_it_stands, fitting, undated
from reports.words import SignedRow
from workflow.models import Case
from workflow.rules import Reason
from workflow.rules.merging import RowEdit, Unfit

from .words import against_days, against_row, as_columns, columns_of, with_day_done, write_words

Files = Mapping[str, Evidence]


@dataclass(frozen=True, slots=True)
class EditedWords:
    """What became of edits: what did not fit, and the rows that were named, as they stand now."""

    unfit: Sequence[Unfit]
    rows: Sequence[NamedRow]


@dataclass(slots=True)
class Merged:
    """The rows of a report while what is said of them is edited.

    Attributes:
        rows: those that are named, with what is said of them by now.
        columns: row -> the columns of a word that is written; `unfit`: what is not.
        cited: the files that are named anew.
    """

    rows: dict[UUID, SignedRow]
    columns: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    unfit: list[Unfit] = field(default_factory=list)
    cited: dict[str, Evidence] = field(default_factory=dict)


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
    rows = {row_id: one.row for row_id, one in found.items()}
    merged = merge_words(rows, edits, files_edited(edits, by=by, now=now), now)
    if merged.columns:
        write_words(
            Result, [Result(report=report, row_id=row, **said) for row, said in merged.columns.items()]
        )
        settle(case, merged, by=by)
    return EditedWords(merged.unfit, [one._replace(row=merged.rows[row]) for row, one in found.items()])


def files_edited(edits: Sequence[RowEdit], *, by: User, now: datetime) -> Files:
    """The files that these edits name and the person may cite, by SHA-256; one statement, none without files."""
    named: list[Any] = [edit.now.get("evidence", ()) for edit in edits]
    return files_cited((item for items in named for item in items), by=by, now=now)


def settle(case: Case, merged: Merged, *, by: User) -> None:
    """Whoever sees the case sees the files that were named, and windows that show it look again."""
    if merged.cited:
        cite([case], merged.cited)
    mark_edited([case], by=by)


def merge_words(
    rows: Mapping[UUID, SignedRow], edits: Sequence[RowEdit], files: Files, now: datetime
) -> Merged:
    """What becomes of the rows by these edits, one after the other; nothing is written."""
    merged, today = Merged(dict(rows)), timezone.localtime(now).date()
    for edit in edits:
        merge_word(merged, edit, files, today)
    merged.unfit = [
        as_it_stands(one, merged.rows[row].said) if (row := UUID(one.reason.row)) in merged.rows else one
        for one in merged.unfit
    ]
    return merged


def merge_word(merged: Merged, edit: RowEdit, files: Files, today: date) -> None:
    """Takes over the fields of one row's word that fit and can stand."""
    row = merged.rows.get(edit.id)
    against = against_row(edit.id, row, "id")
    if row is None or against is not None:
        merged.unfit += [Unfit(against)] if against else []
        return
    before = as_columns(row.said)
    found = fitting(edit, before)
    wrong = {reason.field: reason for reason in against_fields(row, found.wanted, files, today)}
    merged.unfit += [*found.stale, *(Unfit(reason) for reason in wrong.values())]
    if kept := {name: value for name, value in found.wanted.items() if name not in wrong}:
        word: Any = {**before, **undated(edit, kept), "row": edit.id}
        columns = columns_of(with_day_done(word, row, today), files)
        merged.columns[edit.id] = columns
        merged.rows[edit.id] = replace(row, said=said_in(Result(**columns)))
        merged.cited |= {
            item["value"]: files[item["value"]] for item in kept.get("evidence", ()) if item["value"] in files
        }


def against_fields(row: SignedRow, wanted: Mapping[str, Any], files: Files, today: date) -> Iterator[Reason]:
    """What is wrong with the fields of a word that are to be written."""
    yield from against_evidence(wanted.get("evidence", ()), files, row=row.row)
    word: Any = {**wanted, "row": UUID(row.row)}
    yield from against_days(word, row.said, today)
