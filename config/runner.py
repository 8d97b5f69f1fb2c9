"""Carries jobs out, whatever happens to them: the same in a web server's threads, `run_jobs` and Celery.

Nothing stops here. A job that fails is logged and tried again with growing pauses while the others go on; a
database that does not answer is asked again, also with growing pauses.
"""

import logging
import os
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import uuid4

from django.db import close_old_connections, connections
from django.utils import timezone

from notation import limits

from . import leases
from .jobs import JOBS, Job, never

log = logging.getLogger(__name__)

#: Seconds between two looks at a job that work may wait for: what no start by name announced is found so.
LOOK_SECONDS = 0.5

#: By job: set when it was started by name; the job's thread sleeps on it.
_started: defaultdict[str, threading.Event] = defaultdict(threading.Event)


def wake(name: str) -> None:
    """Make this process, if it runs jobs, look at the job now."""
    _started[name].set()


def new_holder() -> str:
    """Who holds a lease: machine, process, and a word of its own, as process numbers come again."""
    return f"{socket.gethostname()[: limits.HOST]}:{os.getpid()}:{uuid4().hex[:12]}"


def attempt(job: Job, holder: str, *, at_once: bool = False) -> float | None:
    """Carries the job out if it is due or wanted and nobody else is at it; `at_once`: even if it is not due.

    Returns:
        Seconds after which to come back: the pause after a failure, or very soon when work came in meanwhile.
        That is also what makes a start by name safe that met a lease: who held it looks once more. None: the
        job's next tick is soon enough.

    Raises:
        DatabaseError: the job's row cannot be read or written. What the job itself raises is only logged.
    """
    close_old_connections()
    try:
        now = timezone.now()
        row = leases.row_of(job, now)
        wanted = at_once or leases.is_due(job, row, now) or (not row.failures and job.wanted())
        if not wanted or not leases.take(job, row, holder, now):
            return None
        if row.holder and row.holder != holder:
            log.warning("job %s: the lease of %s ran out before the job's end", job.name, row.holder)
        return carry_out(job, holder, row.failures)
    finally:
        close_old_connections()


def carry_out(job: Job, holder: str, failures: int) -> float | None:
    """Runs the job under its lease and writes what became of it; `failures` in a row are known so far."""
    try:
        with kept(job, holder):
            job.run()
    except Exception as error:  # one job's failure, of whatever kind, must stop nothing else
        pause = leases.pause_after(failures + 1)
        log.exception("job %s failed (%d in a row); next try in %g s", job.name, failures + 1, pause)
        close_old_connections()
        leases.fail(job, holder, timezone.now(), failures=failures + 1, error=error)
        return pause
    if not leases.succeed(job, holder, timezone.now()):
        log.warning("job %s went on after its lease had gone to another", job.name)
    return LOOK_SECONDS / 2 if job.wanted() else None


@contextmanager
def kept(job: Job, holder: str) -> Iterator[None]:
    """Renews the lease while the block runs, on a connection of its own: a job may take long, a lease not."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(job.lease / 3):
            try:
                leases.renew(job, holder, timezone.now())
            except Exception:
                log.exception("the lease of job %s could not be renewed", job.name)
            finally:
                connections.close_all()

    thread = threading.Thread(target=renew, name=f"lease of {job.name}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def keep_trying(job: Job, stop: threading.Event) -> None:
    """Carries a job out again and again until told to stop."""
    holder, misses = new_holder(), 0
    usual = job.tick if job.wanted is never else min(job.tick, LOOK_SECONDS)
    while not stop.is_set():
        _started[job.name].clear()
        try:
            pause = attempt(job, holder)
            misses = 0
        except Exception:
            misses += 1
            pause = leases.pause_after(misses)
            log.exception("job %s could not be looked at; next look in %g s", job.name, pause)
        _started[job.name].wait(usual if pause is None else pause)
    connections.close_all()


class Runner:
    """The threads of a process that carry out jobs: one for each, so that a long job keeps no other waiting."""

    def __init__(self, jobs: Sequence[Job] = JOBS) -> None:
        self._stop = threading.Event()
        self._threads = {
            job.name: threading.Thread(
                target=keep_trying, args=(job, self._stop), name=f"job {job.name}", daemon=True
            )
            for job in jobs
        }

    def start(self) -> None:
        """Starts them."""
        for thread in self._threads.values():
            thread.start()

    def stop(self, seconds: float = 5) -> None:
        """Tells them to stop and waits so long for all; what a job leaves undone then, its lease gives away."""
        self._stop.set()
        deadline = time.monotonic() + seconds
        for name, thread in self._threads.items():
            wake(name)
            thread.join(max(0.0, deadline - time.monotonic()))
