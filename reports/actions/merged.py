"""What becomes of words of a report by edits of their fields: nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from approvals.actions import mark_edited
from approvals.actions.citing import cite, files_cited
from approvals.models import Evidence
from approvals.rules import against_evidence
from organization.models import User
from reports.models import Result
from reports.queries.words import said_in
from reports.rules.merging import fitting, undated
from reports.words import SignedRow
from workflow.models import Case
from workflow.rules import Reason
from workflow.rules.merging import RowEdit, Unfit

from .words import GivenWord, against_days, against_row, as_columns, columns_of, with_day_done


@dataclass(slots=True)
class Merged:
    """The rows of a report while what is said of them is edited.

    Attributes:
        rows: those that are named, with what is said of them by now.
        files: those that the edits name and the person may cite, by SHA-256; `cited`: those that are named anew.
        columns: row -> the columns of a word that is written; `unfit`: what is not.
    """

    rows: dict[UUID, SignedRow]
    files: Mapping[str, Evidence]
    today: date
    cited: dict[str, Evidence] = field(default_factory=dict)
    columns: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    unfit: list[Unfit] = field(default_factory=list)

    def take(self, edits: Sequence[RowEdit]) -> None:
        """Takes over what fits of these edits, one after the other; what does not is said with what stands there by then."""
        for edit in edits:
            self.take_one(edit)
        told = {row: self.told(one) for row, one in self.rows.items()}
        self.unfit = [
            replace(one, stands=told.get(UUID(one.reason.row), {}).get(one.reason.field))
            for one in self.unfit
        ]

    def take_one(self, edit: RowEdit) -> None:
        """Takes over the fields of one row's word that fit and can stand."""
        row = self.rows.get(edit.id)
        against = against_row(edit.id, row, "id")
        if row is None or against is not None:
            self.unfit += [Unfit(against)] if against else []
            return
        found = fitting(edit, self.stands(row))
        wrong = {reason.field: reason for reason in self.against(row, found.wanted)}
        self.unfit += [*found.stale, *(Unfit(reason) for reason in wrong.values())]
        kept = {name: value for name, value in found.wanted.items() if name not in wrong}
        if kept:
            word: Any = {**as_columns(row.said), **undated(edit, kept), "row": edit.id}
            self.say(row, with_day_done(word, row, self.today), kept)
            values = {item["value"] for item in kept.get("evidence", ())}
            self.cited |= {value: self.files[value] for value in values if value in self.files}

    def stands(self, row: SignedRow) -> dict[str, Any]:
        """What each field says that can be edited."""
        return as_columns(row.said)

    def told(self, row: SignedRow) -> Mapping[str, object]:
        """The same as it goes over the wire."""
        return row.said.to_content()

    def against(self, row: SignedRow, wanted: Mapping[str, Any]) -> Iterator[Reason]:
        """What is wrong with the fields that are to be written."""
        yield from against_evidence(wanted.get("evidence", ()), self.files, row=row.row)
        word: Any = {**wanted, "row": UUID(row.row)}
        yield from against_days(word, row.said, self.today)

    def say(self, row: SignedRow, word: GivenWord, kept: Mapping[str, Any]) -> None:
        """Lets the row say the word from now on; `kept`: the fields that are changed."""
        columns = columns_of(word, self.files)
        self.columns[word["row"]] = columns
        self.rows[word["row"]] = replace(row, said=said_in(Result(**columns)))


def files_edited(edits: Sequence[RowEdit], *, by: User, now: datetime) -> Mapping[str, Evidence]:
    """The files that these edits name and the person may cite, by SHA-256; one statement, none without files."""
    named: list[Any] = [edit.now.get("evidence", ()) for edit in edits]
    return files_cited((item for items in named for item in items), by=by, now=now)


def settle(case: Case, cited: Mapping[str, Evidence], *, by: User) -> None:
    """Whoever sees the case sees the files that were named, and windows that show it look again."""
    if cited:
        cite([case], cited)
    mark_edited([case], by=by)
