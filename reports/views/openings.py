"""The first month of use, and what became of the rows that were due before it."""

from collections.abc import Collection
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from organization.http.clerks import clerk_of
from organization.http.given import asked, body, digest_seen
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import IF_MATCH, paged
from reports.actions.first_month import set_first_month
from reports.actions.openings import answer_rows
from reports.models import OpeningSheet
from reports.queries.openings import visible_sheets
from reports.reading.openings import read_opening, read_sheets
from reports.serializers.openings import (
    FirstMonthInput,
    FirstMonthOutput,
    OpeningAnswersInput,
    OpeningFilter,
    OpeningSheetOutput,
    OpeningSummaryOutput,
)


def sheet_answer(request: PersonRequest, case_id: UUID) -> Response:
    """A sheet as its screen shows it."""
    shown = read_opening(request.user, case_id, request.now)
    return Response(OpeningSheetOutput(shown).data, headers={"ETag": f'"{shown.digest}"'})


class FirstMonthView(APIView):
    """Tháng đầu tiên sử dụng."""

    @extend_schema(request=FirstMonthInput, responses=FirstMonthOutput)
    def put(self, request: PersonRequest) -> Response:
        """From which month on the institution reports here; the admin office's."""
        given = body(request, FirstMonthInput)
        by = request.user
        rule = set_first_month(
            by.institution, given["month"], by=by, now=request.now, changed_by=clerk_of(request)
        )
        return Response(FirstMonthOutput(rule).data)


class OpeningSheetsView(APIView):
    """Phiếu đầu kỳ."""

    @extend_schema(
        operation_id="opening_sheets_list", parameters=[OpeningFilter], responses=paged(OpeningSummaryOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """Those that the person sees, by unit."""
        wanted = asked(request, OpeningFilter)
        found = visible_sheets(request.user, request.now)
        if "unit" in wanted:
            found = found.filter(case__unit__code=wanted["unit"])

        def shaped(sheets: list[OpeningSheet]) -> Collection[object]:
            return OpeningSummaryOutput(read_sheets(sheets), many=True).data

        return page(request, found, ["case__unit__position", "case_id"], shaped)


class OpeningSheetView(APIView):
    """One sheet."""

    @extend_schema(responses=OpeningSheetOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """With its rows: as it was submitted, an open draft as it stands."""
        return sheet_answer(request, case_id)


class OpeningRowsView(APIView):
    """What became of its rows."""

    @extend_schema(request=OpeningAnswersInput, parameters=[IF_MATCH], responses=OpeningSheetOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Answer rows of an open sheet; the unit's staff."""
        require_case(request, case_id, "opening-sheet")
        given, seen = body(request, OpeningAnswersInput), digest_seen(request)
        answer_rows(case_id, given["rows"], seen=seen, by=request.user, now=request.now)
        return sheet_answer(request, case_id)
