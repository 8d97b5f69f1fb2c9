"""Nobody writes past the ledger: not by the ORM, not by SQL, not in bulk; on both databases (T26)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.core.management.commands.migrate import Command as Migrate
from django.db import IntegrityError, connection, transaction
from uuid_utils.compat import uuid7

from approvals import triggers
from approvals.models import Signature, Submission
from config.ledger import assert_guarded
from tests.factories import APPROVED, DRAFT, SUBMITTED, World
from workflow.models import Case, State

SQLITE, POSTGRESQL = "sqlite", "postgresql"
X = "f" * 64
#: A change of each guarded column, for a case that stands at unit-approved.
CHANGES: dict[str, Any] = {
    "state": State.MONITOR_REVIEWED.value,
    "sequence": 3,
    "head": X,
    "submitted": False,
    "submission": 2,
    "digest": X,
}
#: A change of each column of a signature, of a type that the column takes.
SIGNATURE_CHANGES: dict[str, Any] = {
    "format": 2,
    "sequence": 9,
    "act": "review",
    "from_state": "presented",
    "to_state": "presented",
    "signer_name": "Ai đó",
    "signer_title": "Chức khác",
    "signer_unit": "Đơn vị khác",
    "principal_name": "Người khác",
    "capacity": "Q.",
    "within": UUID(int=1),
    "submission": 7,
    "digest": X,
    "comment": "khác",
    "details": {"issued": {}},
    "session": X,
    "idempotency_key": "another-key",
    "fingerprint": X,
    "previous": X,
    "hash": X,
}


def only(vendor: str) -> pytest.MarkDecorator:
    """Marks what exists on one of the two databases only."""
    return pytest.mark.skipif(connection.vendor != vendor, reason=f"concerns {vendor}")


def refused(write: Callable[[], Any], message: str | None = None) -> None:
    """The database refuses it and says why."""
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        write()


def sql(text: str, *values: Any) -> Callable[[], Any]:
    """A statement to be run past the ORM; UUIDs and the rest as the database takes them."""

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(text, [adapted(value) for value in values])

    return run


def adapted(value: Any) -> Any:
    """A UUID as SQLite stores it."""
    return value.hex if isinstance(value, UUID) and connection.vendor == SQLITE else value


def columns_of(model: type[Case | Signature | Submission]) -> list[str]:
    """The columns of a table, in their order."""
    return [field.column for field in model._meta.concrete_fields if field.column]


@pytest.fixture
def case(demo: None) -> Case:
    """A case of the demo that stands at unit-approved."""
    return Case.objects.filter(state=APPROVED).order_by("id")[0]


@pytest.fixture
def signature(case: Case) -> Signature:
    """The first signature of that case; it is not the last."""
    return Signature.objects.get(case=case, sequence=1)


@pytest.fixture
def submission(case: Case) -> Submission:
    """A frozen content of that case."""
    return Submission.objects.filter(case=case)[0]


# ── cases ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("column", CHANGES)
def test_no_column_of_the_ledger_moves_by_itself(case: Case, column: str) -> None:
    """save, update, bulk_update, raw SQL: each alone is refused."""
    value, message = CHANGES[column], "a case moves with a signature only"
    refused(lambda: Case.objects.filter(id=case.id).update(**{column: value}), message)
    refused(sql(f"UPDATE workflow_case SET {column} = %s WHERE id = %s", value, case.id), message)
    forged = Case.objects.get(id=case.id)
    forged.__dict__[column] = value  # the field of the state refuses plain assignment
    refused(lambda: forged.save(update_fields=[column]), message)
    refused(lambda: Case.objects.bulk_update([forged], [column]), message)
    refused(forged.save, message)
    forged.__dict__["title"] = "Khác"
    refused(
        lambda: Case.objects.bulk_create(
            [forged], update_conflicts=True, update_fields=[column], unique_fields=["id"]
        )
    )
    assert Case.objects.filter(id=case.id, **{column: getattr(case, column)}).exists()


def test_all_columns_together_do_not_move_without_a_signature(case: Case) -> None:
    refused(lambda: Case.objects.filter(id=case.id).update(**CHANGES), "a case moves with a signature only")


def test_fsm_methods_do_not_get_past(case: Case) -> None:
    """The methods that declare the machine change the instance; saving it is refused."""
    case.review()
    refused(case.save, "a case moves with a signature only")


def test_many_cases_at_once(demo: None) -> None:
    refused(lambda: Case.objects.filter(sequence__gt=0).update(state=State.PRESENTED))
    refused(sql("UPDATE workflow_case SET state = 'presented'"))


@pytest.mark.parametrize(
    "born",
    [{"state": APPROVED}, {"sequence": 1}, {"head": X}, {"submitted": True}, {"submission": 1}],
    ids=str,
)
def test_a_case_is_born_as_a_draft(case: Case, born: dict[str, Any]) -> None:
    """Neither by the ORM nor in bulk nor by a copy in SQL."""
    fields = {
        field.attname: getattr(case, field.attname)
        for field in Case._meta.concrete_fields
        if field.attname not in {"id", *CHANGES}
    }
    message = "a case is born as an unsigned draft"
    refused(lambda: Case.objects.create(**fields, **born), message)
    refused(lambda: Case.objects.bulk_create([Case(**fields, **born)]), message)
    columns = ", ".join(name for name in [*fields, *CHANGES] if name not in born)
    [(name, value)] = born.items()
    # born as it should be but for one column: the other guarded ones are taken from an unsigned case
    draft = Case.objects.create(**fields)
    refused(
        sql(f"INSERT INTO workflow_case (id, {name}, {columns}) SELECT %s, %s, {columns} FROM workflow_case WHERE id = %s",
            uuid7(), value, draft.id),
        message,
    )  # fmt: skip


def test_a_signed_case_is_never_deleted(case: Case) -> None:
    refused(sql("DELETE FROM workflow_case WHERE id = %s", case.id), "a signed case is never deleted")
    refused(lambda: Case.objects.filter(id=case.id)._raw_delete("default"), "a signed case is never deleted")


def test_the_content_of_an_open_draft_may_change(demo: None) -> None:
    """The guards leave alone what is nobody's word yet."""
    case = Case.objects.filter(state=DRAFT, submitted=False)[0]
    assert Case.objects.filter(id=case.id).update(digest=X, title="Khác") == 1


@only(SQLITE)
def test_replacing_a_signed_case_is_no_way_around(case: Case) -> None:
    """INSERT OR REPLACE deletes without firing the trigger of a deletion."""
    columns = columns_of(Case)
    fresh = {"state": "'draft'", "sequence": "0", "head": "''", "submitted": "0", "submission": "0"}
    chosen = ", ".join(fresh.get(column, column) for column in columns)
    replace = (
        f"INSERT OR REPLACE INTO workflow_case ({', '.join(columns)}) SELECT {chosen} FROM workflow_case"
    )
    refused(sql(f"{replace} WHERE id = %s", case.id))


# ── signatures ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("column", SIGNATURE_CHANGES)
def test_a_signature_never_changes(signature: Signature, column: str) -> None:
    value, message = SIGNATURE_CHANGES[column], "a signature never changes"
    refused(lambda: Signature.objects.filter(id=signature.id).update(**{column: value}), message)
    setattr(signature, column, value)
    refused(signature.save, message)
    refused(lambda: signature.save(update_fields=[column]), message)
    refused(lambda: Signature.objects.bulk_update([signature], [column]), message)
    refused(sql(f"UPDATE approvals_signature SET {column} = {column} WHERE id = %s", signature.id), message)


def test_a_signature_is_never_deleted(signature: Signature) -> None:
    message = "a signature is never deleted"
    refused(signature.delete, message)
    refused(lambda: Signature.objects.filter(case=signature.case_id).delete(), message)
    refused(sql("DELETE FROM approvals_signature"), message)


@pytest.mark.parametrize(
    "forged",
    [
        {},
        {"sequence": 3},
        {"sequence": 3, "previous": "head"},
        {"sequence": 4, "previous": "head", "from_state": APPROVED},
        {"sequence": 3, "previous": "", "from_state": APPROVED},
        {"sequence": 3, "previous": "head", "from_state": "presented"},
    ],
    ids=str,
)
def test_a_signature_continues_its_chain(case: Case, signature: Signature, forged: dict[str, Any]) -> None:
    """Sequence, previous head and state from which it leads: all three must fit."""
    assert case.sequence == 2
    for name, value in forged.items():
        setattr(signature, name, case.head if value == "head" else value)
    signature.id, signature.idempotency_key = uuid4(), "forged-key"
    signature._state.adding = True
    message = "a signature continues the chain of its case"
    refused(lambda: signature.save(force_insert=True), message)
    refused(lambda: Signature.objects.bulk_create([signature]), message)
    refused(lambda: Signature.objects.bulk_create([signature], ignore_conflicts=True), message)


def test_a_signature_that_fits_moves_only_its_own_case(case: Case, signature: Signature) -> None:
    """A forged link can be hung on the open end, but the case follows exactly that link and no other way."""
    signature.id, signature.sequence, signature.idempotency_key = uuid4(), 3, "forged-key"
    signature.previous, signature.from_state, signature.to_state = case.head, APPROVED, State.MONITOR_REVIEWED
    signature.hash = X
    Signature.objects.bulk_create([signature])
    mine = Case.objects.filter(id=case.id)
    refused(lambda: mine.update(sequence=3, head=X, state=State.CONSOLIDATED))
    refused(lambda: mine.update(sequence=3, head="e" * 64, state=State.MONITOR_REVIEWED))
    refused(lambda: mine.update(sequence=2, head=X, state=State.MONITOR_REVIEWED))
    other = Case.objects.filter(state=APPROVED, sequence=2).exclude(id=case.id)
    refused(lambda: other.update(sequence=3, head=X, state=State.MONITOR_REVIEWED))
    assert mine.update(sequence=3, head=X, state=State.MONITOR_REVIEWED) == 1


@only(SQLITE)
def test_replacing_a_signature_is_no_way_around(case: Case, signature: Signature) -> None:
    """A row that continues the chain, but under the key of an older one, would make that one vanish."""
    changed = {"sequence": "3", "previous": "%s", "from_state": "'unit-approved'", "idempotency_key": "'k'"}
    columns = columns_of(Signature)
    chosen = ", ".join(changed.get(column, column) for column in columns)
    replace = f"INSERT OR REPLACE INTO approvals_signature ({', '.join(columns)}) SELECT {chosen}"
    refused(sql(f"{replace} FROM approvals_signature WHERE id = %s", case.head, signature.id))


# ── submissions ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("change", [{"number": 9}, {"content": "{}"}, {"digest": X}], ids=str)
def test_a_submission_never_changes(submission: Submission, change: dict[str, Any]) -> None:
    [(name, value)], message = change.items(), "a submission never changes"
    refused(lambda: Submission.objects.filter(id=submission.id).update(**change), message)
    setattr(submission, name, value)
    refused(submission.save, message)
    refused(lambda: Submission.objects.bulk_update([submission], [name]), message)
    refused(sql(f"UPDATE approvals_submission SET {name} = {name}"), message)


def test_a_submission_is_never_deleted(submission: Submission) -> None:
    message = "a submission is never deleted"
    refused(submission.delete, message)
    refused(lambda: Submission.objects.filter(case=submission.case_id).delete(), message)
    refused(sql("DELETE FROM approvals_submission"), message)


@pytest.mark.parametrize("number", [0, 3, 7])
def test_a_submission_is_the_next_of_its_case(submission: Submission, number: int) -> None:
    """Nothing can be laid beside what was submitted, to be found there later."""
    assert submission.number == 1
    submission.id, submission.number = uuid4(), number
    refused(lambda: Submission.objects.bulk_create([submission]))


@only(SQLITE)
def test_replacing_a_submission_is_no_way_around(submission: Submission) -> None:
    columns = ", ".join(columns_of(Submission))
    chosen = columns.replace("content", "'{}'")
    replace = f"INSERT OR REPLACE INTO approvals_submission ({columns}) SELECT {chosen}"
    refused(sql(f"{replace} FROM approvals_submission WHERE id = %s", submission.id))


@only(POSTGRESQL)
@pytest.mark.parametrize("table", triggers.TABLES)
def test_nothing_is_emptied(transactional_db: None, table: str) -> None:
    """TRUNCATE fires no row trigger; it has one of its own."""
    refused(sql(f"TRUNCATE {table} CASCADE"), "the ledger is never emptied")


# ── the guards themselves ─────────────────────────────────────────────────────────────────────────


def drop(name: str) -> None:
    """Takes one trigger away, as somebody at a console would."""
    table = triggers.names(connection.vendor)[name]
    on = f" ON {table}" if connection.vendor == POSTGRESQL else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")


@pytest.mark.parametrize("name", triggers.names(connection.vendor))
def test_every_dropped_guard_is_missed(db: None, name: str) -> None:
    assert triggers.missing(connection) == []
    drop(name)
    assert triggers.missing(connection) == [name]
    triggers.install(connection)
    assert triggers.missing(connection) == []


def test_a_guard_of_another_wording_is_missed(db: None) -> None:
    name = "ledger_signature_fixed"
    drop(name)
    guard = next(guard for guard in triggers.GUARDS if guard.name == name)
    harmless = triggers.Guard(name, guard.table, guard.event, "1 = 0", guard.message)
    rendered = (
        triggers.postgresql_trigger(harmless)
        if connection.vendor == POSTGRESQL
        else [triggers.sqlite_trigger(harmless)]
    )
    for text in rendered:
        sql(text)()
    assert triggers.missing(connection) == [name]


@only(POSTGRESQL)
@pytest.mark.parametrize(
    "elsewhere",
    [
        "INSERT ON approvals_signature FOR EACH ROW",
        "UPDATE OF comment ON approvals_signature FOR EACH ROW",
        "UPDATE ON approvals_signature FOR EACH ROW WHEN (false)",
        "UPDATE ON periods_period FOR EACH ROW",
    ],
)
def test_a_guard_that_listens_elsewhere_is_missed(db: None, elsewhere: str) -> None:
    """The function unchanged, but called for another event, for one column, never, or on another table."""
    name = "ledger_signature_fixed"
    drop(name)
    sql(f"CREATE TRIGGER {name} BEFORE {elsewhere} EXECUTE FUNCTION {name}()")()
    assert triggers.missing(connection) == [name]


@only(POSTGRESQL)
def test_a_disabled_guard_is_missed(db: None) -> None:
    sql("ALTER TABLE approvals_signature DISABLE TRIGGER ledger_signature_fixed")()
    assert triggers.missing(connection) == ["ledger_signature_fixed"]


def test_migrate_lifts_and_installs(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """While Django migrates no guard is in the way; afterwards all are there, also when it failed."""
    found: list[list[str]] = []
    migrate = Migrate.handle

    def watched(self: Migrate, *args: Any, **options: Any) -> None:
        found.append(triggers.missing(connection))
        migrate(self, *args, **options)
        if len(found) == 2:
            raise RuntimeError("the power is gone")

    monkeypatch.setattr(Migrate, "handle", watched)
    drop("ledger_signature_kept")
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []
    with pytest.raises(RuntimeError, match="power"):
        call_command("migrate", verbosity=0)
    assert found == [list(triggers.names(connection.vendor))] * 2
    assert triggers.missing(connection) == []


def test_start_up_refuses_without_its_guards(transactional_db: None) -> None:
    assert_guarded()
    drop("ledger_case_signed")
    try:
        with pytest.raises(RuntimeError, match="missing or changed: ledger_case_signed; run migrate"):
            assert_guarded()
    finally:
        triggers.install(connection)
    assert_guarded()


@only(SQLITE)
def test_start_up_refuses_a_database_that_may_lose_a_signature(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection.close()
    options = {**connection.settings_dict["OPTIONS"], "init_command": "PRAGMA synchronous=NORMAL"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    with pytest.raises(RuntimeError, match="synchronous FULL"):
        assert_guarded()


def test_the_act_itself_goes_through(world: World) -> None:
    """What the guards are for: every real step passes them."""
    case_id = world.plan_at(SUBMITTED)
    world.stage.approve(case_id, "W-A")
    assert world.case(case_id).sequence == 2
