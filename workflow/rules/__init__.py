"""Rules, pure: the judge, the facts it looks at, the reasons it gives."""

from .closing import PERIOD_CLOSED, is_closed
from .facts import BY_ORDER, Facts, Signed
from .judge import edge_for, is_next, reasons_against, reasons_against_editing
from .reasons import (
    CONFLICT,
    CONTENT,
    HOLDERS,
    RIGHTS,
    STALE,
    Reason,
    Refused,
    Word,
    placed,
    refuse,
    when_said,
)

__all__ = [
    "BY_ORDER",
    "CONFLICT",
    "CONTENT",
    "HOLDERS",
    "PERIOD_CLOSED",
    "RIGHTS",
    "STALE",
    "Facts",
    "Reason",
    "Refused",
    "Signed",
    "Word",
    "edge_for",
    "is_closed",
    "is_next",
    "placed",
    "reasons_against",
    "reasons_against_editing",
    "refuse",
    "when_said",
]
