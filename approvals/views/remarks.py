"""Remarks over HTTP: written, answered, taken back."""

from collections.abc import Collection
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.actions import answer_remark, remark_on, withdraw_remark
from approvals.models import Remark
from approvals.queries import remarks_of, visible_remark
from approvals.reading import read_remarks
from approvals.serializers import AnswerInput, NoteInput, RemarkOutput
from organization.http.given import asked, body
from organization.http.pages import page
from organization.http.person import PersonRequest
from organization.http.quotas import Remarks
from organization.http.schema import paged
from organization.http.serializers import PageFilter
from organization.rules import Absent

from .cases import case_or_404
from .outcomes import DONE


def remark_answer(request: PersonRequest, remark: Remark, status: int = 200) -> Response:
    """A remark as the list shows it."""
    [shown] = read_remarks([remark], remark.case, request.user, request.now)
    return Response(RemarkOutput(shown).data, status=status)


def require_remark(request: PersonRequest, remark_id: UUID) -> None:
    """Goes on where the person sees the case that the remark is about.

    Raises:
        Absent: they do not, or there is none; the two look the same.
    """
    if not visible_remark(request.user, remark_id, request.now):
        raise Absent


class RemarksView(APIView):
    """Remarks on one case."""

    throttle_classes = (Remarks,)

    @extend_schema(operation_id="cases_remarks_list", parameters=[PageFilter], responses=paged(RemarkOutput))
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Every remark, oldest first, those that were withdrawn, too."""
        case = case_or_404(request, case_id)
        asked(request, PageFilter)

        def shaped(found: list[Remark]) -> Collection[object]:
            return RemarkOutput(read_remarks(found, case, request.user, request.now), many=True).data

        return page(request, remarks_of(case, request.user, request.now), ["id"], shaped)

    @extend_schema(request=NoteInput, responses={DONE: RemarkOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """A remark that blocks nothing, or a question to the unit, by whoever acts on the case."""
        case = case_or_404(request, case_id)
        given = body(request, NoteInput)
        remark = remark_on(case, by=request.user, now=request.now, **given)
        return remark_answer(request, remark, DONE)


class RemarkAnswerView(APIView):
    """The answer to a remark."""

    @extend_schema(request=AnswerInput, responses=RemarkOutput)
    def post(self, request: PersonRequest, remark_id: UUID) -> Response:
        """Answer: fixed, or argued with the explanation."""
        require_remark(request, remark_id)
        given = body(request, AnswerInput)
        return remark_answer(request, answer_remark(remark_id, by=request.user, now=request.now, **given))


class RemarkWithdrawalView(APIView):
    """A remark that is taken back."""

    @extend_schema(request=None, responses=RemarkOutput)
    def post(self, request: PersonRequest, remark_id: UUID) -> Response:
        """Withdraw one's own remark that nobody has answered; it is kept and blocks nothing any more."""
        require_remark(request, remark_id)
        return remark_answer(request, withdraw_remark(remark_id, by=request.user, now=request.now))
