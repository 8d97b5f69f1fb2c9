"""Remarks that were answered: what a signer looks at before signing what came back."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count

from approvals.models import Remark
from workflow.models import Case


def answered_of(cases: Sequence[Case]) -> dict[UUID, int]:
    """How many remarks of the last round that has answers each submitted case came back with; one statement, none where nothing
    was ever returned."""
    returned = [case.id for case in cases if case.returned and case.submitted]
    if not returned:
        return {}
    answered = Remark.objects.filter(case__in=returned).exclude(answer="")
    rounds = answered.values_list("case", "round").annotate(Count("id")).order_by("case", "round")
    return {case_id: count for case_id, _round, count in rounds}
