"""Periods are confirmed, corrected, closed and opened again."""

from .closing import close_periods, opened_along, opened_by_reopening, settle_closing
from .openings import open_period
from .periods import (
    change_due_points,
    confirm_months,
    create_period,
    create_review,
    ensure_month,
    locked_rule,
    set_rule,
)
from .years import create_plan_year, ensure_period, set_semesters

__all__ = [
    "change_due_points",
    "close_periods",
    "confirm_months",
    "create_period",
    "create_plan_year",
    "create_review",
    "ensure_month",
    "ensure_period",
    "locked_rule",
    "open_period",
    "opened_along",
    "opened_by_reopening",
    "set_rule",
    "set_semesters",
    "settle_closing",
]
