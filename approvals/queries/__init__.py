"""Reading decisions: who sees which case, what waits for whom, and the facts for the judge."""

from .facts import Docket, dockets_for, on_submission, read_signatures
from .history import (
    contents_of,
    history_of,
    submissions_of,
    submitted_contents,
    submitted_heads,
)
from .inbox import elsewhere_of, inbox_of, waiting_of
from .remarks import remarks_of, visible_remark
from .request import Request
from .search import search_cases
from .visibility import (
    DISCARDED,
    acts_on,
    ids_seen,
    led_to,
    seen_by,
    seen_one,
    visible_case,
    visible_evidence,
    visible_to,
)

__all__ = [
    "DISCARDED",
    "Docket",
    "Request",
    "acts_on",
    "contents_of",
    "dockets_for",
    "elsewhere_of",
    "history_of",
    "ids_seen",
    "inbox_of",
    "led_to",
    "on_submission",
    "read_signatures",
    "remarks_of",
    "search_cases",
    "seen_by",
    "seen_one",
    "submissions_of",
    "submitted_contents",
    "submitted_heads",
    "visible_case",
    "visible_evidence",
    "visible_remark",
    "visible_to",
    "waiting_of",
]
