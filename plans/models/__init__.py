"""What: plans and their rows, who follows them, workbooks on their way in."""

from .imports import ImportDraft
from .plans import CASE_KINDS, MonitoringAssignment, Plan, PlanRow, RowUnit

__all__ = ["CASE_KINDS", "ImportDraft", "MonitoringAssignment", "Plan", "PlanRow", "RowUnit"]
