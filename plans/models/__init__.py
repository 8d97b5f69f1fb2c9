"""What: plans and their rows, periods, consolidations, meetings."""

from .imports import ImportDraft
from .meetings import Consolidation, ConsolidationItem, Meeting
from .plans import MonitoringAssignment, Period, Plan, PlanRow, RowUnit

__all__ = [
    "Consolidation",
    "ConsolidationItem",
    "ImportDraft",
    "Meeting",
    "MonitoringAssignment",
    "Period",
    "Plan",
    "PlanRow",
    "RowUnit",
]
