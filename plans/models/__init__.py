"""Plans, what is read of a workbook before it becomes one, and who follows them."""

from .groups import PlanGroup
from .imports import ImportDraft
from .monitoring import MonitoringAssignment, MonitoringItem, in_force
from .people import PlanOfficer, RowPerson, RowTaken
from .plans import CASE_KINDS, CLASS, CLASSES, Plan, PlanRow, RowDigest, RowUnit
from .templates import Template
from .terms import RowTerm

__all__ = [
    "CASE_KINDS",
    "CLASS",
    "CLASSES",
    "ImportDraft",
    "MonitoringAssignment",
    "MonitoringItem",
    "Plan",
    "PlanGroup",
    "PlanOfficer",
    "PlanRow",
    "RowDigest",
    "RowPerson",
    "RowTaken",
    "RowTerm",
    "RowUnit",
    "Template",
    "in_force",
]
