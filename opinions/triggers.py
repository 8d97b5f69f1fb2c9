"""What of opinions is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import columns_of_case

GUARDS = columns_of_case("opinions_draftopinion", "plan_id", "due_on", "due_at", "agrees", "text")
