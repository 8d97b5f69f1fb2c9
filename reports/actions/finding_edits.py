"""Verdicts in an open monitoring report are edited field by field, beside others who do the same (docs/adr/0052)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from approvals.actions import lock_for_editing
from approvals.queries.scope import scope_of
from organization.models import User
from reports.contents.named_verdicts import named_verdicts
from reports.contents.verdict_rows import judged
from reports.models import Finding, MonitoringReport
from reports.queries.reports import began_on
from reports.queries.words import said_in
from reports.rules.judged import against_left, left_found
from reports.rules.merging import meant
from reports.words import SignedRow
from workflow.models import Case
from workflow.rules import Reason
from workflow.rules.merging import RowEdit, Unfit, open_fields

from .earlier import at_month, write_earlier
from .merged import Merged, files_edited, settle
from .shares import FOUND, found_columns, names_where_shared
from .words import GivenWord, as_columns, columns_of, write_words

Dated = tuple[SignedRow, date]


@dataclass(frozen=True, slots=True)
class EditedVerdicts:
    """What became of edits: what did not fit, and the rows that were named, as they stand now, each with the first day of its
    plan's time; those of the month before apart."""

    unfit: Sequence[Unfit]
    findings: Sequence[Dated]
    earlier: Sequence[Dated]


@dataclass(slots=True)
class MergedVerdicts(Merged):
    """The rows of a monitoring report while verdicts on them are edited; `names`: of units, by code, where a class leads one."""

    names: Mapping[str, str] = field(default_factory=dict)

    def stands(self, row: SignedRow) -> dict[str, Any]:
        """Beside the word, which units of a class are not done."""
        return {**as_columns(row.said), "left": left_found(row)}

    def told(self, row: SignedRow) -> Mapping[str, object]:
        """The same as it goes over the wire."""
        return {**row.said.to_content(), "left": left_found(row)}

    def against(self, row: SignedRow, wanted: Mapping[str, Any]) -> Iterator[Reason]:
        """Whether it is done and which units are not go together: neither is written where they do not agree."""
        yield from Merged.against(self, row, wanted)
        together = {"done", "left"} & wanted.keys()
        done = wanted.get("done", row.said.done)
        against = against_left(row, done=done, left=left_of(row, wanted), names=self.names)
        for reason in against if together else ():
            yield from (replace(reason, field=name) for name in together)

    def say(self, row: SignedRow, word: GivenWord, kept: Mapping[str, Any]) -> None:
        """The verdict is of the word that stands there now, and agrees with it no more where it says something else."""
        columns = columns_of(word, self.files)
        said = said_in(Finding(**columns))
        agreed = (
            row.agreed and row.word is not None and meant(as_columns(said)) == meant(as_columns(row.word))
        )
        columns |= found_columns(row, done=said.done, left=left_of(row, kept), agreed=agreed)
        self.columns[word["row"]] = columns
        unjudged = replace(row, members=[{**one, "done": None} for one in row.members])
        self.rows[word["row"]] = judged(unjudged, Finding(**columns))


def left_of(row: SignedRow, wanted: Mapping[str, Any]) -> Sequence[str] | None:
    """Which units are left by what is wanted; None: those that do not say that they are done."""
    if "left" in wanted or "done" in wanted or row.said.done is not False:
        found: Sequence[str] | None = wanted.get("left")
        return found
    return left_found(row)


@transaction.atomic
def edit_findings(
    case_id: UUID, edits: Sequence[RowEdit], *, earlier: Sequence[RowEdit] = (), by: User, now: datetime
) -> EditedVerdicts:
    """Write of the verdicts what fits, as `edit_results` does of words, on the rows of an open monitoring report and on those of
    the month before that it asks for.

    Raises:
        Refused: as lock_for_editing.
    """
    case = lock_for_editing(case_id, seen=None, by=by, now=now)
    report = MonitoringReport.objects.select_related("period", "unit").get(case=case)
    named = named_verdicts(report, {edit.id for edit in edits}, {edit.id for edit in earlier})
    scope = scope_of(case)
    edits, closed = open_fields(edits, scope)
    earlier, shut = open_fields(earlier, scope)
    files, today = files_edited([*edits, *earlier], by=by, now=now), timezone.localtime(now).date()
    names = names_where_shared([*named.rows.values(), *named.earlier.values()], case)
    found, before = (
        MergedVerdicts(dict(rows), files, today, names=names) for rows in (named.rows, named.earlier)
    )
    found.unfit += closed
    before.unfit += shut
    found.take(edits)
    before.take(earlier)
    write_verdicts(case, found, before, named.months, by=by)
    late = [replace(one, reason=at_month(one.reason, month_in(named.months, one))) for one in before.unfit]
    began = began_on(row.plan for row in (*found.rows.values(), *before.rows.values()))
    dated = ([(row, began[row.plan]) for row in one.rows.values()] for one in (found, before))
    return EditedVerdicts([*found.unfit, *late], *dated)


def month_in(months: Mapping[UUID, str], found: Unfit) -> str:
    """The month that the row is asked for; empty where it is not."""
    return months.get(UUID(found.reason.row), "")


def write_verdicts(
    case: Case, found: MergedVerdicts, before: MergedVerdicts, months: Mapping[UUID, str], *, by: User
) -> None:
    """Writes what has changed."""
    made = [Finding(report_id=case.id, row_id=row, **said) for row, said in found.columns.items()]
    if made:
        write_words(Finding, made, also=FOUND)
    write_earlier(case, months, before.columns)
    if made or before.columns:
        settle(case, {**found.cited, **before.cited}, by=by)
