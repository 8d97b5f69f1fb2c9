"""Consolidations of a period."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from approvals.serializers import OutcomesOutput
from approvals.views import outcome_shape
from meetings.actions import Wording, change_consolidation, close_in_writing, create_consolidation
from meetings.models import Consolidation
from meetings.queries.consolidations import visible_consolidation, visible_consolidations
from meetings.reading.consolidations import read_consolidation, read_consolidations
from meetings.serializers.consolidations import (
    ConsolidationChanges,
    ConsolidationInput,
    ConsolidationOutput,
    ConsolidationSummaryOutput,
)
from organization.http.given import asked, body, digest_seen, idempotency_key, session_of
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.schema import IDEMPOTENCY_KEY, IF_MATCH, paged
from organization.http.serializers import PageFilter
from periods.http import period_named


def consolidation_or_404(request: PersonRequest, case_id: UUID) -> Consolidation:
    """The consolidation, when the person sees it.

    Raises:
        Problem: 404.
    """
    row = visible_consolidation(request.user, case_id, request.now)
    if row is None:
        raise Problem(404, "not-found")
    return row


def consolidation_answer(request: PersonRequest, case_id: UUID, status: int = 200) -> Response:
    """A consolidation as GET answers it, with its digest as ETag."""
    shown = read_consolidation(consolidation_or_404(request, case_id), request.user, request.now)
    return Response(ConsolidationOutput(shown).data, status=status, headers={"ETag": f'"{shown.digest}"'})


def wording_of(given: Mapping[str, Any]) -> Wording:
    """What the office itself writes."""
    return Wording(
        given.get("assessment"),
        given.get("highlights"),
        given.get("proposals"),
        given.get("unchecked_reason"),
    )


class ConsolidationsView(APIView):
    """The consolidations that the person sees."""

    @extend_schema(
        operation_id="consolidations_list",
        parameters=[PageFilter],
        responses=paged(ConsolidationSummaryOutput),
    )
    def get(self, request: PersonRequest) -> Response:
        """Newest first."""
        rows = visible_consolidations(request.user, request.now)

        def shaped(found: list[Consolidation]) -> Collection[object]:
            lines = read_consolidations(found, request.user, request.now)
            return ConsolidationSummaryOutput(lines, many=True).data

        asked(request, PageFilter)
        return page(request, rows, ["-case_id"], shaped)

    @extend_schema(request=ConsolidationInput, responses={201: ConsolidationOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new draft of the admin office; without `cases` it takes in every checked report of the period, and
        those of earlier ones that none has taken in yet."""
        given = body(request, ConsolidationInput)
        made = create_consolidation(
            period=period_named(request, given["period"]),
            case_ids=given.get("cases"),
            title=given.get("title", ""),
            by=request.user,
            now=request.now,
            supplement_of=given.get("supplement_of"),
            wording=wording_of(given),
        )
        return consolidation_answer(request, made.case_id, status=201)


class ConsolidationView(APIView):
    """One consolidation."""

    @extend_schema(responses=ConsolidationOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """What is inside, each with the digest it was taken in with, and what it says together."""
        return consolidation_answer(request, case_id)

    @extend_schema(request=ConsolidationChanges, parameters=[IF_MATCH], responses=ConsolidationOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change what an open draft contains, or says; `cases` are taken in afresh."""
        require_case(request, case_id, "consolidation")
        given = body(request, ConsolidationChanges)
        change_consolidation(
            case_id,
            seen=digest_seen(request),
            case_ids=given.get("cases"),
            title=given.get("title"),
            by=request.user,
            now=request.now,
            wording=wording_of(given),
        )
        return consolidation_answer(request, case_id)


class ConsolidationCloseView(APIView):
    """A consolidation that is taken in writing."""

    @extend_schema(request=None, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses=OutcomesOutput)
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """báo cáo bằng văn bản, không họp giao ban: the leadership presents it without a meeting; its period closes."""
        consolidation_or_404(request, case_id)
        outcomes = close_in_writing(
            case_id,
            seen=digest_seen(request),
            by=request.user,
            now=request.now,
            key=idempotency_key(request),
            session=session_of(request),
        )
        return Response({"results": [outcome_shape(outcome) for outcome in outcomes]})
