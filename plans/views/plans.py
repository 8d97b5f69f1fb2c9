"""Plans: the list, one plan, its rows, who follows it, and its printed form."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from approvals.serializers.edits import edit_of
from organization.http.given import asked, body, digest_seen, fields_of
from organization.http.pages import page
from organization.http.people import person_named
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.schema import IF_MATCH, paged
from organization.http.units import unit_named
from organization.http.workbooks import WORKBOOK, workbook
from organization.queries import own_unit
from periods.http import plan_year_named
from plans.actions import (
    Edits,
    Row,
    assign_item_of,
    assign_monitoring,
    begin_revision,
    change_plan,
    create_plan,
    edit_rows,
    name_officer,
    put_rows,
)
from plans.http import item_named, template_named
from plans.models import CASE_KINDS, Plan
from plans.printing import appendix_1
from plans.queries import search_plans, visible_plan
from plans.reading import read_due_time, read_lines, read_plan, read_written
from plans.serializers import (
    DueTimeFilter,
    DueTimeOutput,
    ExportFilter,
    MonitoringInput,
    OfficerInput,
    PlacingInput,
    PlanChanges,
    PlanFilter,
    PlanInput,
    PlanOutput,
    PlanSummaryOutput,
    RowEditsInput,
    RowsEditedOutput,
    RowsInput,
    move_of,
)

FOLLOWED = PolymorphicProxySerializer(
    component_name="Followed", serializers=[MonitoringInput, PlacingInput], resource_type_field_name=None
)


def plan_or_404(request: PersonRequest, case_id: UUID) -> Plan:
    """The plan, when the person sees it.

    Raises:
        Problem: 404.
    """
    plan = visible_plan(request.user, case_id, request.now)
    if plan is None:
        raise Problem(404, "not-found")
    return plan


def plan_answer(request: PersonRequest, case_id: UUID, status: int = 200) -> Response:
    """A plan as GET answers it, with its digest as ETag."""
    shown = read_plan(plan_or_404(request, case_id), request.user, request.now)
    return Response(PlanOutput(shown).data, status=status, headers={"ETag": f'"{shown.case.digest}"'})


def edits_of(given: dict[str, Any]) -> Edits:
    """Edits of rows as they were sent."""
    return Edits(
        rows=[edit_of(one) for one in given["rows"]],
        removed=[edit_of(one) for one in given["removed"]],
        moved=[move_of(one) for one in given["moved"]],
    )


class PlansView(APIView):
    """The plans that the person sees."""

    @extend_schema(operation_id="plans_list", parameters=[PlanFilter], responses=paged(PlanSummaryOutput))
    def get(self, request: PersonRequest) -> Response:
        """Newest first; narrowed by state, unit, period, how they stand and words of the title (marks do not matter)."""
        wanted = asked(request, PlanFilter)

        def shaped(plans: list[Plan]) -> Collection[object]:
            return PlanSummaryOutput(read_lines(plans), many=True).data

        return page(request, search_plans(request.user, request.now, wanted), ["-case_id"], shaped)

    @extend_schema(request=PlanInput, responses={201: PlanOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new draft."""
        fields = body(request, PlanInput)
        if "item" in fields:
            fields["item"] = item_named(request, fields["item"])
        template = template_named(request, fields.pop("template")) if "template" in fields else None
        unit, period = unit_named(request, fields.pop("unit")), plan_year_named(request, fields.pop("period"))
        plan = create_plan(
            unit=unit, period=period, by=request.user, now=request.now, template=template, **fields
        )
        return plan_answer(request, plan.case_id, status=201)


class PlanView(APIView):
    """One plan."""

    @extend_schema(responses=PlanOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """The plan with its rows."""
        return plan_answer(request, case_id)

    @extend_schema(request=PlanChanges, parameters=[IF_MATCH], responses=PlanOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change the head of an open draft."""
        require_case(request, case_id, *CASE_KINDS)
        changes = body(request, PlanChanges)
        if "period" in changes:
            changes["period"] = plan_year_named(request, changes["period"])
        if "item" in changes:
            changes["item"] = item_named(request, changes["item"])
        change_plan(case_id, seen=digest_seen(request), by=request.user, now=request.now, **changes)
        return plan_answer(request, case_id)


class PlanRevisionsView(APIView):
    """The revisions of a plan."""

    @extend_schema(request=None, responses={201: PlanOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Begin a supplement to a plan in force: a draft with its rows."""
        made = begin_revision(plan_or_404(request, case_id), by=request.user, now=request.now)
        return plan_answer(request, made.case_id, status=201)


class PlanRowsView(APIView):
    """The rows of a plan."""

    @extend_schema(request=RowsInput, parameters=[IF_MATCH], responses=PlanOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Make these the rows: matched by id, absent ones are deleted."""
        require_case(request, case_id, *CASE_KINDS)
        rows = [Row(**row) for row in body(request, RowsInput)["rows"]]
        put_rows(case_id, rows, seen=digest_seen(request), by=request.user, now=request.now)
        return plan_answer(request, case_id)

    @extend_schema(request=RowEditsInput, responses=RowsEditedOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Edit rows field by field beside others who do: what somebody else has changed meanwhile is answered, not overwritten.
        Sending the same once more changes nothing; no If-Match (docs/adr/0052)."""
        require_case(request, case_id, *CASE_KINDS)
        edits = edits_of(body(request, RowEditsInput))
        edited = edit_rows(case_id, edits, by=request.user, now=request.now)
        rows = read_written(edited.plan, edited.rows)
        answer = RowsEditedOutput({"case": edited.case, "unfit": edited.unfit, "rows": rows})
        return Response(answer.data, headers={"ETag": f'"{edited.case.digest}"'})


class PlanDueTimeView(APIView):
    """How a wording is read in the plan's year."""

    @extend_schema(parameters=[DueTimeFilter], responses=DueTimeOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """A due time as it would be understood, for whoever is typing it."""
        plan = plan_or_404(request, case_id)
        read = read_due_time(asked(request, DueTimeFilter)["text"], plan.period.label)
        return Response(DueTimeOutput(read).data)


class PlanMonitoringView(APIView):
    """Who follows a plan."""

    @extend_schema(request=FOLLOWED, responses=PlanOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Assign the monitoring unit, or place the plan under an item; the admin office's."""
        plan = plan_or_404(request, case_id)
        if "item" in fields_of(request):
            item = item_named(request, body(request, PlacingInput)["item"])
            assign_item_of(plan, item, by=request.user, now=request.now)
        else:
            fields = body(request, MonitoringInput)
            unit = unit_named(request, fields.pop("unit"))
            assign_monitoring(plan, unit=unit, by=request.user, now=request.now, **fields)
        return plan_answer(request, case_id)


class PlanOfficerView(APIView):
    """Viên chức theo dõi, đôn đốc."""

    @extend_schema(request=OfficerInput, responses=PlanOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Say who of a unit (the person's own, unless told otherwise) follows the plan; the unit's staff."""
        plan, fields = plan_or_404(request, case_id), body(request, OfficerInput)
        unit = (
            unit_named(request, fields["unit"]) if "unit" in fields else own_unit(request.user, request.now)
        )
        if unit is None:
            raise Problem(403, "not-permitted")
        user = person_named(request, fields["user"], "user")
        name_officer(plan, unit=unit, user=user, by=request.user, now=request.now)
        return plan_answer(request, case_id)


class PlanExportView(APIView):
    """A plan on paper."""

    @extend_schema(parameters=[ExportFilter], responses=WORKBOOK)
    def get(self, request: PersonRequest, case_id: UUID) -> HttpResponse:
        """Phụ lục 1 as a workbook, with the rows that the person sees."""
        plan = plan_or_404(request, case_id)
        asked(request, ExportFilter)
        return workbook(f"phu-luc-1-{plan.case.unit.code}-{plan.case.period}.xlsx", appendix_1(plan))
