"""Two supplements begun at once, and a row that is stopped while it is put off; on PostgreSQL, which lets both in."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone

from approvals.actions import act
from approvals.actions.locking import lock
from approvals.ledger.verify import faults
from extensions.actions import Asked, ask_extension
from plans.actions.revisions import begin_revision
from plans.models import Plan, PlanRow, RowTerm
from tests.approvals.test_races import ask
from tests.factories import APPROVED, PRESENTED, Racers, World
from workflow.models import Case
from workflow.rules import Refused

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]
#: So long the other one has to come to the lock that it waits for.
PAUSE = 0.7


@pytest.fixture(autouse=True)
def clock() -> None:
    """The clock of the wall: threads race."""


@pytest.fixture
def plan(world: World) -> UUID:
    """A plan of A in force."""
    return world.plan_at(PRESENTED)


def begin(world: World, plan: UUID) -> Callable[[], Any]:
    """A's officer begins a supplement."""

    def begun() -> Any:
        first = Plan.objects.select_related("case__unit__institution", "case__monitoring_unit").get(case=plan)
        try:
            return begin_revision(first, by=world.person("A", "officer"), now=timezone.now())
        except Refused as refused:
            return refused.reasons

    return begun


def test_of_two_supplements_begun_at_once_one_is_refused(world: World, plan: UUID) -> None:
    with Racers(2) as racers:
        outcomes = racers.run([begin(world, plan)] * 2)
    begun = [one for one in outcomes if isinstance(one, Plan)]
    [refused] = [one for one in outcomes if isinstance(one, tuple)]
    assert [one.revision for one in begun] == [1]
    assert [(reason.code, reason.status) for reason in refused] == [("revision-open", 409)]
    assert Plan.objects.filter(root=plan).count() == 2


def test_a_row_is_not_put_off_that_is_being_stopped(world: World, plan: UUID) -> None:
    """The stop has the plan's lock: the grant waits for it, and then sees that the row was stopped."""
    row = PlanRow.objects.select_related("plan").filter(plan=plan)[0]
    until = date(timezone.localdate().year + 1, 3, 31)
    one = ask_extension(
        row, Asked(on=until, cause="Chờ"), by=world.person("A", "officer"), now=timezone.now()
    )
    world.walk(one.case_id, APPROVED)
    stopping, day = Event(), (timezone.localdate() - timedelta(days=1)).isoformat()
    terms: Any = {"rows": [str(row.id)], "decision": {"number": "15/QĐ-W", "date": day}}

    def stop() -> Any:
        with transaction.atomic():
            list(lock({plan}))
            stopping.set()
            time.sleep(PAUSE)
            seen, leader = Case.objects.get(id=plan).digest, world.person("", "leader")
            return act(
                cases=[(plan, seen)], act="stop", by=leader, now=timezone.now(), key="stop it for good", comment="Dừng",
                terms=terms,
            )[0]  # fmt: skip

    def grant() -> Any:
        stopping.wait(timeout=30)
        return ask(one.case_id, "grant", world.person("", "leader"))

    with Racers(2) as racers:
        stopped, granted = racers.run([stop, grant])
    assert stopped.signature, stopped
    assert [reason.code for reason in granted.reasons] == ["row-stopped"], granted
    assert list(RowTerm.objects.values_list("kind", flat=True)) == ["stopped"]
    assert not list(faults())
