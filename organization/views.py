"""Who am I, the units, the working calendar."""

from datetime import date

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked, body

from .actions import clear_calendar, edit_calendar, record_regulation
from .http.pages import page, whole
from .http.person import PersonRequest
from .http.problems import Detail, Problem
from .http.schema import paged
from .http.serializers import PageFilter
from .models import Unit
from .queries import calendar_of, me_of, visible_units
from .serializers import (
    CalendarDayInput,
    CalendarDayOutput,
    MeOutput,
    RegulationInput,
    RegulationOutput,
    UnitOutput,
    YearFilter,
)


class MeView(APIView):
    """The person who asks."""

    @extend_schema(responses=MeOutput)
    def get(self, request: PersonRequest) -> Response:
        """Name, posts held now, and what they permit where."""
        return Response(MeOutput(me_of(request.user, request.now)).data)


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


class CalendarView(APIView):
    """The working calendar."""

    @extend_schema(parameters=[YearFilter], responses=paged(CalendarDayOutput))
    def get(self, request: PersonRequest) -> Response:
        """Days of a year that are off although Monday to Friday, or worked although not."""
        wanted = asked(request, YearFilter)
        days = calendar_of(request.user.institution_id, wanted["year"])
        return whole(CalendarDayOutput(days, many=True).data)


class CalendarDayView(APIView):
    """One day of the working calendar; the administrator's."""

    @extend_schema(request=CalendarDayInput, responses=CalendarDayOutput)
    def put(self, request: PersonRequest, day: date) -> Response:
        """Say that the day is off, or worked, and where that is written."""
        administered(request)
        given = body(request, CalendarDayInput)
        row = edit_calendar(request.user.institution_id, day, **given)
        return Response(CalendarDayOutput(row).data)

    @extend_schema(responses={204: None})
    def delete(self, request: PersonRequest, day: date) -> Response:
        """Let the day follow the rule again."""
        administered(request)
        if not clear_calendar(request.user.institution_id, day):
            raise Problem(404, "not-found")
        return Response(status=204)


def administered(request: PersonRequest) -> Unit:
    """The institution's root unit, when the person administers it.

    Raises:
        Problem: 403 when not.
    """
    root = request.user.institution.root
    if root is None or not request.user.has_perm("organization.administer", root):
        text = gettext("Only the administrator may do this.")
        raise Problem(403, "not-permitted", [Detail("not-permitted", text)])
    return root


class RegulationView(APIView):
    """The rule by which the head of the admin office signs for the leadership."""

    @extend_schema(responses=RegulationOutput)
    def get(self, request: PersonRequest) -> Response:
        """Number and date of the working regulation, and who recorded it."""
        return Response(RegulationOutput(request.user.institution).data)

    @extend_schema(request=RegulationInput, responses=RegulationOutput)
    def put(self, request: PersonRequest) -> Response:
        """Record it, or with a blank number that there is none; the leadership's."""
        institution = request.user.institution
        if institution.root is None or not request.user.has_perm("organization.present", institution.root):
            text = gettext("Only the leadership of %(institution)s may do this%(present)s.") % {
                "institution": institution.name, "present": "",
            }  # fmt: skip
            raise Problem(403, "not-permitted", [Detail("not-permitted", text)])
        given = body(request, RegulationInput)
        record_regulation(
            institution, number=given["number"], on=given["date"], by=request.user, now=request.now
        )
        return Response(RegulationOutput(institution).data)
