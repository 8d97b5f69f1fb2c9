"""What a report's first signature is worth at its due point."""

from datetime import datetime
from typing import Final, Literal

from periods.rules.deadlines import is_late

Timeliness = Literal["on-time", "late", "missing", "pending"]
ON_TIME: Final = "on-time"
LATE: Final = "late"
MISSING: Final = "missing"
PENDING: Final = "pending"


def timeliness(signed_at: datetime | None, due_at: datetime, now: datetime) -> Timeliness:
    """What a first signature is worth: at the due point or after it is late. Pure.

    Returns:
        "on-time" or "late"; where nobody signed: "missing" once the due point has come, else "pending".
    """
    if signed_at is not None:
        return LATE if is_late(signed_at, due_at) else ON_TIME
    return MISSING if is_late(now, due_at) else PENDING
