"""The office opens a closed period again, for one unit until a day, and with it for those who judge its reports."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals import kinds
from approvals.actions.locking import lock
from approvals.queries.authority import require_office
from approvals.rules import gaps_of_opening
from notation import moments
from notation.text import written
from notifications.actions import Notice, notify
from organization.models import Unit, User
from organization.queries import STAFF, holders
from periods.models import Opening, Period
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, Reason, refuse

from .closing import cases_of, ends_with, settle_closing

EARLIER = _("The monitoring unit judges after the unit has reported: not before %(until)s.")


@transaction.atomic
def open_period(
    period: Period, unit: Unit, *, until: date, reason: str, by: User, now: datetime, monitors_until: date | None = None
) -> Opening:  # fmt: skip
    """Let a unit write and sign once more in a closed period, until the end of a day; its people are told.

    What is signed then is taken in by the next consolidation and stays missing in its own period.

    Args:
        monitors_until: until the end of this day those too who judge its reports there; None: nobody else.

    Raises:
        Refused: 403 not of the admin office; 409 the period is not closed, or the unit has nothing in it; 422 no
            reason, or a day that has passed, lies too far ahead, or is earlier for those who judge.
    """
    require_office(period.institution, by, now)
    own = cases_of(period).filter(unit=unit)
    judging = in_which_judged(period, unit) if monitors_until else Case.objects.none()
    ids = [*own.values_list("id", flat=True), *judging.values_list("id", flat=True)]
    cases = list(lock(ids))
    refuse(against_opening(period, unit, cases, until, monitors_until, reason=reason, now=now))
    opening = Opening(period=period, unit=unit, until=until, reason=reason.strip(), by=by, at=now)
    record(opening, [case for case in cases if case.unit_id == unit.id])
    for monitor in sorted({case.unit_id for case in cases} - {unit.id}):
        along = Opening(
            period=period, unit_id=monitor, until=monitors_until or until, reason=opening.reason, by=by, at=now,
            along=opening,
        )  # fmt: skip
        record(along, [case for case in cases if case.unit_id == monitor])
    return opening


def against_opening(
    period: Period, unit: Unit, cases: Collection[Case], until: date, monitors_until: date | None, *, reason: str,
    now: datetime,
) -> list[Reason]:  # fmt: skip
    """Why the period is not opened for the unit, and for those who judge its reports."""
    closed, today = period.heard_at is not None, timezone.localtime(now).date()
    reasons = [*gaps_of_opening(until, closed=closed, today=today)]
    if closed and monitors_until is not None:
        judging = gaps_of_opening(monitors_until, closed=closed, today=today)
        reasons += [replace(reason, field="monitors_until") for reason in judging]
        if monitors_until < until:
            params = {"until": moments.day(until)}
            reasons.append(Reason("day-earlier", CONTENT, EARLIER, params, field="monitors_until"))
    if not any(case.unit_id == unit.id for case in cases):
        message = _("%(unit)s has nothing in this period.")
        reasons.append(Reason("nothing-there", CONFLICT, message, {"unit": unit.name}, field="unit"))
    if not written(reason):
        reasons.append(Reason("reason-missing", CONTENT, _("Write the reason."), field="reason"))
    return reasons


def in_which_judged(period: Period, unit: Unit) -> QuerySet[Case]:
    """The cases of the period in which others sign what they find of the unit's (`Kind.judged_in`)."""
    judged = Q(pk__in=[])
    for kind in kinds.REGISTER.values():
        if kind.judged_in:
            followed = Case.objects.filter(
                institution=OuterRef("institution"), period=OuterRef("period"), kind=kind.code, unit=unit,
                monitoring_unit=OuterRef("unit"),
            )  # fmt: skip
            judged |= Q(Exists(followed), kind=kind.judged_in)
    return cases_of(period).filter(judged).exclude(unit=unit)


def record(opening: Opening, cases: Sequence[Case]) -> None:
    """Keeps the opening, writes it on the unit's cases, whose locks the caller holds, and tells the unit's people."""
    opening.ends_at = ends_with(opening.until, opening.period.institution)
    opening.save(force_insert=True)
    settle_closing(opening.period, unit=opening.unit_id)
    tell(opening, cases[0])


def tell(opening: Opening, case: Case) -> None:
    """Tells the unit's people, with what they find there."""
    held = holders({(permission, opening.unit_id) for permission in STAFF}, opening.at)
    people = set().union(*held.values()) - {opening.by_id}
    data = {
        "act": "opening",
        "title": case.title,
        "actor": opening.by.full_name,
        "until": moments.day(opening.until),
    }
    notify([Notice(person, "progress", case.id, data) for person in sorted(people)], now=opening.at)
