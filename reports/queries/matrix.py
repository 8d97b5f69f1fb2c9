"""Reading who owes which report of a month and when it came; as many statements for any number of either."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet, Value
from django.utils import timezone

from approvals.queries import seen_by
from organization.models import User
from organization.queries import exists_on, visible_units
from periods.models import Period
from periods.queries import PLAN_YEARS
from reports.models import MonitoringReport, UnitReport
from reports.rules.matrix import Place, Row, Standing, matrix
from reports.rules.standing import Stand, stand_in
from reports.rules.timeliness import worth
from workflow.models import State

from .standing import came_after_closing, expected_in, last_words
from .timeliness import FIRST_SIGNED


def months_of(period: Period) -> list[Period]:
    """The columns: the confirmed months of a year, oldest first; another confirmed period is its own column."""
    if period.kind not in PLAN_YEARS:
        return [period] if period.is_reported else []
    months = Period.objects.filter(
        institution=period.institution_id, kind=Period.Kind.MONTH, confirmed_at__isnull=False,
        starts__range=(period.starts, period.ends),
    )  # fmt: skip
    return list(months.order_by("starts"))


def matrix_of(user: User, period: Period, now: datetime) -> dict[str, Any]:
    """The matrix of a period of the person's own institution, as reports.rules.matrix lays it out.

    Everyone sees how each report stands (the office names the missing to all); the case only who sees it.
    """
    months = months_of(period)
    seen = ExpressionWrapper(seen_by(user, now, "case__"), output_field=BooleanField())
    parts: dict[Place, list[Standing]] = defaultdict(list)
    due = {month.label: month for month in months}
    reports = UnitReport.objects.filter(expected_in(months), period__in=months).annotate(
        seen=seen, to=F("monitor__code")
    )
    for place, one in standings(reports, due, "unit_due_at", now):
        parts[place].append(one)
    for several in parts.values():
        several.sort(key=attrgetter("monitor"))
    own = MonitoringReport.objects.filter(period__in=months).annotate(seen=seen, to=Value(""))
    monitoring = dict(standings(own, due, "office_due_at", now))
    owing = {unit for _month, unit in (*parts, *monitoring)}
    return matrix(months, list(matrix_rows(user, owing, now)), parts, monitoring)


def standings(
    reports: QuerySet[Any], months: Mapping[str, Period], point: str, now: datetime
) -> Iterator[tuple[Place, Standing]]:
    """How the reports stand, each due at this point of its month; two statements, and one each for those that came back and
    those that came after the closing.

    Columns instead of objects, labels and codes instead of keys: a year of sixty units has some thousand.
    """
    columns = ("case_id", "seen", "to", "case__state", "case__submitted", "case__returned", "signed_at")
    rows = list(
        reports.annotate(signed_at=FIRST_SIGNED)
        .order_by()
        .values_list("period__label", "unit__code", *columns)
    )
    last = last_words([row[2] for row in rows if row[5] == State.DRAFT and row[8] is not None])
    came_after = came_after_closing(reports)
    for month, unit, case_id, seen, monitor, state, submitted, returned, signed_at in rows:
        stand = stand_in(state, last.get(case_id))
        handed_in = None if stand == Stand.MISSING else signed_at
        status, before = worth(months[month], point, handed_in, now)
        after = handed_in is not None and case_id in came_after
        case = case_id if seen else None
        yield (
            (month, unit),
            Standing(case, monitor, state, submitted, returned, signed_at, status, stand, after, before),
        )


def matrix_rows(user: User, owing: Collection[str], now: datetime) -> Iterator[Row]:
    """The units below the root that exist today, and those that owed a report, by position."""
    today = timezone.localtime(now).date()
    exists = Q(exists_on(today), parent__isnull=False)
    units = visible_units(user).annotate(exists=ExpressionWrapper(exists, output_field=BooleanField()))
    columns = units.order_by("position", "code").values_list("code", "name", "exists")
    return (Row(code, name) for code, name, exists in columns if exists or code in owing)
