"""A process whose numbering takes its time: `python -m tests.jobs.process`, or `celery -A tests.jobs.process …`.

It writes a line into JOURNAL when a run begins and when it has ended, with the number of its process.
"""

import os
import signal
import threading
import time
from pathlib import Path

import django
from django.apps import apps

if not apps.ready:
    django.setup()

from django.conf import settings

from config.celery import make_app
from config.jobs import Job
from config.runner import Runner
from notifications.actions import number_pending
from notifications.queries import anything_unnumbered

LEASE = 2.0  # seconds
DURATION = 2 * LEASE


def write(word: str) -> None:
    with Path(os.environ["JOURNAL"]).open("a") as journal:
        journal.write(f"{word} {os.getpid()}\n")


def number_notifications() -> None:
    """As the product's, after a rest that is longer than the lease."""
    write("begins")
    time.sleep(DURATION)
    while number_pending():
        pass
    write("ends")


JOBS = [Job(number_notifications, period=60, lease=LEASE, wanted=anything_unnumbered)]
app = make_app(JOBS, settings.REDIS_URL, settings.REDIS_PREFIX)

if __name__ == "__main__":
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    runner = Runner(JOBS)
    runner.start()
    stop.wait()
    runner.stop()
