"""What of handovers is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import columns_of_case, rows_of_case

GUARDS = (
    *columns_of_case("handovers_handover", "giver_id", "giver_name", "taker_id", "taker_name", "note"),
    *rows_of_case("handovers_handoveritem", "{row}.handover_id"),
)
