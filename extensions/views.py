"""Extensions over HTTP: the list, asking for one, changing an open request."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from organization.http.given import asked, body, digest_seen
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from organization.http.schema import IF_MATCH, paged

from .actions import Asked, ask_extension, change_extension
from .models import Extension
from .queries import search_extensions, visible_row
from .reading import read_extension, read_extensions
from .serializers import ExtensionChanges, ExtensionFilter, ExtensionInput, ExtensionOutput


def extension_answer(request: PersonRequest, case_id: UUID, status: int = 200) -> Response:
    """An extension as its screen shows it."""
    shown = read_extension(request.user, case_id, request.now)
    return Response(ExtensionOutput(shown).data, status=status, headers={"ETag": f'"{shown.digest}"'})


class ExtensionsView(APIView):
    """Gia hạn."""

    @extend_schema(
        operation_id="extensions_list", parameters=[ExtensionFilter], responses=paged(ExtensionOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """What was asked, the latest on top."""
        wanted = asked(request, ExtensionFilter)

        def shaped(found: list[Extension]) -> Collection[object]:
            return ExtensionOutput(read_extensions(found, request.user, request.now), many=True).data

        return page(request, search_extensions(request.user, request.now, wanted), ["-case_id"], shaped)

    @extend_schema(request=ExtensionInput, responses={201: ExtensionOutput})
    def post(self, request: PersonRequest) -> Response:
        """Ask that a row be due later; a draft of the unit that leads it."""
        given = body(request, ExtensionInput)
        row = visible_row(request.user, given.pop("row"), request.now)
        if row is None:
            text = gettext("There is none with this id.")
            raise Problem(400, "row-unknown", [Detail("row-unknown", text, field="row")])
        one = ask_extension(row, Asked(**given), by=request.user, now=request.now)
        return extension_answer(request, one.case_id, status=201)


class ExtensionView(APIView):
    """One extension."""

    @extend_schema(responses=ExtensionOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """As it stands."""
        return extension_answer(request, case_id)

    @extend_schema(request=ExtensionChanges, parameters=[IF_MATCH], responses=ExtensionOutput)
    def patch(self, request: PersonRequest, case_id: UUID) -> Response:
        """Change the open request; staff of its unit."""
        require_case(request, case_id, "extension")
        given, seen = body(request, ExtensionChanges), digest_seen(request)
        change_extension(case_id, given, seen=seen, by=request.user, now=request.now)
        return extension_answer(request, case_id)
