"""Whether the jobs fare well, the disk has room and Redis answers, for /readyz."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import redis
from django.apps import apps

from .jobs import Job
from .models import JobRun

if TYPE_CHECKING:
    from .apps import ConfigApp

PERIODS_OF_PATIENCE = 3
#: What must still find room: less is used up by the next upload or some dozen signatures.
ROOM = 1024 * 1024
REDIS_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class JobHealth:
    """One job: overdue when it has not succeeded for three periods; `failures` in a row, 0 after a success."""

    name: str
    last_success: datetime | None
    overdue: bool
    failures: int


def health_of(jobs: Sequence[Job], now: datetime, began: datetime | None = None) -> list[JobHealth]:
    """How each job fares, in one query.

    Args:
        began: when this process started (default: its own start). Patience counts from there at the earliest:
            a server that was off over the weekend is not red on Monday before its jobs have had their turn.
    """
    began = began or cast("ConfigApp", apps.get_app_config("config")).started_at
    rows = {row.name: row for row in JobRun.objects.filter(name__in=[job.name for job in jobs])}
    return [health(job, rows.get(job.name), now, began) for job in jobs]


def health(job: Job, row: JobRun | None, now: datetime, began: datetime) -> JobHealth:
    """How one job fares; without a row nobody has looked at it yet."""
    if row is None:
        last, failures, since = None, 0, began
    else:
        last, failures, since = row.succeeded_at, row.failures, row.succeeded_at or row.since
    patience = timedelta(seconds=PERIODS_OF_PATIENCE * job.period)
    return JobHealth(job.name, last, now - max(since, began) > patience, failures)


def has_room(folder: Path) -> bool:
    """Whether the folder can be written to, and a megabyte more finds room; written, for quotas count too."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(ROOM))
            probe.flush()
    except OSError:
        return False
    return True


def redis_answers(url: str) -> str:
    """`none` where the installation has no Redis, `ok`, or `away`."""
    if not url:
        return "none"
    try:
        with redis.Redis.from_url(
            url, socket_connect_timeout=REDIS_SECONDS, socket_timeout=REDIS_SECONDS
        ) as client:
            client.ping()
    except (redis.RedisError, OSError):
        return "away"
    return "ok"
