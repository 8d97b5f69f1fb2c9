"""What a meeting hears, what is asked and answered there, and what it concludes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from meetings.actions.answers import put_answers
from meetings.actions.conclusions import draft_conclusions
from meetings.models import Meeting
from meetings.queries.agenda import agenda_of, hearing_of
from meetings.queries.consequences import consequences_of
from meetings.queries.consolidations import visible_consolidations
from meetings.queries.meetings import meeting_digests, units_in_view
from meetings.queries.slips import slips_of
from meetings.serializers.agenda import AgendaOutput, AnswersInput, SlipFilter, SlipOutput
from meetings.serializers.meetings import MeetingOutput
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.units import unit_named
from plans.models import Plan
from plans.queries import rows_of, visible_plan
from plans.rules.due_times import warnings_of
from plans.serializers import PlanOutput
from plans.views.plans import plan_answer

from .meetings import meeting_answer, meeting_or_404


def conclusions_of(request: PersonRequest, meeting: Meeting, now: datetime) -> Plan | None:
    """The conclusions with their rows, where there are any that the person sees."""
    plan = visible_plan(request.user, meeting.conclusions_id, now) if meeting.conclusions_id else None
    if plan is not None:
        shown: Any = plan
        shown.shown_rows = list(rows_of(plan))
        for row in shown.shown_rows:
            row.warnings = warnings_of(row, plan.period)
    return plan


class AgendaView(APIView):
    """The agenda of a meeting."""

    @extend_schema(responses=AgendaOutput)
    def get(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """By monitoring unit, unfinished first; empty for whoever does not see the consolidations that are heard."""
        now = timezone.now()
        meeting: Any = meeting_or_404(request, meeting_id)
        asked = [row.case_id for row in meeting.consolidations.all()]
        hearing = hearing_of(meeting, visible_consolidations(request.user, now).filter(case__in=asked))
        shape = {
            "id": meeting.id,
            "title": meeting.title,
            "held_at": meeting.held_at,
            "closed_at": meeting.closed_at,
            "digest": meeting_digests([meeting])[meeting.id],
            "conclusions": conclusions_of(request, meeting, now),
            "consequences": consequences_of(hearing, request.user, now),
            **agenda_of(hearing),
        }
        return Response(AgendaOutput(shape).data, headers={"ETag": f'"{shape["digest"]}"'})


class SlipsView(APIView):
    """One slip per head before the meeting."""

    @extend_schema(
        operation_id="meetings_slips_list", parameters=[SlipFilter], responses=SlipOutput(many=True)
    )
    def get(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """What is open, what was promised, which questions to expect: of the own unit; the office's and leadership's of all."""
        now = timezone.now()
        meeting = meeting_or_404(request, meeting_id)
        asked = SlipFilter(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        seen = units_in_view(request.user, now)
        if code := asked.validated_data.get("unit"):
            unit = unit_named(request, code)
            if seen is not None and unit.id not in seen:
                raise Problem(403, "not-permitted")
            seen = {unit.id}
        slips = slips_of(hearing_of(meeting, meeting.consolidations.all()), seen)
        return Response(SlipOutput(slips, many=True).data)


class AnswersView(APIView):
    """The leadership's answers to proposals."""

    @extend_schema(request=AnswersInput, responses=MeetingOutput)
    def put(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Answer proposals that the meeting hears, until its close; those that are left out stay as they are."""
        meeting_or_404(request, meeting_id)
        given = AnswersInput(data=request.data)
        given.is_valid(raise_exception=True)
        put_answers(meeting_id, given.validated_data["answers"], by=request.user, now=timezone.now())
        return meeting_answer(request, meeting_id)


class ConclusionsView(APIView):
    """The conclusions of a meeting."""

    @extend_schema(request=None, responses={201: PlanOutput})
    def post(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Begin them: a draft of the admin office, in force with the close."""
        now = timezone.now()
        meeting_or_404(request, meeting_id)
        plan = draft_conclusions(meeting_id, by=request.user, now=now)
        return plan_answer(request, plan.case_id, now, status=201)
