"""Opinions on drafts over HTTP: whom a plan was put to, what one unit says."""

from collections.abc import Collection
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.http import require_case
from organization.http.given import asked, body, digest_seen
from organization.http.pages import page, whole
from organization.http.person import PersonRequest
from organization.http.schema import IF_MATCH, paged
from organization.http.serializers import PageFilter
from organization.rules import Absent
from plans.models import Plan
from plans.queries import visible_plan

from .actions import ask_opinions, write_opinion
from .models import DraftOpinion
from .queries import opinions_on
from .reading import read_lines, read_opinion
from .serializers import AskInput, OpinionInput, OpinionLineOutput, OpinionOutput

#: A page of the units that were asked.
ASKED = paged(OpinionLineOutput)


def plan_at(request: PersonRequest, case_id: UUID) -> Plan:
    """The plan of this address.

    Raises:
        Absent: the person sees none there.
    """
    plan = visible_plan(request.user, case_id, request.now)
    if plan is None:
        raise Absent
    return plan


def opinion_answer(request: PersonRequest, case_id: UUID) -> Response:
    """An opinion as its screen shows it."""
    shown = read_opinion(request.user, case_id, request.now)
    return Response(OpinionOutput(shown).data, headers={"ETag": f'"{shown.digest}"'})


class PlanOpinionsView(APIView):
    """Lấy ý kiến dự thảo of one plan."""

    @extend_schema(operation_id="plans_opinions_list", parameters=[PageFilter], responses=ASKED)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Whom the draft was put to, and what they said."""
        plan = plan_at(request, case_id)
        asked(request, PageFilter)

        def shaped(found: list[DraftOpinion]) -> Collection[object]:
            return OpinionLineOutput(read_lines(found, request.now), many=True).data

        return page(request, opinions_on(plan, request.user, request.now), ["case_id"], shaped)

    @extend_schema(request=AskInput, responses={201: ASKED})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Ask every lead and coordinating unit that was not asked yet; who drafts the plan."""
        plan = plan_at(request, case_id)
        made = ask_opinions(plan, by=request.user, now=request.now, **body(request, AskInput))
        answer = whole(OpinionLineOutput(read_lines(made, request.now), many=True).data)
        answer.status_code = 201
        return answer


class OpinionView(APIView):
    """One unit's opinion."""

    @extend_schema(responses=OpinionOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """As it stands."""
        return opinion_answer(request, case_id)

    @extend_schema(request=OpinionInput, parameters=[IF_MATCH], responses=OpinionOutput)
    def put(self, request: PersonRequest, case_id: UUID) -> Response:
        """Write it, in an open draft; the unit's staff."""
        require_case(request, case_id, "draft-opinion")
        given, seen = body(request, OpinionInput), digest_seen(request)
        write_opinion(case_id, seen=seen, by=request.user, now=request.now, **given)
        return opinion_answer(request, case_id)
