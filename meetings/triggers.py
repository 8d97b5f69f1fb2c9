"""What of consolidations is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import columns_of_case, rows_of_case

GUARDS = (
    *columns_of_case(
        "meetings_consolidation", "period_id", "assessment", "unchecked_reason", "supplement_of_id"
    ),
    *rows_of_case("meetings_consolidationitem", "{row}.consolidation_id"),
    *rows_of_case("meetings_highlight", "{row}.consolidation_id"),
)
