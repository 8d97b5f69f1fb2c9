"""What units still owe in the next working days, and who is told of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from organization.models import Appointment, Institution, Unit
from organization.queries import valid_at
from periods.models import Period
from periods.queries import calendar_around
from periods.rules.naming import period_name
from reports.models import UnitReport
from reports.queries.reminders import awaited_by_monitor
from reports.rules.standing import Stand
from weeks.models import Digest
from weeks.rules import REMINDED, Due, days_left

#: No due point further off than this is two working days away, whatever days are off between.
AHEAD = timedelta(days=21)


def reports_due(institution: Institution, now: datetime) -> dict[UUID, list[Due]]:
    """Unit -> the reports that it still owes, of periods that are due on a day before which somebody is reminded today; a fixed
    number of statements for each such period and its monitoring units, one where nothing is due soon."""
    periods = Period.objects.filter(
        institution=institution, unit_due_at__gt=now, unit_due_at__lte=now + AHEAD, heard_at=None
    )
    today, found = timezone.localtime(now).date(), defaultdict[UUID, list[Due]](list)
    for period in periods:
        if period.unit_due_at is None:
            continue
        due_on = timezone.localtime(period.unit_due_at).date()
        left = days_left(today, due_on, calendar_around(institution, today, due_on))
        if left is not None:
            for unit, due in owed_in(period, left):
                found[unit].append(due)
    return found


def owed_in(period: Period, left: int) -> list[tuple[UUID, Due]]:
    """(unit, report that it still owes) of one period."""
    monitors = Unit.objects.filter(id__in=UnitReport.objects.filter(period=period).values("monitor"))
    return [
        (report.unit_id, Due(f"Báo cáo {name_in(period)}", monitor.name, report, due_at, left))
        for monitor in monitors.order_by("position", "code")
        for report in awaited_by_monitor(period, monitor)
        if report.stand in (Stand.MISSING, Stand.RETURNED)
        and report.unit_id is not None
        and (due_at := period.unit_due_at) is not None
    ]


def name_in(period: Period) -> str:
    """The period as it stands in a sentence: "tháng 11/2026"."""
    name = period_name(period)
    return name[:1].lower() + name[1:]


def told_of(owed: Mapping[UUID, Sequence[Due]], now: datetime) -> dict[UUID, list[Due]]:
    """Person -> what their units owe of which they are reminded today; one statement."""
    posts: QuerySet[Appointment] = Appointment.objects.filter(
        valid_at(now), post__unit__in=owed.keys(), user__is_active=True
    )
    found: dict[UUID, list[Due]] = defaultdict(list)
    for person, unit, role in posts.values_list("user", "post__unit", "post__role"):
        for due in owed[unit]:
            if role in REMINDED[due.left] and due not in found[person]:
                found[person].append(due)
    return {person: dues for person, dues in found.items() if dues}


def unmailed(institution: Institution, now: datetime) -> QuerySet[Digest]:
    """Today's digests of people with an e-mail address that were not mailed yet."""
    today = timezone.localtime(now).date()
    rows = Digest.objects.filter(person__institution=institution, day=today, mailed_at=None)
    return rows.exclude(person__email="").select_related("person")
