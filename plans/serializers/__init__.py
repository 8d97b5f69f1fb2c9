"""Plans and their rows over the wire."""

from .imports import ConfirmInput, ImportInput, ImportOutput
from .people import OfficerInput, OfficerOutput, RowPersonOutput
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
    "OfficerInput",
    "OfficerOutput",
    "PlacingInput",
    "PlanChanges",
    "PlanFilter",
    "PlanInput",
    "PlanOutput",
    "PlanSummaryOutput",
    "RowInput",
    "RowOutput",
    "RowPersonOutput",
    "RowsInput",
]
