"""A closed period: whether anything of it may still be written or signed. Pure; the one place that says so."""

from datetime import datetime

from django.utils.translation import gettext_noop as _

#: With %(closed_at)s and %(office)s.
PERIOD_CLOSED = _(
    "The period was closed, %(closed_at)s; the admin office, %(office)s, can open it for one unit until a day."
)


def is_closed(closed_at: datetime | None, open_until: datetime | None, now: datetime) -> bool:
    """Whether a period is closed for a unit at `now`: it closed, and no opening for the unit is in force.

    When it closed is not compared with `now`: who asked before the close and got the lock after it comes too late.

    Args:
        closed_at: when it closed; None: it is open.
        open_until: until when it is opened again for the unit; None: it never was.
    """
    return closed_at is not None and not (open_until is not None and now < open_until)
