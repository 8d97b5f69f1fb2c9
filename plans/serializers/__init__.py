"""Plans and their rows over the wire."""

from .imports import ConfirmInput, ImportInput, ImportOutput
from .plans import (
    ExportFilter,
    ItemFilter,
    ItemInput,
    ItemOutput,
    MinimumOutput,
    MonitoringInput,
    PlacingInput,
    PlanChanges,
    PlanFilter,
    PlanInput,
    PlanOutput,
    PlanSummaryOutput,
    RowInput,
    RowOutput,
    RowsInput,
)

__all__ = [
    "ConfirmInput",
    "ExportFilter",
    "ImportInput",
    "ImportOutput",
    "ItemFilter",
    "ItemInput",
    "ItemOutput",
    "MinimumOutput",
    "MonitoringInput",
    "PlacingInput",
    "PlanChanges",
    "PlanFilter",
    "PlanInput",
    "PlanOutput",
    "PlanSummaryOutput",
    "RowInput",
    "RowOutput",
    "RowsInput",
]
