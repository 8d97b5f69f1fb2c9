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
from .scope import EVERYTHING, Scope, against_scope, not_marked, scope_of_marks

__all__ = [
    "BY_ORDER",
    "CONFLICT",
    "CONTENT",
    "EVERYTHING",
    "HOLDERS",
    "PERIOD_CLOSED",
    "RIGHTS",
    "STALE",
    "Facts",
    "Reason",
    "Refused",
    "Scope",
    "Signed",
    "Word",
    "against_scope",
    "edge_for",
    "is_closed",
    "is_next",
    "not_marked",
    "placed",
    "reasons_against",
    "reasons_against_editing",
    "refuse",
    "scope_of_marks",
    "when_said",
]
