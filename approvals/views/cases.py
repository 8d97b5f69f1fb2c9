"""Cases over HTTP: what waits, what may be done, the act, the history, evidence."""

from uuid import UUID

from django.http import FileResponse
from django.utils.translation import gettext_noop as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.actions import act, keep_evidence
from approvals.actions.evidence import BadFile
from approvals.http import EvidenceFilter, evidence_answer, require_case
from approvals.queries import (
    history_of,
    search_cases,
    submissions_of,
    visible_case,
    visible_evidence,
    visible_to,
)
from approvals.reading import read_case, read_cases, read_told
from approvals.serializers import (
    ActInput,
    BulkActInput,
    CaseOutput,
    CaseRowOutput,
    CasesFilter,
    EvidenceOutput,
    OutcomesOutput,
    SignatureOutput,
    SignedOutput,
    SubmissionContentOutput,
    SubmissionOutput,
)
from notifications.queries import cases_of
from organization.http.given import asked, body, digest_seen, idempotency_key, session_of
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.quotas import Uploads
from organization.http.schema import IDEMPOTENCY_KEY, IF_MATCH, paged
from organization.http.serializers import PageFilter
from workflow.models import Case
from workflow.rules import Refused

from .outcomes import DONE, NOT_FOUND, hidden_shape, outcome_shape


def case_or_404(request: PersonRequest, case_id: UUID) -> Case:
    """The case, when the person sees it.

    Raises:
        Problem: 404 where it does not exist or is not theirs to see; the two look the same.
    """
    case = visible_case(request.user, case_id, request.now)
    if case is None:
        raise Problem(NOT_FOUND, "not-found")
    return case


class CasesView(APIView):
    """Every case that the person sees."""

    @extend_schema(operation_id="cases_list", parameters=[CasesFilter], responses=paged(CaseRowOutput))
    def get(self, request: PersonRequest) -> Response:
        """Newest first; with `q`, those in which each word stands; with `notice`, those that this notice to the person is about and that
        they still see."""
        wanted = asked(request, CasesFilter)
        rows = (
            search_cases(request.user, request.now, wanted["q"])
            if wanted.get("q")
            else visible_to(request.user, request.now)
        )
        if "notice" in wanted:
            rows = rows.filter(id__in=cases_of(request.user, wanted["notice"]))
        shown = rows.select_related("unit")
        return page(request, shown, ["-id"], lambda found: CaseRowOutput(read_cases(found), many=True).data)


class CaseView(APIView):
    """One case."""

    @extend_schema(responses=CaseOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Where it stands, and what this person may do with it."""
        shown = read_case(case_or_404(request, case_id), request.user, request.now)
        return Response(CaseOutput(shown).data, headers={"ETag": f'"{shown.digest}"'})


class CaseActsView(APIView):
    """The act on one case."""

    @extend_schema(request=ActInput, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses={DONE: SignedOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Sign an act; the same Idempotency-Key and body answers the same signature again."""
        require_case(request, case_id)
        given = body(request, ActInput)
        [outcome] = act(
            cases=[(case_id, digest_seen(request))],
            by=request.user,
            now=request.now,
            key=idempotency_key(request),
            session=session_of(request),
            **given,
        )
        if outcome.signature is None:
            raise Refused(outcome.reasons)
        told = read_told(given["act"], [case_id]).get(case_id, ())
        return Response(SignedOutput(outcome.signature, context={"told": told}).data, status=DONE)


class ActsView(APIView):
    """One act on many cases."""

    @extend_schema(request=BulkActInput, parameters=[IDEMPOTENCY_KEY], responses=OutcomesOutput)
    def post(self, request: PersonRequest) -> Response:
        """Sign an act on each case where the judge allows it; a result per case, in the order asked."""
        given = body(request, BulkActInput)
        asked = {row["id"]: row["digest"] for row in given["cases"]}
        seen = set(visible_to(request.user, request.now).filter(id__in=asked).values_list("id", flat=True))
        outcomes = act(
            cases=[(case_id, digest) for case_id, digest in asked.items() if case_id in seen],
            act=given["act"],
            comment=given["comment"],
            ground=given["ground"],
            issued=given["issued"],
            by=request.user,
            now=request.now,
            key=idempotency_key(request),
            session=session_of(request),
        )
        told = read_told(given["act"], [one.case_id for one in outcomes if one.signature])
        found = {one.case_id: outcome_shape(one, told.get(one.case_id, ())) for one in outcomes}
        return Response({"results": [found.get(case_id) or hidden_shape(case_id) for case_id in asked]})


class SignaturesView(APIView):
    """The chain of one case."""

    @extend_schema(
        operation_id="cases_signatures_list", parameters=[PageFilter], responses=paged(SignatureOutput)
    )
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Every signature, oldest first."""
        rows = history_of(case_or_404(request, case_id))
        asked(request, PageFilter)
        return page(request, rows, ["sequence"], lambda found: SignatureOutput(found, many=True).data)


class SubmissionsView(APIView):
    """What was submitted."""

    @extend_schema(
        operation_id="cases_submissions_list", parameters=[PageFilter], responses=paged(SubmissionOutput)
    )
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Every submission of the case, oldest first."""
        rows = submissions_of(case_or_404(request, case_id))
        asked(request, PageFilter)
        return page(request, rows, ["number"], lambda found: SubmissionOutput(found, many=True).data)


class SubmissionView(APIView):
    """One frozen content."""

    @extend_schema(responses=SubmissionContentOutput)
    def get(self, request: PersonRequest, case_id: UUID, number: int) -> Response:
        """The content as it was submitted, and the text that its digest is taken of."""
        row = submissions_of(case_or_404(request, case_id)).filter(number=number).first()
        if row is None:
            raise Problem(NOT_FOUND, "not-found")
        return Response(SubmissionContentOutput(row).data)


class EvidenceUploadView(APIView):
    """Uploading evidence."""

    parser_classes = (MultiPartParser,)
    throttle_classes = (Uploads,)

    @extend_schema(
        request={
            "multipart/form-data": {
                "type": "object",
                "properties": {"file": {"type": "string", "format": "binary"}},
            }
        },
        responses={DONE: EvidenceOutput},
    )
    def post(self, request: PersonRequest) -> Response:
        """Keep a file; it is named by its SHA-256 from then on."""
        file = request.FILES.get("file")
        if file is None:
            raise BadFile("file-missing", _("Choose a file."))
        evidence = keep_evidence(file, by=request.user, now=request.now)
        return Response(EvidenceOutput(evidence).data, status=DONE)


class EvidenceView(APIView):
    """One kept file."""

    @extend_schema(
        parameters=[EvidenceFilter], responses={(200, "application/octet-stream"): OpenApiTypes.BINARY}
    )
    def get(self, request: PersonRequest, sha256: str) -> FileResponse:
        """The file, as a download; a PDF or a picture is shown in a page where that is asked for."""
        given = asked(request, EvidenceFilter)
        evidence = visible_evidence(request.user, request.now).filter(sha256=sha256).first()
        if evidence is None:
            raise Problem(NOT_FOUND, "not-found")
        return evidence_answer(evidence, inline=given["inline"])
