"""What of extensions is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import columns_of_case

GUARDS = columns_of_case("extensions_extension", "row_id", "was", "asked_on", "cause", "evidence")
