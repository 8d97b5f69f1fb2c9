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


class EvidenceFilter(StrictSerializer):
    """How a file is given out."""

    inline = serializers.BooleanField(
        required=False,
        default=False,
        help_text="A PDF or picture to be shown in a page; others stay downloads.",
    )


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


#: What a browser may show inside a page of ours, by the type that its first bytes say -> what the file itself may load: nothing.
#: A PDF goes without a sandbox, in which Chromium's viewer does not start.
SHOWN = {
    "application/pdf": "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
    "image/png": "default-src 'none'; sandbox; frame-ancestors 'self'",
    "image/jpeg": "default-src 'none'; sandbox; frame-ancestors 'self'",
}


def evidence_answer(evidence: Evidence, *, inline: bool = False) -> FileResponse:
    """A kept file, as a download; what is not what was kept is not given out.

    Args:
        inline: to be shown in a page of ours, where its type is one that can do nothing there.
    """
    shown = SHOWN.get(evidence.media_type) if inline else None
    answer = FileResponse(opened_evidence(evidence.sha256), as_attachment=not shown, filename=evidence.name)
    answer["Content-Type"] = evidence.media_type if shown else "application/octet-stream"
    answer["Content-Security-Policy"] = shown or "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    if shown:
        answer["X-Frame-Options"] = "SAMEORIGIN"
    return answer
