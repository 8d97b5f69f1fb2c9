"""The background work of this app; config.jobs runs it."""

from django.utils import timezone

from periods.queries import reported_at

from .actions.reports import draft_reports


def draft_due_reports() -> None:
    """Drafts what each confirmed period expects, from its first day until its meeting; safe to repeat."""
    now = timezone.now()
    for period in reported_at(now):
        if period.confirmed_by is not None:
            draft_reports(period, by=period.confirmed_by, now=now)
