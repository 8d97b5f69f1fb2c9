"""What a report's first signature is worth at its due point."""

from datetime import datetime
from typing import Final, Literal

from periods.rules.deadlines import is_late

Timeliness = Literal["on-time", "late", "missing", "pending"]
ON_TIME: Final = "on-time"
LATE: Final = "late"
MISSING: Final = "missing"
PENDING: Final = "pending"


def timeliness(
    signed_at: datetime | None, due_at: datetime, now: datetime, closed_at: datetime | None = None
) -> Timeliness:
    """What a first signature is worth: at the due point or after it is late. Pure.

    Args:
        closed_at: when the period closed: what is signed after that stays missing in its own period (ADR 27).

    Returns:
        "on-time" or "late"; where nobody signed: "missing" once the due point has come, else "pending".
    """
    if signed_at is not None and closed_at is not None and signed_at > closed_at:
        return MISSING
    if signed_at is not None:
        return LATE if is_late(signed_at, due_at) else ON_TIME
    return MISSING if is_late(now, due_at) else PENDING
