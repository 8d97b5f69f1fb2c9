"""What a meeting hears, what is asked and answered there, and what it concludes."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from meetings.actions.answers import put_answers
from meetings.actions.conclusions import draft_conclusions
from meetings.queries.agenda import hearing_of
from meetings.queries.meetings import units_in_view
from meetings.queries.slips import slips_of
from meetings.reading.meetings import read_agenda
from meetings.serializers.agenda import AgendaOutput, AnswersInput, SlipFilter, SlipOutput
from meetings.serializers.meetings import MeetingOutput
from organization.http.given import asked, body
from organization.http.pages import whole
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.schema import paged
from organization.http.units import unit_named
from plans.serializers import PlanOutput
from plans.views.plans import plan_answer

from .meetings import meeting_answer, meeting_or_404


class AgendaView(APIView):
    """The agenda of a meeting."""

    @extend_schema(responses=AgendaOutput)
    def get(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """By monitoring unit, unfinished first; empty for whoever does not see the consolidations that are heard."""
        agenda = read_agenda(meeting_or_404(request, meeting_id), request.user, request.now)
        return Response(AgendaOutput(agenda).data, headers={"ETag": f'"{agenda.digest}"'})


class SlipsView(APIView):
    """One slip per head before the meeting."""

    @extend_schema(operation_id="meetings_slips_list", parameters=[SlipFilter], responses=paged(SlipOutput))
    def get(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """What is open, what was promised, which questions to expect: of the own unit; the office's and leadership's of all."""
        meeting = meeting_or_404(request, meeting_id)
        wanted = asked(request, SlipFilter)
        seen = units_in_view(request.user, request.now)
        if code := wanted.get("unit"):
            unit = unit_named(request, code)
            if seen is not None and unit.id not in seen:
                raise Problem(403, "not-permitted")
            seen = {unit.id}
        slips = slips_of(hearing_of(meeting, meeting.consolidations.all()), seen)
        return whole(SlipOutput(slips, many=True).data)


class AnswersView(APIView):
    """The leadership's answers to proposals."""

    @extend_schema(request=AnswersInput, responses=MeetingOutput)
    def put(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Answer proposals that the meeting hears, until the next one is closed; those that are left out stay as they are."""
        meeting_or_404(request, meeting_id)
        given = body(request, AnswersInput)
        put_answers(meeting_id, given["answers"], by=request.user, now=request.now)
        return meeting_answer(request, meeting_id)


class ConclusionsView(APIView):
    """The conclusions of a meeting."""

    @extend_schema(request=None, responses={201: PlanOutput})
    def post(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Begin them: a draft of the admin office until the leadership signs them."""
        meeting_or_404(request, meeting_id)
        plan = draft_conclusions(meeting_id, by=request.user, now=request.now)
        return plan_answer(request, plan.case_id, status=201)
