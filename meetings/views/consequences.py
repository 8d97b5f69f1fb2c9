"""The consequence of Notice 242, II.8: decided at a meeting, listed and exported by year; who has read conclusions."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from meetings.actions.conclusions import acknowledge
from meetings.actions.consequences import put_consequences
from meetings.actions.inaccurate import call_inaccurate
from meetings.queries.conclusions import acknowledgements_of
from meetings.queries.consequences import decided_in
from meetings.serializers.consequences import (
    AcknowledgementsOutput,
    ConsequenceExportFilter,
    DecidedOutput,
    DecisionsInput,
    InaccuratesInput,
    YearFilter,
)
from meetings.serializers.meetings import MeetingOutput
from organization.http.given import asked, body
from organization.http.pages import whole
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.http.workbooks import WORKBOOK, workbook
from papers.output.consequences import Decision, write_consequences
from periods.http import plan_year_named
from periods.rules.naming import period_name
from plans.views.plans import plan_or_404

from .meetings import meeting_answer, meeting_or_404


class MeetingConsequencesView(APIView):
    """Decisions at a meeting."""

    @extend_schema(request=DecisionsInput, responses=MeetingOutput)
    def put(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Record applied or not applied, with the reason, until the close; the leadership's."""
        meeting_or_404(request, meeting_id)
        given = body(request, DecisionsInput)
        put_consequences(meeting_id, given["consequences"], by=request.user, now=request.now)
        return meeting_answer(request, meeting_id)


class MeetingInaccurateView(APIView):
    """The leadership's word on results that it heard."""

    @extend_schema(request=InaccuratesInput, responses=MeetingOutput)
    def put(self, request: PersonRequest, meeting_id: UUID) -> Response:
        """Record that the result of an item is inaccurate, with the reason, as long as consequences are decided on; the
        leadership's. The rule points at the item then."""
        meeting_or_404(request, meeting_id)
        given = body(request, InaccuratesInput)
        call_inaccurate(meeting_id, given["inaccurate"], by=request.user, now=request.now)
        return meeting_answer(request, meeting_id)


class ConsequencesView(APIView):
    """The decisions of a year."""

    @extend_schema(operation_id="consequences_list", parameters=[YearFilter], responses=paged(DecidedOutput))
    def get(self, request: PersonRequest) -> Response:
        """By period and unit; a unit sees its own, once the meeting is closed."""
        wanted = asked(request, YearFilter)
        year = plan_year_named(request, wanted["year"])
        rows = decided_in(request.user, year, request.now)
        return whole(DecidedOutput(rows, many=True).data)


class ConsequencesExportView(APIView):
    """The decisions of a year on paper."""

    @extend_schema(parameters=[ConsequenceExportFilter], responses=WORKBOOK)
    def get(self, request: PersonRequest) -> HttpResponse:
        """The same as a workbook."""
        wanted = asked(request, ConsequenceExportFilter)
        year = plan_year_named(request, wanted["year"])
        rows = decided_in(request.user, year, request.now)
        decisions = [
            Decision(
                period=period_name(row.period),
                unit=row.unit.name,
                item=row.title,
                trigger=row.trigger,
                applied=row.applied,
                reason=row.reason,
                decided_by=row.decided_by.full_name,
                decided_on=timezone.localtime(row.decided_at).date(),
            )
            for row in rows
        ]
        data = write_consequences(request.user.institution.name, year.label, decisions)
        name = f"muc-ii-8-{year.label}.xlsx"
        return workbook(name, data)


class AcknowledgementsView(APIView):
    """Who has read the conclusions of a meeting."""

    @extend_schema(operation_id="acknowledgements_list", responses=AcknowledgementsOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """The units that have, and those of whom it is awaited."""
        plan = plan_or_404(request, case_id)
        return Response(AcknowledgementsOutput(acknowledgements_of(plan)).data)

    @extend_schema(request=None, responses={200: AcknowledgementsOutput, 201: AcknowledgementsOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Record that the own unit has read them; 200 where it had already."""
        plan = plan_or_404(request, case_id)
        fresh = acknowledge(plan, by=request.user, now=request.now)
        return Response(AcknowledgementsOutput(acknowledgements_of(plan)).data, status=201 if fresh else 200)
