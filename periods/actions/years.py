"""The years and school years that plans are for."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.queries.authority import require_office
from notation.year import PlanYear
from organization.actions import Clerk, Subject, enter, seed_calendar
from organization.models import Entry, Institution, User
from organization.queries import calendar_of
from periods.models import Period
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

from .periods import exists_already, locked_rule

NOT_A_SCHOOL_YEAR = Reason("not-a-school-year", CONFLICT, _("Only a school year has semesters."))
OUTSIDE = Reason(
    "day-outside", CONTENT, _("Semester I ends inside the school year, and a month or more before it does."),
    field="first_ends",
)  # fmt: skip
REPORTED = Reason(
    "semester-reported",
    CONFLICT,
    _("A semester of this school year is reported on already."),
    field="first_ends",
)


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


@transaction.atomic
def set_semesters(
    year: Period, *, first_ends: date, by: User, now: datetime, changed_by: Clerk | None = None
) -> Period:
    """On which day semester I of a school year ends here; semester II follows it.

    Raises:
        Refused: 403 not of the admin office; 409 no school year, or one of its semesters is reported on; 422 a day outside the
            year, or that leaves no month to one of the two.
    """
    require_office(year.institution, by, now)
    locked_rule(year.institution)
    year.refresh_from_db()
    refuse(against_semesters(year, first_ends))
    if year.first_semester_ends == first_ends:
        return year
    before, year.first_semester_ends = year.first_semester_ends, first_ends
    year.save(update_fields=["first_semester_ends"])
    enter(
        changed_by, Entry.Act.SET_SEMESTERS, year.institution, Subject(Entry.Kind.INSTITUTION, year.institution_id),
        before={"first_ends": before.isoformat() if before else None},
        after={"year": year.label, "first_ends": first_ends.isoformat()},
    )  # fmt: skip
    return year


def against_semesters(year: Period, first_ends: date) -> list[Reason]:
    """Why the first semester of the year does not end on that day."""
    if year.kind != Period.Kind.SCHOOL_YEAR:
        return [NOT_A_SCHOOL_YEAR]
    labels = [f"{year.label}-S{number}" for number in (1, 2)]
    reported = Period.objects.filter(institution=year.institution_id, label__in=labels)
    reasons = [REPORTED] if reported.exists() else []
    if not year.starts <= first_ends <= year.ends or (first_ends.year, first_ends.month) == (
        year.ends.year,
        year.ends.month,
    ):
        reasons.append(OUTSIDE)
    return reasons
