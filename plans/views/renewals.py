"""A plan is carried into a later year."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked, body
from organization.http.person import PersonRequest
from periods.http import plan_year_named
from plans.actions import renew_plan
from plans.reading.carried import read_renewal
from plans.serializers import PlanOutput, RenewalFilter, RenewalInput, RenewalOutput

from .plans import plan_answer, plan_or_404


class PlanRenewalView(APIView):
    """The plan of a later year."""

    @extend_schema(parameters=[RenewalFilter], responses=RenewalOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Last year's rows with what became of them, and which of them would be taken over."""
        plan = plan_or_404(request, case_id)
        period = plan_year_named(request, asked(request, RenewalFilter)["period"])
        return Response(RenewalOutput(read_renewal(plan, period, request.now)).data)

    @extend_schema(request=RenewalInput, responses={201: PlanOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Begin it: a draft with the rows that are not done with, or with those that are named."""
        plan, fields = plan_or_404(request, case_id), body(request, RenewalInput)
        period = plan_year_named(request, fields.pop("period"))
        made = renew_plan(plan, period=period, by=request.user, now=request.now, **fields)
        return plan_answer(request, made.case_id, status=201)
