"""/readyz names each job and turns red for one that has not succeeded for three of its periods."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from config.health import health_of
from config.jobs import JOBS
from config.models import JobRun
from config.runner import attempt, new_holder
from tests.clock import Clock
from tests.jobs.running import Watched, job_named

pytestmark = pytest.mark.django_db(transaction=True)  # carrying out closes old connections
DESKS = job_named("release_empty_desks")
NOON = datetime(2026, 11, 26, 12, tzinfo=timezone.get_default_timezone())
LONG_AGO = NOON - timedelta(days=3)


def ready() -> tuple[int, dict]:
    """Status and body."""
    answer = Client().get("/readyz")
    return answer.status_code, answer.json()


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """Starts now, as the process did."""
    return Clock(monkeypatch, timezone.now())


def carry_out(*jobs) -> None:
    for job in jobs:
        attempt(job, new_holder(), at_once=True)


def test_every_job_is_named_with_its_last_success(clock):
    carry_out(*JOBS)
    status, body = ready()
    assert (status, body["status"], body["overdue"]) == (200, "ok", [])
    assert [(job["name"], job["overdue"], job["failures"]) for job in body["jobs"]] == [
        ("number_notifications", False, 0),
        ("brief_newcomers", False, 0),
        ("release_empty_desks", False, 0),
        ("draft_due_reports", False, 0),
        ("remind_of_conclusions", False, 0),
        ("let_opinions_lapse", False, 0),
        ("remind_people", False, 0),
        ("carry_out_reorganizations", False, 0),
        ("sweep_uploads", False, 0),
    ]
    assert all(datetime.fromisoformat(job["last_success"]) <= clock.now() for job in body["jobs"])


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
def test_it_is_503_and_names_the_job_after_three_of_its_periods(job, clock):
    carry_out(*JOBS)
    clock.moment += timedelta(seconds=3 * job.period - 1)
    carry_out(*(other for other in JOBS if other is not job))
    assert ready()[0] == 200
    clock.moment += timedelta(seconds=2)
    status, body = ready()
    assert (status, body["status"], body["overdue"]) == (503, "jobs", [job.name])
    assert [entry["overdue"] for entry in body["jobs"]] == [other is job for other in JOBS]
    carry_out(job)
    assert ready()[0] == 200


def test_failures_are_counted_and_their_text_is_not_told(clock):
    carry_out(*JOBS)
    carry_out(Watched(DESKS, OSError("secret address")).job)
    status, body = ready()
    assert status == 200
    assert [entry["failures"] for entry in body["jobs"]] == [int(job.name == DESKS.name) for job in JOBS]
    assert "secret" not in str(body)
    assert "secret" in JobRun.objects.get(name=DESKS.name).error


def test_a_fresh_installation_is_not_red_before_its_jobs_have_had_their_turn():
    jobs = [DESKS]
    assert [entry.overdue for entry in health_of(jobs, NOON, began=NOON)] == [False]
    later = NOON + timedelta(seconds=3 * DESKS.period + 1)
    assert [entry.overdue for entry in health_of(jobs, later, began=NOON)] == [True]


@pytest.mark.parametrize(
    ("succeeded", "since", "began", "overdue"),
    [
        (LONG_AGO, LONG_AGO, LONG_AGO, True),  # it has stopped while the process went on
        (LONG_AGO, LONG_AGO, NOON - timedelta(seconds=100), False),  # everything was off for three days
        (LONG_AGO, LONG_AGO, NOON - timedelta(seconds=200), True),  # on again, and the job is not
        (None, NOON - timedelta(seconds=100), LONG_AGO, False),  # a job that has come with an update
        (None, NOON - timedelta(seconds=200), LONG_AGO, True),  # it has never succeeded
        (NOON - timedelta(seconds=179), LONG_AGO, LONG_AGO, False),
        (NOON - timedelta(seconds=181), LONG_AGO, LONG_AGO, True),
    ],
)
def test_patience_counts_from_the_last_success_or_the_start(succeeded, since, began, overdue):
    JobRun.objects.create(name=DESKS.name, since=since, due_at=since, succeeded_at=succeeded)
    assert health_of([DESKS], NOON, began)[0].overdue is overdue


def test_a_database_that_does_not_answer_is_503():
    def refuse(*_):
        raise DatabaseError("away")

    with connection.execute_wrapper(refuse):
        assert ready() == (503, {"status": "database"})


def test_it_costs_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        ready()
