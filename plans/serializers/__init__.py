"""Plans and their rows over the wire."""

from .edits import DueTimeFilter, DueTimeOutput, RowEditsInput, RowsEditedOutput, move_of
from .imports import ConfirmInput, ImportEditedOutput, ImportEditsInput, ImportInput, ImportOutput
from .people import OfficerInput, OfficerOutput, RowPersonOutput
from .plans import (
    ExportFilter,
    ItemFilter,
    ItemInput,
    ItemOutput,
    ItemsInput,
    MinimumOutput,
    MonitoringInput,
    PlacingInput,
    PlanChanges,
    PlanFilter,
    PlanInput,
    PlanOutput,
    PlanSummaryOutput,
)
from .renewals import RenewalFilter, RenewalInput, RenewalOutput
from .rows import RowInput, RowOutput, RowsInput
from .templates import TemplateFilter, TemplateInput, TemplateOutput

__all__ = [
    "ConfirmInput",
    "DueTimeFilter",
    "DueTimeOutput",
    "ExportFilter",
    "ImportEditedOutput",
    "ImportEditsInput",
    "ImportInput",
    "ImportOutput",
    "ItemFilter",
    "ItemInput",
    "ItemOutput",
    "ItemsInput",
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
    "RenewalFilter",
    "RenewalInput",
    "RenewalOutput",
    "RowEditsInput",
    "RowInput",
    "RowOutput",
    "RowPersonOutput",
    "RowsEditedOutput",
    "RowsInput",
    "TemplateFilter",
    "TemplateInput",
    "TemplateOutput",
    "move_of",
]
