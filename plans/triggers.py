"""What of plans is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import FROZEN, Guard, columns_of_case, differs, frozen, rows_of_case

ISSUED = ("issued_number", "issued_date", "issued_signer", "issued_evidence_id", "issued_assigning")
KEPT = "what was decided of rows never changes"
#: SQLite's INSERT OR REPLACE deletes a row of the same id and fires no trigger of a deletion.
TAKEN = (
    "EXISTS (SELECT 1 FROM plans_rowterm r WHERE r.id = NEW.id "
    "OR (r.case_id = NEW.case_id AND r.sequence = NEW.sequence AND r.row_id = NEW.row_id))"
)
GUARDS = (
    *columns_of_case(
        "plans_plan",
        "kind",
        "period_id",
        "number",
        "note",
        "root_id",
        "revision",
        "asked_from",
        "person",
        "authority",
        "of_institution",
        "exemption",
        "renews_id",
    ),
    # What was issued is written once, with the signature that registers it; a reopened plan lets go of it.
    Guard(
        "frozen_plans_plan_issued",
        "plans_plan",
        "UPDATE",
        f"OLD.issued_number <> '' AND {frozen('OLD.case_id')} AND ({differs(*ISSUED)})",
        FROZEN,
    ),
    *rows_of_case("plans_planrow", "{row}.plan_id"),
    *rows_of_case("plans_plangroup", "{row}.plan_id"),
    *rows_of_case("plans_rowunit", "(SELECT p.plan_id FROM plans_planrow p WHERE p.id = {row}.row_id)"),
    # What was decided of rows is written with its signature, and stays.
    Guard("plans_term_fixed", "plans_rowterm", "UPDATE", "1 = 1", KEPT),
    Guard("plans_term_kept", "plans_rowterm", "DELETE", "1 = 1", KEPT),
    Guard("plans_term_new", "plans_rowterm", "INSERT", TAKEN, KEPT),
)
