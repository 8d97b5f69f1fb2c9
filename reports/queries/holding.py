"""What waits for a monitoring report: the reports of its period that were checked and go on with it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Count
from django.utils.translation import ngettext

from periods.rules.naming import label_name
from reports.models import MonitoringReport
from workflow.models import Case, State

REPORTS = ("unit-report", "monitoring-report")


def held_up_by(case_ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Monitoring report that was not checked yet -> how many reports of its period were; two statements."""
    open_ones = MonitoringReport.objects.filter(
        case__in=case_ids, case__state__in=(State.DRAFT, State.UNIT_APPROVED)
    )
    periods = dict(open_ones.values_list("case", "case__period"))
    if not periods:
        return {}
    checked = Case.objects.filter(
        kind__in=REPORTS,
        state=State.MONITOR_REVIEWED,
        period__in=set(periods.values()),
        institution__in=open_ones.values("case__institution"),
    )
    waiting = dict(checked.values_list("period").annotate(Count("id")).order_by())
    return {
        case_id: sentence(waiting[label], label) for case_id, label in periods.items() if label in waiting
    }


def sentence(count: int, label: str) -> str:
    """In the reader's language."""
    said = ngettext(
        "Holds up the consolidation of %(period)s: %(count)s report that was checked waits to go with it.",
        "Holds up the consolidation of %(period)s: %(count)s reports that were checked wait to go with it.",
        count,
    )
    return said % {"period": label_name(label), "count": count}
