"""What waits for a consolidation: the documents inside, which go on with its signature."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Count
from django.utils.translation import ngettext

from meetings.models import ConsolidationItem
from workflow.models import State


def held_up_by_consolidations(case_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Consolidation that is not signed yet -> how many documents wait in it; one statement."""
    waiting = ConsolidationItem.objects.filter(
        consolidation__in=case_ids, consolidation__case__state=State.DRAFT
    )
    counted = waiting.values_list("consolidation").annotate(Count("id")).order_by()
    return {case_id: said_of_inside(count) for case_id, count in counted}


def said_of_inside(count: int) -> str:
    """In the reader's language."""
    said = ngettext(
        "%(count)s document inside goes on with this signature.",
        "%(count)s documents inside go on with this signature.",
        count,
    )
    return said % {"count": count}
