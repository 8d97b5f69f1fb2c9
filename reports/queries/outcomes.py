"""What became of the rows of a plan, by the reports of its year."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from plans.models import Plan
from plans.words import Outcome

from .due_rows import candidates


def outcomes_of_plan(root: UUID) -> Mapping[UUID, Outcome]:
    """Key of a row -> what the last signed month said of it, a confirmed update and the verdict before the unit's word; rows that
    no month spoke of are left out. A fixed number of statements.

    Args:
        root: the first revision of the plan.
    """
    period = Plan.objects.select_related("period").get(case=root).period
    found: dict[UUID, Outcome] = {}
    for candidate in candidates(period, only=Q(plan__root=root)):
        words = candidate.month_words(None)
        if words:
            said, last = words[-1].said, words[-1]
            found[candidate.values["id"]] = Outcome(
                done=said.done,
                completed_on=(said.completed_on or "") if said.done else "",
                result=said.result,
                month=last.label,
            )
    return found
