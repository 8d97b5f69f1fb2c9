"""One holder at a time, whatever the order; a holder that is gone loses the lease."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from django.db import connections
from django.utils import timezone

from config import leases
from config.jobs import Job
from config.models import JobRun
from config.runner import attempt, kept, new_holder
from tests.jobs.running import job_named, row, until

NOON = datetime(2026, 11, 26, 12, tzinfo=timezone.get_default_timezone())
DESKS = job_named("release_empty_desks")


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.mark.django_db
def test_a_lease_goes_to_one_until_it_is_given_back():
    seen = leases.row_of(DESKS, NOON)
    assert leases.take(DESKS, seen, "one", NOON)
    assert not leases.take(DESKS, leases.row_of(DESKS, NOON), "two", after(DESKS.lease - 1))
    assert leases.succeed(DESKS, "one", after(1))
    assert leases.take(DESKS, leases.row_of(DESKS, NOON), "two", after(2))


@pytest.mark.django_db
def test_who_looked_before_another_ran_does_not_run_again():
    seen = leases.row_of(DESKS, NOON)
    assert leases.take(DESKS, seen, "one", NOON)
    assert leases.succeed(DESKS, "one", after(1))
    assert not leases.take(DESKS, seen, "two", after(1))


@pytest.mark.django_db
def test_who_looked_while_another_ran_does_not_run_again():
    assert leases.take(DESKS, leases.row_of(DESKS, NOON), "one", NOON)
    seen = leases.row_of(DESKS, NOON)
    assert leases.succeed(DESKS, "one", after(1))
    assert not leases.take(DESKS, seen, "two", after(1))


@pytest.mark.django_db
def test_clocks_that_differ_by_less_than_a_lease_do_no_harm():
    assert leases.take(DESKS, leases.row_of(DESKS, NOON), "ahead", after(DESKS.lease - 1))
    assert not leases.take(DESKS, leases.row_of(DESKS, NOON), "behind", NOON)
    assert leases.succeed(DESKS, "ahead", after(DESKS.lease - 1))
    assert not leases.is_due(DESKS, leases.row_of(DESKS, NOON), NOON)


@pytest.mark.django_db
def test_a_holder_that_is_gone_loses_the_lease_and_cannot_write_over_its_successor():
    assert leases.take(DESKS, leases.row_of(DESKS, NOON), "killed", NOON)
    assert leases.take(DESKS, leases.row_of(DESKS, NOON), "heir", after(DESKS.lease))
    assert not leases.renew(DESKS, "killed", after(DESKS.lease + 1))
    assert not leases.succeed(DESKS, "killed", after(DESKS.lease + 1))
    assert not leases.fail(DESKS, "killed", after(DESKS.lease + 1), failures=1, error=OSError())
    assert row(DESKS.name).holder == "heir"


@pytest.mark.django_db
def test_a_renewed_lease_is_held_for_its_whole_length_again():
    assert leases.take(DESKS, leases.row_of(DESKS, NOON), "one", NOON)
    assert leases.renew(DESKS, "one", after(DESKS.lease - 1))
    assert not leases.take(DESKS, leases.row_of(DESKS, NOON), "two", after(DESKS.lease + 1))


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["a\x00b", "half \ud800", "long" * 500])
def test_an_error_of_whatever_text_can_be_written(text):
    leases.take(DESKS, leases.row_of(DESKS, NOON), "one", NOON)
    assert leases.fail(DESKS, "one", NOON, failures=1, error=OSError(text))
    assert row(DESKS.name).error.startswith("OSError(")


@pytest.mark.parametrize(
    ("failures", "seconds"), [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (8, 60), (10**6, 60)]
)
def test_pauses_double_up_to_a_minute(failures, seconds):
    assert leases.pause_after(failures) == seconds


def test_of_many_who_come_at_once_one_runs(transactional_db):
    ran: list[int] = []
    racers = 8
    barrier = Barrier(racers)

    def release_empty_desks() -> None:
        ran.append(1)

    def race() -> None:
        barrier.wait()
        try:
            attempt(Job(release_empty_desks, period=60, lease=30), new_holder())
        finally:
            connections.close_all()

    for turn in range(1, 6):
        JobRun.objects.update(due_at=timezone.now())
        with ThreadPoolExecutor(racers) as pool:
            for done in [pool.submit(race) for _ in range(racers)]:
                done.result()
        assert len(ran) == turn


def test_a_job_that_takes_longer_than_its_lease_keeps_it(transactional_db):
    job = Job(DESKS.run, period=60, lease=0.3)
    leases.take(job, leases.row_of(job, timezone.now()), "one", timezone.now())
    later = timezone.now() + timedelta(seconds=1)
    with kept(job, "one"):
        until(lambda: timezone.now() > later)
        assert not leases.take(job, row(job.name), "two", timezone.now())
