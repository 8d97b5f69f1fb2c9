"""When a report first bore its head's signature."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Min, OuterRef, Subquery

from approvals.models import Signature

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
