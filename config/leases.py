"""The lease of a job: one process carries it out, and one that was killed loses it.

Every change is one conditional UPDATE outside of a transaction, the same on SQLite and PostgreSQL; nothing is
locked while a job runs. Times are the machines' own: their clocks must agree within a few seconds.
"""

from datetime import datetime, timedelta

from django.db.models import Q

from .jobs import Job
from .models import JobRun

LONGEST_PAUSE = 60.0  # seconds
ERROR_LENGTH = 500


def pause_after(failures: int) -> float:
    """Seconds until the next try after so many failures in a row: 1, 2, 4 … 60."""
    return min(2.0 ** min(failures - 1, 10), LONGEST_PAUSE)


def row_of(job: Job, now: datetime) -> JobRun:
    """The job's row, made when the installation meets the job for the first time."""
    found = JobRun.objects.filter(name=job.name).first()
    if found is None:
        fresh = JobRun(name=job.name, since=now, due_at=now)
        JobRun.objects.bulk_create([fresh], ignore_conflicts=True)
        return JobRun.objects.get(name=job.name)
    return found


def is_due(job: Job, row: JobRun, now: datetime) -> bool:
    """Whether its time has come; one much too far ahead was written by a clock that has been set back since."""
    farthest = now + 2 * timedelta(seconds=max(job.period, LONGEST_PAUSE))
    return row.due_at <= now or row.due_at > farthest


def take(job: Job, row: JobRun, holder: str, now: datetime) -> bool:
    """Whether this holder has the lease now: nobody else holds it, nobody took it or gave it back since `row` was read.

    As for the time when it is due, an end much too far ahead is no end; a whole lease more than it could be
    leaves room for clocks that differ.
    """
    length = timedelta(seconds=job.lease)
    ended = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + 2 * length)
    free, until = ended | Q(holder=holder), now + length
    untouched = JobRun.objects.filter(free, name=row.name, started_at=row.started_at, holder=row.holder)
    return untouched.update(holder=holder, leased_until=until, started_at=now) == 1


def renew(job: Job, holder: str, now: datetime) -> bool:
    """Holds the lease for its whole length again; False when it has gone to another."""
    mine = JobRun.objects.filter(name=job.name, holder=holder)
    return mine.update(leased_until=now + timedelta(seconds=job.lease)) == 1


def succeed(job: Job, holder: str, now: datetime) -> bool:
    """Writes the success and gives the lease back; False when it had gone to another meanwhile."""
    mine = JobRun.objects.filter(name=job.name, holder=holder)
    due_at = now + timedelta(seconds=job.period)
    return (
        mine.update(holder="", leased_until=None, due_at=due_at, succeeded_at=now, failures=0, error="") == 1
    )


def fail(job: Job, holder: str, now: datetime, *, failures: int, error: Exception) -> bool:
    """Writes the failure, the `failures`-th in a row, and gives the lease back; False as for a success."""
    mine = JobRun.objects.filter(name=job.name, holder=holder)
    due_at = now + timedelta(seconds=pause_after(failures))
    # repr: a message may hold what PostgreSQL's text cannot (NUL, half characters).
    text = repr(error)[:ERROR_LENGTH]
    return mine.update(holder="", leased_until=None, due_at=due_at, failures=failures, error=text) == 1
