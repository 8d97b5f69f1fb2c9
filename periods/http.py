"""Periods that a request names by label. An unknown one is a 400 that names the field."""

from django.db.models import QuerySet
from django.utils.translation import gettext

from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from periods.models import Period
from periods.queries import periods_of, plan_years_of


def period_named(request: PersonRequest, label: str) -> Period:
    """The period of the person's institution with this label, of whatever kind.

    Raises:
        Problem: 400 where there is none.
    """
    return labelled(periods_of(request.user), label)


def plan_year_named(request: PersonRequest, label: str) -> Period:
    """The year or school year of the person's institution with this label, that a plan can be for.

    Raises:
        Problem: 400 where there is none.
    """
    return labelled(plan_years_of(request.user), label)


def labelled(periods: QuerySet[Period], label: str) -> Period:
    """The one of the periods with this label.

    Raises:
        Problem: 400 where there is none.
    """
    period = periods.filter(label=label).first()
    if period is None:
        text = gettext("Unknown period “%(label)s”.") % {"label": label}
        raise Problem(400, "period-unknown", [Detail("period-unknown", text, field="period")])
    return period
