"""A unit that leads a row after the one that answers for it says something beside that one, of itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions import mark_edited
from approvals.actions.cases import open_case
from approvals.queries.authority import require
from organization.models import Unit, User
from periods.models import Period
from periods.rules.closing import against_closed_period
from reports.contents.unit_reports import of_unit
from reports.models import UnitReport
from reports.queries.due_rows import candidates, span_of
from reports.rules.candidates import due_rows
from reports.rules.titles import unit_report_title
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

NOT_CONFIRMED = Reason("not-confirmed", CONFLICT, _("The due points of this period are not confirmed."))
NO_ROW = Reason(
    "nothing-led", CONTENT, _("The unit leads no row of this period that that unit follows."), field="monitor"
)


@transaction.atomic
def begin_beside(period: Period, unit: Unit, monitor: Unit, *, by: User, now: datetime) -> UnitReport:
    """A report of the unit that nobody asks for; where there is one already, that one.

    Raises:
        Refused: 403 not staff of the unit; 409 the period's due points are not confirmed, or it is closed; 422 the unit leads
            no row of it that the monitoring unit follows.
    """
    period = Period.objects.select_for_update(of=("self",)).get(id=period.id)
    require(by, unit, now, for_office=False)
    refuse([] if period.is_reported else [NOT_CONFIRMED])
    refuse(against_closed_period(period))
    known = UnitReport.objects.filter(period=period, unit=unit, monitor=monitor).first()
    if known is not None:
        return known
    mine = of_unit(candidates(period, leads={unit.id}, monitors={monitor.id}), unit.id)
    if unit.id == monitor.id or not any(row.beside for row in due_rows(mine, span_of(period))):
        raise Refused([NO_ROW])
    title = unit_report_title(period, unit, monitor)
    case = open_case(
        kind="unit-report",
        unit=unit,
        monitoring_unit=monitor,
        title=title,
        period=period.label,
        by=by,
        now=now,
    )
    report = UnitReport.objects.create(case=case, period=period, unit=unit, monitor=monitor, owed=False)
    mark_edited([case], by=by)
    return report
