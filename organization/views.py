"""Who am I, the working calendar, the regulation."""

from datetime import date

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from organization.http.given import asked, body

from .actions import clear_calendar, edit_calendar, record_regulation, seed_calendar
from .http.clerks import clerk_of
from .http.pages import whole
from .http.person import PersonRequest
from .http.problems import Detail, Problem
from .http.schema import paged
from .queries import calendar_of, me_of
from .serializers import (
    CalendarDayInput,
    CalendarDayOutput,
    MeOutput,
    RegulationInput,
    RegulationOutput,
    YearFilter,
)


class MeView(APIView):
    """The person who asks."""

    @extend_schema(responses=MeOutput)
    def get(self, request: PersonRequest) -> Response:
        """Name, posts held now, and what they permit where."""
        return Response(MeOutput(me_of(request.user, request.now)).data)


DAYS = paged(CalendarDayOutput)


class CalendarView(APIView):
    """The working calendar."""

    @extend_schema(parameters=[YearFilter], responses=DAYS)
    def get(self, request: PersonRequest) -> Response:
        """Days of a year that are off although Monday to Friday, or worked although not."""
        wanted = asked(request, YearFilter)
        days = calendar_of(request.user.institution_id, wanted["year"])
        return whole(CalendarDayOutput(days, many=True).data)

    @extend_schema(request=YearFilter, responses=DAYS)
    def post(self, request: PersonRequest) -> Response:
        """Take over the public holidays and worked Saturdays of a year; what the office said of a day stays. The office's."""
        of_office(request)
        year = body(request, YearFilter)["year"]
        seed_calendar(request.user.institution, [year], changed_by=clerk_of(request))
        return whole(CalendarDayOutput(calendar_of(request.user.institution_id, year), many=True).data)


class CalendarDayView(APIView):
    """One day of the working calendar; the admin office's."""

    @extend_schema(request=CalendarDayInput, responses=CalendarDayOutput)
    def put(self, request: PersonRequest, day: date) -> Response:
        """Say that the day is off, or worked, and where that is written."""
        of_office(request)
        given = body(request, CalendarDayInput)
        row = edit_calendar(request.user.institution_id, day, **given, changed_by=clerk_of(request))
        return Response(CalendarDayOutput(row).data)

    @extend_schema(responses={204: None})
    def delete(self, request: PersonRequest, day: date) -> Response:
        """Let the day follow the rule again."""
        of_office(request)
        if not clear_calendar(request.user.institution_id, day, changed_by=clerk_of(request)):
            raise Problem(404, "not-found")
        return Response(status=204)


def of_office(request: PersonRequest) -> None:
    """Raises Problem: 403 where the person does not consolidate for the institution's admin office."""
    office = request.user.institution.office
    if office is None or not request.user.has_perm("organization.consolidate", office):
        text = gettext("Only the admin office, %(office)s, may do this%(consolidate)s.") % {
            "office": office.name if office else "–", "consolidate": "",
        }  # fmt: skip
        raise Problem(403, "not-permitted", [Detail("not-permitted", text)])


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
        record_regulation(institution, number=given["number"], on=given["date"], changed_by=clerk_of(request))
        return Response(RegulationOutput(institution).data)
