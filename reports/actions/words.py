"""Writing what is said of rows: checked first, then in a fixed number of statements."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions.citing import files_cited, kept_evidence
from approvals.models import Evidence
from approvals.rules import against_evidence
from approvals.words import GivenEvidence
from notation import moments
from organization.models import User
from periods.rules.deadlines import following_school_year_ends
from reports.models import EarlierFinding, Finding, Result
from reports.rules.gaps import name_of
from reports.rules.merging import meant
from reports.words import FIELDS, NAMES, SILENT, Said, SignedRow
from workflow.rules import CONTENT, EVERYTHING, Reason, Scope, against_scope, placed, refuse

Spoken = TypeVar("Spoken", Result, Finding, EarlierFinding)


class GivenSaid(TypedDict, total=False):
    """What is said of a row (`reports.words.Said`), as it comes in; what is left out is silent.

    `left`, of a verdict on a row that a class of units leads: codes of those that are not done; left out, those that do not
    say that they are.
    """

    done: bool | None
    completed_on: date | None
    result: str
    value: Decimal | None
    cause: str
    remedy: str
    promised_on: date | None
    expected_on: date | None
    evidence: Sequence[GivenEvidence]
    left: Sequence[str] | None


class GivenWord(GivenSaid):
    """What is said of one row, and of which."""

    row: UUID


Words = Sequence[GivenWord]


def check_words(
    words: Words,
    known: Mapping[UUID, SignedRow],
    files: Mapping[str, Evidence],
    *,
    now: datetime,
    scope: Scope = EVERYTHING,
) -> None:
    """Raises Refused (422) for a row that the report has not, one sent twice, evidence that is none, or an impossible day; 409 for what a return
    has not left open.

    Args:
        known: the rows of the report, with what was said of them before.
    """
    reasons = []
    today = timezone.localtime(now).date()
    seen: set[UUID] = set()
    for word in words:
        row = str(word["row"])
        against = against_row(word["row"], known.get(word["row"]), "row")
        reasons += [against] if against else []
        if word["row"] in seen:
            message = _("This row was sent twice.")
            reasons.append(Reason("row-twice", CONTENT, message, row=row, field="row"))
        seen.add(word["row"])
        reasons += against_evidence(word.get("evidence", ()), files, row=row)
        before = known[word["row"]].said if word["row"] in known else SILENT
        reasons += against_days(word, before, today)
        told = with_day_done(word, known[word["row"]], today) if word["row"] in known else word
        reasons += against_scope(scope, fields_changed(told, before))
    named = {str(row_id): name_of(place, row) for place, (row_id, row) in enumerate(known.items(), start=1)}
    refuse(placed(reasons, named))


def fields_changed(word: GivenWord, before: Said) -> Iterator[tuple[str, str]]:
    """(row, field) of what a word says otherwise than before."""
    stood = meant(as_columns(before))
    says = meant({one.name: word.get(one.name, getattr(SILENT, one.name)) for one in FIELDS})
    return ((str(word["row"]), name) for name, value in says.items() if value != stood[name])


def against_row(row_id: UUID, row: SignedRow | None, field: str) -> Reason | None:
    """Why nothing can be said of the row; `field`: what it was named in."""
    if row is None:
        message = _("This row is not in this report.")
        return Reason("row-unknown", CONTENT, message, row=str(row_id), field=field)
    if row.settled:
        message = _("A month has settled this row: it is not asked any more.")
        return Reason("row-settled", CONTENT, message, row=str(row_id), field=field)
    return None


def against_days(word: GivenWord, before: Said, today: date) -> Iterator[Reason]:
    """What is wrong with the days of one word: what is done was done by today, what is promised lies ahead, not too far.

    A promise that was written before stays as it is.
    """
    row, completed = str(word["row"]), word.get("completed_on")
    if completed and completed > today:
        message = _("What is done was done today or before.")
        yield Reason("completed-ahead", CONTENT, message, row=row, field="completed_on")
    last = following_school_year_ends(today)
    for name, promised in (
        ("promised_on", word.get("promised_on")),
        ("expected_on", word.get("expected_on")),
    ):
        if promised is None or promised.isoformat() == getattr(before, name):
            continue
        if promised <= today:
            message = _("This day lies ahead: it is later than today.")
            yield Reason("day-past", CONTENT, message, row=row, field=name)
        if promised > last:
            message, params = (
                _("This day is too far ahead: %(last)s at the latest."),
                {"last": moments.day(last)},
            )
            yield Reason("day-far", CONTENT, message, params, row=row, field=name)


def with_day_done(word: GivenWord, row: SignedRow, today: date) -> GivenWord:
    """A word that says done and not when: the day that was kept of it, else the unit's, else today."""
    told = word.get("completed_on")
    if word.get("done") is not True:
        return word
    for said in (row.said, row.word or SILENT):
        if told is None and said.done and said.completed_on:
            told = date.fromisoformat(said.completed_on)
    return {**word, "completed_on": told or today}


def files_named(words: Words, *, by: User, now: datetime) -> dict[str, Evidence]:
    """The files that these words name and the person may cite, by SHA-256; one statement, none without files."""
    return files_cited((item for word in words for item in word.get("evidence", ())), by=by, now=now)


def columns_of(word: GivenWord, files: Mapping[str, Evidence]) -> dict[str, Any]:
    """The columns of one word."""
    said = {one.name: word.get(one.name, getattr(SILENT, one.name)) for one in FIELDS}
    return {**said, "evidence": kept_evidence(word.get("evidence", ()), files)}


def as_columns(word: Said) -> dict[str, Any]:
    """A word of a content as columns."""
    return {
        **word.to_content(),
        "value": None if word.value is None else Decimal(word.value),
        "completed_on": date.fromisoformat(word.completed_on) if word.completed_on else None,
        "promised_on": date.fromisoformat(word.promised_on) if word.promised_on else None,
        "expected_on": date.fromisoformat(word.expected_on) if word.expected_on else None,
    }


def write_words(kind: type[Spoken], made: Sequence[Spoken], *, also: Sequence[str] = ()) -> None:
    """One word per report and row: new ones are added, earlier ones replaced; one statement."""
    kind._default_manager.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["report", "row"],
        update_fields=[*NAMES, *also],
    )
