"""Reading where reports stand, now or at a moment that has passed."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from approvals.models import Signature
from reports.rules.standing import AFTER, LastWord
from workflow.models import State

#: A unit's report that is owed, or that its head signed although it is not.
EXPECTED = Q(owed=True) | ~Q(case__state=State.DRAFT)
#: A return before the head has signed is the unit's own affair.
DECIDING = Q(act__in=[act for act in AFTER if act != "return"]) | Q(
    act="return", from_state=State.UNIT_APPROVED
)


def last_words(cases: Collection[UUID], at: datetime | None = None) -> dict[UUID, LastWord]:
    """Case -> its latest deciding signature, as of a moment (None: now); one statement, none without cases."""
    if not cases:
        return {}
    signed = Signature.objects.filter(DECIDING, case__in=cases)
    if at is not None:
        signed = signed.filter(signed_at__lte=at)
    rows = signed.order_by("case", "sequence").values_list("case", "act", "signed_at", "signer_unit")
    return {case: LastWord(act, signed_at, by) for case, act, signed_at, by in rows}


def signed_since(cases: Collection[UUID], after: datetime) -> dict[UUID, datetime]:
    """Case -> when its head first signed it after a moment; one statement, none without cases."""
    if not cases:
        return {}
    signed = Signature.objects.filter(case__in=cases, act="approve", signed_at__gt=after)
    return dict(signed.order_by("case", "-sequence").values_list("case", "signed_at"))
