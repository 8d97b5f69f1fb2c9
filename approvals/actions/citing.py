"""Naming evidence in a content: which files may be cited, how they are kept, and who sees them from then on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from approvals.models import Evidence, EvidenceCitation
from approvals.queries import visible_evidence
from approvals.words import EvidenceItem, GivenEvidence
from organization.models import User
from workflow.models import Case


def files_cited(evidence: Iterable[GivenEvidence], *, by: User, now: datetime) -> dict[str, Evidence]:
    """The files that are named and that the person may cite, by SHA-256; one statement, none without files."""
    named = {item["value"] for item in evidence if item["kind"] == "file"}
    if not named:
        return {}
    return {row.sha256: row for row in visible_evidence(by, now).filter(sha256__in=named)}


def cite(cases: Collection[Case], files: Mapping[str, Evidence]) -> None:
    """Whoever sees the case sees its evidence."""
    EvidenceCitation.objects.bulk_create(
        (EvidenceCitation(case=case, evidence=file) for case in cases for file in files.values()),
        ignore_conflicts=True,
    )


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
