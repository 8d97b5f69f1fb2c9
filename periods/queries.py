"""Periods, and what the deadline rule says of the months of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from notation.year import PlanYear
from organization.models import Institution, User
from organization.queries import calendar_between
from periods.models import DUE_POINTS, DeadlineRule, Opening, Period
from periods.rules.deadlines import (
    READINGS,
    SEMESTER,
    Calendar,
    DuePoints,
    Said,
    Span,
    deadline_day,
    due_points,
    months_of,
    raw_day,
)
from workflow.models import State

#: A deadline moves by some working days, and a school may be closed for a whole summer between.
MARGIN = timedelta(days=366)
PLAN_YEARS = (Period.Kind.YEAR, Period.Kind.SCHOOL_YEAR)


@dataclass(frozen=True, slots=True)
class MonthDeadlines:
    """A month with its due points: those that were confirmed, else those that the rule proposes.

    `moved_from` is the Wednesday that was a day off, `moved_because` what the calendar calls it;
    `other_reading` the day that the other reading of the rule would give, where it differs. `in_use`: False for a month before
    the first one that is reported on.
    """

    label: str
    starts: date
    ends: date
    unit_due_at: datetime
    office_due_at: datetime
    leadership_due_at: datetime
    meeting_at: datetime
    moved_from: date | None
    moved_because: str
    other_reading: date | None
    confirmed: bool
    override_reason: str
    in_use: bool


def periods_of(user: User) -> QuerySet[Period]:
    """The periods of the person's institution."""
    return Period.objects.filter(institution=user.institution_id)


def period_of(user: User, period_id: UUID) -> Period | None:
    """A period of the person's institution."""
    return periods_of(user).select_related("institution__office").filter(id=period_id).first()


def plan_years_of(user: User) -> QuerySet[Period]:
    """The years and school years that plans are for."""
    return periods_of(user).filter(kind__in=PLAN_YEARS)


def openings_of(period: Period) -> QuerySet[Opening]:
    """For whom a closed period was opened again, latest first; of one act the unit before those who judge it."""
    return period.openings.select_related("unit", "by", "along__unit").order_by("-at", "id")


def due_columns(documents: QuerySet[Any], points: Mapping[State, str]) -> Mapping[State, Subquery]:
    """The due points of the period of a case's document, as columns of Case.

    Args:
        documents: with a `case` and a `period`; of the others nothing is due.
        points: state -> the due point (DUE_POINTS) that must be met next from there.
    """
    document = documents.filter(case=OuterRef("pk"))
    return {state: Subquery(document.values(f"period__{point}")[:1]) for state, point in points.items()}


def closing_columns(*, reopens: bool = True) -> Mapping[str, Subquery]:
    """When the period of a case closed and, where it `reopens`, until when it is opened again for its unit, as columns of
    Case."""
    period = Period.objects.filter(institution=OuterRef("institution"), label=OuterRef("period"))
    openings = Opening.objects.filter(
        period__institution=OuterRef("institution"), period__label=OuterRef("period"), unit=OuterRef("unit")
    ).order_by("-ends_at")
    columns = {"closed_at": Subquery(period.values("heard_at")[:1])}
    return columns | ({"open_until": Subquery(openings.values("ends_at")[:1])} if reopens else {})


def rule_of(institution: Institution) -> DeadlineRule:
    """The institution's deadline rule; the usual one, unsaved, where it has set none."""
    found = DeadlineRule.objects.filter(institution=institution).first()
    return found or DeadlineRule(institution=institution)


def calendar_around(institution: Institution, starts: date, ends: date) -> Calendar:
    """The working days that due points of months between these days can depend on: one statement."""
    days = calendar_between(institution.id, starts - MARGIN, ends + MARGIN)
    return Calendar(
        {day: Said(working, name) for day, working, name in days.values_list("date", "working", "name")}
    )


def zone_of(institution: Institution) -> ZoneInfo:
    """The time zone in which the institution's hours are meant."""
    return ZoneInfo(institution.time_zone)


def points_of(period: Period) -> DuePoints | None:
    """The due points of a period, once they were confirmed."""
    if not period.is_reported:
        return None
    return DuePoints(**{name: getattr(period, name) for name in DUE_POINTS})


def months_for(
    institution: Institution, year: PlanYear, rule: DeadlineRule, reading: str
) -> list[MonthDeadlines]:
    """The twelve months of a year for confirmation: two statements, however many are confirmed.

    Args:
        reading: in which the months that are not confirmed yet are shown.
    """
    spans = months_of(year)
    calendar = calendar_around(institution, year.start, year.end)
    labels = [span.label for span in spans]
    known = {
        period.label: period for period in Period.objects.filter(institution=institution, label__in=labels)
    }
    zone = zone_of(institution)
    return [month_of(span, known.get(span.label), rule, reading, calendar, zone) for span in spans]


def month_of(
    span: Span, period: Period | None, rule: DeadlineRule, reading: str, calendar: Calendar, zone: ZoneInfo
) -> MonthDeadlines:
    """One month: as confirmed, else as proposed."""
    stored = points_of(period) if period else None
    points = stored or due_points(span.ends, rule, calendar, zone, reading=reading)
    reason = period.override_reason if period else ""
    day = points.office_due_at.astimezone(zone).date()
    moved = None if reason else moved_from(span.ends, day, calendar)
    return MonthDeadlines(
        label=span.label,
        starts=span.starts,
        ends=span.ends,
        unit_due_at=points.unit_due_at,
        office_due_at=points.office_due_at,
        leadership_due_at=points.leadership_due_at,
        meeting_at=points.meeting_at,
        moved_from=moved,
        moved_because=calendar.name(moved) if moved else "",
        other_reading=other_day(span.ends, day, reading, calendar),
        confirmed=stored is not None,
        override_reason=reason,
        in_use=stored is not None or in_use(span, rule),
    )


def in_use(span: Span, rule: DeadlineRule) -> bool:
    """Whether a month, or several, end in the first one that is reported on, or later."""
    return rule.begins is None or span.ends >= rule.begins


def moved_from(last: date, day: date, calendar: Calendar) -> date | None:
    """The Wednesday that is a day off and made the deadline this day, whichever reading it was confirmed in."""
    raws = [raw_day(last, reading) for reading in READINGS]
    if day in raws:
        return None
    return next((raw for raw in raws if calendar.preceding(raw) == day), None)


def other_day(last: date, day: date, reading: str, calendar: Calendar) -> date | None:
    """What the reading that does not give the day shown would give; None where both readings agree."""
    mine = deadline_day(last, reading, calendar)
    [other] = [deadline_day(last, name, calendar) for name in READINGS if name != reading]
    if mine == other:
        return None
    return mine if day == other else other


def reported_at(now: datetime) -> QuerySet[Period]:
    """The confirmed periods, of every institution, that have begun, are not closed and whose meeting has not been due yet."""
    begun = Period.objects.filter(
        starts__lte=timezone.localtime(now).date(), meeting_at__gte=now, heard_at__isnull=True
    )
    return begun.select_related("confirmed_by__institution__office").order_by("starts", "id")


def span_of(institution: Institution, label: str) -> Span:
    """What a label says in the institution: its semesters end where it said so.

    Raises:
        ValueError: the label names none of what `Span.parse` reads.
    """
    span = Span.parse(label)
    if span.kind != SEMESTER:
        return span
    said = Period.objects.filter(
        institution=institution, label=label[:-3], first_semester_ends__isnull=False
    ).first()
    return Span.semester(label, said.first_semester_ends) if said and said.first_semester_ends else span
