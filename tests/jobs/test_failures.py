"""A job that fails is tried again, and nothing else notices: in threads and in Celery."""

from itertools import pairwise

import pytest
from django.db import DatabaseError, connection, connections

from config.jobs import JOBS
from config.models import JobRun
from tests.jobs.running import WAYS, Watched, job_named, row, tell, unnumbered, until

#: The kind of an error makes no difference to a way of running jobs: each is tried in one, the database's in both.
FAILED_IN = [
    ("threads", OSError),
    ("celery", MemoryError),
    *(pytest.param(way, DatabaseError, marks=pytest.mark.server) for way in WAYS),
]
SHORT = 0.2  # seconds: the period of a job in these tests
AT_LAST = 6  # seconds: a first pause of 1, on a machine that does other things beside


@pytest.fixture(autouse=True)
def waiting(reader):
    """Somebody for whom a notification waits."""
    tell(reader)
    return reader


@pytest.mark.parametrize(("way", "kind"), FAILED_IN)
def test_a_job_that_failed_once_is_healthy_a_second_later_and_the_others_ran(way, kind, faults):
    """One after the other, in the same process."""
    jobs = [Watched(job, period=SHORT) for job in JOBS]
    errors = [kind("gone") for _job in jobs]
    with WAYS[way]([job.job for job in jobs]):
        until(lambda: all(job.ran for job in jobs))
        for failing, error in zip(jobs, errors, strict=True):
            fail_once(failing, error, [job for job in jobs if job is not failing])
    assert unnumbered() == 0
    assert [fault.exc_info[1] for fault in faults] == errors


def ran_after(job: Watched, moment: float) -> float:
    """When it ran next."""
    until(lambda: any(ran > moment for ran in job.ran))
    return next(ran for ran in job.ran if ran > moment)


def fail_once(failing: Watched, error: Exception, others: list[Watched]) -> None:
    """The job's next run raises this; it is tried again after a second, while the others go on."""
    name = failing.job.name
    failing.errors.append(error)
    until(lambda: row(name).failures == 1)
    assert type(error).__name__ in row(name).error
    until(lambda: row(name).failures == 0)
    [failed_at] = failing.failed
    tried_at = next(moment for moment in failing.ran if moment > failed_at)
    assert 1 <= tried_at - failed_at < AT_LAST
    assert all(ran_after(other, failed_at) - failed_at < AT_LAST for other in others)
    assert (row(name).failures, row(name).error) == (0, "")


@pytest.mark.parametrize("way", WAYS)
def test_pauses_grow_while_a_job_keeps_failing(way):
    job = Watched(job_named("release_empty_desks"), *[OSError("still") for _ in range(3)], period=SHORT)
    with WAYS[way]([job.job]):
        until(lambda: len(job.ran) > 3)
    gaps = [later - before for before, later in pairwise(job.ran[:4])]
    assert [int(gap) for gap in gaps] == [1, 2, 4]


def test_starting_a_failing_job_by_name_does_not_shorten_its_pause(waiting):
    job = Watched(job_named("number_notifications"), OSError("no"), OSError("no"))
    with WAYS["threads"]([job.job]):
        until(lambda: job.ran)
        tell(waiting)
        until(lambda: len(job.ran) > 2)
    assert [int(later - before) for before, later in pairwise(job.ran)] == [1, 2]


@pytest.mark.postgres
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no server that ends connections")
@pytest.mark.parametrize("way", WAYS)
def test_a_connection_that_the_server_ended_in_mid_job_is_replaced(way):
    def cut() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    class Cut(Watched):
        def watching(self, run):
            watched = super().watching(run)

            def number_notifications() -> None:
                if not self.ran:
                    self.ran.append(0)
                    cut()
                watched()

            return number_notifications

    job = Cut(job_named("number_notifications"))
    with WAYS[way]([job.job]):
        until(lambda: unnumbered() == 0)
    assert len(job.ran) >= 2


@pytest.mark.server
@pytest.mark.parametrize("way", ["threads"])
def test_a_database_without_the_jobs_table_is_asked_again_with_growing_pauses(way, faults):
    job = Watched(job_named("release_empty_desks"), period=SHORT)
    with connection.schema_editor() as editor:
        editor.alter_db_table(JobRun, JobRun._meta.db_table, "elsewhere")
    with WAYS[way]([job.job]):
        until(lambda: len(faults) >= 2)
        with connection.schema_editor() as editor:
            editor.alter_db_table(JobRun, "elsewhere", JobRun._meta.db_table)
        connections.close_all()
        until(lambda: row(job.job.name).succeeded_at)
    assert [fault.getMessage().rpartition(" next look ")[2] for fault in faults[:2]] == [
        "in 1 s",
        "in 2 s",
    ]
