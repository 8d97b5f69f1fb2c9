"""The background work of this app; config.jobs runs it."""

from .actions import number_pending


def number_notifications() -> None:
    """Number everything that waits."""
    while number_pending():
        pass
