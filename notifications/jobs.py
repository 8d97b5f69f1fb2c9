"""The background work of this app; config.jobs runs it."""

from .actions import number_pending
from .push import pending


def number_notifications() -> None:
    """Number everything that waits."""
    pending.clear()
    while number_pending():
        pass
