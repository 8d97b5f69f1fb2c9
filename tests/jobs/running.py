"""Ways to run jobs in a test, and jobs that go wrong on purpose; each runs the product's own code."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import wraps

from celery.contrib.testing.worker import start_worker
from django.db import transaction
from django.utils import timezone

from config.celery import make_app
from config.jobs import JOBS, Job
from config.models import JobRun
from config.runner import Runner, wake
from notifications.actions import Notice, notify
from notifications.models import Notification
from organization import push
from organization.models import User

PATIENCE = 10.0  # seconds until a test gives up waiting


def until(true: Callable[[], object], seconds: float = PATIENCE) -> float:
    """Waits until it is true and returns how many seconds that took; fails the test when it takes too long."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, f"not within {seconds} s"
        time.sleep(0.01)
    return time.monotonic() - began


class Watched:
    """A job of the product that keeps the moments of its runs, and raises what it is told to, once each, and when."""

    def __init__(self, job: Job, *errors: Exception, period: float | None = None) -> None:
        self.ran: list[float] = []
        self.failed: list[float] = []
        self.errors = list(errors)
        self.job = replace(job, run=self.watching(job.run), period=period or job.period)

    def watching(self, run: Callable[[], None]) -> Callable[[], None]:
        @wraps(run)
        def watched() -> None:
            self.ran.append(time.monotonic())
            if self.errors:
                self.failed.append(self.ran[-1])
                raise self.errors.pop(0)
            run()

        return watched


def tell(reader: User) -> None:
    """Commits one notification, as an act does."""
    link = Notification._meta.pk.get_default()
    with transaction.atomic():
        notify([Notice(reader.id, "waiting", link, {})], now=timezone.now())


def unnumbered() -> int:
    """How many notifications wait for their number."""
    return Notification.objects.filter(position__isnull=True).count()


def row(name: str) -> JobRun:
    """What is known of a job; of one that nobody has looked at yet, nothing."""
    now = timezone.now()
    return JobRun.objects.filter(name=name).first() or JobRun(name=name, since=now, due_at=now)


def job_named(name: str) -> Job:
    """One of the product's jobs."""
    return next(job for job in JOBS if job.name == name)


@contextmanager
def started_by(starter: Callable[[str], object]) -> Iterator[None]:
    """Actions start jobs in this way for so long."""
    before = push._starter
    assert before is not None

    def start(name: str) -> None:
        starter(name)

    push.start_with(start)
    try:
        yield
    finally:
        push.start_with(before)


@contextmanager
def in_threads(jobs: Sequence[Job]) -> Iterator[None]:
    """As an ASGI process and run_jobs do it."""
    runner = Runner(jobs)
    with started_by(wake):
        runner.start()
        try:
            yield
        finally:
            runner.stop()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("job ")]


@contextmanager
def in_celery(jobs: Sequence[Job]) -> Iterator[None]:
    """A real Celery worker in a thread, its broker in memory; the ticks come from here as from two beats."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    app = make_app(jobs, "memory://localhost", "test")
    app.conf.broker_transport_options["polling_interval"] = 0.02  # seconds; Redis tells at once
    stop = threading.Event()

    def beat(job: Job) -> None:
        while not stop.wait(job.tick):
            app.send_task(job.name)

    beats = [threading.Thread(target=beat, args=(job,)) for job in (*jobs, *jobs)]
    with start_worker(app, pool="solo", perform_ping_check=False), started_by(app.send_task):
        for thread in beats:
            thread.start()
        try:
            yield
        finally:
            stop.set()
            for thread in beats:
                thread.join()
            root.setLevel(level)  # a worker makes the root logger its own
            root.handlers[:] = handlers


Way = Callable[[Sequence[Job]], AbstractContextManager[None]]
WAYS: dict[str, Way] = {"threads": in_threads, "celery": in_celery}
