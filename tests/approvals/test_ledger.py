"""Tampering with the triggers out of the way: verify_ledger names the first bad row, every time (T27)."""

import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from approvals import triggers
from approvals.ledger.canonical import sha256
from approvals.ledger.chain import covered, hash_of
from approvals.ledger.verify import faults
from approvals.models import Signature, Submission
from organization.models import Appointment, Delegation, Institution, Unit, User
from tests.factories import DRAFT, PRESENTED
from workflow.models import Case

X = "f" * 64
#: Every column that the hash of a signature covers, with another value of its type.
CHANGES: dict[str, Callable[[Signature], Any]] = {
    "format": lambda row: row.format + 1,
    "institution_id": lambda row: Institution.objects.exclude(id=row.institution_id)[0].id,
    "sequence": lambda row: row.sequence + 100,
    "act": lambda row: "review" if row.act != "review" else "approve",
    "from_state": lambda row: "presented",
    "to_state": lambda row: "presented" if row.to_state != "presented" else "draft",
    "signer_id": lambda row: User.objects.exclude(id=row.signer_id)[0].id,
    "signer_name": lambda row: row.signer_name + " ",
    "signer_title": lambda row: "Hiệu trưởng danh dự",
    "signer_unit": lambda row: "Phòng khác",
    "on_behalf_of_id": lambda row: User.objects.exclude(id=row.signer_id)[0].id,
    "principal_name": lambda row: "Người khác",
    "delegation_id": lambda row: a_delegation().id,
    "capacity": lambda row: "Q.",
    "within": lambda row: UUID(int=1),
    "submission": lambda row: row.submission + 1,
    "digest": lambda row: X,
    "comment": lambda row: row.comment + ".",
    "details": lambda row: {"issued": {"number": "1"}},
    "procedure": lambda row: (row.procedure or 0) + 1,
    "monitor_id": lambda row: Unit.objects.exclude(id__in=[row.monitor_id])[0].id,
    "due_at": lambda row: row.signed_at,
    "signed_at": lambda row: row.signed_at + timedelta(microseconds=1),
    "session": lambda row: X,
    "idempotency_key": lambda row: "another-key",
    "previous": lambda row: X,
    "hash": lambda row: X,
}


def a_delegation() -> Delegation:
    """A delegation that the signature has nothing to do with."""
    appointment, now = Appointment.objects.all()[0], timezone.now()
    return Delegation.objects.create(
        appointment=appointment, delegate=appointment.user, mandate="QĐ 1", valid_from=now,
        valid_to=now + timedelta(days=1), created_by=appointment.user,
    )  # fmt: skip


@pytest.fixture
def unguarded(demo: None) -> None:
    """The triggers are lifted until the end of the test; so is what else would hold a forger back."""
    triggers.lift(connection)
    with connection.cursor() as cursor:
        for constraint in ("signature_sequence_once", "signature_key_once"):
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE approvals_signature DROP CONSTRAINT {constraint}")


@pytest.fixture
def case(unguarded: None) -> Case:
    """A case of the demo with the longest way: five signatures at least."""
    return Case.objects.filter(state=PRESENTED, sequence__gte=5, kind="plan").order_by("id")[0]


def verify(**options: Any) -> tuple[int, dict[str, Any]]:
    """Runs the command on one institution; its exit code, and the data that it prints."""
    out, code = StringIO(), 0
    try:
        call_command("verify_ledger", "--json", stdout=out, **options)
    except CommandError as error:
        code = error.returncode
    return code, json.loads(out.getvalue())


def assert_named(case: Case, sequence: int, code: str | None = None) -> None:
    """The command ends with 1 and names this case and this signature, and nothing else."""
    institution = Institution.objects.get(id=case.institution_id)
    exit_code, said = verify(institution=institution.code)
    assert exit_code == 1
    assert [(fault["case"], fault["sequence"]) for fault in said["faults"]] == [(str(case.id), sequence)]
    assert code is None or said["faults"][0]["code"] == code


def chain(case: Case) -> list[Signature]:
    """The signatures of the case."""
    return list(Signature.objects.filter(case=case).order_by("sequence"))


# ── as it should be ───────────────────────────────────────────────────────────────────────────────


def test_an_untouched_demo_verifies(demo: None) -> None:
    code, said = verify()
    assert (code, said["faults"]) == (0, [])
    assert said["signatures"] == Signature.objects.count() > 100
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    assert out.getvalue() == f"{said['signatures']} signatures checked, 0 bad chains\n"


def test_an_unknown_institution_is_an_error_of_its_own(db: None) -> None:
    with pytest.raises(CommandError, match="no institution NOWHERE") as error:
        call_command("verify_ledger", institution="NOWHERE", stdout=StringIO())
    assert error.value.returncode == 2


def test_the_words_of_the_command(case: Case) -> None:
    Signature.objects.filter(case=case, sequence=2).update(comment="khác")
    out = StringIO()
    with pytest.raises(CommandError, match=f"{case.id} at 2"):
        call_command("verify_ledger", stdout=out)
    assert f"case {case.id}, signature 2: hash" in out.getvalue()


# ── signatures ────────────────────────────────────────────────────────────────────────────────────


def test_every_covered_field_is_tampered_with_below(demo: None) -> None:
    """A new field of the hash needs a line in CHANGES; `at` is signed_at, `case` is tested on its own."""
    named = {name.removesuffix("_id") for name in CHANGES}
    aliases = {"from": "from_state", "to": "to_state", "signer": "signer", "name": "signer_name", "at": "signed_at",
               "title": "signer_title", "unit": "signer_unit", "principal": "principal_name",
               "key": "idempotency_key", "due": "due_at"}  # fmt: skip
    hashed = {aliases.get(name, name) for name in covered(Signature.objects.all()[0])}
    assert hashed - {"case"} == named - {"hash"}


@pytest.mark.parametrize("place", [1, 3, -1], ids=["first", "middle", "last"])
@pytest.mark.parametrize("column", CHANGES)
def test_every_hashed_column(case: Case, column: str, place: int) -> None:
    row = chain(case)[place - 1 if place > 0 else place]
    was, value = getattr(row, column), CHANGES[column](row)
    if value == was:
        value = "draft"
    Signature.objects.filter(id=row.id).update(**{column: value})
    moved = column == "sequence" and place != -1
    assert_named(
        case, row.sequence + 1 if moved else row.sequence + 100 if column == "sequence" else row.sequence
    )


def test_a_signature_moved_to_another_case(case: Case) -> None:
    other = Case.objects.filter(institution=case.institution_id, sequence=0)[0]
    last = chain(case)[-1]
    Signature.objects.filter(id=last.id).update(case=other, sequence=1)
    institution = Institution.objects.get(id=case.institution_id)
    exit_code, said = verify(institution=institution.code)
    assert exit_code == 1
    assert {(fault["case"], fault["sequence"]) for fault in said["faults"]} == {
        (str(case.id), 0),
        (str(other.id), 1),
    }


def test_two_swapped(case: Case) -> None:
    Signature.objects.filter(case=case, sequence=2).update(sequence=99)
    Signature.objects.filter(case=case, sequence=3).update(sequence=2)
    Signature.objects.filter(case=case, sequence=99).update(sequence=3)
    assert_named(case, 2)


def test_one_deleted_in_the_middle(case: Case) -> None:
    """What is missing shows at the one that follows."""
    Signature.objects.filter(case=case, sequence=3)._raw_delete("default")
    assert_named(case, 4, "gap")


def test_the_last_one_deleted(case: Case) -> None:
    """The chain is whole, but the case stands on a signature that is not there."""
    Signature.objects.filter(case=case, sequence=case.sequence)._raw_delete("default")
    assert_named(case, 0, "case: sequence")


def test_all_deleted(case: Case) -> None:
    Signature.objects.filter(case=case)._raw_delete("default")
    assert_named(case, 0)


def forged_after(last: Signature, **changes: Any) -> Signature:
    """One more link, with a hash that is right in itself."""
    forged = Signature.objects.get(id=last.id)
    forged.id, forged.sequence, forged.previous = uuid4(), last.sequence + 1, last.hash
    forged.from_state, forged.idempotency_key = last.to_state, "forged-key"
    for name, value in changes.items():
        setattr(forged, name, value)
    forged.hash = hash_of(forged)
    return forged


def test_a_forged_one_at_the_end(case: Case) -> None:
    """It hangs well on the chain, but the case does not stand on it."""
    Signature.objects.bulk_create([forged_after(chain(case)[-1])])
    assert_named(case, 0, "case: sequence")


def test_a_forged_one_in_the_middle(case: Case) -> None:
    """All that follow are renumbered; the first of them does not lead on from the forged one."""
    rows = chain(case)
    for row in reversed(rows[2:]):
        Signature.objects.filter(id=row.id).update(sequence=row.sequence + 1)
    Signature.objects.bulk_create([forged_after(rows[1])])
    assert_named(case, 4, "previous")


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite cannot drop the constraint that forbids it")
def test_a_second_one_with_the_same_number(case: Case) -> None:
    rows = chain(case)
    Signature.objects.bulk_create([forged_after(rows[2], sequence=3, comment="khác")])
    assert_named(case, 3)


def test_a_rehashed_one(case: Case) -> None:
    """Changed with its own hash made anew: the next one does not lead on from it."""
    row = chain(case)[1]
    row.comment = "khác"
    Signature.objects.filter(id=row.id).update(comment="khác", hash=hash_of(row))
    assert_named(case, 3, "previous")


def test_a_whole_chain_rehashed(case: Case) -> None:
    """Every hash from the change on made anew: the head of the case is the old one."""
    rows = chain(case)
    rows[1].comment, previous = "khác", rows[0].hash
    for row in rows[1:]:
        row.previous = previous
        previous = row.hash = hash_of(row)
        Signature.objects.filter(id=row.id).update(comment=row.comment, previous=row.previous, hash=row.hash)
    assert_named(case, 0, "case: head")


# ── submissions and cases ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "changes",
    [
        {"content": "{}"},
        {"digest": X},
        {"content": "{}", "digest": sha256("{}")},
        {"number": 7},
        {"number": 0},
        {"created_at": timezone.now()},
        {"created_by": "another"},
    ],
    ids=lambda changes: "+".join(changes) + ("" if len(changes) > 1 or "number" not in changes else f"={changes['number']}"),
)  # fmt: skip
def test_a_submission_tampered_with(case: Case, changes: dict[str, Any]) -> None:
    """Content, digest, number, who and when: all that the history shows of a submission."""
    row = Submission.objects.filter(case=case)[0]
    if "created_by" in changes:
        changes = {"created_by": User.objects.exclude(id=row.created_by_id)[0].id}
    Submission.objects.filter(id=row.id).update(**changes)
    code, said = verify()
    assert code == 1
    assert [fault["case"] for fault in said["faults"]] == [str(case.id)]
    assert said["faults"][0]["sequence"] in (0, 1)


def test_one_character_of_the_content(case: Case) -> None:
    row = Submission.objects.filter(case=case)[0]
    Submission.objects.filter(id=row.id).update(content=row.content.replace("1", "2", 1))
    assert_named(case, 0, "submission 1: digest")


def test_a_submission_deleted(case: Case) -> None:
    Submission.objects.filter(case=case)._raw_delete("default")
    assert_named(case, 1, "digest")


def test_a_submission_that_nobody_signed(case: Case) -> None:
    """Laid beside the true ones with a digest that fits: no signature cites it."""
    row = Submission.objects.filter(case=case).order_by("-number")[0]
    text = row.content.replace("1", "2", 1)
    Submission.objects.create(
        case=case, number=row.number + 1, content=text, digest=sha256(text), created_at=row.created_at,
        created_by_id=row.created_by_id,
    )  # fmt: skip
    assert_named(case, 0)


def test_submissions_of_two_cases_swapped(case: Case) -> None:
    other = Case.objects.filter(institution=case.institution_id, submission=1).exclude(id=case.id)[0]
    mine, theirs = Submission.objects.get(case=case), Submission.objects.get(case=other)
    for row, source in ((mine, theirs), (theirs, mine)):
        Submission.objects.filter(id=row.id).update(content=source.content, digest=source.digest)
    code, said = verify()
    assert code == 1
    assert {(fault["case"], fault["sequence"]) for fault in said["faults"]} == {
        (str(case.id), 1),
        (str(other.id), 1),
    }


@pytest.mark.parametrize(
    "change",
    [
        {"state": "draft"},
        {"state": "consolidated"},
        {"digest": X},
        {"head": X},
        {"head": ""},
        {"sequence": 4},
        {"sequence": 0},
        {"submission": 0},
        {"submission": 2},
        {"submitted": False},
    ],
    ids=str,
)
def test_a_case_tampered_with(case: Case, change: dict[str, Any]) -> None:
    """The row of the case says what its last signature says, or it is named."""
    Case.objects.filter(id=case.id).update(**change)
    [(name, _value)] = change.items()
    assert_named(case, 0, f"case: {name}")


def test_a_draft_that_claims_to_be_presented(unguarded: None) -> None:
    case = Case.objects.filter(state=DRAFT, sequence=0)[0]
    Case.objects.filter(id=case.id).update(state=PRESENTED)
    assert_named(case, 0, "case: state")


def test_every_bad_chain_is_named(case: Case) -> None:
    """The first bad row of each chain, in the order of the cases; the others are not accused."""
    bad = Case.objects.filter(sequence__gte=2).order_by("id")[:5]
    for row in bad:
        Signature.objects.filter(case=row, sequence=2).update(signer_name="Ai đó")
    assert [(fault.case, fault.sequence) for fault in faults()] == [(str(row.id), 2) for row in bad]
