"""Inspections: entered by who keeps posts or by the office, read by those who see their scope."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.inspections import DecidedInspection, end_inspection, enter_inspection, name_plans
from administration.http import require_on_root
from administration.models import Inspection, Visit
from administration.queries.inspections import inspections_of, visits_of
from administration.queries.people import named
from administration.reading import Sight, sight_of
from administration.rules.standing import said
from administration.serializers.inspections import (
    InspectedPlansInput,
    InspectionInput,
    InspectionOutput,
    VisitOutput,
)
from approvals.queries.authority import require_office
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.http.serializers import PageFilter
from organization.rules import Absent
from periods.models import Period
from periods.queries import plan_years_of
from plans.models import Plan
from plans.queries import visible_plans
from workflow.rules import Refused


def sight_or_refuse(request: PersonRequest, *, entering: bool = False) -> Sight:
    """What the person sees of inspections, and whether they enter and end them. Raises Refused: 403 neither."""
    sight = sight_of(request.user, request.now)
    if not (sight.staff or sight.office or (sight.listed and not entering)):
        require_on_root(request, "staff")
    return sight


def inspections_shown(request: PersonRequest, rows: list[Inspection], sight: Sight) -> Any:
    """As the person sees them."""
    today = timezone.localtime(request.now).date()
    context = {"titles": sight.titles, "today": today, "ends": sight.staff or sight.office or sight.leading}
    return InspectionOutput(rows, many=True, context=context).data


def inspection_or_404(request: PersonRequest, inspection: UUID) -> Inspection:
    """The one that the address names. Raises Absent: the institution has none."""
    one = inspections_of(request.user.institution).select_related("institution").filter(id=inspection).first()
    if one is None:
        raise Absent
    return one


class InspectionsView(APIView):
    """Đoàn kiểm tra."""

    @extend_schema(
        operation_id="inspections_list", parameters=[PageFilter], responses=paged(InspectionOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """The latest first."""
        sight = sight_or_refuse(request)
        asked(request, PageFilter)
        found = inspections_of(request.user.institution)
        return page(request, found, ["-id"], lambda rows: inspections_shown(request, rows, sight))

    @extend_schema(request=InspectionInput, responses={201: InspectionOutput})
    def post(self, request: PersonRequest) -> Response:
        """Enter one: who keeps posts, or the office, which can name plans."""
        sight = sight_or_refuse(request, entering=True)
        given = body(request, InspectionInput)
        decided = DecidedInspection(
            **given
            | {
                "years": years_in(request, given["years"]),
                "plans": plans_in(request, given["plans"]),
                "members": list(named(request.user.institution_id, given["members"])),
            }
        )
        if len(decided.members) < len(set(given["members"])):
            raise Refused([said("person-unknown", _("There is nobody with this id."), "members")])
        one = enter_inspection(
            request.user.institution, decided, by=request.user, changed_by=clerk_of(request)
        )
        return Response(
            inspections_shown(request, [inspection_or_404(request, one.id)], sight)[0], status=201
        )


def years_in(request: PersonRequest, labels: list[str]) -> list[Period]:
    """The plan years with these labels. Raises Refused: 422 one is none."""
    found = list(plan_years_of(request.user).filter(label__in=labels))
    if len(found) < len(set(labels)):
        raise Refused([said("year-unknown", _("Neither a year nor a school year."), "years")])
    return found


def plans_in(request: PersonRequest, ids: list[UUID]) -> list[Plan]:
    """The plans with these ids that the person sees. Raises Refused: 422 one is none."""
    found = list(visible_plans(request.user, request.now).filter(case__in=ids))
    if len(found) < len(set(ids)):
        raise Refused([said("plan-unknown", _("There is none with this id."), "plans")])
    return found


class InspectionPlansView(APIView):
    """Which plans an inspection reads."""

    @extend_schema(request=InspectedPlansInput, responses=InspectionOutput)
    def put(self, request: PersonRequest, inspection: UUID) -> Response:
        """Say it anew; the admin office's."""
        one = inspection_or_404(request, inspection)
        require_office(request.user.institution, request.user, request.now)
        given = body(request, InspectedPlansInput)
        name_plans(one, plans_in(request, given["plans"]), changed_by=clerk_of(request))
        return Response(
            inspections_shown(
                request, [inspection_or_404(request, inspection)], sight_of(request.user, request.now)
            )[0]
        )


class InspectionEndView(APIView):
    """The end of one before its last day."""

    @extend_schema(request=None, responses=InspectionOutput)
    def post(self, request: PersonRequest, inspection: UUID) -> Response:
        """End it now: who keeps posts, the office, or the leadership."""
        one = inspection_or_404(request, inspection)
        sight = sight_of(request.user, request.now)
        if not (sight.staff or sight.office or sight.leading):
            require_on_root(request, "staff")
        end_inspection(one, by=request.user, changed_by=clerk_of(request))
        return Response(inspections_shown(request, [inspection_or_404(request, inspection)], sight)[0])


class VisitsView(APIView):
    """What an inspection opened."""

    @extend_schema(operation_id="visits_list", parameters=[PageFilter], responses=paged(VisitOutput))
    def get(self, request: PersonRequest, inspection: UUID) -> Response:
        """The latest first: for the office, the leadership and auditors."""
        one = inspection_or_404(request, inspection)
        if not sight_of(request.user, request.now).titles:
            require_on_root(request, "audit")
        asked(request, PageFilter)

        def shaped(rows: list[Visit]) -> Any:
            return VisitOutput(rows, many=True).data

        return page(request, visits_of(one), ["-at", "-id"], shaped)
