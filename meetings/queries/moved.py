"""What happens to consolidations that were signed: their periods close, what is inside moves on."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import F, Q

from meetings.models import Consolidation, ConsolidationItem
from periods.models import Period

from .consolidations import SIGNED


def stale_among(consolidations: Iterable[Consolidation], items: Iterable[ConsolidationItem]) -> set[UUID]:
    """Those of the consolidations of which something inside has moved on since it was taken in; of a signed one, unless a
    signed supplement, or the next month's, has taken it in as it is now. A statement, none where nothing has moved.
    """
    moved = [item for item in items if item.digest != item.case.digest]
    if not moved:
        return set()
    again = ConsolidationItem.objects.filter(
        case__in=[item.case_id for item in moved],
        digest=F("case__digest"),
        consolidation__case__state__in=SIGNED,
    )
    settled = set(again.values_list("case", flat=True))
    signed = {row.case_id for row in consolidations if row.case.state in SIGNED}
    return {
        item.consolidation_id
        for item in moved
        if item.consolidation_id not in signed or item.case_id not in settled
    }


def closing_with(heard: Collection[Consolidation]) -> list[Period]:
    """The periods that close once these consolidations are heard: those that are reported on, where a report is inside.

    Plans that the leadership hears in a year, or between two months, close nothing.
    """
    report = Q(case__monitoring_report__isnull=False) | Q(case__unit_report__isnull=False)
    inside = ConsolidationItem.objects.filter(report, consolidation__in=heard)
    reporting = set(inside.values_list("consolidation", flat=True))
    found = {
        row.period_id: row.period for row in heard if row.period.is_reported and row.case_id in reporting
    }
    return list(found.values())
