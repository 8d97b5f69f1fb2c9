"""The institution itself: what it is called, its own words, its admin office."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.institution import alter_institution
from administration.actions.units import unit_of
from administration.http import require_on_root
from administration.serializers.beginning import InstitutionChangeInput, WholeInstitutionOutput
from organization.http.clerks import clerk_of
from organization.http.given import body
from organization.http.person import PersonRequest


class InstitutionView(APIView):
    """The person's institution."""

    @extend_schema(responses=WholeInstitutionOutput)
    def get(self, request: PersonRequest) -> Response:
        """What it is called, its own words, its admin office."""
        return Response(WholeInstitutionOutput(request.user.institution).data)

    @extend_schema(request=InstitutionChangeInput, responses=WholeInstitutionOutput)
    def patch(self, request: PersonRequest) -> Response:
        """Names and words are the administrator's; which unit is the admin office says who keeps units, people and posts, and
        the leadership is told."""
        given, institution = body(request, InstitutionChangeInput), request.user.institution
        office = given.pop("office", None)
        if office is not None:
            require_on_root(request, "staff")
        if given or office is None:
            require_on_root(request, "administer")
        unit = unit_of(institution, office, "office") if office else None
        changed = alter_institution(institution, office=unit, **given, changed_by=clerk_of(request))
        return Response(WholeInstitutionOutput(changed).data)
