"""Many people at the same moment, on PostgreSQL: SQLite lets one writer in at a time and hides what this looks for.

Counts are small enough for every push; RACE_REPEATS gives the full ones, RACE_SEED other seeds (T07-T10, T25).
"""

import json
import sys
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation

from approvals.actions import Outcome, act
from approvals.ledger.canonical import sha256
from approvals.ledger.content import working_digest
from approvals.ledger.verify import faults
from approvals.models import Signature, Submission
from meetings.actions import change_consolidation
from notifications.actions import Notice, notify, number_pending
from notifications.models import Notification
from notifications.queries import told_to
from organization.models import User
from plans.actions import assign_monitoring, put_rows
from plans.models import Plan
from tests.api import Api
from tests.factories import (
    APPROVED,
    CONSOLIDATED,
    DRAFT,
    REVIEWED,
    SUBMITTED,
    Racers,
    World,
    repeats,
    seeds,
    task_rows,
)
from workflow.machine import EDGES, STEPS
from workflow.models import Case
from workflow.rules import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs row locks: make test-db"),
]
CONFLICT, STALE = 409, 412
LEGAL = {(edge.act, edge.source.value, edge.target.value) for edges in EDGES.values() for edge in edges}


@pytest.fixture(autouse=True)
def english() -> Any:
    """Sentences are compared in English; the language of a thread is its own."""
    with translation.override("en"):
        yield


def ask(case_id: UUID, name: str, by: User, digest: str | None = None, **more: Any) -> Outcome:
    """One act on one case, by somebody who has just looked at it; a new key each time."""
    seen = Case.objects.values_list("digest", flat=True).get(id=case_id) if digest is None else digest
    [outcome] = act(
        cases=[(case_id, seen)], act=name, by=by, now=timezone.now(), key=str(uuid4()), **more
    )  # fmt: skip
    if outcome.signature is not None:
        assert seen in digests_signed(case_id, outcome.signature), "signed something else than was seen"
    return outcome


def digests_signed(case_id: UUID, signature: Signature) -> set[str]:
    """The digest of what was frozen, and that of the draft that says the same."""
    frozen = Submission.objects.get(case=case_id, number=signature.submission).content
    return {signature.digest, working_digest(json.loads(frozen))}


def assert_sound(case_id: UUID) -> list[Signature]:
    """The invariants of one case: last signature, sequences, edges, contents, separate hands, notifications."""
    case, chain = Case.objects.get(id=case_id), list(Signature.objects.filter(case=case_id))
    assert [signature.sequence for signature in chain] == list(range(1, case.sequence + 1))
    assert (case.state, case.head) == ((chain[-1].to_state, chain[-1].hash) if chain else (DRAFT, ""))
    assert {(row.act, row.from_state, row.to_state) for row in chain} <= LEGAL
    texts = dict(Submission.objects.filter(case=case_id).values_list("number", "content"))
    hands: dict[tuple[int, UUID], set[str]] = {}
    for row in chain:
        assert sha256(texts[row.submission]) == row.digest
        if row.act in STEPS:
            hands.setdefault((row.submission, row.signer_id), set()).add(row.act)
        assert Notification.objects.filter(link=case_id, created_at=row.signed_at).exists()
    assert all(len(acts) == 1 for acts in hands.values()), "one person signed two steps"
    return chain


def assert_one_was_first(case_id: UUID, outcomes: list[Any]) -> None:
    """One signature; every other racer is told politely who was first."""
    broken = [outcome for outcome in outcomes if not isinstance(outcome, Outcome)]
    assert not broken, broken[0]
    signed = [outcome.signature for outcome in outcomes if outcome.signature]
    assert len(signed) == 1
    assert Signature.objects.filter(case=case_id, act=signed[0].act).count() == 1
    for outcome in outcomes:
        if outcome.signature is None:
            assert [reason.status for reason in outcome.reasons] == [CONFLICT]
            with translation.override("en"):
                assert f"{signed[0].signer_name} was first: approve" in outcome.reasons[0].text


def approvers(world: World, count: int) -> list[User]:
    """The head, the deputy and more deputies of unit A."""
    return [world.person("A", "head"), world.person("A", "deputy"), *world.deputies("A", count - 2)]


def test_thirty_two_approve_one_case(world: World) -> None:
    """T07: sixteen people, each from two windows, approve the same case."""
    people = approvers(world, 16) * 2
    cases = [world.plan_at(SUBMITTED, rows=1) for _ in range(repeats(15))]
    with Racers(len(people)) as racers:
        for case_id in cases:
            digest = world.case(case_id).digest
            assert_one_was_first(
                case_id, racers.run([partial(ask, case_id, "approve", person, digest) for person in people])
            )
    for case_id in cases:
        assert [row.act for row in assert_sound(case_id)] == ["submit", "approve"]
    assert not list(faults())


def test_without_the_lock_the_race_is_lost(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """T10, the test of the test above: with the lock taken out, racers break where they were told who was first.

    All have read the case before the first of them writes. The ledger still holds: its unique sequence and
    its triggers let one signature in, the other writers fail.
    """
    people = approvers(world, 8)
    met = threading.Barrier(len(people))
    module: Any = sys.modules["approvals.actions.act"]
    locked = module.lock

    def unlocked(case_ids: set[UUID]) -> list[Case]:
        found = locked(case_ids)
        found.query.select_for_update = False
        cases = list(found)
        met.wait(timeout=30)
        return cases

    case_id = world.plan_at(SUBMITTED, rows=1)
    digest = world.case(case_id).digest
    monkeypatch.setattr(module, "lock", unlocked)
    with Racers(len(people)) as racers:
        outcomes = racers.run([partial(ask, case_id, "approve", person, digest) for person in people])
    with pytest.raises(AssertionError):
        assert_one_was_first(case_id, outcomes)
    broken = [outcome for outcome in outcomes if not isinstance(outcome, Outcome)]
    assert len(broken) == len(people) - 1
    assert {type(error) for error in broken} == {IntegrityError}
    assert [row.act for row in assert_sound(case_id)] == ["submit", "approve"]
    assert not list(faults())


def test_over_http_one_is_created_and_the_others_conflict(world: World) -> None:
    """The same race through the door that people use."""
    people = approvers(world, 8)
    clients = [Api(person) for person in people]
    case_id = world.plan_at(SUBMITTED, rows=1)
    digest = world.case(case_id).digest
    with Racers(len(clients)) as racers:
        answers = racers.run([partial(client.act, case_id, "approve", digest=digest) for client in clients])
    assert sorted(answer.status_code for answer in answers) == [201] + [CONFLICT] * (len(clients) - 1)
    winner = next(answer.json()["signer"]["name"] for answer in answers if answer.status_code == 201)
    for answer in answers:
        if answer.status_code == CONFLICT:
            assert answer["Content-Type"] == "application/problem+json"
            assert f"{winner} was first" in answer.json()["reasons"][0]["text"]


@pytest.mark.parametrize("seed", seeds(2))
def test_everybody_does_something_else(world: World, seed: int) -> None:
    """T08, T25: sixteen people submit, withdraw, approve, recall, return and review the same few cases."""
    random = Random(seed)
    unit = approvers(world, 6)
    officers = [world.person("A", "officer")] * 4
    monitors = [world.person("B", "head"), world.person("B", "deputy"), *world.deputies("B", 2)] * 2
    can = {"submit": officers, "withdraw": officers, "approve": unit, "recall": unit, "return": [*unit, *monitors],
           "review": monitors}  # fmt: skip
    cases = [world.plan_at(SUBMITTED, rows=1) for _ in range(2)]

    def busy(plan: list[tuple[UUID, str, User]]) -> list[Outcome]:
        return [ask(case_id, name, by, comment="Vì sao") for case_id, name, by in plan]

    def planned() -> list[tuple[UUID, str, User]]:
        acts = random.choices([*can], weights=[4, 1, 4, 1, 2, 1], k=8 * repeats(1))
        return [(random.choice(cases), name, random.choice(can[name])) for name in acts]

    before = Signature.objects.count()
    with Racers(16) as racers:
        answers = racers.run([partial(busy, planned()) for _ in range(16)])
    errors = [answer for answer in answers if isinstance(answer, BaseException)]
    assert not errors, errors[0]
    signed = [outcome for answer in answers for outcome in answer if outcome.signature]
    assert Signature.objects.count() == before + len(signed)
    assert len(signed) > len(cases), "nothing raced"
    for case_id in cases:
        assert_sound(case_id)
    assert not list(faults())


def test_bulk_acts_in_opposite_order(world: World) -> None:
    """Two sign the same cases, one from the first to the last, the other from the last: no deadlock."""
    cases = [world.plan_at(SUBMITTED, rows=1) for _ in range(8)]
    people = [("approve", world.person("A", "head")), ("return", world.person("A", "deputy"))]

    def bulk(name: str, by: User, order: list[tuple[UUID, str]]) -> list[Outcome]:
        return act(cases=order, act=name, by=by, now=timezone.now(), key=str(uuid4()), comment="Vì sao")

    with Racers(4) as racers:
        for _ in range(repeats(5)):
            there = [(case_id, world.case(case_id).digest) for case_id in cases]
            answers = racers.run(
                [partial(bulk, name, by, order) for name, by in people for order in (there, there[::-1])]
            )
            assert not [answer for answer in answers if isinstance(answer, BaseException)], answers
            for case_id in cases:
                moved = [
                    row for answer in answers for row in answer if row.case_id == case_id and row.signature
                ]
                assert len(moved) == 1
                if moved[0].signature.act == "approve":
                    world.stage.sign(case_id, "recall", world.person("A", "head"), comment="Thử lại")
                world.stage.sign(case_id, "submit", world.person("A", "officer"))
    for case_id in cases:
        assert_sound(case_id)


def test_consolidation_against_sending_a_member_back(world: World) -> None:
    """T09: everything inside is consolidated, or nothing is and the member that is missing is named."""
    members = [world.plan_for_meeting(REVIEWED, rows=1) for _ in range(3)]
    head, clerk = world.person("VP", "head"), world.person("VP", "clerk")
    seen = set()
    with Racers(2) as racers:
        for place in range(repeats(8)):
            gone = members[place % len(members)]
            whole = world.consolidate(members, sign=False)
            jobs = [
                partial(ask, whole, "consolidate", head),
                partial(ask, gone, "send-back", clerk, comment="Sai"),
            ]
            signed, sent = racers.run(jobs)
            states = {case.state for case in Case.objects.filter(id__in=[*members, whole])}
            seen.add(signed.signature is None)
            if signed.signature is None:
                assert sent.signature
                assert {reason.row for reason in signed.reasons} == {str(gone)}
                assert states == {REVIEWED, APPROVED, DRAFT}
                world.stage.review(gone, "W-A", "W-B")
            else:
                assert (states, sent.reasons[0].status) == ({CONSOLIDATED}, CONFLICT)
                for member in members:
                    assert_sound(member)
                members = [world.plan_for_meeting(REVIEWED, rows=1) for _ in range(3)]
    assert not list(faults())


def test_reopening_a_member_while_its_consolidation_is_signed_on(world: World) -> None:
    """A member younger than its container: what locks the member first must not wait for the container crosswise."""
    old = world.plan_for_meeting(REVIEWED, rows=1)
    whole = world.consolidate([old], sign=False)
    world.stage.sign(whole, "withdraw", world.person("VP", "clerk"))
    young = world.plan_for_meeting(REVIEWED, rows=1)
    assert young > whole
    change_consolidation(
        whole, seen=world.case(whole).digest, case_ids=[old, young], title=None, by=world.person("VP", "clerk"),
        now=world.now(),
    )  # fmt: skip
    world.stage.sign(whole, "submit", world.person("VP", "clerk"))
    world.stage.sign(whole, "consolidate", world.person("VP", "head"))
    holding, leader = threading.Event(), world.person("", "leader")

    def reopen() -> Outcome:
        with transaction.atomic():
            list(Case.objects.select_for_update(of=("self",)).filter(id=young))
            holding.set()
            time.sleep(0.3)
            return ask(young, "reopen", world.person("VP", "head"), comment="Sai số liệu")

    def present() -> Outcome:
        holding.wait(timeout=10)
        return ask(whole, "present", leader, within=uuid4())

    with Racers(2) as racers:
        answers = racers.run([reopen, present])
    errors = [answer for answer in answers if isinstance(answer, BaseException)]
    assert not errors, errors[0]
    assert_sound(young)
    assert_sound(whole)


def test_editing_against_submitting(world: World) -> None:
    """T08: whoever comes second sees that the content, or the case, is no longer what they looked at."""
    officer, other = world.person("A", "officer"), world.person("A", "head")
    won = set()
    with Racers(2) as racers:
        for number in range(repeats(12)):
            case_id = world.plan_at(DRAFT, rows=2)
            seen = world.case(case_id).digest
            edit = partial(
                put_rows, case_id, task_rows("W-A", 3 + number % 3), seen=seen, by=other, now=world.now()
            )
            edited, submitted = racers.run([edit, partial(ask, case_id, "submit", officer, seen)])
            if submitted.signature:
                assert isinstance(edited, Refused)
                assert edited.reasons[0].status == CONFLICT
                frozen = Submission.objects.get(case=case_id).content
                assert working_digest(json.loads(frozen)) == seen
            else:
                assert edited is None
                assert [reason.status for reason in submitted.reasons] == [STALE]
            won.add(bool(submitted.signature))
            assert_sound(case_id)
    assert won, "nothing raced"


def hold(statement: Any, released: threading.Event) -> None:
    """Does something in a transaction and keeps its locks for a moment after telling that it has them."""
    with transaction.atomic():
        statement()
        released.set()
        time.sleep(0.3)


def test_an_act_that_waited_for_a_new_monitoring_unit(world: World) -> None:
    """The case was given to another monitoring unit while the head's signature waited for its lock."""
    case_id, started = world.plan_at(SUBMITTED, monitor="B", rows=1), threading.Event()
    plan = Plan.objects.get(case=case_id)
    assign = partial(
        assign_monitoring, plan, unit=world.unit("VP"), cadence="monthly", minimum=None,
        by=world.person("VP", "head"), now=world.now(),
    )  # fmt: skip

    def approve() -> Outcome:
        started.wait(timeout=10)
        return ask(case_id, "approve", world.person("A", "head"))

    with Racers(2) as racers:
        _held, outcome = racers.run([partial(hold, assign, started), approve])
    assert isinstance(outcome, Outcome), repr(outcome)
    assert outcome.signature, outcome.reasons
    assert world.case(case_id).waits_unit == world.unit("VP")


def test_a_refusal_that_waited_names_the_unit_that_is_asked_now(world: World) -> None:
    """The sentence is made of the case as it is once the lock is held, names of units included."""
    case_id, started = world.plan_at(SUBMITTED, rows=1), threading.Event()
    approve = partial(ask, case_id, "approve", world.person("A", "head"))

    def review() -> Outcome:
        started.wait(timeout=10)
        return ask(case_id, "review", world.person("VP", "officer"))

    with Racers(2) as racers:
        _held, outcome = racers.run([partial(hold, approve, started), review])
    assert isinstance(outcome, Outcome), repr(outcome)
    with translation.override("en"):
        assert world.unit("B").name in outcome.reasons[0].text


@dataclass
class Mail:
    """Notices to one reader: written, numbered and read by different threads."""

    reader: User
    link: UUID
    batches: int
    finished: threading.Event = field(default_factory=threading.Event)

    def write(self, pause: float) -> None:
        """Two notices per transaction; the slower the writer, the later its older ids are committed."""
        notice = Notice(recipient=self.reader.id, kind="progress", link=self.link, data={})
        for _ in range(self.batches):
            with transaction.atomic():
                notify([notice, notice], now=timezone.now())
                time.sleep(pause)

    def number(self) -> int:
        """Numbers until there is nothing more to come; answers how many."""
        given = 0
        while not self.finished.is_set():
            given += number_pending()
        return given

    def read(self) -> list[int]:
        """Fetches what lies behind the last position seen, again and again; answers the positions."""
        seen: list[int] = []
        while True:
            last = self.finished.is_set()  # before the look: what was numbered meanwhile is looked for again
            rows = (
                told_to(self.reader, timezone.now())
                .filter(position__gt=seen[-1] if seen else 0)
                .order_by("position")
            )
            fresh = [row.position for row in rows if row.position]
            seen += fresh
            if last and not fresh:
                return seen

    def finish(self, total: int) -> None:
        """Ends the others when all has been written and numbered, or after a minute."""
        until = time.monotonic() + 60
        while time.monotonic() < until and told_to(self.reader, timezone.now()).count() < total:
            time.sleep(0.05)
        self.finished.set()


def test_four_number_while_others_write_and_one_reads(world: World) -> None:
    """Positions are unique and without a gap, and a reader who goes on from the last one seen misses none."""
    mail, four = Mail(world.person("A", "head"), world.plan_at(DRAFT), batches=10 * repeats(2)), 4
    total = 2 * four * mail.batches
    writers = [partial(mail.write, 0.003 * place) for place in range(four)]
    jobs: list[Callable[[], Any]] = [*writers, *[mail.number] * four, mail.read, partial(mail.finish, total)]
    with Racers(len(jobs)) as racers:
        answers = racers.run(jobs)
    errors = [answer for answer in answers if isinstance(answer, BaseException)]
    assert not errors, errors[0]
    positions = list(Notification.objects.order_by("position").values_list("position", flat=True))
    assert positions == list(range(1, total + 1))
    assert sum(answers[four : 2 * four]) == total
    assert answers[2 * four] == positions
