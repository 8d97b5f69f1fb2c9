"""Lists of units and of people, from workbooks or typed."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from administration.actions.lists import take_lines, take_people, take_units
from administration.http import require_on_root
from administration.queries.lists import PEOPLE_HEADINGS, UNIT_HEADINGS, people_lines, unit_lines
from administration.serializers.lists import (
    ListInput,
    PeopleLinesInput,
    PeopleLinesOutput,
    PeopleListFilter,
    PeopleListOutput,
    SaveFilter,
    UnitListOutput,
)
from organization.http.clerks import clerk_of
from organization.http.given import asked, body
from organization.http.parsers import SafeJSONParser
from organization.http.person import PersonRequest
from organization.http.quotas import Imports
from organization.http.serializers import StrictSerializer
from organization.http.workbooks import WORKBOOK, workbook
from papers.output.lists import write_list

JSON = "application/json"


class UnitListsView(APIView):
    """A list of units."""

    parser_classes = (MultiPartParser,)
    throttle_classes = (Imports,)

    @extend_schema(responses=WORKBOOK)
    def get(self, request: PersonRequest) -> HttpResponse:
        """The units as such a list, to be filled in."""
        require_on_root(request, "staff")
        lines = unit_lines(request.user.institution, request.now)
        return workbook("don-vi.xlsx", write_list("Đơn vị", UNIT_HEADINGS, lines))

    @extend_schema(
        request={"multipart/form-data": ListInput}, parameters=[SaveFilter], responses=UnitListOutput
    )
    def post(self, request: PersonRequest) -> Response:
        """Read an .xlsx of units: what is new, what differs, what is wrong; with `save`, and nothing wrong, it is entered."""
        given = list_given(request)
        institution, clerk = request.user.institution, clerk_of(request)
        read = take_units(given["file"].read(), institution, save=given["save"], changed_by=clerk)
        return Response(UnitListOutput(read).data)


class PeopleListsView(APIView):
    """A list of people with their posts."""

    parser_classes = (MultiPartParser, SafeJSONParser)
    throttle_classes = (Imports,)

    def get_throttles(self) -> list[BaseThrottle]:
        """Only workbooks are counted: what is typed is asked about again and again."""
        return super().get_throttles() if is_form(self.request) else []

    @extend_schema(parameters=[PeopleListFilter], responses={**WORKBOOK, (200, JSON): PeopleLinesOutput})
    def get(self, request: PersonRequest) -> HttpResponse:
        """The people with their posts as such a list, to be filled in; with `lines` the lines alone."""
        require_on_root(request, "staff")
        lines = people_lines(request.user.institution, request.now)
        if asked(request, PeopleListFilter)["lines"]:
            return Response(PeopleLinesOutput({"lines": lines}).data)
        cells = (line.cells for line in lines)
        return workbook("nhan-su.xlsx", write_list("Nhân sự", PEOPLE_HEADINGS, cells))

    @extend_schema(
        request={"multipart/form-data": ListInput, JSON: PeopleLinesInput},
        parameters=[SaveFilter],
        responses=PeopleListOutput,
    )
    def post(self, request: PersonRequest) -> Response:
        """Read an .xlsx of people, one line for each post, or lines as they are typed: as for units. While somebody types this is
        asked without `save`."""
        institution, clerk = request.user.institution, clerk_of(request)
        if is_form(request):
            given = list_given(request)
            read = take_people(given["file"].read(), institution, save=given["save"], changed_by=clerk)
        else:
            given = list_given(request, PeopleLinesInput)
            read = take_lines(given["lines"], institution, save=given["save"], changed_by=clerk)
        return Response(PeopleListOutput(read).data)


def is_form(request: Request) -> bool:
    """Whether a file is sent, as a form does it."""
    return request.content_type.startswith("multipart/")


def list_given(request: PersonRequest, form: type[StrictSerializer] = ListInput) -> dict[str, Any]:
    """The list, and whether to save: either the body or the address says it."""
    require_on_root(request, "staff")
    given = body(request, form)
    return {**given, "save": asked(request, SaveFilter).get("save", given["save"])}
