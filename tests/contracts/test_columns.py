"""Every column of every table that a signature rests on has chosen what holds it (docs/adr/0035); a new one has to."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Q
from django.db.utils import DatabaseError

from approvals import kinds, triggers
from approvals.ledger.chain import Fault
from approvals.ledger.verify import faults
from approvals.models import EvidenceCitation
from handovers.models import HandoverItem
from instructions.models import Instruction
from meetings.models import ConsolidationItem, Highlight
from organization.actions import rename_unit
from organization.models import Appointment, Delegation, Post
from plans.models import Plan, PlanOfficer, PlanRow, RowTerm, RowUnit
from reports.models import EarlierFinding, Finding, Progress, Proposal, Result, RowUpdate, UnitReport
from tests.clock import Clock, moment
from tests.contracts.columns import DERIVED, FREE, FROZEN, LEADS, RECORDED, TABLES
from tests.contracts.signed_world import with_a_file
from tests.factories import World
from workflow.models import Case

Cell = tuple[type[models.Model], str]
#: Which row says something in a column, where not every one does.
SAYING: dict[Cell, Q] = {
    **{(Plan, name): Q(revision__gt=0) for name in ("asked_from", "since")},
    **{(PlanRow, name): Q(plan__revision__gt=0) for name in ("ended", "reason")},
    **{(RowTerm, name): Q(kind="moved") for name in ("kind", "unit", "was_unit")},
    (PlanOfficer, "since"): Q(until=None),
    (RowTerm, "was"): Q(kind="extended"),
    (RowUnit, "unit"): Q(unit__isnull=False),
    (RowUnit, "unit_class"): ~Q(unit_class=""),
    (RowUnit, "position"): Q(row__text="Việc khác", position=0),
    (PlanRow, "position"): Q(plan__case__title="Kế hoạch", position=0),
    (Plan, "exemption"): ~Q(exemption=""),
    (Plan, "of_institution"): Q(of_institution=True, exemption=""),
    (Plan, "renews"): Q(renews__isnull=False),
    (PlanRow, "carried_from"): Q(carried_from__isnull=False),
    (UnitReport, "owed"): ~Q(case__state="presented"),
    **{(PlanOfficer, name): Q(case__isnull=False) for name in ("plan", "unit", "user", "case")},
    (HandoverItem, "handover"): Q(kind="plan"),
    (Finding, "shares"): ~Q(shares={}),
    **{
        (Plan, f"issued_{name}"): ~Q(issued_number="")
        for name in ("number", "date", "signer", "evidence", "assigning")
    },
    (Proposal, "position"): Q(position=0),
    (ConsolidationItem, "position"): Q(position=0, consolidation__period__label="2026-11"),
    **{(Appointment, name): Q(user__username="w-a.head") for name in TABLES[Appointment][RECORDED]},
    (Post, "unit"): Q(unit__code="W-A", role="head"),
}
#: Another value, where any other of its kind would say the same of what was signed.
OTHERS: dict[str, Callable[[Any], Any]] = {
    "valid_from": lambda _row: datetime(2026, 12, 1, tzinfo=UTC),
    "valid_to": lambda row: row.valid_from + timedelta(seconds=1),
}
#: Its content names who follows it: what the tables say of that differs from what was signed.
MONITOR_SIGNED = {("monitoring_unit", "update"), ("monitoring_unit", "opening-sheet")}
#: The database itself refuses another value: who passed it on and when go together; a first revision is its own.
IMPOSSIBLE = {(Instruction, "passed_on"), (Plan, "root"), (Plan, "revision")}


@pytest.fixture
def signed(signed_tables: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Everything that is signed, and a plan that was registered with a file."""
    Clock(monkeypatch, moment("2026-11-27 09:00"))
    with_a_file(signed_tables)
    connection.check_constraints()  # PostgreSQL lifts no trigger of a table while a check of it is put off
    return signed_tables


def columns(*classes: str) -> list[Cell]:
    """(table, column) of these classes."""
    return [(table, name) for table, said in TABLES.items() for one in classes for name in said.get(one, ())]


def by_table(wanted: list[Cell]) -> pytest.MarkDecorator:
    """A test for each table with these of its columns: lifting the triggers takes longer than trying a column."""
    tables = dict.fromkeys(table for table, _name in wanted)
    named = [(table, [name for of, name in wanted if of is table]) for table in tables]
    return pytest.mark.parametrize(("table", "names"), named, ids=[table.__name__ for table in tables])


def row_of(table: type[models.Model], name: str) -> models.Model:
    """A row that says something in this column, and whose case is no open draft."""
    lead = LEADS.get(table, "case__")
    found = table._default_manager.filter(SAYING.get((table, name), Q()))
    if lead is not None:
        found = found.filter(**{f"{lead}submitted": True})
    if table in (Result, Finding, EarlierFinding, RowUpdate):
        found = found.filter(done__isnull=False)
    row = found.order_by("pk").first()
    assert row is not None, f"the world has no {table.__name__} that says {name}"
    return row


def others(row: models.Model, field: Any) -> Iterator[Any]:
    """Values of the column that are not the row's, and that the column may take."""
    value = getattr(row, field.attname)
    if field.name in OTHERS:
        yield OTHERS[field.name](row)
    elif isinstance(field, models.ForeignKey):
        known = field.related_model._default_manager.exclude(pk=value).order_by("-pk")
        yield from known.values_list("pk", flat=True)
        yield from [] if value is None else [None]
    else:
        yield changed(value, field)


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
    """The first other value in this column that the database takes, past the program.

    Raises:
        IntegrityError: it takes none.
    """
    field: Any = type(row)._meta.get_field(name)
    refused: IntegrityError | None = None
    for value in others(row, field):
        try:
            with transaction.atomic():
                type(row)._default_manager.filter(pk=row.pk).update(**{field.attname: value})
            return
        except IntegrityError as error:
            refused = error
    raise refused or AssertionError("no other value")


def by_trigger(error: BaseException) -> bool:
    """Whether it was one of our guards that refused."""
    return any(guard.message in str(error) for guard in triggers.GUARDS)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_column_has_chosen_its_class(table: type[models.Model]) -> None:
    chosen = [name for said in TABLES[table].values() for name in said]
    assert sorted(chosen) == sorted(field.name for field in table._meta.concrete_fields)
    assert set(TABLES[table]) <= {FROZEN, RECORDED, DERIVED, FREE}
    assert all(reason for one in (RECORDED, DERIVED, FREE) for reason in TABLES[table].get(one, {}).values())


def test_no_table_that_a_signature_rests_on_is_forgotten() -> None:
    """A table that is guarded stands among them; beside them stand only those of who held which post.
    The register of administrative acts is guarded, too: nothing that was signed rests on it."""
    known = {table._meta.db_table for table in TABLES}
    of_posts = {table._meta.db_table for table in (Appointment, Post, Delegation)}
    assert set(triggers.TABLES) - {triggers.REGISTER} == known - of_posts


def test_nothing_is_named_before(signed: World) -> None:
    assert list(faults()) == []


@by_table([cell for cell in columns(FROZEN, RECORDED) if cell[0] not in (Appointment, Post, Delegation)])
def test_what_is_frozen_is_refused(signed: World, table: type[models.Model], names: list[str]) -> None:
    assert [name for name in names if not is_refused(table, name)] == []


def is_refused(table: type[models.Model], name: str) -> bool:
    """Whether a guard of ours refuses another value."""
    try:
        write(row_of(table, name), name)
    except IntegrityError as error:
        return by_trigger(error)
    return False


def named_as(row: models.Model, name: str) -> list[Fault]:
    """What is found while another value stands in the column; undone, for foreign keys would refuse some of it in the end."""
    with transaction.atomic():
        write(row, name)
        found = list(faults())
        transaction.set_rollback(True)
    return found


@pytest.mark.either  # what is found is found by reading; tests/approvals/test_ledger.py reads on the server, too
@by_table([cell for cell in columns(FROZEN, RECORDED) if cell not in IMPOSSIBLE])
def test_it_is_named_where_the_triggers_were_lifted(
    signed: World, table: type[models.Model], names: list[str]
) -> None:
    rows = {name: row_of(table, name) for name in names}
    triggers.lift(connection)
    assert [name for name, row in rows.items() if not named_as(row, name)] == []


@by_table([cell for cell in columns(RECORDED) if cell[0] in (Appointment, Post, Delegation)])
def test_a_signature_in_a_post_that_nobody_held_is_named(
    signed: World, table: type[models.Model], names: list[str]
) -> None:
    found = {name: {fault.code for fault in named_as(row_of(table, name), name)} for name in names}
    assert [name for name, codes in found.items() if codes != {"post"}] == []


@pytest.mark.parametrize("lifted", [False, True], ids=["guarded", "lifted"])
@by_table([cell for cell in columns(DERIVED) if cell[0] is not Case])
def test_what_is_derived_is_computed_anew(
    signed: World, table: type[models.Model], names: list[str], lifted: bool
) -> None:
    rows = {name: row_of(table, name) for name in names}
    if lifted:
        triggers.lift(connection)
    for name, row in rows.items():
        [fault] = named_as(row, name)
        assert fault.code == "derived", name
        assert fault.detail.startswith(f"{'due_at' if name == 'owed' else name}: computed "), name


@pytest.mark.parametrize("lifted", [False, True], ids=["guarded", "lifted"])
@pytest.mark.parametrize("kind", kinds.REGISTER)
def test_what_is_derived_of_a_case_is_computed_anew(signed: World, kind: str, lifted: bool) -> None:
    case = Case.objects.filter(kind=kind).order_by("-sequence", "id")[0]
    if lifted:
        triggers.lift(connection)
    for name in TABLES[Case][DERIVED]:
        [fault] = named_as(case, name)
        assert (fault.case, fault.code) in {(str(case.id), "derived"), (str(case.id), "tables")}, name
        assert name in fault.detail or (name, kind) in MONITOR_SIGNED


def test_what_is_free_is_not_named(signed: World) -> None:
    """Whoever gives a reason says the truth: nothing that was signed rests on it."""
    triggers.lift(connection)
    for table, name in columns(FREE):
        field: Any = table._meta.get_field(name)
        if not field.primary_key and table not in (Post, Proposal):
            write(row_of(table, name), name)
    answer = {
        "answer": Proposal.Answer.NOTED,
        "answer_text": "Đã biết",
        "answered_by": signed.person("", "leader"),
    }
    Proposal.objects.filter(case__submitted=True).update(**answer, answered_at=signed.now())
    assert list(faults()) == []


def test_a_unit_keeps_the_names_that_it_bore_and_people_may_change_theirs(signed: World) -> None:
    unit, head = signed.unit("A"), signed.person("A", "head")
    rename_unit(unit, name="Phòng mới", on=date(2026, 11, 26))
    type(head).objects.filter(id=head.id).update(full_name="Tên mới")
    assert list(faults()) == []
    unit.names.all().delete()
    assert {fault.code for fault in faults()} == {"post"}
    assert "no such post then" in next(faults()).detail


def test_a_proposal_of_its_own_that_is_gone_is_named(signed: World) -> None:
    triggers.lift(connection)
    for kind in ("unit-report", "monitoring-report", "consolidation"):
        gone = Proposal.objects.filter(case__kind=kind, case__submitted=True)[0]
        with transaction.atomic():
            gone.delete()
            assert [(fault.case, fault.code) for fault in faults()] == [(str(gone.case_id), "tables")]
            transaction.set_rollback(True)


def test_rows_are_neither_added_nor_taken_away(signed: World) -> None:
    tables: tuple[Any, ...] = (
        PlanRow, RowUnit, Result, Finding, EarlierFinding, ConsolidationItem, Highlight, Proposal, Progress,
    )  # fmt: skip
    for table in tables:
        row = row_of(table, "")
        with pytest.raises(IntegrityError), transaction.atomic():
            table._default_manager.filter(pk=row.pk)._raw_delete(connection.alias)
        row.pk = uuid4() if isinstance(row.pk, UUID) else None
        with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
            table._default_manager.bulk_create([row])


GUARDED = [table for table in TABLES if table._meta.db_table in triggers.TABLES]


@pytest.mark.parametrize("table", GUARDED, ids=lambda table: table.__name__)
def test_a_row_is_not_replaced(signed: World, table: type[models.Model]) -> None:
    """INSERT OR REPLACE of SQLite deletes without firing the trigger of a deletion."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own words")
    row, key = row_of(table, ""), table._meta.pk
    assert key is not None
    names = ", ".join(f'"{field.column}"' for field in table._meta.concrete_fields)
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT OR REPLACE INTO {table._meta.db_table} ({names}) SELECT {names} "
            f"FROM {table._meta.db_table} WHERE {key.column} = %s",
            [key.get_db_prep_value(row.pk, connection)],
        )
    assert by_trigger(refused.value)


@pytest.mark.parametrize("table", sorted(triggers.TABLES))
def test_no_guarded_table_is_emptied(signed: World, table: str) -> None:
    """TRUNCATE of PostgreSQL fires no trigger of a row; it has one of its own."""
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL's own words")
    with (
        pytest.raises(DatabaseError, match="never emptied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_a_citation_of_what_its_case_does_not_say_explains_nothing(signed: World) -> None:
    """Whoever moves a citation hides the file from those who see the case, and shows it to others."""
    triggers.lift(connection)
    cited = EvidenceCitation.objects.get()
    EvidenceCitation.objects.filter(id=cited.id).update(
        case=Case.objects.filter(submitted=True).exclude(id=cited.case_id)[0]
    )
    [fault] = faults()
    assert fault.detail == f"{cited.evidence.sha256}: cited no longer"
