"""What became of the cases of a bulk act, over the wire."""

from collections.abc import Mapping, Sequence
from typing import TypedDict
from uuid import UUID

from approvals.actions import Outcome
from approvals.serializers import SignedOutput
from organization.http.serializers import reason_list
from workflow.rules import Reason

NOT_FOUND = 404
DONE = 201


class Result(TypedDict):
    """What became of one case of a bulk act, as `OutcomesOutput` describes it."""

    case: str
    status: int
    signature: Mapping[str, object] | None
    reasons: list[dict[str, str]]


def hidden_shape(case_id: UUID) -> Result:
    """The result for a case that does not exist or is not theirs to see."""
    return {"case": str(case_id), "status": NOT_FOUND, "signature": None, "reasons": []}


def outcome_shape(outcome: Outcome, told: Sequence[Reason] = ()) -> Result:
    """One result of a bulk act; `told`: what lacks although nothing stood against it."""
    signature = outcome.signature
    return {
        "case": str(outcome.case_id),
        "status": DONE if signature else outcome.reasons[0].status,
        "signature": SignedOutput(signature, context={"told": told}).data if signature else None,
        "reasons": reason_list(outcome.reasons),
    }
