"""A period closes: with the meeting that hears it, or by the leadership's word without one (docs/adr/0027).

Whether it is closed for a unit is said by `workflow.rules.is_closed` alone. What it goes by stands on the cases
themselves, so that an act knows it under its lock and no list asks for it.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from approvals import kinds
from approvals.kinds import Deed
from organization.models import Institution
from periods.models import Opening, Period
from periods.queries import closing_columns, zone_of
from workflow.models import Case


def close_periods(periods: Iterable[Period], *, now: datetime) -> None:
    """Closes those that are not closed yet. The caller holds the locks of their cases (`cases_of`)."""
    for period in periods:
        if Period.objects.filter(id=period.id, heard_at__isnull=True).update(heard_at=now):
            period.heard_at = now
            settle_closing(period)


def settle_closing(period: Period, *, unit: UUID | None = None) -> None:
    """Writes on every case of the period (of a unit) when it closed and until when it is opened again.

    Whatever creates cases of a kind that closes, in a period that may be closed, calls it for them. Repeating it
    changes nothing.
    """
    mine = cases_of(period)
    if unit is not None:
        mine = mine.filter(unit=unit)
    for reopens in (True, False):
        mine.filter(kind__in=kinds.closing(reopens=reopens)).update(**closing_columns(reopens=reopens))


def cases_of(period: Period) -> QuerySet[Case]:
    """The cases that close with the period."""
    return Case.objects.filter(
        institution=period.institution_id, period=period.label, kind__in=kinds.closing()
    )


def ends_with(day: date, institution: Institution) -> datetime:
    """The moment at which a day is over."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone_of(institution))


def opened_by_reopening(deed: Deed) -> None:
    """With the leadership's (or the office's) signature that reopens what a closed period holds, the period is opened for
    the case's unit until the day that was signed. The act holds the locks of all that is opened (`opened_along`).
    """
    until = deed.details.get("until")
    if deed.act != "reopen" or until is None:
        return
    for case in deed.cases:
        period = Period.objects.select_related("institution").get(
            institution=case.institution_id, label=case.period
        )
        Opening.objects.create(
            period=period, unit_id=case.unit_id, case=case, until=date.fromisoformat(until), reason=deed.comment.strip(),
            ends_at=ends_with(date.fromisoformat(until), period.institution), by_id=deed.by, at=deed.now,
        )  # fmt: skip
        settle_closing(period, unit=case.unit_id)


def opened_along(case_ids: Collection[UUID]) -> list[UUID]:
    """The cases that are opened when one of these is reopened: all that its unit has in the period; one statement."""
    same = {name: OuterRef(name) for name in ("institution", "period", "unit")}
    reopened = Case.objects.filter(id__in=case_ids, **same)
    return list(Case.objects.filter(Exists(reopened), kind__in=kinds.closing()).values_list("id", flat=True))
