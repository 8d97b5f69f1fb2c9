"""Reminders: a text for whoever is owed reports; nothing is written."""

from datetime import datetime

from approvals.queries.authority import require, require_office
from organization.models import Unit, User
from periods.models import Period
from periods.rules.naming import period_name
from reports.queries.reminders import awaited_by_monitor, awaited_by_office
from reports.rules.reminders import reminder


def remind_monitors(period: Period, *, by: User, now: datetime) -> str:
    """The office asks for the monitoring reports that have not come yet.

    Raises:
        Refused: 403 not of the admin office; 422 there is none.
    """
    office = require_office(by.institution, by, now)
    return reminder(
        what=f"báo cáo {period_name(period)}",
        receiver=office.name,
        reports=awaited_by_office(period),
        due_at=period.office_due_at,
        now=now,
    )


def remind_units(period: Period, *, monitor: Unit, by: User, now: datetime) -> str:
    """A monitoring unit asks for the reports of the units whose plans it follows.

    Raises:
        Refused: 403 not of its staff.
    """
    require(by, monitor, now, for_office=False)
    return reminder(
        what=f"báo cáo kết quả thực hiện {period_name(period)}",
        receiver=monitor.name,
        reports=awaited_by_monitor(period, monitor),
        due_at=period.unit_due_at,
        now=now,
    )
