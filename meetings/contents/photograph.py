"""The moment that a consolidation shows: what is signed later is "signed after the closing", everywhere but in it."""

from django.db.models import OuterRef, Subquery

from approvals.kinds import Deed
from approvals.models import Submission
from periods.models import Period


def photographed(deed: Deed) -> None:
    """With the signature of a period's first consolidation: the moment at which it was submitted is kept."""
    if deed.act != "consolidate":
        return
    cases = [case.id for case in deed.cases]
    taken = Submission.objects.filter(case__in=cases, case__consolidation__period=OuterRef("pk"))
    Period.objects.filter(consolidations__in=cases, summed_at__isnull=True).update(
        summed_at=Subquery(taken.order_by("case", "-number").values("created_at")[:1])
    )
