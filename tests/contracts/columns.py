"""Which class every column of every table that a signature rests on is in (docs/adr/0035)."""

from django.db import models

from approvals.models import Evidence, EvidenceCitation, Signature, Submission
from extensions.models import Extension
from handovers.models import Handover, HandoverItem
from instructions.models import Instruction
from meetings.models import Consolidation, ConsolidationItem, Highlight
from opinions.models import DraftOpinion
from organization.models import Appointment, Delegation, Post
from plans.models import Plan, PlanGroup, PlanOfficer, PlanRow, RowPerson, RowTaken, RowTerm, RowUnit
from reports.models import (
    EarlierFinding,
    Finding,
    MonitoredItem,
    MonitoringReport,
    OpeningRow,
    OpeningSheet,
    Progress,
    Proposal,
    Result,
    RowUpdate,
    UnitReport,
)
from workflow.models import Case

#: frozen: refused while the triggers are in place, named by verify_ledger when they were lifted.
#: recorded: written with a row of the ledger or of the register of posts, and named where none explains it.
#: derived: follows from signatures and other tables; verify_ledger computes it anew and names a difference.
#: free: nothing that was signed rests on it; with the reason.
FROZEN, RECORDED, DERIVED, FREE = "frozen", "recorded", "derived", "free"
WORD = (
    "row",
    "done",
    "completed_on",
    "result",
    "value",
    "cause",
    "remedy",
    "promised_on",
    "expected_on",
    "evidence",
)
JUDGED = (*WORD, "row", "agreed", "judged", "shares", "report")
OWN_KEY = ("id", "a number of the database's own")

#: Who held which post when is kept, not overwritten: verify_ledger names a signature that it does not explain.
POSTS = "a signature in a post that nobody held then is named"
SIGNED = (
    "format", "institution", "case", "sequence", "act", "from_state", "to_state", "signer", "signer_name",
    "signer_title", "signer_unit", "on_behalf_of", "principal_name", "delegation", "capacity", "within", "submission",
    "digest", "comment", "details", "procedure", "monitor", "due_at", "signed_at", "session", "idempotency_key",
    "previous", "hash",
)  # fmt: skip

Classes = dict[str, dict[str, str]]
TABLES: dict[type[models.Model], Classes] = {
    Case: {
        FROZEN: dict.fromkeys(("title", "kind", "unit", "institution", "procedure", "period"), ""),
        RECORDED: dict.fromkeys(
            ("state", "submitted", "submission", "digest", "sequence", "head"), "the chain"
        ),
        DERIVED: {
            "monitoring_unit": "of who follows it (Kind.settles); else as the last signature keeps it",
            "waits_for": "of the last signature's edge; Kind.awaits and Kind.lapses",
            "waits_unit": "the same; the admin office in place of a monitoring unit is believed",
            "since": "when the last act was signed; Kind.awaits",
            "due_at": "Kind.due_points",
            "closed_at": "of its period (Kind.settles)",
            "open_until": "of the openings of its period (Kind.settles)",
            "returned": "how many returns were signed",
            "search": "the title without case and marks",
        },
        FREE: {
            "id": "the key itself: foreign keys refuse",
            "created_at": "when the draft was begun: no signature says it; refused all the same",
            "drafted_by_office": "says who may edit a draft",
            "created_by": "history only",
            "edited_by": "who may not register a draft; of a submitted one history",
        },
    },
    Plan: {
        FROZEN: dict.fromkeys(
            (
                "period",
                "kind",
                "number",
                "note",
                "asked_from",
                "root",
                "revision",
                "person",
                "authority",
                "of_institution",
                "exemption",
                "renews",
            ),
            "",
        ),
        RECORDED: dict.fromkeys(
            ("issued_number", "issued_date", "issued_signer", "issued_evidence", "issued_assigning"),
            "with the register's signature",
        ),
        DERIVED: {
            "search": "of title and number",
            "since": "of the signature that adopted it",
            "until": "of the signature that adopted the next revision",
        },
        FREE: {
            "case": "the key itself: foreign keys refuse",
            "demo": "says that it is an example",
            "historical": "says that it is only for the record",
        },
    },
    PlanGroup: {
        FROZEN: dict.fromkeys(("plan", "section", "person", "authority"), ""),
        FREE: dict([OWN_KEY]),
    },
    RowTerm: {
        RECORDED: dict.fromkeys(
            ("row", "kind", "on", "was", "unit", "case", "sequence"), "with the signature that decides it"
        ),
        FREE: {
            **dict([OWN_KEY]),
            "root": "of the case, the first of its line; refused all the same",
            "since": "the moment of the signature; refused all the same",
            "was_unit": "whom it replaced: follows from what stood then; refused all the same",
        },
    },
    PlanOfficer: {
        RECORDED: dict.fromkeys(("plan", "unit", "user", "case"), "with the signature of a handover"),
        FREE: {
            **dict([OWN_KEY]),
            "since": "the moment of the signature, or when the unit named them; refused all the same",
            "until": "when the next one was named: nothing that was signed rests on it; written once",
            "by": "who named them: history only; refused all the same",
        },
    },
    RowPerson: {
        FREE: {
            **dict([OWN_KEY]),
            "row": "whom the signed text names, as it was found then; refused all the same",
            "user": "the same",
        }
    },
    RowTaken: {
        RECORDED: dict.fromkeys(("row", "was", "user", "case"), "with the signature of a handover"),
        FREE: {**dict([OWN_KEY]), "since": "the moment of the signature; refused all the same"},
    },
    Handover: {
        FROZEN: dict.fromkeys(("giver", "giver_name", "taker", "taker_name", "note"), ""),
        FREE: {"case": "the key itself"},
    },
    HandoverItem: {
        FROZEN: dict.fromkeys(("handover", "kind", "target", "within", "text", "day", "position"), ""),
        FREE: {"id": "a key that nothing names; refused all the same"},
    },
    PlanRow: {
        FROZEN: dict.fromkeys(
            (
                "id",
                "key",
                "ended",
                "reason",
                "carried_from",
                "position",
                "due",
                "plan",
                "kind",
                "section",
                "number",
                "text",
                "lead_text",
                "coordinating_text",
                "due_text",
                "product",
                "person",
                "authority",
                "note",
            ),
            "",
        ),
        FREE: {"demo": "says that it is an example; refused all the same"},
    },
    RowUnit: {
        FROZEN: dict.fromkeys(("row", "unit", "unit_class", "part", "position"), ""),
        FREE: dict([OWN_KEY]),
    },
    UnitReport: {
        FROZEN: dict.fromkeys(("period", "unit", "monitor"), ""),
        DERIVED: {"owed": "its case is due where it is owed: a difference is named there"},
        FREE: {"case": "the key itself: foreign keys refuse"},
    },
    MonitoringReport: {
        FROZEN: dict.fromkeys(("period", "unit"), ""),
        FREE: {"case": "the key itself"},
    },
    Result: {FROZEN: dict.fromkeys((*WORD, "report"), ""), FREE: dict([OWN_KEY])},
    Finding: {
        FROZEN: dict.fromkeys(JUDGED, ""),
        FREE: dict([OWN_KEY]),
    },
    EarlierFinding: {
        FROZEN: dict.fromkeys((*JUDGED, "period"), ""),
        FREE: dict([OWN_KEY]),
    },
    MonitoredItem: {
        FROZEN: {"report": "", "item": "", "shortfall": ""},
        FREE: dict([OWN_KEY]),
    },
    Progress: {
        FROZEN: dict.fromkeys(("report", "item", "on", "text"), ""),
        FREE: dict.fromkeys(
            ("id", "by", "at"), "who typed the entry and when: not signed; refused all the same"
        ),
    },
    Proposal: {
        FROZEN: dict.fromkeys(("text", "case", "id", "position"), ""),
        FREE: dict.fromkeys(
            ("answer", "answer_text", "answered_by", "answered_at"),
            "of the leadership, after the signature; nothing records such answers yet",
        ),
    },
    RowUpdate: {
        FROZEN: dict.fromkeys((*WORD, "period"), ""),
        FREE: {"case": "the key itself"},
    },
    OpeningSheet: {
        FROZEN: dict.fromkeys(("period", "until"), ""),
        FREE: {"case": "the key itself"},
    },
    OpeningRow: {
        FROZEN: dict.fromkeys(
            (
                "sheet",
                "row",
                "position",
                "text",
                "due_text",
                "due_on",
                "standing",
                "completed_on",
                "note",
                "evidence",
            ),
            "",
        ),
        FREE: dict([OWN_KEY]),
    },
    Consolidation: {
        FROZEN: dict.fromkeys(("period", "assessment", "unchecked_reason", "supplement_of"), ""),
        FREE: {"case": "the key itself"},
    },
    ConsolidationItem: {
        FROZEN: dict.fromkeys(("consolidation", "case", "digest", "position"), ""),
        FREE: dict([OWN_KEY]),
    },
    Highlight: {FROZEN: dict.fromkeys(("consolidation", "row"), ""), FREE: dict([OWN_KEY])},
    Instruction: {
        FROZEN: dict.fromkeys(
            (
                "text",
                "due_on",
                "passed_on",
                "occasion",
                "said_on",
                "about",
                "row",
                "about_text",
                "answer",
                "answer_evidence",
                "person",
                "leader",
                "due_at",
                "strike_until",
            ),
            "",
        ),
        DERIVED: {"ended": "of the signature that ends it"},
        FREE: {"case": "the key itself"},
    },
    DraftOpinion: {
        FROZEN: dict.fromkeys(("plan", "due_on", "due_at", "agrees", "text"), ""),
        DERIVED: {"remark": "of the head's signature"},
        FREE: {"case": "the key itself"},
    },
    Extension: {
        FROZEN: dict.fromkeys(("row", "was", "asked_on", "cause", "evidence"), ""),
        DERIVED: {"granted_on": "of the signature that grants it"},
        FREE: {"case": "the key itself"},
    },
    Evidence: {
        FROZEN: {"sha256": "", "institution": "", "size": ""},
        FREE: {"id": "the key itself: citations refuse"}
        | dict.fromkeys(("name", "media_type", "created_at"), "the content says the name that was signed"),
    },
    EvidenceCitation: {
        FROZEN: {"evidence": "", "case": ""},
        FREE: dict([OWN_KEY]),
    },
    MonitoredItem.units.through: {FROZEN: {"monitoreditem": "", "unit": ""}, FREE: dict([OWN_KEY])},
    Submission: {
        FROZEN: dict.fromkeys(("case", "number", "content", "digest", "created_at", "created_by"), ""),
        FREE: {"id": "a key that nothing names; refused all the same"},
    },
    Signature: {
        FROZEN: dict.fromkeys(SIGNED, ""),
        FREE: {
            "id": "a key that nothing names; refused all the same",
            "fingerprint": "tells a repeated request from another; refused all the same",
        },
    },
    Appointment: {
        RECORDED: dict.fromkeys(("user", "post", "title", "valid_from", "valid_to"), POSTS),
        FREE: {
            "id": "the key itself: delegations refuse",
            "briefed_at": "when they were told what waits",
            "decision_number": "the paper that appoints: the register of administrative acts has it",
            "decision_date": "the same",
        },
    },
    Post: {
        RECORDED: {"unit": POSTS},
        FREE: {
            "id": "the key itself: appointments refuse",
            "role": "one in which the capacity cannot be signed is named, another is not: no signature says the role",
            "group": "what it grants now: rights are asked at the moment of an act",
        },
    },
    Delegation: {
        RECORDED: dict.fromkeys(("appointment", "delegate", "valid_from", "valid_to"), POSTS),
        FREE: {
            "id": "the key itself: signatures refuse",
            "mandate": "the document that lends: no signature says it, nothing records it yet",
            "created_by": "history only",
            "briefed_at": "when they were told what waits",
        },
    },
}
#: The column that leads to the case, where it is not `case`; None: it leads to none.
LEADS: dict[type[models.Model], str | None] = {
    Case: "", PlanOfficer: None, RowPerson: "row__plan__case__", HandoverItem: "handover__case__", PlanRow: "plan__case__", PlanGroup: "plan__case__", RowUnit: "row__plan__case__", Result: "report__case__", Finding: "report__case__",
    EarlierFinding: "report__case__", OpeningRow: "sheet__case__", MonitoredItem: "report__case__", Progress: "report__case__",
    ConsolidationItem: "consolidation__case__", Highlight: "consolidation__case__",
    MonitoredItem.units.through: "monitoreditem__report__case__", Evidence: None, Appointment: None, Post: None,
    Delegation: None,
}  # fmt: skip
