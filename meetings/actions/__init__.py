"""The office consolidates, the meeting hears, the leadership answers, decides and concludes."""

from .closing import close_in_writing, close_meeting
from .consolidations import Wording, change_consolidation, create_consolidation
from .meetings import create_meeting
from .open_meetings import meeting_digest

__all__ = [
    "Wording",
    "change_consolidation",
    "close_in_writing",
    "close_meeting",
    "create_consolidation",
    "create_meeting",
    "meeting_digest",
]
