"""What changed between two submissions of a case, over HTTP."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from approvals import kinds
from approvals.ledger.differences import Difference, difference
from approvals.queries import contents_of
from approvals.queries.scope import Marked, base_of, marked_between
from approvals.serializers import DifferenceFilter, DifferenceOutput
from organization.http.given import asked
from organization.http.person import PersonRequest
from organization.http.problems import Problem
from workflow.models import Case

from .cases import case_or_404
from .outcomes import NOT_FOUND


def difference_told(found: Difference, marked: Marked, case: Case) -> dict[str, Any]:
    """A difference as it goes over the wire, with what lies outside of the marks first."""
    written = kinds.REGISTER[case.kind].fields
    things = [
        {
            "list": one.list, "name": one.name, "change": one.change, "said": one.said, "fields": one.fields,
            "beyond": marked.is_beyond(one.name, [field.field for field in one.fields], written),
            "reason": marked.reasons.get(one.name, ""),
        }
        for one in found.things
    ]  # fmt: skip
    return {
        "head": found.fields,
        "things": sorted(things, key=lambda one: not one["beyond"]),
        "reordered": found.reordered,
        "kept": found.kept,
        "beyond": any(
            marked.is_beyond("", [one.field], written) for one in found.fields if one.field in written
        ),
        "reason": marked.reasons.get("", ""),
    }


class DifferenceView(APIView):
    """Two submissions beside each other."""

    @extend_schema(parameters=[DifferenceFilter], responses=DifferenceOutput)
    def get(self, request: PersonRequest, case_id: UUID) -> Response:
        """What the later submission says otherwise than the earlier one: the last, and the one that whoever reads it has seen before, unless
        others are named. What was changed outside of what a return had marked comes first."""
        case = case_or_404(request, case_id)
        given = asked(request, DifferenceFilter)
        later = given.get("to", case.submission)
        earlier = given.get("from", base_of(case, later))
        if later == 0 or max(earlier, later) > case.submission:
            raise Problem(NOT_FOUND, "not-found")
        contents = {0: {}, **contents_of(case, {earlier, later})}
        found = difference_told(
            difference(contents[earlier], contents[later]), marked_between(case, earlier, later), case
        )
        return Response(DifferenceOutput({"from": earlier, "to": later, **found}).data)
