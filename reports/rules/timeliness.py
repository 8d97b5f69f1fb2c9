"""What a report's first signature is worth at its due point."""

from datetime import datetime
from typing import Final, Literal

from periods.models import Period
from periods.rules.corrections import due_for, dues_since
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


def worth(
    period: Period, point: str, signed_at: datetime | None, now: datetime
) -> tuple[Timeliness, Timeliness | None]:
    """What a first signature is worth in its period, and, where a correction of the due point has turned late into on time,
    what it was before. Pure.

    Args:
        point: at which of the period's due points (DUE_POINTS) it was owed.
    """
    due_at: datetime | None = getattr(period, point)
    if due_at is None:
        return PENDING, None
    judged = due_for(point, due_at, signed_at, period.corrections)
    status = timeliness(signed_at, judged, now, period.heard_at)
    if signed_at is None or status != ON_TIME:
        return status, None
    before = timeliness(signed_at, dues_since(point, due_at, signed_at, period.corrections)[0], now)
    return status, before if before != status else None
