"""That a plan need not be clear in six ways, as a screen and a paper show it."""

from dataclasses import dataclass

from approvals.models import Signature
from plans.models import Plan
from plans.rules.clarities import exempt
from plans.words import PlanContent
from workflow.models import State

#: Where the check of the reviewer stands.
CHECKED = frozenset({State.MONITOR_REVIEWED, State.CONSOLIDATED, State.PRESENTED})


@dataclass(frozen=True, slots=True)
class ShownExemption:
    """Why a plan claims it, and the signature of the check that accepted it; None: nobody has yet."""

    reason: str
    accepted: Signature | None


def exemption_of(plan: Plan, content: PlanContent) -> ShownExemption | None:
    """What the plan claims, None: nothing; one statement where it was checked, else none."""
    if not exempt(content):
        return None
    case, accepted = plan.case, None
    if case.state in CHECKED:
        reviews = Signature.objects.filter(case=case.id, submission=case.submission, act="review")
        accepted = reviews.order_by("-sequence").first()
    return ShownExemption(content["exemption"], accepted)
