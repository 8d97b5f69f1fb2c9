"""Meetings: planned, changed, closed; what they hear is in `agenda`."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.serializers import OutcomesOutput
from approvals.views import outcome_shape
from meetings.actions import close_meeting, create_meeting
from meetings.actions.meetings import change_meeting
from meetings.models import Meeting
from meetings.queries.consolidations import visible_consolidations
from meetings.queries.meetings import meeting_digests, visible_meeting, visible_meetings
from meetings.serializers.meetings import MeetingChanges, MeetingInput, MeetingOutput
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.preconditions import digest_seen, idempotency_key, session_of
from organization.http.problems import Problem
from organization.http.schema import IDEMPOTENCY_KEY, IF_MATCH, paged
from plans.queries import visible_plans


def meeting_or_404(request: PersonRequest, meeting_id: UUID) -> Meeting:
    """The meeting, when it is one of the person's institution.

    Raises:
        Problem: 404.
    """
    meeting = visible_meeting(request.user, meeting_id)
    if meeting is None:
        raise Problem(404, "not-found")
    return meeting


def shaped_meetings(request: PersonRequest, rows: list[Meeting]) -> list[Any]:
    """Meetings with what the person sees of their agenda, and the digest of the whole of it."""
    now = timezone.now()
    agenda = [heard.case_id for row in rows for heard in row.consolidations.all()]
    seen = {row.case_id for row in visible_consolidations(request.user, now).filter(case__in=agenda)}
    concluded = [row.conclusions_id for row in rows if row.conclusions_id]
    seen |= {plan.case_id for plan in visible_plans(request.user, now).filter(case__in=concluded)}
    digests = meeting_digests(rows)
    for row in rows:
        shown: Any = row
        shown.heard = [heard for heard in row.consolidations.all() if heard.case_id in seen]
        shown.shown_conclusions = row.conclusions_id if row.conclusions_id in seen else None
        shown.digest = digests[row.id]
    return list(MeetingOutput(rows, many=True).data)


def meeting_answer(request: PersonRequest, meeting_id: UUID, status: int = 200) -> Response:
    """A meeting as GET answers it, with its digest as ETag."""
    [shape] = shaped_meetings(request, [meeting_or_404(request, meeting_id)])
    return Response(shape, status=status, headers={"ETag": f'"{shape["digest"]}"'})


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
        """Which consolidations it hears, and the conclusions where the person sees them."""
        return meeting_answer(request, meeting_id)

    @extend_schema(request=MeetingChanges, parameters=[IF_MATCH], responses=MeetingOutput)
    def patch(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Change title, time or agenda before the close, as when a supplement comes; the admin office's."""
        meeting_or_404(request, meeting_id)
        given = MeetingChanges(data=request.data)
        given.is_valid(raise_exception=True)
        change_meeting(
            meeting_id,
            seen=digest_seen(request),
            changes=given.validated_data,
            by=request.user,
            now=timezone.now(),
        )
        return meeting_answer(request, meeting_id)


class MeetingCloseView(APIView):
    """The close of a meeting."""

    @extend_schema(request=None, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses=OutcomesOutput)
    def post(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Record that the meeting heard its consolidations; the leadership's, one confirmation for all."""
        meeting_or_404(request, meeting_id)
        outcomes = close_meeting(
            meeting_id,
            seen=digest_seen(request),
            by=request.user,
            now=timezone.now(),
            key=idempotency_key(request),
            session=session_of(request),
        )
        return Response({"results": [outcome_shape(outcome) for outcome in outcomes]})
