"""Who reported when, and a reminder for those who did not."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.units import unit_named
from organization.queries import own_unit
from periods.views import period_or_404
from reports.actions.reminders import remind_monitors, remind_units
from reports.queries.matrix import matrix_of
from reports.serializers.matrix import MatrixOutput, ReminderFilter, ReminderOutput


class MatrixView(APIView):
    """Months × units."""

    @extend_schema(responses=MatrixOutput)
    def get(self, request: PersonRequest, period_id: UUID) -> Response:
        """The confirmed months of a year, or one month: how each unit's reports stand, and the rates."""
        period = period_or_404(request, period_id)
        return Response(MatrixOutput(matrix_of(request.user, period, request.now)).data)


class ReminderView(APIView):
    """A message to those who owe reports."""

    @extend_schema(parameters=[ReminderFilter], responses=ReminderOutput)
    def get(self, request: PersonRequest, period_id: UUID) -> Response:
        """By the admin office to the monitoring units, or by a monitoring unit to the units; ready to paste."""
        period = period_or_404(request, period_id)
        wanted = asked(request, ReminderFilter)
        if wanted["to"] == "monitors":
            text = remind_monitors(period, by=request.user, now=request.now)
        else:
            code = wanted.get("unit")
            monitor = unit_named(request, code) if code else own_unit(request.user, request.now)
            if monitor is None:
                raise Problem(403, "not-permitted")
            text = remind_units(period, monitor=monitor, by=request.user, now=request.now)
        return Response({"text": text})
