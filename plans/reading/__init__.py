"""Plans as one screen shows them."""

from .edits import read_due_time, read_written
from .plans import (
    ADOPTED,
    ISSUED,
    NOT_YET,
    REGISTERED_UNDER,
    ShownRow,
    read_items,
    read_lines,
    read_plan,
    read_rows,
)

__all__ = [
    "ADOPTED",
    "ISSUED",
    "NOT_YET",
    "REGISTERED_UNDER",
    "ShownRow",
    "read_due_time",
    "read_items",
    "read_lines",
    "read_plan",
    "read_rows",
    "read_written",
]
