"""What of instructions is frozen: once given all but the answer, which is while their case is no open draft (docs/adr/0035)."""

from approvals.triggers import FROZEN, Guard, columns_of_case, differs, frozen

TABLE = "instructions_instruction"
GIVEN = (
    "text", "person_id", "due_on", "due_at", "leader_id", "passed_on", "occasion", "said_on", "strike_until", "about_id",
    "row_id", "about_text",
)  # fmt: skip
SIGNED = "EXISTS (SELECT 1 FROM workflow_case c WHERE c.id = OLD.case_id AND c.sequence > 0)"
GUARDS = (
    *columns_of_case(TABLE, *GIVEN, when=SIGNED),
    Guard(
        f"frozen_{TABLE}_answered",
        TABLE,
        "UPDATE",
        f"{frozen('OLD.case_id')} AND ({differs('answer', 'answer_evidence')})",
        FROZEN,
    ),
)
