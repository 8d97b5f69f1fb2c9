"""The step that a case waits for, handed to somebody else who may take it."""

from uuid import UUID

from django.utils.translation import gettext_noop as _
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals.actions.handings import against_handing, hand_on
from approvals.queries.handings import able, handings_of
from approvals.queries.remarks import held_at
from approvals.serializers.handings import HandingInput, HandingsOutput
from organization.http.given import body
from organization.http.person import PersonRequest
from organization.http.quotas import Remarks
from organization.queries import person_by_id
from workflow.models import Case
from workflow.rules import CONTENT, Reason, Refused

from .cases import case_or_404
from .outcomes import DONE


def answer(request: PersonRequest, case: Case, status: int = 200) -> Response:
    """Who could take the step, and to whom it was handed: for those who may hand it on, or were handed it; for others nothing."""
    allowed = not against_handing(case, held_at(request.user, case, request.now))
    handed = [one for one in handings_of(case) if allowed or one.to_id == request.user.id]
    people = able(case, request.now) if allowed else []
    return Response(
        HandingsOutput({"able": people, "allowed": allowed, "handed": handed}).data, status=status
    )


class HandingsView(APIView):
    """Chuyển người ký."""

    throttle_classes = (Remarks,)

    @extend_schema(responses=HandingsOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """Who may take the step that it waits for, and to whom it was handed."""
        return answer(request, case_or_404(request, case_id))

    @extend_schema(request=HandingInput, responses={DONE: HandingsOutput})
    def post(self, request: PersonRequest, case_id: UUID) -> Response:
        """Hand it to somebody who may take it, with a reason; they are told. Nobody loses the right to take it."""
        case, given = case_or_404(request, case_id), body(request, HandingInput)
        to = person_by_id(request.user, given["to"])
        if to is None:
            raise Refused([Reason("person-unknown", CONTENT, _("There is nobody with this id."), field="to")])
        hand_on(case, to=to, reason=given["reason"], by=request.user, now=request.now)
        return answer(request, case, status=DONE)
