"""What became of rows after their reports: begun on the row, from then on a case like any other."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from organization.http.given import body, digest_seen
from organization.http.person import PersonRequest
from organization.http.schema import IF_MATCH
from organization.rules import Absent
from periods.http import period_named
from reports.actions.updates import add_update, change_update
from reports.queries.reports import visible_row
from reports.reading.updates import read_update
from reports.serializers.updates import UpdateChanges, UpdateInput, UpdateOutput


class RowUpdatesView(APIView):
    """Updates of a row."""

    @extend_schema(request=UpdateInput, responses={201: UpdateOutput})
    def post(self, request: PersonRequest, row_id: UUID) -> Response:
        """Begin one, between the report of the period and the meeting; nothing is reopened."""
        row = visible_row(request.user, row_id, request.now)
        if row is None:
            raise Absent
        word = body(request, UpdateInput)
        period = period_named(request, word.pop("period"))
        made = add_update(row, period, by=request.user, now=request.now, **word)
        update = read_update(request.user, made.case_id, request.now)
        return Response(UpdateOutput(update).data, status=201, headers={"ETag": f'"{update.digest}"'})


class UpdateView(APIView):
    """One update."""

    @extend_schema(responses=UpdateOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """With its row: as it was submitted, in an open draft as the plan stands now."""
        update = read_update(request.user, case_id, request.now)
        return Response(UpdateOutput(update).data, headers={"ETag": f'"{update.digest}"'})

    @extend_schema(request=UpdateChanges, parameters=[IF_MATCH], responses=UpdateOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Say something else of the row, in an open draft."""
        require_case(request, case_id, "update")
        word, seen = body(request, UpdateChanges), digest_seen(request)
        change_update(case_id, seen=seen, by=request.user, now=request.now, **word)
        update = read_update(request.user, case_id, request.now)
        return Response(UpdateOutput(update).data, headers={"ETag": f'"{update.digest}"'})
