"""The years and school years that plans are for."""

from datetime import datetime

from django.db import transaction

from approvals.queries.authority import require_office
from notation.year import PlanYear
from organization.actions import Clerk, seed_calendar
from organization.models import Institution, User
from organization.queries import calendar_of
from periods.models import Period
from workflow.rules import Refused

from .periods import exists_already, locked_rule


def ensure_period(institution: Institution, label: str) -> Period:
    """The period of a year ("2021") or school year ("2025-2026"), made when missing.

    Raises:
        ValueError: neither a year nor a school year.
    """
    year = PlanYear.parse(label)
    period, _made = Period.objects.get_or_create(
        institution=institution,
        label=year.label,
        defaults={
            "kind": Period.Kind.SCHOOL_YEAR if year.school else Period.Kind.YEAR,
            "starts": year.start,
            "ends": year.end,
        },
    )
    return period


@transaction.atomic
def create_plan_year(
    institution: Institution, label: str, *, by: User, now: datetime, changed_by: Clerk | None = None
) -> Period:
    """A year or school year that plans can be for; nobody reports on it until the office says so (`create_period`). Where the
    working calendar says nothing yet of a calendar year that it touches, the public days off are taken over: no meeting shall be
    proposed for New Year's Day.

    Args:
        changed_by: in whose name the calendar is entered.

    Raises:
        ValueError: neither a year nor a school year.
        Refused: 403 not of the admin office; 409 it exists.
    """
    require_office(institution, by, now)
    locked_rule(institution)
    if Period.objects.filter(institution=institution, label=label).exists():
        raise Refused([exists_already(label)])
    made = ensure_period(institution, label)
    touched = {made.starts.year, made.ends.year}
    seed_calendar(
        institution,
        sorted(year for year in touched if not calendar_of(institution.id, year).exists()),
        changed_by=changed_by,
    )
    return made
