"""What stands against beginning anything in a period that is closed; what was begun: workflow.rules.closing. Pure."""

from django.utils import timezone

from notation import moments
from periods.models import Period
from workflow.rules import CONFLICT, PERIOD_CLOSED, Reason


def against_closed_period(period: Period) -> list[Reason]:
    """That the period is closed, where it is: when, and who can open it.

    Args:
        period: with its institution.
    """
    if period.heard_at is None:
        return []
    office = period.institution.office
    params = {
        "closed_at": moments.moment(timezone.localtime(period.heard_at)),
        "office": office.name if office else "",
    }
    return [Reason("period-closed", CONFLICT, PERIOD_CLOSED, params)]
