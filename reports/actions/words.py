"""Writing what is said of rows: checked first, then in a fixed number of statements."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NotRequired, TypedDict, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.models import Evidence, EvidenceCitation
from approvals.queries import visible_evidence
from notation import moments
from organization.models import User
from periods.rules.deadlines import following_school_year_ends
from reports.models import EarlierFinding, Finding, Result
from reports.rules.gaps import name_of
from reports.words import FIELDS, NAMES, SILENT, EvidenceItem, Said, SignedRow
from workflow.models import Case
from workflow.rules import CONTENT, Reason, placed, refuse

LINKS = ("http://", "https://")
Spoken = TypeVar("Spoken", Result, Finding, EarlierFinding)


class GivenEvidence(TypedDict):
    """What proves a result, as it comes in: a file by its SHA-256, a link, a document's number."""

    kind: str
    value: str
    name: NotRequired[str]


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
    words: Words, known: Mapping[UUID, SignedRow], files: Mapping[str, Evidence], *, now: datetime
) -> None:
    """Raises Refused (422) for a row that the report has not, one sent twice, evidence that is none, or an impossible day.

    Args:
        known: the rows of the report, with what was said of them before.
    """
    reasons = []
    today = timezone.localtime(now).date()
    seen: set[UUID] = set()
    for word in words:
        row = str(word["row"])
        if word["row"] not in known:
            message = _("This row is not in this report.")
            reasons.append(Reason("row-unknown", CONTENT, message, row=row, field="row"))
        elif known[word["row"]].settled:
            message = _("A month has settled this row: it is not asked any more.")
            reasons.append(Reason("row-settled", CONTENT, message, row=row, field="row"))
        if word["row"] in seen:
            message = _("This row was sent twice.")
            reasons.append(Reason("row-twice", CONTENT, message, row=row, field="row"))
        seen.add(word["row"])
        reasons += against_evidence(row, word.get("evidence", ()), files)
        before = known[word["row"]].said if word["row"] in known else SILENT
        reasons += against_days(word, before, today)
    named = {str(row_id): name_of(place, row) for place, (row_id, row) in enumerate(known.items(), start=1)}
    refuse(placed(reasons, named))


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


def against_evidence(
    row: str, evidence: Sequence[GivenEvidence], files: Mapping[str, Evidence]
) -> list[Reason]:
    """What is wrong with the evidence of one row."""
    reasons = []
    for item in evidence:
        value = item["value"]
        if item["kind"] == "file" and value not in files:
            message = _("No uploaded file has this SHA-256.")
            reasons.append(Reason("evidence-unknown", CONTENT, message, row=row, field="evidence"))
        if item["kind"] == "link" and not value.lower().startswith(LINKS):
            message = _("A link begins with http:// or https://.")
            reasons.append(Reason("link-unknown", CONTENT, message, row=row, field="evidence"))
    return reasons


def files_named(words: Words, *, by: User, now: datetime) -> dict[str, Evidence]:
    """The files that these words name and the person may cite, by SHA-256; one statement, none without files."""
    named = {item["value"] for word in words for item in word.get("evidence", ()) if item["kind"] == "file"}
    if not named:
        return {}
    return {row.sha256: row for row in visible_evidence(by, now).filter(sha256__in=named)}


def cite(cases: Collection[Case], files: Mapping[str, Evidence]) -> None:
    """Whoever sees the case sees its evidence."""
    EvidenceCitation.objects.bulk_create(
        (EvidenceCitation(case=case, evidence=file) for case in cases for file in files.values()),
        ignore_conflicts=True,
    )


def columns_of(word: GivenWord, files: Mapping[str, Evidence]) -> dict[str, object]:
    """The columns of one word."""
    said = {one.name: word.get(one.name, getattr(SILENT, one.name)) for one in FIELDS}
    return {**said, "evidence": kept_evidence(word.get("evidence", ()), files)}


def kept_evidence(evidence: Sequence[GivenEvidence], files: Mapping[str, Evidence]) -> list[EvidenceItem]:
    """Evidence as it is kept; a file is called as it was uploaded unless it is named otherwise."""
    return [
        {
            "kind": item["kind"],
            "value": item["value"],
            "name": item.get("name") or (files[item["value"]].name if item["kind"] == "file" else ""),
        }
        for item in evidence
    ]


def write_words(kind: type[Spoken], made: Sequence[Spoken], *, also: Sequence[str] = ()) -> None:
    """One word per report and row: new ones are added, earlier ones replaced; one statement."""
    kind._default_manager.bulk_create(
        made,
        update_conflicts=True,
        unique_fields=["report", "row"],
        update_fields=[*NAMES, *also],
    )
