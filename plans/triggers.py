"""What of plans is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import FROZEN, Guard, columns_of_case, differs, frozen, rows_of_case

ISSUED = ("issued_number", "issued_date", "issued_signer", "issued_evidence_id")
GUARDS = (
    *columns_of_case("plans_plan", "kind", "period_id", "number", "note"),
    # What was issued is written once, with the signature that registers it; a reopened plan lets go of it.
    Guard(
        "frozen_plans_plan_issued",
        "plans_plan",
        "UPDATE",
        f"OLD.issued_number <> '' AND {frozen('OLD.case_id')} AND ({differs(*ISSUED)})",
        FROZEN,
    ),
    *rows_of_case("plans_planrow", "{row}.plan_id"),
    *rows_of_case("plans_rowunit", "(SELECT p.plan_id FROM plans_planrow p WHERE p.id = {row}.row_id)"),
)
