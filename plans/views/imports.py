"""Workbooks in: a preview with every row's errors, mended where it has some, and the confirmation."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked, body
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from organization.http.quotas import Imports
from organization.http.units import unit_named
from periods.http import plan_year_named
from plans.actions import confirm_import, edit_import, read_import
from plans.models import ImportDraft
from plans.queries import own_imports
from plans.reading import read_due_time
from plans.serializers import (
    ConfirmInput,
    DueTimeFilter,
    DueTimeOutput,
    ImportEditedOutput,
    ImportEditsInput,
    ImportInput,
    ImportOutput,
    PlanOutput,
)

from .plans import edits_of, plan_answer


def import_or_404(request: PersonRequest, import_id: UUID) -> ImportDraft:
    """What the person uploaded.

    Raises:
        Problem: 404.
    """
    draft = own_imports(request.user).filter(id=import_id).first()
    if draft is None:
        raise Problem(404, "not-found")
    return draft


def import_answer(draft: ImportDraft, status: int = 200) -> Response:
    """What was read, as it stands."""
    about = {"unit": draft.unit.code, "period": draft.period.label, "plan": draft.plan_id}
    return Response(ImportOutput({**draft.content, **about, "id": draft.id}).data, status=status)


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
        return import_answer(draft, status=201)


class ImportView(APIView):
    """A workbook that was read."""

    @extend_schema(responses=ImportOutput)
    def get(self, request: PersonRequest, import_id: UUID) -> Response:
        """What was read of it, as it was mended since, for whoever uploaded it; `plan` once it was taken over."""
        return import_answer(import_or_404(request, import_id))


class ImportRowsView(APIView):
    """The rows that were read."""

    @extend_schema(request=ImportEditsInput, responses=ImportEditedOutput)
    def patch(self, request: PersonRequest, import_id: UUID) -> Response:
        """Mend rows field by field, as PATCH of a plan's rows does (docs/adr/0052); a cell that a workbook may hold and a plan may not is
        written, and told among the errors. Sending the same once more changes nothing."""
        draft = import_or_404(request, import_id)
        edits = edits_of(body(request, ImportEditsInput))
        edited = edit_import(draft, edits, by=request.user, now=request.now)
        answer = {**edited.content, "unfit": edited.unfit, "rows": edited.rows}
        return Response(ImportEditedOutput(answer).data)


class ImportDueTimeView(APIView):
    """How a wording is read in the year that the workbook is for."""

    @extend_schema(parameters=[DueTimeFilter], responses=DueTimeOutput)
    def get(self, request: PersonRequest, import_id: UUID) -> Response:
        """A due time as it would be understood, for whoever is typing it."""
        draft = import_or_404(request, import_id)
        read = read_due_time(asked(request, DueTimeFilter)["text"], draft.period.label)
        return Response(DueTimeOutput(read).data)


class ImportConfirmView(APIView):
    """Taking over what was read."""

    @extend_schema(request=ConfirmInput, responses={201: PlanOutput})
    def post(self, request: PersonRequest, import_id: UUID) -> Response:
        """Make the preview a draft plan; refused while it has errors. A second time answers the same plan."""
        draft = import_or_404(request, import_id)
        given = body(request, ConfirmInput)
        plan = confirm_import(draft, title=given.get("title"), by=request.user, now=request.now)
        return plan_answer(request, plan.case_id, status=201)
