"""Plans: the list, one plan, its rows, who follows it, and its printed form."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.queries import Request as Asked
from approvals.queries import dockets_for
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.preconditions import digest_seen
from organization.http.problems import Problem
from organization.http.schema import IF_MATCH, paged
from organization.http.serializers import reason_list
from organization.http.units import unit_named
from periods.http import plan_year_named
from plans.actions import Row, assign_monitoring, change_plan, create_plan, put_rows
from plans.models import Plan
from plans.printing import appendix_1
from plans.queries import count_rows, rows_of, search_plans, visible_plan
from plans.rules.due_times import warnings_of
from plans.serializers import (
    ExportFilter,
    MonitoringInput,
    PlanChanges,
    PlanFilter,
    PlanInput,
    PlanOutput,
    PlanSummaryOutput,
    RowsInput,
)
from workflow.models import State
from workflow.rules import reasons_against_editing

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def plan_or_404(request: PersonRequest, case_id: UUID, now: datetime) -> Plan:
    """The plan, when the person sees it.

    Raises:
        Problem: 404.
    """
    plan = visible_plan(request.user, case_id, now)
    if plan is None:
        raise Problem(404, "not-found")
    return plan


def plan_answer(request: PersonRequest, case_id: UUID, now: datetime, status: int = 200) -> Response:
    """A plan as GET answers it, with its digest as ETag."""
    plan = plan_or_404(request, case_id, now)
    docket = dockets_for([plan.case], Asked(by=request.user, now=now, acts=()))[case_id]
    count_rows([plan])
    shown: Any = plan
    shown.shown_rows = list(rows_of(plan))
    for row in shown.shown_rows:
        row.warnings = warnings_of(row, plan.period)
    shown.editable = reason_list(reasons_against_editing(docket.facts))
    shown.in_force = plan.case.state == State.PRESENTED
    shown.issued = issued_of(plan)
    return Response(PlanOutput(shown).data, status=status, headers={"ETag": f'"{plan.case.digest}"'})


def issued_of(plan: Plan) -> dict[str, Any] | None:
    """The issued document's data, when there is one."""
    if plan.issued_evidence is None:
        return None
    return {
        "number": plan.issued_number,
        "date": plan.issued_date,
        "signer": plan.issued_signer,
        "evidence": plan.issued_evidence.sha256,
    }


class PlansView(APIView):
    """The plans that the person sees."""

    @extend_schema(operation_id="plans_list", parameters=[PlanFilter], responses=paged(PlanSummaryOutput))
    def get(self, request: PersonRequest) -> Response:
        """Newest first; narrowed by state, unit, period and words of the title (marks do not matter)."""
        asked = PlanFilter(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        now = timezone.now()

        def counted(plans: list[Plan]) -> Any:
            count_rows(plans)
            return PlanSummaryOutput(plans, many=True).data

        return page(request, search_plans(request.user, now, asked.validated_data), ["-case_id"], counted)

    @extend_schema(request=PlanInput, responses={201: PlanOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new draft."""
        now = timezone.now()
        given = PlanInput(data=request.data)
        given.is_valid(raise_exception=True)
        fields = given.validated_data
        unit, period = unit_named(request, fields.pop("unit")), plan_year_named(request, fields.pop("period"))
        plan = create_plan(unit=unit, period=period, by=request.user, now=now, **fields)
        return plan_answer(request, plan.case_id, now, status=201)


class PlanView(APIView):
    """One plan."""

    @extend_schema(responses=PlanOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """The plan with its rows."""
        return plan_answer(request, case_id, timezone.now())

    @extend_schema(request=PlanChanges, parameters=[IF_MATCH], responses=PlanOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change the head of an open draft."""
        now = timezone.now()
        plan_or_404(request, case_id, now)
        given = PlanChanges(data=request.data)
        given.is_valid(raise_exception=True)
        changes = dict(given.validated_data)
        if "period" in changes:
            changes["period"] = plan_year_named(request, changes["period"])
        change_plan(case_id, seen=digest_seen(request), by=request.user, now=now, changes=changes)
        return plan_answer(request, case_id, now)


class PlanRowsView(APIView):
    """The rows of a plan."""

    @extend_schema(request=RowsInput, parameters=[IF_MATCH], responses=PlanOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Make these the rows: matched by id, absent ones are deleted."""
        now = timezone.now()
        plan_or_404(request, case_id, now)
        given = RowsInput(data=request.data)
        given.is_valid(raise_exception=True)
        rows = [Row(**row) for row in given.validated_data["rows"]]
        put_rows(case_id, rows, seen=digest_seen(request), by=request.user, now=now)
        return plan_answer(request, case_id, now)


class PlanMonitoringView(APIView):
    """Who follows a plan."""

    @extend_schema(request=MonitoringInput, responses=PlanOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Assign the monitoring unit; the admin office's."""
        now = timezone.now()
        plan = plan_or_404(request, case_id, now)
        given = MonitoringInput(data=request.data)
        given.is_valid(raise_exception=True)
        fields = given.validated_data
        unit = unit_named(request, fields.pop("unit"))
        assign_monitoring(plan, unit=unit, by=request.user, now=now, **fields)
        return plan_answer(request, case_id, now)


class PlanExportView(APIView):
    """A plan on paper."""

    @extend_schema(parameters=[ExportFilter], responses={(200, XLSX): OpenApiTypes.BINARY})
    def get(self, request: PersonRequest, case_id: UUID) -> HttpResponse:
        """Phụ lục 1 as a workbook, with the rows that the person sees."""
        now = timezone.now()
        plan = plan_or_404(request, case_id, now)
        asked = ExportFilter(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        data = appendix_1(plan, rows_of(plan))
        name = f"phu-luc-1-{plan.case.unit.code}-{plan.case.period}.xlsx"
        return HttpResponse(
            data, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
