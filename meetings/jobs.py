"""The background work of this app; config.jobs runs it."""

from django.utils import timezone

from .actions.reminders import remind_leadership


def remind_of_conclusions() -> None:
    """Reminds the leadership of conclusions that it has not signed for three working days; safe to repeat."""
    remind_leadership(timezone.now())
