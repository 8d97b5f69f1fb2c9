"""Consolidations of a period."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from meetings.actions import Wording, change_consolidation, create_consolidation
from meetings.models import Consolidation
from meetings.queries.consolidations import visible_consolidation, visible_consolidations
from meetings.serializers.consolidations import (
    ConsolidationChanges,
    ConsolidationInput,
    ConsolidationOutput,
    ConsolidationSummaryOutput,
)
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.preconditions import digest_seen
from organization.http.problems import Problem
from organization.http.schema import IF_MATCH, paged
from periods.http import period_named

from .consolidation_shapes import shaped_consolidation, shaped_consolidations


def consolidation_or_404(request: PersonRequest, case_id: UUID, now: datetime) -> Consolidation:
    """The consolidation, when the person sees it.

    Raises:
        Problem: 404.
    """
    row = visible_consolidation(request.user, case_id, now)
    if row is None:
        raise Problem(404, "not-found")
    return row


def consolidation_answer(request: PersonRequest, case_id: UUID, now: datetime, status: int = 200) -> Response:
    """A consolidation as GET answers it, with its digest as ETag."""
    shape = shaped_consolidation(request, consolidation_or_404(request, case_id, now), now)
    return Response(shape, status=status, headers={"ETag": f'"{shape["digest"]}"'})


def wording_of(given: Mapping[str, Any]) -> Wording:
    """What the office itself writes."""
    return Wording(given.get("assessment"), given.get("highlights"), given.get("proposals"))


class ConsolidationsView(APIView):
    """The consolidations that the person sees."""

    @extend_schema(operation_id="consolidations_list", responses=paged(ConsolidationSummaryOutput))
    def get(self, request: PersonRequest) -> Response:
        """Newest first."""
        now = timezone.now()
        rows = visible_consolidations(request.user, now)
        return page(request, rows, ["-case_id"], lambda found: shaped_consolidations(request, found, now))

    @extend_schema(request=ConsolidationInput, responses={201: ConsolidationOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new draft of the admin office; without `cases` it takes in every checked report of the period, and
        those of earlier ones that none has taken in yet."""
        now = timezone.now()
        asked = ConsolidationInput(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        made = create_consolidation(
            period=period_named(request, given["period"]),
            case_ids=given.get("cases"),
            title=given.get("title", ""),
            by=request.user,
            now=now,
            supplement_of=given.get("supplement_of"),
            wording=wording_of(given),
        )
        return consolidation_answer(request, made.case_id, now, status=201)


class ConsolidationView(APIView):
    """One consolidation."""

    @extend_schema(responses=ConsolidationOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """What is inside, each with the digest it was taken in with, and what it says together."""
        return consolidation_answer(request, case_id, timezone.now())

    @extend_schema(request=ConsolidationChanges, parameters=[IF_MATCH], responses=ConsolidationOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change what an open draft contains, or says; `cases` are taken in afresh."""
        now = timezone.now()
        consolidation_or_404(request, case_id, now)
        asked = ConsolidationChanges(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        change_consolidation(
            case_id,
            seen=digest_seen(request),
            case_ids=given.get("cases"),
            title=given.get("title"),
            by=request.user,
            now=now,
            wording=wording_of(given),
        )
        return consolidation_answer(request, case_id, now)
