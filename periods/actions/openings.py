"""The office opens a closed period again, for one unit until a day."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions.locking import lock
from approvals.queries.authority import require_office
from approvals.rules import gaps_of_opening
from notation import moments
from notation.text import written
from notifications.actions import Notice, notify
from organization.models import Unit, User
from organization.queries import holders
from periods.models import Opening, Period
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, Reason, refuse

from .closing import cases_of, ends_with, settle_closing

#: Who is told that a period is opened for their unit: whoever writes its documents or signs them.
STAFF = ("edit", "approve")


@transaction.atomic
def open_period(period: Period, unit: Unit, *, until: date, reason: str, by: User, now: datetime) -> Opening:
    """Let a unit write and sign once more in a closed period, until the end of a day; its people are told.

    What is signed then is taken in by the next consolidation and stays missing in its own period.

    Raises:
        Refused: 403 not of the admin office; 409 the period is not closed, or the unit has nothing in it; 422 no
            reason, or a day that has passed or lies too far ahead.
    """
    require_office(period.institution, by, now)
    mine = list(lock(cases_of(period).filter(unit=unit).values_list("id", flat=True)))
    today = timezone.localtime(now).date()
    reasons = [*gaps_of_opening(until, closed=period.heard_at is not None, today=today)]
    if not mine:
        message = _("%(unit)s has nothing in this period.")
        reasons.append(Reason("nothing-there", CONFLICT, message, {"unit": unit.name}, field="unit"))
    if not written(reason):
        reasons.append(Reason("reason-missing", CONTENT, _("Write the reason."), field="reason"))
    refuse(reasons)
    opening = Opening.objects.create(
        period=period, unit=unit, until=until, ends_at=ends_with(until, period.institution), reason=reason.strip(),
        by=by, at=now,
    )  # fmt: skip
    settle_closing(period, unit=unit.id)
    tell(opening, mine[0], now=now)
    return opening


def tell(opening: Opening, case: Case, *, now: datetime) -> None:
    """Tells the unit's people, with what they find there."""
    held = holders({(permission, opening.unit_id) for permission in STAFF}, now)
    people = set().union(*held.values()) - {opening.by_id}
    data = {
        "act": "opening",
        "title": case.title,
        "actor": opening.by.full_name,
        "until": moments.day(opening.until),
    }
    notify([Notice(person, "progress", case.id, data) for person in sorted(people)], now=now)
