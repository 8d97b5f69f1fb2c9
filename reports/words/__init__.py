"""What is said of rows, as it is signed: the fields of a word, and the rows that carry words."""

from .basis import Basis
from .row_contents import Extended, JudgedContent, MemberContent, MonthSaid, RowContent, VerdictContent
from .rows import (
    BEFORE_USE,
    OF_PLAN,
    STANDING,
    RowsOnce,
    SignedRow,
    read_plan_rows,
    read_rows,
    rows_named,
)
from .said import (
    DAY,
    EVIDENCE,
    FIELDS,
    FIGURE,
    NAMES,
    OUTCOME,
    SILENT,
    TEXT,
    Number,
    Said,
    WordContent,
)

__all__ = [
    "BEFORE_USE",
    "DAY",
    "EVIDENCE",
    "FIELDS",
    "FIGURE",
    "NAMES",
    "OF_PLAN",
    "OUTCOME",
    "SILENT",
    "STANDING",
    "TEXT",
    "Basis",
    "Extended",
    "JudgedContent",
    "MemberContent",
    "MonthSaid",
    "Number",
    "RowContent",
    "RowsOnce",
    "Said",
    "SignedRow",
    "VerdictContent",
    "WordContent",
    "read_plan_rows",
    "read_rows",
    "rows_named",
]
