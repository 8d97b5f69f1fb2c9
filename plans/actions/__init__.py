"""Changes of what: plans and their rows, monitoring, imports, consolidations, meetings."""

from .consolidations import Wording, change_consolidation, create_consolidation
from .imports import confirm_import, read_import
from .meetings import close_meeting, create_meeting
from .open_meetings import meeting_digest
from .plans import Row, assign_monitoring, change_plan, create_plan, put_rows

__all__ = [
    "Row",
    "Wording",
    "assign_monitoring",
    "change_consolidation",
    "change_plan",
    "close_meeting",
    "confirm_import",
    "create_consolidation",
    "create_meeting",
    "create_plan",
    "meeting_digest",
    "put_rows",
    "read_import",
]
