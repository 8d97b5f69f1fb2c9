"""What changed between two submissions of a case, over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.ledger.differences import difference
from approvals.queries import contents_of
from approvals.serializers import DifferenceFilter, DifferenceOutput
from organization.http.given import asked
from organization.http.person import PersonRequest
from organization.http.problems import Problem

from .cases import case_or_404
from .outcomes import NOT_FOUND


class DifferenceView(APIView):
    """Two submissions beside each other."""

    @extend_schema(parameters=[DifferenceFilter], responses=DifferenceOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """What the later submission says otherwise than the earlier one: the last and the one before it, unless others are named."""
        case = case_or_404(request, case_id)
        given = asked(request, DifferenceFilter)
        later = given.get("to", case.submission)
        earlier = given.get("from", max(later - 1, 0))
        if later == 0 or max(earlier, later) > case.submission:
            raise Problem(NOT_FOUND, "not-found")
        contents = {0: {}, **contents_of(case, {earlier, later})}
        found = difference(contents[earlier], contents[later])
        return Response(DifferenceOutput({"from": earlier, "to": later, "found": found}).data)
