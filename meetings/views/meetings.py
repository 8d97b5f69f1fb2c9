"""Meetings: planned, changed, closed; what they hear is in `agenda`."""

from collections.abc import Collection
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
from meetings.queries.meetings import visible_meeting, visible_meetings
from meetings.reading.meetings import read_meetings
from meetings.serializers.meetings import CloseInput, MeetingChanges, MeetingInput, MeetingOutput
from notation import moments
from organization.http.given import asked, body, digest_seen, idempotency_key, session_of
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.schema import IDEMPOTENCY_KEY, IF_MATCH, paged
from organization.http.serializers import PageFilter


def meeting_or_404(request: PersonRequest, meeting_id: UUID) -> Meeting:
    """The meeting, when it is one of the person's institution.

    Raises:
        Problem: 404.
    """
    meeting = visible_meeting(request.user, meeting_id)
    if meeting is None:
        raise Problem(404, "not-found")
    return meeting


def meeting_answer(request: PersonRequest, meeting_id: UUID, status: int = 200) -> Response:
    """A meeting as GET answers it, with its digest as ETag."""
    [shown] = read_meetings([meeting_or_404(request, meeting_id)], request.user, request.now)
    return Response(MeetingOutput(shown).data, status=status, headers={"ETag": f'"{shown.digest}"'})


class MeetingsView(APIView):
    """The meetings of the institution."""

    @extend_schema(operation_id="meetings_list", parameters=[PageFilter], responses=paged(MeetingOutput))
    def get(self, request: PersonRequest) -> Response:
        """Latest first."""

        def shaped(rows: list[Meeting]) -> Collection[object]:
            return MeetingOutput(read_meetings(rows, request.user, request.now), many=True).data

        asked(request, PageFilter)
        return page(request, visible_meetings(request.user), ["-held_at", "-id"], shaped)

    @extend_schema(request=MeetingInput, responses={201: MeetingOutput})
    def post(self, request: PersonRequest) -> Response:
        """Plan a meeting; the admin office's."""
        given = body(request, MeetingInput)
        held_at = given["held_at"]
        day = moments.day(timezone.localtime(held_at))
        meeting = create_meeting(
            consolidation_ids=given["consolidations"],
            held_at=held_at,
            title=given.get("title") or gettext("Monthly meeting of %(day)s") % {"day": day},
            by=request.user,
            now=request.now,
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
        given = body(request, MeetingChanges)
        change_meeting(
            meeting_id,
            seen=digest_seen(request),
            by=request.user,
            now=request.now,
            **given,
        )
        return meeting_answer(request, meeting_id)


class MeetingCloseView(APIView):
    """The close of a meeting."""

    @extend_schema(request=CloseInput, parameters=[IF_MATCH, IDEMPOTENCY_KEY], responses=OutcomesOutput)
    def post(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Record that the meeting heard its consolidations; the leadership's, one confirmation for all. Their periods close."""
        meeting_or_404(request, meeting_id)
        given = body(request, CloseInput)
        outcomes = close_meeting(
            meeting_id,
            seen=digest_seen(request),
            by=request.user,
            now=request.now,
            key=idempotency_key(request),
            session=session_of(request),
            **given,
        )
        return Response({"results": [outcome_shape(outcome) for outcome in outcomes]})
