"""Handovers over HTTP."""

from collections.abc import Collection
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from organization.http.given import asked, body, digest_seen
from organization.http.pages import page
from organization.http.people import person_named
from organization.http.person import PersonRequest
from organization.http.schema import IF_MATCH, paged
from organization.http.serializers import PageFilter
from organization.http.units import unit_named

from .actions import begin_handover, change_handover
from .models import Handover
from .queries import visible_handovers
from .reading import read_beginning, read_handover, read_handovers
from .serializers import (
    BeginningFilter,
    BeginningOutput,
    HandoverChanges,
    HandoverInput,
    HandoverLineOutput,
    HandoverOutput,
)


def handover_answer(request: PersonRequest, case_id: UUID, status: int = 200) -> Response:
    """A handover as its screen shows it."""
    shown = read_handover(request.user, case_id, request.now)
    return Response(HandoverOutput(shown).data, status=status, headers={"ETag": f'"{shown.digest}"'})


class HandoversView(APIView):
    """Bàn giao công việc."""

    @extend_schema(
        operation_id="handovers_list", parameters=[PageFilter], responses=paged(HandoverLineOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """Those that the person sees, newest first."""
        asked(request, PageFilter)

        def shaped(found: list[Handover]) -> Collection[object]:
            return HandoverLineOutput(read_handovers(found, request.user, request.now), many=True).data

        rows = visible_handovers(request.user, request.now).prefetch_related("items")
        return page(request, rows, ["-case_id"], shaped)

    @extend_schema(request=HandoverInput, responses={201: HandoverOutput})
    def post(self, request: PersonRequest) -> Response:
        """Begin one: the unit's head or deputy, or the admin office where the giver has left the unit."""
        fields = body(request, HandoverInput)
        unit = unit_named(request, fields.pop("unit"))
        for name in ("giver", "taker"):
            fields[name] = person_named(request, fields[name], name)
        case_id = begin_handover(unit, by=request.user, now=request.now, **fields)
        return handover_answer(request, case_id, status=201)


class BeginningView(APIView):
    """What a handover begins with."""

    @extend_schema(operation_id="handover_beginning", parameters=[BeginningFilter], responses=BeginningOutput)
    def get(self, request: PersonRequest) -> Response:
        """Whom one in this unit can name, and what the giver has where the reader may begin it."""
        wanted = asked(request, BeginningFilter)
        unit = unit_named(request, wanted["unit"])
        giver = person_named(request, wanted["giver"], "giver") if "giver" in wanted else None
        return Response(BeginningOutput(read_beginning(unit, giver, request.user, request.now)).data)


class HandoverView(APIView):
    """One handover."""

    @extend_schema(responses=HandoverOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """With all that goes along."""
        return handover_answer(request, case_id)

    @extend_schema(request=HandoverChanges, parameters=[IF_MATCH], responses=HandoverOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Write an open draft anew, from what the giver has now."""
        require_case(request, case_id, "handover")
        fields, seen = body(request, HandoverChanges), digest_seen(request)
        fields["taker"] = person_named(request, fields["taker"], "taker")
        change_handover(case_id, seen=seen, by=request.user, now=request.now, **fields)
        return handover_answer(request, case_id)
