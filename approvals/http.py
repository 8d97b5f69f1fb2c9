"""The case that an address names, and the evidence that a content does."""

from uuid import UUID

from django.http import FileResponse
from rest_framework import serializers

from approvals.actions.evidence import opened_evidence
from approvals.models import Evidence
from approvals.queries import seen_one
from approvals.words import EVIDENCE_KINDS
from notation import limits
from organization.http.person import PersonRequest
from organization.http.serializers import Output, StrictSerializer
from organization.rules import Absent
from workflow.models import Case


class EvidenceItemInput(StrictSerializer):
    """Something that proves a result or an answer: an uploaded file by its SHA-256, a link, or a document's number."""

    kind = serializers.ChoiceField(choices=EVIDENCE_KINDS)
    value = serializers.CharField(max_length=limits.EVIDENCE_VALUE)
    name = serializers.CharField(max_length=limits.NAME, required=False, default="", allow_blank=True)


class EvidenceItemOutput(Output):
    """Something that proves a result or an answer; a file is fetched at evidence/{value}."""

    kind = serializers.ChoiceField(choices=EVIDENCE_KINDS)
    value = serializers.CharField()
    name = serializers.CharField()


def require_case(request: PersonRequest, case_id: UUID, *kinds: str) -> None:
    """Goes on where the person sees a case there, of one of these kinds (none: of any): before anything else is said of
    the request.

    Raises:
        Absent: they do not, or there is none; the two look the same.
    """
    asked = Case.objects.filter(id=case_id)
    if seen_one(asked.filter(kind__in=kinds) if kinds else asked, request.user, request.now) is None:
        raise Absent


def evidence_answer(evidence: Evidence) -> FileResponse:
    """A kept file, always as a download; what is not what was kept is not given out."""
    answer = FileResponse(opened_evidence(evidence.sha256), as_attachment=True, filename=evidence.name)
    answer["Content-Type"] = "application/octet-stream"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
