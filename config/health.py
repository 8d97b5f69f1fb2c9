"""Whether the jobs fare well, for /readyz."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from django.apps import apps

from .jobs import Job
from .models import JobRun

if TYPE_CHECKING:
    from .apps import ConfigApp

PERIODS_OF_PATIENCE = 3


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
