"""Workbooks in: a preview with every row's errors, and the confirmation."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import body
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.quotas import Imports
from organization.http.units import unit_named
from periods.http import plan_year_named
from plans.actions import confirm_import, read_import
from plans.queries import own_imports
from plans.serializers import ConfirmInput, ImportInput, ImportOutput, PlanOutput

from .plans import plan_answer


class ImportsView(APIView):
    """Reading a workbook."""

    parser_classes = (MultiPartParser,)
    throttle_classes = (Imports,)

    @extend_schema(request={"multipart/form-data": ImportInput}, responses={201: ImportOutput})
    def post(self, request: PersonRequest) -> Response:
        """Read an .xlsx task list or Phụ lục 1; nothing becomes a plan yet."""
        given = body(request, ImportInput)
        unit = unit_named(request, given["unit"])
        period = plan_year_named(request, given["period"])
        file = given["file"]
        draft = read_import(file, unit=unit, period=period, by=request.user, now=request.now)
        return Response(ImportOutput({**draft.content, "id": draft.id}).data, status=201)


class ImportConfirmView(APIView):
    """Taking over what was read."""

    @extend_schema(request=ConfirmInput, responses={201: PlanOutput})
    def post(self, request: PersonRequest, import_id: UUID) -> Response:
        """Make the preview a draft plan; refused while it has errors. A second time answers the same plan."""
        draft = own_imports(request.user).filter(id=import_id).first()
        if draft is None:
            raise Problem(404, "not-found")
        given = body(request, ConfirmInput)
        plan = confirm_import(draft, title=given.get("title"), by=request.user, now=request.now)
        return plan_answer(request, plan.case_id, status=201)
