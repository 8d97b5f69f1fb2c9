"""The background work of this app; config.jobs runs it."""

from django.utils import timezone

from .actions import refresh_waiting


def release_empty_desks() -> None:
    """What waits at a monitoring unit with nobody left goes to the admin office."""
    refresh_waiting(timezone.now())
