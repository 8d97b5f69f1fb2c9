"""Background work: the same functions in the embedded thread and in `run_jobs`."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections

from approvals.jobs import release_empty_desks
from notifications.jobs import number_notifications
from notifications.push import pending
from reports.jobs import draft_due_reports

log = logging.getLogger(__name__)

#: Job, and how many seconds may lie between two runs of it; a poke runs what is due at once.
JOBS: tuple[tuple[Callable[[], None], float], ...] = (
    (number_notifications, 0.0),
    (release_empty_desks, 60.0),
    (draft_due_reports, 300.0),
)
PAUSE_SECONDS = 1.0


def run_due(last: dict[str, float], now: float) -> None:
    """Run every job whose time has come; one that fails is logged and tried again at its next turn."""
    for job, seconds in JOBS:
        if now - last.get(job.__name__, float("-inf")) >= seconds:
            last[job.__name__] = now
            try:
                job()
            except DatabaseError:
                log.exception("job %s failed", job.__name__)


def run_until(stop: threading.Event) -> None:
    """Run the jobs until told to stop, waking at once when notifications wait for their number."""
    last: dict[str, float] = {}
    while not stop.is_set():
        close_old_connections()
        run_due(last, time.monotonic())
        pending.wait(PAUSE_SECONDS)
    close_old_connections()
