"""What waits for one person: until the end of a week, and what their unit owes in the next working days."""

from .due_soon import reports_due, told_of
from .week import WHATS, Waiting, waiting_for, week_of

__all__ = ["WHATS", "Waiting", "reports_due", "told_of", "waiting_for", "week_of"]
