"""Consolidations and meetings."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.serializers import OutcomesOutput
from approvals.views import outcome_shape
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.preconditions import digest_seen, idempotency_key, session_of
from organization.http.problems import Problem
from organization.http.schema import IDEMPOTENCY_KEY, IF_MATCH, paged
from plans.actions import (
    change_consolidation,
    close_meeting,
    create_consolidation,
    create_meeting,
    meeting_digest,
)
from plans.models import Consolidation, Meeting
from plans.queries.meetings import items_of, visible_consolidations, visible_meetings
from plans.serializers.meetings import (
    ConsolidationChanges,
    ConsolidationInput,
    ConsolidationOutput,
    MeetingInput,
    MeetingOutput,
)

from .asked import period_named


def shaped_consolidations(rows: list[Consolidation]) -> list[Any]:
    """Consolidations with what is inside; one more statement, whatever their number.

    One is stale when something inside is no longer what it was when it was taken in.
    """
    inside: dict[UUID, list[Any]] = {row.case_id: [] for row in rows}
    for item in items_of(rows):
        inside[item.consolidation_id].append(item)
    for row in rows:
        row.inside = inside[row.case_id]  # type: ignore[attr-defined]
        row.stale = any(item.digest != item.case.digest for item in inside[row.case_id])  # type: ignore[attr-defined]
    return list(ConsolidationOutput(rows, many=True).data)


def consolidation_answer(request: PersonRequest, case_id: UUID, now: datetime, status: int = 200) -> Response:
    """A consolidation as GET answers it, with its digest as ETag."""
    row = visible_consolidations(request.user, now).filter(case=case_id).first()
    if row is None:
        raise Problem(404, "not-found")
    [shape] = shaped_consolidations([row])
    return Response(shape, status=status, headers={"ETag": f'"{row.case.digest}"'})


def shaped_meetings(request: PersonRequest, rows: list[Meeting]) -> list[Any]:
    """Meetings with what the person sees of their agenda, and the digest of the whole of it."""
    agenda = [heard.case_id for row in rows for heard in row.consolidations.all()]
    seen = {
        row.case_id for row in visible_consolidations(request.user, timezone.now()).filter(case__in=agenda)
    }
    for row in rows:
        row.heard = [heard for heard in row.consolidations.all() if heard.case_id in seen]  # type: ignore[attr-defined]
        row.digest = meeting_digest(row)  # type: ignore[attr-defined]
    return list(MeetingOutput(rows, many=True).data)


def meeting_answer(request: PersonRequest, meeting_id: UUID, status: int = 200) -> Response:
    """A meeting as GET answers it, with its digest as ETag."""
    row = visible_meetings(request.user).filter(id=meeting_id).first()
    if row is None:
        raise Problem(404, "not-found")
    [shape] = shaped_meetings(request, [row])
    return Response(shape, status=status, headers={"ETag": f'"{shape["digest"]}"'})


class ConsolidationsView(APIView):
    """The consolidations that the person sees."""

    @extend_schema(operation_id="consolidations_list", responses=paged(ConsolidationOutput))
    def get(self, request: PersonRequest) -> Response:
        """Newest first."""
        rows = visible_consolidations(request.user, timezone.now())
        return page(request, rows, ["-case_id"], shaped_consolidations)

    @extend_schema(request=ConsolidationInput, responses={201: ConsolidationOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new draft of the admin office."""
        now = timezone.now()
        given = ConsolidationInput(data=request.data)
        given.is_valid(raise_exception=True)
        period = period_named(request, given.validated_data["period"])
        title = given.validated_data.get("title") or gettext("Consolidation %(period)s") % {
            "period": period.label
        }
        made = create_consolidation(
            period=period, case_ids=given.validated_data["cases"], title=title, by=request.user, now=now
        )
        return consolidation_answer(request, made.case_id, now, status=201)


class ConsolidationView(APIView):
    """One consolidation."""

    @extend_schema(responses=ConsolidationOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """What is inside, each with the digest it was taken in with."""
        return consolidation_answer(request, case_id, timezone.now())

    @extend_schema(request=ConsolidationChanges, parameters=[IF_MATCH], responses=ConsolidationOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change what an open draft contains; its cases are taken in afresh."""
        now = timezone.now()
        consolidation_answer(request, case_id, now)
        given = ConsolidationChanges(data=request.data)
        given.is_valid(raise_exception=True)
        change_consolidation(
            case_id,
            seen=digest_seen(request),
            case_ids=given.validated_data.get("cases"),
            title=given.validated_data.get("title"),
            by=request.user,
            now=now,
        )
        return consolidation_answer(request, case_id, now)


class MeetingsView(APIView):
    """The meetings of the institution."""

    @extend_schema(operation_id="meetings_list", responses=paged(MeetingOutput))
    def get(self, request: PersonRequest) -> Response:
        """Latest first."""
        return page(
            request,
            visible_meetings(request.user),
            ["-held_at", "-id"],
            lambda rows: shaped_meetings(request, rows),
        )

    @extend_schema(request=MeetingInput, responses={201: MeetingOutput})
    def post(self, request: PersonRequest) -> Response:
        """Plan a meeting; the admin office's."""
        given = MeetingInput(data=request.data)
        given.is_valid(raise_exception=True)
        held_at = given.validated_data["held_at"]
        day = timezone.localtime(held_at).strftime("%d/%m/%Y")
        meeting = create_meeting(
            consolidation_ids=given.validated_data["consolidations"],
            held_at=held_at,
            title=given.validated_data.get("title") or gettext("Monthly meeting of %(day)s") % {"day": day},
            by=request.user,
            now=timezone.now(),
        )
        return meeting_answer(request, meeting.id, status=201)


class MeetingView(APIView):
    """One meeting."""

    @extend_schema(responses=MeetingOutput)
    def get(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """The agenda."""
        return meeting_answer(request, meeting_id)


class MeetingCloseView(APIView):
    """The close of a meeting."""

    @extend_schema(request=None, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses=OutcomesOutput)
    def post(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Record that the meeting heard its consolidations; the leadership's, one confirmation for all."""
        meeting_answer(request, meeting_id)
        outcomes = close_meeting(
            meeting_id,
            seen=digest_seen(request),
            by=request.user,
            now=timezone.now(),
            key=idempotency_key(request),
            session=session_of(request),
        )
        return Response({"results": [outcome_shape(outcome) for outcome in outcomes]})
