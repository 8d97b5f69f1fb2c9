"""What a person has been told."""

from django.db.models import QuerySet

from organization.models import User

from .models import Notification


def told_to(user: User) -> QuerySet[Notification]:
    """The numbered notifications of the person; those not numbered yet come a moment later."""
    return Notification.objects.filter(recipient=user, position__isnull=False)


def unread_count(user: User) -> int:
    """How many of them have not been read."""
    return told_to(user).filter(read_at__isnull=True).count()


def anything_unnumbered() -> bool:
    """Whether rows wait for their position; one look into a partial index."""
    return Notification.objects.filter(position__isnull=True).exists()
