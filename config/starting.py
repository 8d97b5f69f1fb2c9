"""How this installation starts a job by its name: in a thread of this process, or in a Celery worker."""

from collections.abc import Callable

from django.conf import settings

from .jobs import JOBS, startable
from .runner import wake

NAMES = startable(JOBS)


def starter() -> Callable[[str], None]:
    """What an action's start calls, by the setting JOBS."""
    return send if settings.JOBS == "celery" else checked_wake


def checked_wake(name: str) -> None:
    """Wakes the job's thread, if this process has one; another process's thread finds the work by itself."""
    require_known(name)
    wake(name)


def send(name: str) -> None:
    """Sends the name to the workers."""
    require_known(name)
    from .celery import app  # only where it is installed

    app.send_task(name)


def require_known(name: str) -> None:
    """Raises LookupError for a name that no job has, or a job that does not know what waits for it."""
    if name not in NAMES:
        raise LookupError(f"no job can be started by the name {name}")
