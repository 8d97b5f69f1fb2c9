"""The background work of this app; config.jobs runs it."""

from django.utils import timezone

from periods.queries import reported_at

from .actions.openings import draft_sheets
from .actions.reports import draft_reports
from .queries.openings import first_months


def draft_due_reports() -> None:
    """Drafts what each confirmed period expects, from its first day until its meeting, and asks of the rows that were due before
    the first month of use; safe to repeat."""
    now = timezone.now()
    for period in reported_at(now):
        if period.confirmed_by is not None:
            draft_reports(period, by=period.confirmed_by, now=now)
    for first in first_months(now):
        if first.confirmed_by is not None:
            draft_sheets(first, by=first.confirmed_by, now=now)
