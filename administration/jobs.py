"""The background work of this app; config.jobs runs it."""

from django.utils import timezone

from organization.actions import Clerk

from .actions.carrying_out import carry_out_due


def carry_out_reorganizations() -> None:
    """Carries out mergers and splits whose day has come; safe to repeat."""
    carry_out_due(Clerk(None, timezone.now()))
