"""Units: everybody reads them, who keeps units, people and posts writes them."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.units import UnitChange, alter_unit, close_unit, open_unit, unit_of
from administration.http import require_on_root, unit_at
from administration.serializers.units import UnitChangeInput, UnitEndInput, UnitInput
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.http.serializers import PageFilter
from organization.models import Institution, Unit
from organization.queries import visible_units
from organization.serializers import UnitOutput


class UnitsView(APIView):
    """The units of the institution."""

    @extend_schema(operation_id="units_list", parameters=[PageFilter], responses=paged(UnitOutput))
    def get(self, request: PersonRequest) -> Response:
        """All units, with aliases and past names."""
        asked(request, PageFilter)
        units = visible_units(request.user).select_related("parent", "successor", "institution")
        return page(
            request,
            units.prefetch_related("names"),
            ["position", "code"],
            lambda rows: UnitOutput(rows, many=True).data,
        )

    @extend_schema(request=UnitInput, responses={201: UnitOutput})
    def post(self, request: PersonRequest) -> Response:
        """A new unit."""
        require_on_root(request, "staff")
        given, institution = body(request, UnitInput), request.user.institution
        parent = unit_of(institution, given["parent"], "parent") if "parent" in given else None
        unit = open_unit(
            institution, code=given["code"], name=given["name"], kind=given["kind"], parent=parent,
            position=given.get("position"), aliases=given["aliases"], changed_by=clerk_of(request),
        )  # fmt: skip
        return Response(UnitOutput(unit_at(request, unit.code)).data, status=201)


class UnitView(APIView):
    """One unit."""

    @extend_schema(request=UnitChangeInput, responses=UnitOutput)
    def patch(self, request: PersonRequest, code: str) -> Response:
        """Rename it (the old name is kept as a past one), move it, say of which kind it is, how it is also called."""
        unit = kept_unit(request, code)
        given = body(request, UnitChangeInput)
        above = named_beside(unit.institution, given, "parent")
        alter_unit(unit, UnitChange(**{**given, "parent": above}), changed_by=clerk_of(request))
        return Response(UnitOutput(unit_at(request, code)).data)


class UnitEndView(APIView):
    """The end of a unit."""

    @extend_schema(request=UnitEndInput, responses=UnitOutput)
    def post(self, request: PersonRequest, code: str) -> Response:
        """End it with a day; refused while anything of it is open, saying how many of what."""
        unit = kept_unit(request, code)
        given = body(request, UnitEndInput)
        successor = named_beside(unit.institution, given, "successor")
        close_unit(unit, on=given["on"], successor=successor, changed_by=clerk_of(request))
        return Response(UnitOutput(unit_at(request, code)).data)


def kept_unit(request: PersonRequest, code: str) -> Unit:
    """The unit that the address names, for who may change it."""
    unit = unit_at(request, code)
    require_on_root(request, "staff")
    return unit


def named_beside(institution: Institution, given: dict[str, str], field: str) -> Unit | None:
    """Another unit that the body names; None: it names none."""
    return unit_of(institution, given[field], field) if field in given else None
