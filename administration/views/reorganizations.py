"""Mergers and splits: entered by personnel, confirmed by the leadership."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from administration.actions.reorganizations import (
    DecidedChange,
    close,
    confirm,
    enter_reorganization,
    place_plans,
)
from administration.actions.units import unit_of
from administration.http import holds_on_root, require_on_root
from administration.models import Reorganization
from administration.queries.reorganizations import reorganizations_of
from administration.reading import Sight, shown_reorganization, sight_of
from administration.serializers.reorganizations import (
    PartsInput,
    ReasonInput,
    ReorganizationInput,
    ReorganizationOutput,
)
from approvals.queries.authority import against_leading
from organization.http.clerks import clerk_of
from organization.http.given import asked, body, idempotency_key, session_of
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.schema import IDEMPOTENCY_KEY, paged
from organization.http.serializers import PageFilter
from organization.rules import Absent


def sight_or_403(request: PersonRequest) -> Sight:
    """What the person may see of them. Raises Refused: 403 nothing."""
    sight = sight_of(request.user, request.now)
    if not sight.listed:
        require_on_root(request, "staff")
    return sight


def reorganization_or_404(request: PersonRequest, reorganization: UUID) -> Reorganization:
    """The one that the address names. Raises Absent: the institution has none."""
    one = reorganizations_of(request.user.institution).filter(id=reorganization).first()
    if one is None:
        raise Absent
    return one


def answer(request: PersonRequest, reorganization: UUID, status: int = 200) -> Response:
    """It as the person sees it now."""
    one = reorganization_or_404(request, reorganization)
    sight = sight_of(request.user, request.now)
    return Response(
        ReorganizationOutput(shown_reorganization(one, sight, request.user, request.now)).data, status=status
    )


class ReorganizationsView(APIView):
    """Sáp nhập, chia tách."""

    @extend_schema(
        operation_id="reorganizations_list", parameters=[PageFilter], responses=paged(ReorganizationOutput)
    )
    def get(self, request: PersonRequest) -> Response:
        """The latest first: for who keeps units, the office, the leadership and auditors."""
        sight = sight_or_403(request)
        asked(request, PageFilter)

        def shaped(rows: list[Reorganization]) -> Any:
            lines = [shown_reorganization(one, sight, request.user, request.now) for one in rows]
            return ReorganizationOutput(lines, many=True).data

        return page(request, reorganizations_of(request.user.institution), ["-at", "id"], shaped)

    @extend_schema(request=ReorganizationInput, responses={201: ReorganizationOutput})
    def post(self, request: PersonRequest) -> Response:
        """Enter one from the decision; nothing of it holds before the leadership has confirmed it."""
        require_on_root(request, "staff")
        given, institution = body(request, ReorganizationInput), request.user.institution
        successor = given.pop("successor", None)
        said = DecidedChange(
            **given | {"unit": unit_of(institution, given["unit"], "unit")},
            successor=unit_of(institution, successor, "successor") if successor else None,
        )
        one = enter_reorganization(institution, said, by=request.user, changed_by=clerk_of(request))
        return answer(request, one.id, status=201)


class ReorganizationPartsView(APIView):
    """Where the plans of a unit go that is split."""

    @extend_schema(request=PartsInput, responses=ReorganizationOutput)
    def put(self, request: PersonRequest, reorganization: UUID) -> Response:
        """Say it anew; the office's, or the leadership's."""
        one, given = reorganization_or_404(request, reorganization), body(request, PartsInput)
        parts = {part["plan"]: part["unit"] for part in given["parts"]}
        place_plans(one, parts, by=request.user, changed_by=clerk_of(request))
        return answer(request, one.id)


class ReorganizationConfirmView(APIView):
    """The confirmation."""

    @extend_schema(request=None, parameters=[IDEMPOTENCY_KEY], responses=ReorganizationOutput)
    def post(self, request: PersonRequest, reorganization: UUID) -> Response:
        """Confirm it; it is carried out on its day, now where that has come. The leadership's."""
        one = reorganization_or_404(request, reorganization)
        key = idempotency_key(request)
        confirm(one, by=request.user, key=key, session=session_of(request), changed_by=clerk_of(request))
        return answer(request, one.id)


class ReorganizationCloseView(APIView):
    """The end of one that is not confirmed."""

    @extend_schema(request=ReasonInput, responses=ReorganizationOutput)
    def post(self, request: PersonRequest, reorganization: UUID) -> Response:
        """The leadership declines it with a reason; who keeps units withdraws it."""
        one, given = reorganization_or_404(request, reorganization), body(request, ReasonInput)
        if against_leading(request.user, request.now) and not holds_on_root(request, "staff"):
            require_on_root(request, "staff")
        close(one, reason=given["reason"], by=request.user, changed_by=clerk_of(request))
        return answer(request, one.id)
