"""Database triggers that hold every writer to the ledger: the ORM, raw SQL and a console alike.

The same condition is rendered for PostgreSQL and SQLite. `install` is idempotent; our `migrate` command
lifts the triggers, migrates and installs them again, because SQLite rebuilds tables and loses them.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

CASE, SIGNATURE, SUBMISSION = "workflow_case", "approvals_signature", "approvals_submission"
EVIDENCE, CITATION = "approvals_evidence", "approvals_evidencecitation"
#: The register of administrative acts, of the app below.
REGISTER = "organization_entry"


def differs(*columns: str) -> str:
    """That one of these columns is not what it was, in both databases' words."""
    return " OR ".join(
        f"NEW.{one} <> OLD.{one} OR (NEW.{one} IS NULL) <> (OLD.{one} IS NULL)" for one in columns
    )


#: A change of these columns of a case is an act; every act leaves a signature.
ACTED = (
    "NEW.state <> OLD.state OR NEW.sequence <> OLD.sequence OR NEW.head <> OLD.head "
    "OR NEW.submitted <> OLD.submitted OR NEW.submission <> OLD.submission "
    "OR (NEW.digest <> OLD.digest AND (OLD.submitted OR OLD.state <> 'draft'))"
)
SIGNED = (
    "NEW.sequence = OLD.sequence + 1 AND EXISTS (SELECT 1 FROM approvals_signature s WHERE s.case_id = NEW.id "
    "AND s.sequence = NEW.sequence AND s.from_state = OLD.state AND s.to_state = NEW.state "
    "AND s.hash = NEW.head AND s.previous = OLD.head AND (NOT NEW.submitted OR s.digest = NEW.digest))"
)
#: SQLite's INSERT OR REPLACE deletes a conflicting row without firing the trigger of a deletion; so a new
#: row must not meet one that is there.
CONTINUES = (
    "EXISTS (SELECT 1 FROM workflow_case c WHERE c.id = NEW.case_id AND c.head = NEW.previous "
    "AND c.sequence + 1 = NEW.sequence AND c.state = NEW.from_state) "
    "AND NOT EXISTS (SELECT 1 FROM approvals_signature s WHERE s.id = NEW.id "
    "OR (s.case_id = NEW.case_id AND s.sequence = NEW.sequence) "
    "OR (s.case_id = NEW.case_id AND s.signer_id = NEW.signer_id AND s.idempotency_key = NEW.idempotency_key))"
)
NEXT = (
    "EXISTS (SELECT 1 FROM workflow_case c WHERE c.id = NEW.case_id AND c.submission + 1 = NEW.number) "
    "AND NOT EXISTS (SELECT 1 FROM approvals_submission s WHERE s.id = NEW.id "
    "OR (s.case_id = NEW.case_id AND s.number = NEW.number))"
)
BORN = (
    "NEW.state = 'draft' AND NEW.sequence = 0 AND NEW.head = '' AND NOT NEW.submitted AND NEW.submission = 0 "
    "AND NOT EXISTS (SELECT 1 FROM workflow_case c WHERE c.id = NEW.id)"
)


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse an event on a table when a condition over OLD and NEW holds."""

    name: str
    table: str
    event: str
    refused_when: str
    message: str


GUARDS = [
    Guard("ledger_case_born", CASE, "INSERT", f"NOT ({BORN})", "a case is born as an unsigned draft"),
    Guard(
        "ledger_case_signed",
        CASE,
        "UPDATE",
        f"({ACTED}) AND NOT ({SIGNED})",
        "a case moves with a signature only",
    ),
    Guard(
        "ledger_case_frozen",
        CASE,
        "UPDATE",
        f"(OLD.submitted AND ({differs('title', 'period')})) "
        f"OR (OLD.sequence > 0 AND ({differs('kind', 'unit_id', 'institution_id', 'procedure', 'created_at')}))",
        "what was submitted of a case never changes",
    ),
    Guard("ledger_case_kept", CASE, "DELETE", "OLD.sequence > 0", "a signed case is never deleted"),
    Guard(
        "ledger_signature_continues",
        SIGNATURE,
        "INSERT",
        f"NOT ({CONTINUES})",
        "a signature continues the chain of its case",
    ),
    Guard("ledger_signature_fixed", SIGNATURE, "UPDATE", "1 = 1", "a signature never changes"),
    Guard("ledger_signature_kept", SIGNATURE, "DELETE", "1 = 1", "a signature is never deleted"),
    Guard(
        "ledger_submission_next",
        SUBMISSION,
        "INSERT",
        f"NOT ({NEXT})",
        "a submission is the next of its case",
    ),
    Guard("ledger_submission_fixed", SUBMISSION, "UPDATE", "1 = 1", "a submission never changes"),
    Guard("ledger_submission_kept", SUBMISSION, "DELETE", "1 = 1", "a submission is never deleted"),
    Guard(
        "ledger_evidence_fixed",
        EVIDENCE,
        "UPDATE",
        differs("id", "institution_id", "sha256", "size"),
        "evidence stays what was uploaded",
    ),
    Guard(
        "ledger_evidence_added",
        EVIDENCE,
        "INSERT",
        "EXISTS (SELECT 1 FROM approvals_evidence e WHERE e.id = NEW.id "
        "OR (e.institution_id = NEW.institution_id AND e.sha256 = NEW.sha256))",
        "evidence stays what was uploaded",
    ),
    Guard("ledger_evidence_kept", EVIDENCE, "DELETE", "1 = 1", "evidence is never deleted"),
    # One that is there already may be named again (ON CONFLICT DO NOTHING), but not under its own number.
    Guard(
        "ledger_citation_added",
        CITATION,
        "INSERT",
        "EXISTS (SELECT 1 FROM approvals_evidencecitation c WHERE c.id = NEW.id)",
        "a citation never changes",
    ),
    Guard("ledger_citation_fixed", CITATION, "UPDATE", "1 = 1", "a citation never changes"),
    Guard(
        "ledger_citation_kept",
        CITATION,
        "DELETE",
        "EXISTS (SELECT 1 FROM workflow_case c WHERE c.id = OLD.case_id AND c.sequence > 0)",
        "what a signed case cites stays cited",
    ),
    Guard(
        "register_added",
        REGISTER,
        "INSERT",
        "EXISTS (SELECT 1 FROM organization_entry e WHERE e.id = NEW.id)",
        "an entry of the register never changes",
    ),
    Guard("register_fixed", REGISTER, "UPDATE", "1 = 1", "an entry of the register never changes"),
    Guard("register_kept", REGISTER, "DELETE", "1 = 1", "an entry of the register is never deleted"),
]
#: The tables that hold the ledger itself; all of them are there, or nothing is guarded yet.
LEDGER = (CASE, SIGNATURE, SUBMISSION)
TABLES = [*LEDGER, EVIDENCE, CITATION, REGISTER]
FROZEN = "what was submitted is not edited"


def guard_also(*guards: Guard) -> None:
    """Let an app above guard its own tables; called once at start-up."""
    GUARDS.extend(guards)
    TABLES.extend(dict.fromkeys(guard.table for guard in guards))


def frozen(case_id: str) -> str:
    """That the case with this id is no open draft."""
    return f"EXISTS (SELECT 1 FROM workflow_case c WHERE c.id = {case_id} AND c.submitted)"  # noqa: S608 - of names in this source


def rows_of_case(table: str, case_id: str) -> tuple[Guard, ...]:
    """Guards of a table whose every row belongs to the content of a case: nothing is added, changed or taken away once that
    is submitted.

    Args:
        case_id: of a row's case, as SQL, with {row} where the row stands.
    """
    there = f"EXISTS (SELECT 1 FROM {table} r WHERE r.id = NEW.id AND {frozen(case_id.format(row='r'))})"  # noqa: S608
    old, new = frozen(case_id.format(row="OLD")), frozen(case_id.format(row="NEW"))
    return (
        # SQLite's INSERT OR REPLACE deletes a row of the same id and fires no trigger of a deletion.
        Guard(f"frozen_{table}_added", table, "INSERT", f"{new} OR {there}", FROZEN),
        Guard(f"frozen_{table}_changed", table, "UPDATE", f"NEW.id <> OLD.id OR {old} OR {new}", FROZEN),
        Guard(f"frozen_{table}_kept", table, "DELETE", old, FROZEN),
    )


def columns_of_case(table: str, *columns: str, key: str = "case_id", when: str = "") -> tuple[Guard, ...]:
    """Guards of a table of which these columns belong to the content of a case, the others not.

    Args:
        when: another condition over OLD under which they stand; empty: the case is no open draft.
    """
    old = when or frozen(f"OLD.{key}")
    added = "" if key == "case_id" else f" OR EXISTS (SELECT 1 FROM {table} r WHERE r.id = NEW.id)"  # noqa: S608
    return (
        Guard(f"frozen_{table}_added", table, "INSERT", f"{frozen(f'NEW.{key}')}{added}", FROZEN),
        Guard(f"frozen_{table}_changed", table, "UPDATE", f"({old}) AND ({differs(key, *columns)})", FROZEN),
        Guard(f"frozen_{table}_kept", table, "DELETE", old, FROZEN),
    )


def statements(vendor: str, existing: Collection[str]) -> list[str]:
    """The SQL that installs every guard of the tables that exist, in order, for "postgresql" or "sqlite"."""
    guards = [guard for guard in GUARDS if guard.table in existing]
    if vendor == "sqlite":
        return [sqlite_trigger(guard) for guard in guards]
    rendered = [sql for guard in guards for sql in postgresql_trigger(guard)]
    tables = [table for table in TABLES if table in existing]
    return rendered + [sql for table in tables for sql in postgresql_no_truncate(table)]


def sqlite_trigger(guard: Guard) -> str:
    """One SQLite trigger."""
    return (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW "
        f"BEGIN SELECT RAISE(ABORT, '{guard.message}') WHERE {guard.refused_when}; END"
    )


def postgresql_trigger(guard: Guard) -> list[str]:
    """One PostgreSQL function and its trigger."""
    row = "OLD" if guard.event == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {guard.refused_when} THEN RAISE EXCEPTION '{guard.message}' USING ERRCODE = 'restrict_violation'; "
        f"END IF; RETURN {row}; END $$",
        f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {guard.name}()",
    ]


def postgresql_no_truncate(table: str) -> list[str]:
    """TRUNCATE fires no row trigger, so it gets one of its own."""
    name = f"ledger_{table}_not_emptied"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION 'the ledger is never emptied' USING ERRCODE = 'restrict_violation'; END $$",
        f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]


def names(vendor: str) -> dict[str, str]:
    """Every trigger's name and its table."""
    found = {guard.name: guard.table for guard in GUARDS}
    if vendor == "postgresql":
        found |= {f"ledger_{table}_not_emptied": table for table in TABLES}
    return found


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take all guards away; missing tables and triggers are no error."""
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for name, table in names(connection.vendor).items():
            if table in existing:
                on = "" if connection.vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def install(connection: BaseDatabaseWrapper) -> None:
    """Put all guards in place, replacing what is there; tables that do not exist yet are left alone."""
    existing = set(connection.introspection.table_names())
    if not existing.issuperset(LEDGER):
        return
    lift(connection)
    with connection.cursor() as cursor:
        for sql in statements(connection.vendor, existing):
            cursor.execute(sql)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of guards that the database lacks or holds in another wording than this source."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            held = dict(cursor.fetchall())
            return [guard.name for guard in GUARDS if held.get(guard.name) != sqlite_trigger(guard)]
        cursor.execute(
            "SELECT t.tgname, p.prosrc, pg_get_triggerdef(t.oid, true) FROM pg_trigger t "
            "JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE t.tgenabled IN ('O', 'A') AND NOT t.tgisinternal AND pg_table_is_visible(c.oid)"
        )
        held = {name: (body, definition) for name, body, definition in cursor.fetchall()}
    return [name for name, wanted in postgresql_definitions().items() if held.get(name) != wanted]


def postgresql_definitions() -> dict[str, tuple[str, str]]:
    """Trigger -> the body of its function, and its definition as PostgreSQL tells it."""
    pairs = [postgresql_trigger(guard) for guard in GUARDS] + [
        postgresql_no_truncate(table) for table in TABLES
    ]
    return {definition.split()[2]: (function.split("$$")[1], definition) for function, definition in pairs}
