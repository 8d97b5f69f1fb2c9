"""Plans and their rows are written, followed and imported."""

from .imports import confirm_import, read_import
from .plans import assign_monitoring, change_plan, create_plan
from .rows import Row, put_rows

__all__ = [
    "Row",
    "assign_monitoring",
    "change_plan",
    "confirm_import",
    "create_plan",
    "put_rows",
    "read_import",
]
