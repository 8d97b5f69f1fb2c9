"""What a case waits for."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.queries.awaited import awaited_of
from approvals.serializers.awaited import AwaitedOutput
from organization.http.person import PersonRequest

from .cases import case_or_404


class AwaitedView(APIView):
    """Việc tiếp theo."""

    @extend_schema(responses=AwaitedOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """The step that it waits for, and who can take it, with their telephone."""
        case = case_or_404(request, case_id)
        return Response(AwaitedOutput(awaited_of(case, request.user, request.now)).data)
