"""What of plans is frozen while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import FROZEN, Guard, columns_of_case, differs, frozen, rows_of_case

ISSUED = ("issued_number", "issued_date", "issued_signer", "issued_evidence_id", "issued_assigning")
KEPT = "what was decided of rows never changes"
#: SQLite's INSERT OR REPLACE deletes a row of the same id and fires no trigger of a deletion.
TAKEN = (
    "EXISTS (SELECT 1 FROM plans_rowterm r WHERE r.id = NEW.id "
    "OR (r.case_id = NEW.case_id AND r.sequence = NEW.sequence AND r.row_id = NEW.row_id))"
)
FOLLOWED = ("id", "plan_id", "unit_id", "user_id", "since", "by_id", "case_id")
OFFICERS, TAKEN_OVER = "who followed a plan is never overwritten", "who took a row over never changes"
#: As above: a row of the same id, or one that the database would replace for it.
ANOTHER = (
    "EXISTS (SELECT 1 FROM plans_planofficer o WHERE o.id = NEW.id "
    "OR (o.plan_id = NEW.plan_id AND o.unit_id = NEW.unit_id AND o.until IS NULL AND NEW.until IS NULL))"
)
TAKEN_ONCE = (
    "EXISTS (SELECT 1 FROM plans_rowtaken t WHERE t.id = NEW.id "
    "OR (t.case_id = NEW.case_id AND t.row_id = NEW.row_id))"
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
    # Who follows for a unit is ended once, and kept.
    Guard(
        "plans_officer_fixed",
        "plans_planofficer",
        "UPDATE",
        f"OLD.until IS NOT NULL OR {differs(*FOLLOWED)}",
        OFFICERS,
    ),
    Guard("plans_officer_kept", "plans_planofficer", "DELETE", "1 = 1", OFFICERS),
    Guard("plans_officer_new", "plans_planofficer", "INSERT", ANOTHER, OFFICERS),
    # Whom the text of a row names was found when it was written.
    *rows_of_case("plans_rowperson", "(SELECT p.plan_id FROM plans_planrow p WHERE p.id = {row}.row_id)"),
    # Who took a row over is written with the signature of a handover.
    Guard("plans_taken_fixed", "plans_rowtaken", "UPDATE", "1 = 1", TAKEN_OVER),
    Guard("plans_taken_kept", "plans_rowtaken", "DELETE", "1 = 1", TAKEN_OVER),
    Guard("plans_taken_new", "plans_rowtaken", "INSERT", TAKEN_ONCE, TAKEN_OVER),
)
