"""Who can do what."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.http import holds_on_root, require_on_root
from administration.queries.rights import rights_in
from administration.serializers.rights import RightsFilter, UnitRightsOutput
from approvals.queries.authority import holds
from organization.http.given import asked
from organization.http.pages import whole
from organization.http.person import PersonRequest
from organization.http.schema import paged


class RightsView(APIView):
    """Ai được làm gì."""

    @extend_schema(operation_id="rights_list", parameters=[RightsFilter], responses=paged(UnitRightsOutput))
    def get(self, request: PersonRequest) -> Response:
        """Unit by unit, who holds which right now; to who keeps people, administers, audits, leads, or consolidates."""
        wanted = asked(request, RightsFilter)
        office = request.user.institution.office
        ruling = any(holds_on_root(request, right) for right in ("staff", "administer", "audit", "present"))
        if not ruling and not (office and holds(request.user, "consolidate", office, request.now)):
            require_on_root(request, "staff")
        found = [
            one
            for one in rights_in(request.user.institution, request.now)
            if wanted.get("unit", one.unit.code) == one.unit.code
        ]
        return whole(UnitRightsOutput(found, many=True).data)
