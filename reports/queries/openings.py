"""Rows that were due before the first month of use: what their opening sheets say, and which are still to be asked."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from approvals.queries import seen_by
from organization.models import User
from periods.models import DeadlineRule, Period
from plans.queries import CASE_NAMES
from reports.models import OpeningRow, OpeningSheet
from reports.rules.candidates import Candidate, DueRow
from reports.rules.listing import Listed, Span
from workflow.models import State

#: A sheet that whoever follows its rows has confirmed: it counts.
CONFIRMED = Q(sheet__case__state=State.MONITOR_REVIEWED)
#: So long after the first month rows that come to light are still asked.
ASKED_FOR = timedelta(days=366)
#: (unit that answers, unit that follows)
Pair = tuple[UUID, UUID]


def said_before_use(rows: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Row -> unit -> what it said in a confirmed sheet; one statement."""
    found: dict[UUID, dict[UUID, str]] = {}
    told = OpeningRow.objects.filter(CONFIRMED, row__in=rows)
    for row, unit, standing in told.values_list("row", "sheet__case__unit", "standing"):
        found.setdefault(row, {})[unit] = standing
    return found


def first_months(now: datetime) -> QuerySet[Period]:
    """The first months of use, of every institution, that are reported on and in whose name rows are still asked."""
    today = timezone.localtime(now).date()
    begun = (
        DeadlineRule.objects.filter(begins__gte=today - ASKED_FOR).order_by().values("institution", "begins")
    )
    found = Period.objects.filter(kind=Period.Kind.MONTH, confirmed_by__isnull=False)
    firsts = Q(pk__in=[])
    for rule in begun:
        firsts |= Q(institution=rule["institution"], starts=rule["begins"])
    return found.filter(firsts).select_related("institution__office", "confirmed_by")


def is_first_month(period: Period) -> bool:
    """Whether the institution reports here from this period on."""
    begun = DeadlineRule.objects.filter(institution=period.institution_id, begins=period.starts)
    return period.kind == Period.Kind.MONTH and begun.exists()


def rows_to_ask(period: Period, candidates: Iterable[Candidate]) -> dict[Pair, list[DueRow]]:
    """(unit, who follows) -> its rows that were due before the first month and that no sheet of its names; one statement."""
    span = Span(period.starts, period.ends)
    asked = set(OpeningRow.objects.filter(sheet__period=period).values_list("row", "sheet__case__unit"))
    found: dict[Pair, list[DueRow]] = {}
    for candidate in candidates:
        for lead in candidate.leads:
            share = candidate.of_unit(lead.unit_id) if lead.answers else None
            row = share.in_period(span) if share else None
            if row and row.listing.kind == Listed.UNCLEAR and (row.id, lead.unit_id) not in asked:
                found.setdefault((lead.unit_id, row.monitor_id), []).append(row)
    return found


def visible_sheets(user: User, now: datetime) -> QuerySet[OpeningSheet]:
    """The sheets that the person sees."""
    return OpeningSheet.objects.filter(seen_by(user, now, "case__")).select_related(*CASE_NAMES, "period")


def counts_of(sheets: Iterable[OpeningSheet]) -> Mapping[UUID, Mapping[str, int]]:
    """Sheet -> how many of its rows are said to be done, open, unclear, and how many there are ("rows"); one statement."""
    found: dict[UUID, dict[str, int]] = {}
    rows = OpeningRow.objects.filter(sheet__in=[one.case_id for one in sheets]).order_by()
    for sheet, standing, count in rows.values_list("sheet", "standing").annotate(count=Count("id")):
        counts = found.setdefault(sheet, {"done": 0, "open": 0, "unclear": 0, "rows": 0})
        counts["rows"] += count
        if standing:
            counts[standing] += count
    return found
