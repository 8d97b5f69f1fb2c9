"""Inspections: which there are, what each may read, and what it opened."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from administration.models import Inspection, Visit
from organization.models import Institution
from periods.models import Period

NAMES = ("by", "ended_by")


def inspections_of(institution: Institution) -> QuerySet[Inspection]:
    """All of the institution, with names, members, years and plans."""
    found = Inspection.objects.filter(institution=institution).select_related(*NAMES)
    return found.prefetch_related("years", "plans__case", "members__user")


def running_of(user: UUID, now: datetime) -> QuerySet[Inspection]:
    """Those that the person reads for now."""
    today = timezone.localtime(now).date()
    return Inspection.objects.filter(
        Q(members__valid_to=None) | Q(members__valid_to__gt=now), members__user=user, members__valid_from__lte=now,
        since__lte=today, until__gte=today, ended_at=None,
    ).distinct()  # fmt: skip


def scope_of(user: UUID, now: datetime) -> Q:
    """The cases that lie in the scope of what the person inspects now: of the years, their months and longer periods, and the
    plans with their supplements; a condition on Case."""
    scope = Q(pk__in=[])
    for one in running_of(user, now).prefetch_related("years", "plans"):
        for year in one.years.all():
            scope |= Q(period__in=labels_in(one.institution_id, year.starts, year.ends))
        if plans := [plan.root_id for plan in one.plans.all()]:
            scope |= Q(plan__root__in=plans)
    return scope


def labels_in(institution: UUID, starts: date, ends: date) -> QuerySet[Period, str]:
    """The labels of all periods that lie between two days."""
    inside = Period.objects.filter(institution=institution, starts__gte=starts, ends__lte=ends)
    return inside.order_by().values_list("label", flat=True)


def visits_of(one: Inspection) -> QuerySet[Visit]:
    """What its people opened, the latest first."""
    return Visit.objects.filter(inspection=one).select_related("user")
