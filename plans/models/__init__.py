"""What: periods, plans and their rows, reports and findings, consolidations, meetings."""

from .imports import ImportDraft
from .meetings import (
    Acknowledgement,
    Consequence,
    Consolidation,
    ConsolidationItem,
    Highlight,
    Meeting,
)
from .periods import DUE_POINTS, DeadlineRule, Period
from .plans import MonitoringAssignment, Plan, PlanRow, RowUnit
from .reports import (
    Finding,
    MonitoredPlan,
    MonitoringReport,
    Progress,
    Proposal,
    Result,
    RowUpdate,
    UnitReport,
    Word,
)

__all__ = [
    "DUE_POINTS",
    "Acknowledgement",
    "Consequence",
    "Consolidation",
    "ConsolidationItem",
    "DeadlineRule",
    "Finding",
    "Highlight",
    "ImportDraft",
    "Meeting",
    "MonitoredPlan",
    "MonitoringAssignment",
    "MonitoringReport",
    "Period",
    "Plan",
    "PlanRow",
    "Progress",
    "Proposal",
    "Result",
    "RowUnit",
    "RowUpdate",
    "UnitReport",
    "Word",
]
