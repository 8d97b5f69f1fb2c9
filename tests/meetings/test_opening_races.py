"""Who reopens a report of a closed month writes on its unit's other cases too: all are locked at once, in one order."""

import time
from datetime import timedelta
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone

from approvals.actions.locking import lock
from approvals.ledger.verify import faults
from plans.models import PlanRow
from tests.approvals.test_races import ask
from tests.factories import Racers, World
from tests.reported_month import Month, done
from workflow.models import Case

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]
#: So long the reopening has to come to the lock that it waits for.
PAUSE = 0.7


@pytest.fixture
def heard(world: World) -> list[UUID]:
    """A's two reports of October, to B and to C, by their ids: presented, and the month is closed."""
    world.open_unit("C")
    month = Month(world)
    monitors = ("B", "C")
    for monitor in monitors:
        month.plan(f"Gửi {monitor}", [month.task(f"Việc {monitor}", "Tháng 10/2026")], monitor=monitor)
    month.until("2026-10-20 08:00")
    month.open()
    for monitor in monitors:
        report, row = month.report("A", monitor), PlanRow.objects.get(text=f"Việc {monitor}").id
        month.say(report, [done(row)])
        month.sign_report(report)
        month.agree_to_all(monitor)
        month.sign_report(month.monitoring(monitor), unit=monitor)
        month.check(report, monitor)
        month.check(month.monitoring(monitor), "VP")
    world.period = month.period
    reports = [month.report("A", monitor) for monitor in monitors]
    world.consolidate([*reports, *(month.monitoring(monitor) for monitor in monitors)], present=True)
    return sorted(reports)


def test_a_reopening_and_a_bulk_act_never_wait_for_each_other_crosswise(
    world: World, heard: list[UUID]
) -> None:
    """The bulk act has the lower case and wants the higher, which is reopened: that one waits without holding it."""
    low, high = heard
    holding = Event()

    def in_bulk() -> None:
        with transaction.atomic():
            list(lock({low}))
            holding.set()
            time.sleep(PAUSE)
            list(lock({high}))

    def reopen() -> Any:
        holding.wait(timeout=30)
        until = timezone.localdate() + timedelta(days=3)
        return ask(high, "reopen", world.person("", "leader"), comment="Sai số liệu", until=until)

    with Racers(2) as racers:
        bulk, reopened = racers.run([in_bulk, reopen])
    assert bulk is None
    assert reopened.signature, reopened
    assert not list(faults())
    assert Case.objects.filter(id__in=heard, open_until__isnull=False).count() == 2
