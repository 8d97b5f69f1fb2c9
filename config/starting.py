"""How this installation starts a job by its name: in a thread of this process, or in a Celery worker."""

import logging
import threading
from collections.abc import Callable

from django.conf import settings

from .jobs import JOBS, startable
from .runner import wake

log = logging.getLogger(__name__)
NAMES = startable(JOBS)


def starter() -> Callable[[str], None]:
    """What an action's start calls, by the setting JOBS."""
    if settings.JOBS == "celery":
        return checked(Sender(send_to_workers).start)
    # Where this process has no thread for the job, another process's finds the work by itself.
    return checked(wake)


def checked(start: Callable[[str], None]) -> Callable[[str], None]:
    """Raises LookupError for a name that no job has, or a job that does not know what waits for it."""

    def start_checked(name: str) -> None:
        if name not in NAMES:
            raise LookupError(f"no job can be started by the name {name}")
        start(name)

    return start_checked


def send_to_workers(name: str) -> None:
    """Puts the name into the broker's queue; raises when that does not answer, perhaps after seconds."""
    from .celery import app  # only where it is installed

    app.send_task(name)


class Sender:
    """Sends names from a thread of its own: no request waits for a broker that is away.

    Names that come in while one is being sent are sent once. What cannot be sent is logged; the job's next
    tick finds the work.
    """

    def __init__(self, send: Callable[[str], None]) -> None:
        self._send = send
        self._names: set[str] = set()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def start(self, name: str) -> None:
        """Sends the name soon."""
        with self._changed:
            self._names.add(name)
            if self._thread is None:  # not before: a server may fork when it has loaded the application
                self._thread = threading.Thread(target=self._send_all, name="starts of jobs", daemon=True)
                self._thread.start()
            self._changed.notify()

    def _send_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._names)
                name = self._names.pop()
            try:
                self._send(name)
            except Exception as error:  # noqa: BLE001 whatever the broker's client raises; one line will do
                log.warning("job %s was not started: %r", name, error)
