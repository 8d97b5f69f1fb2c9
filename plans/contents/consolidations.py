"""What a consolidation signs."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from approvals.kinds import Content, Deed
from plans.models import Consolidation, ConsolidationItem


def consolidation_contents(case_ids: Collection[UUID]) -> dict[UUID, Content]:
    """The content of each consolidation: what it contains, each by the digest it was taken in with."""
    items: dict[UUID, list[Content]] = defaultdict(list)
    found = ConsolidationItem.objects.filter(consolidation__in=case_ids).order_by("consolidation", "position")
    for item in found:
        items[item.consolidation_id].append({"case": str(item.case_id), "digest": item.digest})
    consolidations = Consolidation.objects.filter(case__in=case_ids).select_related("case", "period")
    return {
        row.case_id: {"title": row.case.title, "period": row.period.label, "cases": items[row.case_id]}
        for row in consolidations
    }


def inside_consolidations(case_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Consolidation -> contained case -> the digest that it was taken in with."""
    inside: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    rows = ConsolidationItem.objects.filter(consolidation__in=case_ids)
    for container, case_id, digest in rows.values_list("consolidation", "case", "digest"):
        inside[container][case_id] = digest
    return dict(inside)


def after_consolidation_act(deed: Deed) -> None:
    """Nothing of its own changes: what is inside moves with it, in the same act."""
