"""What: plans and their rows, who follows them, workbooks on their way in."""

from .imports import ImportDraft
from .plans import MonitoringAssignment, Plan, PlanRow, RowUnit

__all__ = ["ImportDraft", "MonitoringAssignment", "Plan", "PlanRow", "RowUnit"]
