"""Writing what is said of rows: checked first, then in a fixed number of statements."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NotRequired, Required, TypedDict, TypeVar
from uuid import UUID

from django.utils.translation import gettext_noop as _

from approvals.models import Evidence, EvidenceCitation
from approvals.queries import visible_evidence
from organization.models import User
from reports.models import Finding, Result
from reports.words import FIELDS, NAMES, SILENT, EvidenceItem
from workflow.models import Case
from workflow.rules import CONTENT, Reason, refuse

LINKS = ("http://", "https://")
Spoken = TypeVar("Spoken", Result, Finding)


class GivenEvidence(TypedDict):
    """What proves a result, as it comes in: a file by its SHA-256, a link, a document's number."""

    kind: str
    value: str
    name: NotRequired[str]


class GivenWord(TypedDict, total=False):
    """What is said of one row (`reports.words.Said`), as it comes in; what is left out is silent."""

    row: Required[UUID]
    done: bool | None
    result: str
    value: Decimal | None
    cause: str
    remedy: str
    promised_on: date | None
    expected_on: date | None
    evidence: Sequence[GivenEvidence]


Words = Sequence[GivenWord]


def check_words(words: Words, known: Collection[UUID], files: Mapping[str, Evidence]) -> None:
    """Raises Refused (422) for a row that the report has not, one sent twice, or evidence that is none."""
    reasons = []
    seen: set[UUID] = set()
    for word in words:
        row = str(word["row"])
        if word["row"] not in known:
            message = _("This row is not in this report.")
            reasons.append(Reason("row-unknown", CONTENT, message, row=row, field="row"))
        if word["row"] in seen:
            message = _("This row was sent twice.")
            reasons.append(Reason("row-twice", CONTENT, message, row=row, field="row"))
        seen.add(word["row"])
        reasons += against_evidence(row, word.get("evidence", ()), files)
    refuse(reasons)


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
