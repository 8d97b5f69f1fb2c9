"""A row opened beside what a return had marked, over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.actions import open_row
from approvals.http import require_case
from approvals.serializers import OpenedRowInput, OpenPlaceOutput
from organization.http.given import body
from organization.http.person import PersonRequest
from organization.http.quotas import Remarks

from .outcomes import DONE


class OpenedRowsView(APIView):
    """Sửa thêm dòng này."""

    throttle_classes = (Remarks,)

    @extend_schema(request=OpenedRowInput, responses={DONE: OpenPlaceOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Open a row of a returned draft beside those that were marked, with the reason; it is named with the next submission."""
        require_case(request, case_id)
        made = open_row(case_id, by=request.user, now=request.now, **body(request, OpenedRowInput))
        shown = {"row": made.row, "fields": (), "reason": made.reason, "by": request.user.full_name}
        return Response(OpenPlaceOutput(shown).data, status=DONE)
