"""What happens to consolidations that were signed: their periods close, what is inside moves on."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import F

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
    """The periods that close once these consolidations are heard: those that are reported on, where a report is inside, and
    earlier ones whose reports are inside and that never had a consolidation of their own (two months, one meeting).

    Plans that the leadership hears in a year, or between two months, close nothing.
    """
    inside = ConsolidationItem.objects.filter(consolidation__in=heard)
    reports = [
        pair
        for table in ("monitoring_report", "unit_report")
        for pair in inside.filter(**{f"case__{table}__isnull": False})
        .values_list("consolidation", f"case__{table}__period")
        .distinct()
    ]
    reporting = {consolidation for consolidation, _period in reports}
    own = {row.period_id for row in heard if row.case_id in reporting}
    earlier = {period for _consolidation, period in reports} - own
    signed = Consolidation.objects.filter(period__in=earlier, case__state__in=SIGNED)
    earlier -= set(signed.values_list("period", flat=True))
    found = Period.objects.filter(id__in=own | earlier, confirmed_at__isnull=False)
    return list(found.select_related("institution").order_by("starts", "id"))
