"""Run the background jobs outside the web server."""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from config.jobs import JOBS
from config.leases import row_of
from config.runner import Runner, attempt, new_holder


class Command(BaseCommand):
    help = "Run the background jobs until interrupted; needed only where no web process runs them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="run each job once and stop; exit code 1 when one failed"
        )

    def handle(self, *args: object, once: bool, **options: object) -> None:
        if once:
            run_once()
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        runner = Runner()
        runner.start()
        stop.wait()
        runner.stop()


def run_once() -> None:
    """Each job once, whether due or not; one that another process is carrying out is left to it.

    Raises:
        CommandError: a job failed; the log says how.
    """
    for job in JOBS:
        attempt(job, new_holder(), at_once=True)
    if failing := [job.name for job in JOBS if row_of(job, timezone.now()).failures]:
        raise CommandError(f"failed: {', '.join(failing)}")
