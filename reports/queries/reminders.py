"""Reading who owes a report to whom, for a reminder."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from organization.models import Unit
from periods.models import Period
from reports.models import MonitoringReport, UnitReport
from reports.rules.reminders import Awaited
from reports.rules.standing import stand_in
from workflow.models import State

from .officers import to_remind
from .standing import expected_in, last_words
from .timeliness import first_signed


def awaited_by_office(period: Period) -> list[Awaited]:
    """The monitoring reports of the period, by the units' position; two statements."""
    return awaited(MonitoringReport.objects.filter(period=period))


def awaited_by_monitor(period: Period, monitor: Unit) -> list[Awaited]:
    """The units' reports of the period that are owed to this monitoring unit, by position, with who follows the plans of which
    they still say nothing; a fixed number of statements."""
    reports = UnitReport.objects.filter(expected_in([period]), period=period, monitor=monitor)
    return awaited(reports, to_remind(period, monitor))


def awaited(reports: QuerySet[Any], officers: Mapping[UUID, Sequence[str]] | None = None) -> list[Awaited]:
    """The reports as a reminder names them; `officers`: unit -> who is reminded first."""
    found = list(reports.select_related("case", "unit").order_by("unit__position", "unit__code"))
    signed = first_signed([report.case_id for report in found])
    last = last_words(
        [report.case_id for report in found if report.case.state == State.DRAFT and report.case_id in signed]
    )
    return [
        Awaited(
            unit=report.unit.name,
            stand=stand_in(report.case.state, last.get(report.case_id)),
            submitted=report.case.submitted,
            signed_at=signed.get(report.case_id),
            officers=tuple((officers or {}).get(report.unit_id, ())),
            unit_id=report.unit_id,
        )
        for report in found
    ]
