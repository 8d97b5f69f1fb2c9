"""The leadership closes the month while somebody still signs in it: signed before, or refused; on PostgreSQL."""

from functools import partial
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from approvals.actions import Outcome
from approvals.ledger.verify import faults
from meetings.actions import close_meeting, create_meeting, meeting_digest
from meetings.models import Meeting
from tests.approvals.test_races import ask, assert_sound
from tests.factories import APPROVED, DRAFT, PRESENTED, Racers, World, repeats, seeds
from tests.meetings.consolidations.october_school import School, school
from tests.reported_month import done
from workflow.models import Case

from .test_races import MANY, Rounds, later

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]


@pytest.fixture
def month(world: World) -> School:
    """A small school, really committed."""
    return school(world)


def planned(rounds: Rounds) -> Meeting:
    """The consolidation of the round is signed and a meeting hears it."""
    whole = rounds.take_in()
    rounds.submit(whole)
    assert rounds.sign(whole).signature
    clerk, now = rounds.month.world.person("VP", "clerk"), timezone.now()
    return create_meeting(consolidation_ids=[whole], held_at=now, title="Giao ban", by=clerk, now=now)


def close(rounds: Rounds, meeting: Meeting) -> list[Outcome]:
    """The leadership closes it."""
    leader = rounds.month.world.person("", "leader")
    return close_meeting(
        meeting.id, seen=meeting_digest(meeting), by=leader, now=timezone.now(), key=f"close-{meeting.id}", session=""
    )  # fmt: skip


def submitted_by_d(month: School) -> UUID:
    """D's report waits for its head."""
    report = month.report("D", "C")
    month.say(report, [done(month.row(text)) for text in ("Đề thi", "Chấm thi")], unit="D")
    month.world.stage.submit(report, "W-D")
    return report


@pytest.mark.parametrize("seed", seeds(1))
def test_a_head_signs_while_the_month_closes(month: School, seed: int) -> None:
    rounds, won = Rounds(month, Random(seed)), set()
    head = month.world.person("D", "head")
    with Racers(2) as racers:
        for _ in range(repeats(10)):
            rounds.open()
            month.a_done()
            report = submitted_by_d(month)
            meeting = planned(rounds)
            jobs: list[Any] = [partial(close, rounds, meeting), partial(ask, report, "approve", head)]
            closed, signed = racers.run([later(job, rounds.random.uniform(0, 0.02)) for job in jobs])
            assert all(outcome.signature for outcome in closed), closed
            assert_closed(rounds, report, signed)
            won.add(bool(signed.signature))
    assert not list(faults())
    assert won == {True, False} or repeats(10) < MANY, "one of them always won"


def assert_closed(rounds: Rounds, report: UUID, signed: Outcome) -> None:
    """The period and all its cases are closed at the same moment; the report was signed before, or is refused for good."""
    period = rounds.period
    assert period.heard_at is not None
    cases = Case.objects.filter(period=period.label)
    assert {case.closed_at for case in cases} == {period.heard_at}
    found = Case.objects.get(id=report)
    if signed.signature:
        assert found.state == APPROVED
    else:
        assert [reason.code for reason in signed.reasons] == ["period-closed"]
        assert found.state == DRAFT
    assert_sound(report)
    again = ask(report, "recall", rounds.month.world.person("D", "head"), comment="Sửa")
    assert again.signature is None
    assert cases.filter(kind="consolidation", state=PRESENTED).exists()
