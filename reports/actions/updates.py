"""Notes on rows between the report and the meeting: only ever added, nothing is reopened for them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions.hints import hint
from approvals.queries.authority import holds
from organization.models import User
from periods.models import Period
from plans.models import PlanRow
from reports.models import MonitoringReport, RowUpdate, UnitReport
from workflow.models import State
from workflow.rules import CONFLICT, CONTENT, HOLDERS, RIGHTS, Reason, refuse

from .words import GivenEvidence, Words, against_evidence, cite, files_named, kept_evidence

TOO_EARLY = _("The report is still open: write it there.")
TOO_LATE = _("The meeting of this period is over: it belongs into the next report.")


@transaction.atomic
def add_update(
    row: PlanRow, period: Period, *, done: bool, text: str, evidence: Sequence[GivenEvidence], by: User, now: datetime
) -> RowUpdate:  # fmt: skip
    """Note that a row moved after its report was submitted and before the meeting heard it.

    Raises:
        Refused: 403 not staff of the unit that leads the row; 409 no submitted report speaks of it yet, or the
            meeting is over; 422 unknown evidence, or done without any.
    """
    part = row.units.select_related("unit").order_by("part", "position").filter(part="lead").first()
    unit = part.unit if part else row.plan.case.unit
    reasons = [] if holds(by, "edit", unit, now) else [
        Reason("not-permitted", RIGHTS, HOLDERS["edit", "unit"], {"unit": unit.name})
    ]  # fmt: skip
    reports = reports_of(row, period, unit.id)
    if not any(report.case.submitted for report in reports):
        reasons.append(Reason("report-open", CONFLICT, TOO_EARLY))
    if period.heard_at is not None:
        reasons.append(Reason("meeting-over", CONFLICT, TOO_LATE))
    words: Words = [{"row": row.id, "evidence": evidence}]
    files = files_named(words, by=by, now=now)
    reasons += against_evidence(str(row.id), evidence, files)
    if done and not evidence:
        message = _("What is done shows its evidence.")
        reasons.append(Reason("evidence-missing", CONTENT, message, row=str(row.id), field="evidence"))
    refuse(reasons)
    cite([report.case for report in reports], files)
    hint(report.case for report in reports)
    return RowUpdate.objects.create(
        row=row, period=period, unit=unit, done=done, text=text, by=by, at=now,
        evidence=kept_evidence(evidence, files),
    )  # fmt: skip


def reports_of(row: PlanRow, period: Period, unit_id: UUID) -> list[UnitReport | MonitoringReport]:
    """The report that speaks of the row in the period: of its unit, or, for an own row, of the monitoring unit."""
    monitor = row.plan.case.monitoring_unit_id
    if monitor == unit_id:
        return list(MonitoringReport.objects.filter(period=period, unit=unit_id).select_related("case"))
    return list(
        UnitReport.objects.filter(period=period, unit=unit_id, monitor=monitor)
        .exclude(case__state=State.DRAFT, case__submitted=False)
        .select_related("case")
    )
