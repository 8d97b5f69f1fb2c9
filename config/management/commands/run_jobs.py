"""Run the background jobs outside the web server."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from config.jobs import run_due, run_until


class Command(BaseCommand):
    help = "Run the background jobs until interrupted; needed only where no web process runs them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="run each job once and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            run_due({}, 0.0)
            return
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        run_until(stop)
