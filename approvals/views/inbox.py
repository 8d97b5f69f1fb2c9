"""What waits for a person, what waits for others after them, and the look before many signatures, over HTTP."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.queries import elsewhere_of, visible_to, waiting_of
from approvals.reading import WaitingLine, read_elsewhere, read_previewed, read_waiting
from approvals.serializers import InboxOutput, PreviewInput, PreviewOutput
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import paged
from organization.http.serializers import PageFilter
from organization.models import User
from workflow.models import Case

NAMED = ("unit", "monitoring_unit", "institution__office", "institution__root")
#: One description for both lists.
LINES = paged(InboxOutput)
Reader = Callable[[Sequence[Case], User, datetime], list[WaitingLine]]


def lines(request: PersonRequest, cases: QuerySet[Case], read: Reader) -> Response:
    """A page of the cases as lines."""

    def shown(found: list[Case]) -> Collection[object]:
        return InboxOutput(read(found, request.user, request.now), many=True).data

    asked(request, PageFilter)
    return page(request, cases, ["since", "id"], shown)


class InboxView(APIView):
    """Việc chờ xử lý."""

    @extend_schema(operation_id="inbox_list", parameters=[PageFilter], responses=LINES)
    def get(self, request: PersonRequest) -> Response:
        """The cases whose next step is this person's, and those with a question that they may answer, longest waiting first."""
        return lines(request, waiting_of(request.user, request.now), read_waiting)


class ElsewhereView(APIView):
    """Đang chờ nơi khác."""

    @extend_schema(operation_id="elsewhere_list", parameters=[PageFilter], responses=LINES)
    def get(self, request: PersonRequest) -> Response:
        """The cases that this person or their unit sent on and that wait for somebody else, and those on which they wait for an answer to
        their question, longest waiting first."""
        return lines(request, elsewhere_of(request.user, request.now), read_elsewhere)


class PreviewView(APIView):
    """The look before one act on many cases."""

    @extend_schema(request=PreviewInput, responses=PreviewOutput)
    def post(self, request: PersonRequest) -> Response:
        """What each case says, and whether the act can be done on it now; nothing is written."""
        given = body(request, PreviewInput)
        seen = {row["id"]: row["digest"] for row in given["cases"]}
        found = visible_to(request.user, request.now).filter(id__in=seen).select_related(*NAMED)
        cases = {case.id: case for case in found}
        shown = [cases[case_id] for case_id in seen if case_id in cases]
        previewed = read_previewed(shown, given["act"], seen, request.user, request.now)
        return Response(PreviewOutput({"results": previewed}).data)
