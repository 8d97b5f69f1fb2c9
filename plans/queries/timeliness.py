"""When a report first bore its head's signature, and what that is worth at its due point."""

from collections.abc import Collection
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from django.db.models import Min, OuterRef, Subquery

from approvals.models import Signature
from plans.deadlines import is_late

Timeliness = Literal["on-time", "late", "missing", "pending"]
ON_TIME: Final = "on-time"
LATE: Final = "late"
MISSING: Final = "missing"
PENDING: Final = "pending"


#: The same as `first_signed`, as a column of a table whose key is a case.
FIRST_SIGNED = Subquery(
    Signature.objects.filter(case=OuterRef("pk"), act="approve").order_by("sequence").values("signed_at")[:1]
)


def first_signed(case_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When the head first approved each case; one statement. Cases that nobody approved yet are left out.

    The first signature stands whatever came afterwards: a return, a recall, a reopening, and signing again
    (Notice 242, II.8 asks when the report came, not when it was mended).
    """
    signed = Signature.objects.filter(case__in=case_ids, act="approve").order_by().values_list("case")
    return dict(signed.annotate(Min("signed_at")))


def timeliness(signed_at: datetime | None, due_at: datetime, now: datetime) -> Timeliness:
    """What a first signature is worth: at the due point or after it is late. Pure.

    Returns:
        "on-time" or "late"; where nobody signed: "missing" once the due point has come, else "pending".
    """
    if signed_at is not None:
        return LATE if is_late(signed_at, due_at) else ON_TIME
    return MISSING if is_late(now, due_at) else PENDING
