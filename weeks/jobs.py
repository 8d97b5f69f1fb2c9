"""The background work of this app; config.jobs runs it."""

from django.utils import timezone

from organization.models import Institution

from .actions import mail_digests, write_digests


def remind_people() -> None:
    """One digest for each person and working day; safe to repeat."""
    now = timezone.now()
    for institution in Institution.objects.order_by("id"):
        write_digests(institution, now)
        mail_digests(institution, now)
