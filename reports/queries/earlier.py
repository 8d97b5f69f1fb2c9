"""The month before: which monitoring units signed nothing of it, and what speaks for not asking them again."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from approvals.models import Signature
from periods.models import Period
from reports.models import EarlierFinding, MonitoringReport
from reports.rules.candidates import due_rows
from reports.rules.earlier import Settled
from workflow.models import State

from .due_rows import candidates, followed_at, period_before, span_of
from .updates import latest_confirmed
from .words import iso

#: What puts a plan before its monitoring unit.
BEGINS = ("approve", "register", "conclude")


def silent_before(period: Period, units: Collection[UUID]) -> list[MonitoringReport]:
    """The reports of these monitoring units on the month before under which no signature of their head stands; two
    statements, none where the period is no month."""
    before = period_before(period) if period.kind == Period.Kind.MONTH else None
    if before is None:
        return []
    unsigned = MonitoringReport.objects.filter(period=before, unit__in=units, case__state=State.DRAFT)
    return list(unsigned.select_related("case", "period", "unit"))


def settled_in(
    period: Period, before: Period, plans: Collection[str], only: Collection[UUID] | None = None
) -> Settled:
    """What is not asked again in the period of the month before; four statements.

    Args:
        plans: those of the rows in question; `only`: these rows, where they are few.
    """
    narrow = None if only is None else Q(key__in=only)
    rows = due_rows(candidates(period, only=narrow), span_of(period))
    updates = latest_confirmed().filter(period=before).values_list("row", flat=True)
    return Settled(
        listed={(str(row.id), iso(row.listing.due_on)) for row in rows},
        begun=begun_by(before.office_due_at or followed_at(before), plans),
        updated={str(row) for row in updates},
    )


def begun_by(at: datetime, plans: Collection[str]) -> set[str]:
    """Those of the plans that had come before their monitoring unit at that moment; one statement."""
    signed = Signature.objects.filter(
        case__in=[UUID(plan) for plan in plans], act__in=BEGINS, signed_at__lt=at
    )
    return {str(plan) for plan in signed.order_by().values_list("case", flat=True).distinct()}


def earlier_findings(reports: Iterable[MonitoringReport]) -> dict[tuple[UUID, str], EarlierFinding]:
    """(report, row) -> what was found of it for the month before; one statement."""
    found = EarlierFinding.objects.filter(report__in=list(reports))
    return {(finding.report_id, str(finding.row_id)): finding for finding in found}
