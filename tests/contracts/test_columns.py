"""Every column of every table that a signature rests on has chosen what holds it (docs/adr/0035); a new one has to."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Q

from approvals import triggers
from approvals.ledger.verify import faults
from approvals.models import Evidence, EvidenceCitation, Submission
from instructions.models import Instruction
from meetings.models import Consolidation, ConsolidationItem, Highlight
from opinions.models import DraftOpinion
from plans.models import Plan, PlanRow, RowUnit
from reports.models import (
    EarlierFinding,
    Finding,
    MonitoredItem,
    MonitoringReport,
    Progress,
    Proposal,
    Result,
    RowUpdate,
    UnitReport,
)
from workflow.models import Case

if TYPE_CHECKING:
    from collections.abc import Callable

#: frozen: refused while the triggers are in place, named by verify_ledger when they were lifted.
#: held: refused, but not named: no frozen content says it; with what would name it.
#: recorded: changes with a row of the ledger only, which verify_ledger compares.
#: derived: follows from other columns. free: nothing that was signed rests on it. Each with its reason.
FROZEN, HELD, RECORDED, DERIVED, FREE = "frozen", "held", "recorded", "derived", "free"
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
JUDGED = (*WORD, "agreed")
OWN_KEY = ("id", "a number of the database's own")
HELD_OF_JUDGED = {
    "judged": "says which word was judged while the draft was open; the verdict itself is signed",
    "shares": "compared with the members of a class, of a row that has them",
}

Classes = dict[str, dict[str, str]]
TABLES: dict[type[models.Model], Classes] = {
    Case: {
        FROZEN: dict.fromkeys(("title", "kind", "unit"), ""),
        HELD: {
            "institution": "the institution of the signatures names it, not compared",
            "procedure": "every act was checked against it; the content does not say it",
            "period": "the content says that of the plan or report, which is compared",
            "created_at": "history only",
        },
        RECORDED: dict.fromkeys(
            ("state", "submitted", "submission", "digest", "sequence", "head"), "the chain"
        ),
        DERIVED: {
            "monitoring_unit": "of who follows it (plans.MonitoringAssignment), not computed anew yet",
            "waits_for": "of the last signature's edge, not computed anew yet",
            "waits_unit": "of the last signature's edge and who holds the right, not computed anew yet",
            "since": "when the last act was signed, not computed anew yet",
            "due_at": "Kind.due_points, settled again whenever a due point moves, not computed anew yet",
            "closed_at": "of its period, not computed anew yet",
            "open_until": "of the reopening's signature, not computed anew yet",
            "returned": "how many returns were signed, not computed anew yet",
        },
        FREE: {
            "id": "the key itself: foreign keys refuse",
            "drafted_by_office": "says who may edit a draft",
            "created_by": "history only",
            "edited_by": "who may not register a draft; of a submitted one history",
        },
    },
    Plan: {
        FROZEN: dict.fromkeys(("period", "kind", "number", "note"), ""),
        RECORDED: dict.fromkeys(
            ("issued_number", "issued_date", "issued_signer", "issued_evidence"),
            "with the register's signature",
        ),
        DERIVED: {"search": "of title and number, not computed anew yet"},
        FREE: {
            "case": "the key itself: foreign keys refuse",
            "demo": "says that it is an example",
            "historical": "says that it is only for the record",
        },
    },
    PlanRow: {
        FROZEN: dict.fromkeys(
            (
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
        HELD: {
            "id": "rows of reports refuse it, too",
            "position": "only the order that it makes is signed",
            "due": "what was understood of due_text: a later program may understand more",
            "demo": "says that it is an example",
        },
    },
    RowUnit: {
        FROZEN: dict.fromkeys(("row", "unit", "part"), ""),
        HELD: {
            "unit_class": "never beside a unit: the database refuses both",
            "position": "only the order is signed",
        },
        FREE: dict([OWN_KEY]),
    },
    UnitReport: {
        FROZEN: dict.fromkeys(("period", "unit", "monitor"), ""),
        FREE: {"case": "the key itself", "owed": "whether it counts as missing; follows the plans"},
    },
    MonitoringReport: {
        FROZEN: dict.fromkeys(("period", "unit"), ""),
        FREE: {"case": "the key itself"},
    },
    Result: {FROZEN: dict.fromkeys((*WORD, "report"), ""), FREE: dict([OWN_KEY])},
    Finding: {
        FROZEN: dict.fromkeys((*JUDGED, "report"), ""),
        HELD: HELD_OF_JUDGED,
        FREE: dict([OWN_KEY]),
    },
    EarlierFinding: {
        FROZEN: dict.fromkeys((*JUDGED, "report"), ""),
        HELD: {"period": "that of the report before its own", **HELD_OF_JUDGED},
        FREE: dict([OWN_KEY]),
    },
    MonitoredItem: {
        FROZEN: {"report": "", "item": "", "shortfall": ""},
        FREE: dict([OWN_KEY]),
    },
    Progress: {
        FROZEN: dict.fromkeys(("report", "item", "on", "text"), ""),
        HELD: dict.fromkeys(("id", "by", "at"), "not signed"),
    },
    Proposal: {
        FROZEN: {"text": "", "case": "", "id": ""},
        HELD: {"position": "only the order is signed"},
        RECORDED: dict.fromkeys(
            ("answer", "answer_text", "answered_by", "answered_at"), "of the leadership, after the signature"
        ),
    },
    RowUpdate: {
        FROZEN: dict.fromkeys((*WORD, "period"), ""),
        FREE: {"case": "the key itself"},
    },
    Consolidation: {
        FROZEN: dict.fromkeys(("period", "assessment", "unchecked_reason", "supplement_of"), ""),
        FREE: {"case": "the key itself"},
    },
    ConsolidationItem: {
        FROZEN: dict.fromkeys(("consolidation", "case", "digest"), ""),
        HELD: {"position": "only the order is signed"},
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
            ),
            "",
        ),
        HELD: {
            "person": "the content says the name, which may change",
            "leader": "the content says the name, which may change",
            "due_at": "of due_on",
            "strike_until": "of the day on which it was given",
        },
        RECORDED: {"ended": "with the signature that ends it"},
        FREE: {"case": "the key itself"},
    },
    DraftOpinion: {
        FROZEN: dict.fromkeys(("plan", "due_on", "agrees", "text"), ""),
        HELD: {"due_at": "of due_on"},
        RECORDED: {"remark": "made with the head's signature"},
        FREE: {"case": "the key itself"},
    },
    Evidence: {
        FROZEN: {"sha256": "", "institution": ""},
        HELD: {"id": "citations refuse it, too", "size": "the file's bytes are compared"},
        FREE: dict.fromkeys(
            ("name", "media_type", "created_at"), "the content says the name that was signed"
        ),
    },
    EvidenceCitation: {
        FROZEN: {"evidence": ""},
        HELD: {
            "case": "who sees the file; any citation in the institution counts",
            "id": "nothing of a citation changes",
        },
    },
}
#: The column that leads to the case, where it is not `case`.
LEADS = {
    Case: "", PlanRow: "plan__case__", RowUnit: "row__plan__case__", Result: "report__case__", Finding: "report__case__",
    EarlierFinding: "report__case__", MonitoredItem: "report__case__", Progress: "report__case__",
    ConsolidationItem: "consolidation__case__", Highlight: "consolidation__case__",
}  # fmt: skip
#: Tables that the demo has no submitted row of: their own tests hold them (tests/approvals/test_shown.py, tests/reports).
ELSEWHERE = {Evidence, EvidenceCitation}


def columns(*classes: str) -> list[tuple[type[models.Model], str]]:
    """(table, column) of these classes."""
    return [(table, name) for table, said in TABLES.items() for one in classes for name in said.get(one, ())]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_column_has_chosen_its_class(table: type[models.Model]) -> None:
    chosen = [name for said in TABLES[table].values() for name in said]
    assert sorted(chosen) == sorted(field.name for field in table._meta.concrete_fields)
    assert all(
        reason for one in (HELD, RECORDED, DERIVED, FREE) for reason in TABLES[table].get(one, {}).values()
    )


def test_no_table_that_a_signature_rests_on_is_forgotten() -> None:
    """A table that is guarded stands above, but for those that never change at all and what only joins two."""
    known = {table._meta.db_table for table in TABLES} | {
        Submission._meta.db_table, "approvals_signature", MonitoredItem.units.through._meta.db_table,
    }  # fmt: skip
    assert set(triggers.TABLES) == known


def submitted_row(table: type[models.Model]) -> models.Model | None:
    """A row of the demo whose case is no open draft."""
    lead = LEADS.get(table, "case__")
    found = table._default_manager.filter(Q(**{f"{lead}submitted": True}))
    if table in (Result, Finding, EarlierFinding):
        found = found.filter(done__isnull=False)
    return found.order_by("pk").first()


def other(row: models.Model, field: Any) -> Any:
    """A value of the column that is not the row's, and that the column takes."""
    value = getattr(row, field.attname)
    if isinstance(field, models.ForeignKey):
        return field.related_model._default_manager.exclude(pk=value).values_list("pk", flat=True).first()
    return changed(value, field)


def changed(value: Any, field: Any) -> Any:
    """Another value of the same kind."""
    kinds: dict[type[models.Field[Any, Any]], Callable[[Any], Any]] = {
        models.UUIDField: lambda _one: uuid4(),
        models.BooleanField: lambda one: not one,
        models.DateTimeField: lambda one: (one or datetime(2026, 1, 1).astimezone()) + timedelta(days=1),
        models.DateField: lambda one: (one or date(2026, 1, 1)) + timedelta(days=1),
        models.JSONField: lambda one: [{"kind": "document", "value": "9", "name": ""}] if isinstance(one, list) else {"x": {"done": True}},
        models.DecimalField: lambda one: (one or 0) + 7,
        models.IntegerField: lambda one: one + 7,
    }  # fmt: skip
    for kind, make in kinds.items():
        if isinstance(field, kind):
            return make(value)
    chosen = [code for code, _label in field.choices or () if code != value]
    return chosen[0] if chosen else f"{value[:20]}x"


def write(row: models.Model, name: str) -> None:
    """Another value in this column, past the program."""
    field: Any = type(row)._meta.get_field(name)
    type(row)._default_manager.filter(pk=row.pk).update(**{field.attname: other(row, field)})


def cells(*classes: str) -> list[Any]:
    """The columns of these classes as parameters."""
    return [
        pytest.param(table, name, id=f"{table.__name__}.{name}")
        for table, name in columns(*classes)
        if table not in ELSEWHERE
    ]


@pytest.mark.parametrize(("table", "name"), cells(FROZEN, HELD))
def test_what_is_frozen_is_refused(demo: None, table: type[models.Model], name: str) -> None:
    row = submitted_row(table)
    if row is None:
        pytest.skip("the demo has none")
    with pytest.raises(IntegrityError), transaction.atomic():
        write(row, name)


@pytest.mark.parametrize(("table", "name"), cells(FROZEN))
def test_what_is_frozen_is_named_where_the_triggers_were_lifted(
    demo: None, table: type[models.Model], name: str
) -> None:
    row = submitted_row(table)
    if row is None:
        pytest.skip("the demo has none")
    triggers.lift(connection)
    try:
        with transaction.atomic():
            write(row, name)
    except IntegrityError:
        return  # another constraint of the table refuses it besides
    assert "tables" in {fault.code for fault in faults()}


def test_rows_are_neither_added_nor_taken_away(demo: None) -> None:
    tables: tuple[Any, ...] = (PlanRow, RowUnit, Result, Finding, ConsolidationItem, Highlight, Proposal)
    for table in tables:
        row = submitted_row(table)
        if row is None:
            continue
        with pytest.raises(IntegrityError), transaction.atomic():
            table._default_manager.filter(pk=row.pk)._raw_delete(connection.alias)
        row.pk = uuid4() if isinstance(row.pk, UUID) else None
        with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
            table._default_manager.bulk_create([row])
