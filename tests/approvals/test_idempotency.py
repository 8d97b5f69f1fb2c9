"""One request, one effect: the Idempotency-Key and the digest that was seen (T14)."""

from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from approvals.actions import Outcome, act
from approvals.ledger.verify import faults
from approvals.models import Signature, Submission
from notifications.models import Notification
from organization.models import User
from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, Racers, World, repeats

needs_row_locks = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs row locks: make test-db"
)


def sign(
    world: World, case_ids: list[UUID], name: str = "approve", *, key: str = "key-00000001", by: User | None = None,
    **more: Any,
) -> list[Outcome]:  # fmt: skip
    """One request by the head of unit A, unless told otherwise, with the digests that the cases have now."""
    digests = more.pop("digests", {})
    cases = [
        (case_id, digests.get(case_id) or more.pop("digest", world.case(case_id).digest))
        for case_id in case_ids
    ]
    return act(cases=cases, act=name, by=by or world.person("A", "head"), now=timezone.now(), key=key, **more)


def counts() -> tuple[int, int, int]:
    """Everything that an act leaves behind."""
    return Signature.objects.count(), Submission.objects.count(), Notification.objects.count()


def codes(outcome: Outcome) -> list[tuple[int, str]]:
    """Status and code of each reason."""
    return [(reason.status, reason.code) for reason in outcome.reasons]


def test_a_replay_answers_the_same_and_does_nothing(world: World) -> None:
    case_id = world.plan_at(SUBMITTED)
    [first] = sign(world, [case_id])
    before = counts()
    [again] = sign(world, [case_id])
    assert again.signature == first.signature
    assert again.reasons == ()
    assert counts() == before


def test_a_replay_answers_the_same_when_the_case_has_moved_on(world: World) -> None:
    """The answer was lost; meanwhile others signed. Whoever asks again still learns what became of it."""
    case_id = world.plan_at(SUBMITTED)
    digest = world.case(case_id).digest
    [first] = sign(world, [case_id])
    world.stage.review(case_id, "W-A", "W-B")
    [again] = sign(world, [case_id], digest=digest)
    assert again.signature == first.signature


def test_submitting_again_freezes_nothing_more(world: World) -> None:
    case_id = world.plan_at(DRAFT)
    officer = world.person("A", "officer")
    seen = world.case(case_id).digest
    [first] = sign(world, [case_id], "submit", by=officer, digest=seen)
    before = counts()
    [again] = sign(world, [case_id], "submit", by=officer, digest=seen)
    assert again.signature == first.signature
    assert counts() == before


@pytest.mark.parametrize(
    "other",
    [{"comment": "khác"}, {"capacity": "TM."}, {"digest": "0" * 64}, {"within": UUID(int=1)}],
    ids=str,
)
def test_another_body_is_refused(world: World, other: dict[str, Any]) -> None:
    case_id = world.plan_at(SUBMITTED)
    sign(world, [case_id])
    before = counts()
    [outcome] = sign(world, [case_id], **other)
    assert codes(outcome) == [(422, "key-reused")]
    assert counts() == before


def test_another_act_is_refused(world: World) -> None:
    case_id = world.plan_at(SUBMITTED)
    sign(world, [case_id])
    [outcome] = sign(world, [case_id], "recall", comment="Nhầm")
    assert codes(outcome) == [(422, "key-reused")]
    assert world.case(case_id).state == APPROVED


def test_another_case_is_refused(world: World) -> None:
    first, other = world.plan_at(SUBMITTED), world.plan_at(SUBMITTED)
    sign(world, [first])
    [outcome] = sign(world, [other])
    assert codes(outcome) == [(422, "key-reused")]
    assert world.case(other).state == DRAFT
    assert [codes(row) for row in sign(world, [first, other])] == [[(422, "key-reused")]] * 2


def test_the_key_belongs_to_the_person(world: World) -> None:
    """Somebody else who happens to send the same key is another request."""
    first, other = world.plan_at(SUBMITTED), world.plan_at(SUBMITTED)
    sign(world, [first])
    [outcome] = sign(world, [other], by=world.person("A", "deputy"))
    assert outcome.signature


def test_a_refused_request_does_not_use_up_the_key(world: World) -> None:
    case_id = world.plan_at(DRAFT)
    [refused] = sign(world, [case_id])
    assert codes(refused) == [(409, "not-submitted")]
    world.walk(case_id, SUBMITTED)
    [signed] = sign(world, [case_id])
    assert signed.signature
    assert [row.idempotency_key for row in Signature.objects.filter(act="approve")] == ["key-00000001"]


def test_a_bulk_request_is_replayed_whole(world: World) -> None:
    """Those signed come back signed; those refused are not signed by the replay, even if they could be now."""
    ready, late = [world.plan_at(SUBMITTED) for _ in range(2)], world.plan_at(DRAFT)
    seen = {late: world.case(late).digest}
    first = sign(world, [*ready, late], digests=seen)
    assert [bool(row.signature) for row in first] == [True, True, False]
    world.walk(late, SUBMITTED)
    before = counts()
    again = sign(world, [*ready, late], digests=seen)
    assert [row.signature for row in again] == [row.signature for row in first]
    assert codes(again[2]) == [(409, "not-then")]
    assert counts() == before


@pytest.mark.postgres
@needs_row_locks
def test_sixteen_at_once_have_one_effect_and_one_answer(world: World) -> None:
    """The same request from sixteen connections at the same moment."""
    with Racers(16) as racers:
        for number in range(repeats(4)):
            case_id = world.plan_at(SUBMITTED)
            answers = racers.run([partial(sign, world, [case_id], key=f"race-{number:04}")] * 16)
            errors = [answer for answer in answers if isinstance(answer, BaseException)]
            assert not errors, errors[0]
            [signature] = Signature.objects.filter(case=case_id, act="approve")
            assert [answer[0].signature for answer in answers] == [signature] * 16
            told = Notification.objects.filter(link=case_id, created_at=signature.signed_at)
            assert told.count() == told.values("recipient").distinct().count()
    assert not list(faults())


@pytest.mark.postgres
@needs_row_locks
def test_sixteen_at_once_over_http(world: World) -> None:
    """Byte for byte the same answer for all of them."""
    case_id = world.plan_at(SUBMITTED)
    digest = world.case(case_id).digest
    clients = [Api(world.person("A", "head")) for _ in range(16)]
    with Racers(16) as racers:
        answers = racers.run(
            [partial(client.act, case_id, "approve", digest=digest, key="one-and-only") for client in clients]
        )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Signature.objects.filter(case=case_id, act="approve").count() == 1


# ── over HTTP: the headers ────────────────────────────────────────────────────────────────────────


@pytest.fixture
def head(world: World) -> Api:
    """The head of unit A."""
    return Api(world.person("A", "head"))


def test_the_replayed_answer_is_the_same(world: World, head: Api) -> None:
    case_id = world.plan_at(SUBMITTED)
    digest = world.case(case_id).digest
    first = head.act(case_id, "approve", digest=digest, key="a-key-of-mine")
    again = head.act(case_id, "approve", digest=digest, key="a-key-of-mine")
    other = head.act(case_id, "approve", digest=digest, key="a-key-of-mine", comment="khác")
    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 422)
    assert again.json() == first.json()
    assert other.json()["code"] == "key-reused"
    assert Signature.objects.filter(case=case_id, act="approve").count() == 1


def test_bulk_over_http_is_replayed(world: World, head: Api) -> None:
    cases = [world.plan_at(SUBMITTED) for _ in range(2)]
    body = {"act": "approve", "cases": [{"id": str(row), "digest": world.case(row).digest} for row in cases]}
    first = head.post("acts", body, key="bulk-key-1")
    before = counts()
    again = head.post("acts", body, key="bulk-key-1")
    assert (first.status_code, again.status_code) == (200, 200)
    assert [row["status"] for row in first.json()["results"]] == [201, 201]
    assert again.json() == first.json()
    assert counts() == before
    fewer = {**body, "cases": body["cases"][:1]}
    assert [row["status"] for row in head.post("acts", fewer, key="bulk-key-1").json()["results"]] == [422]


def test_a_stale_digest_is_412_and_a_missing_one_428(world: World, head: Api) -> None:
    case_id = world.plan_at(SUBMITTED)
    stale = head.act(case_id, "approve", digest="0" * 64)
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    missing = head.post(f"cases/{case_id}/acts", {"act": "approve"}, key="a-key-of-mine")
    assert missing.status_code == 428
    assert world.case(case_id).state == DRAFT


@pytest.mark.parametrize("key", [None, "", "short", "x" * 101, "with space", "có-dấu-thanh"])
def test_a_key_is_asked_for(world: World, head: Api, key: str | None) -> None:
    case_id = world.plan_at(SUBMITTED)
    answer = head.post(
        f"cases/{case_id}/acts", {"act": "approve"}, digest=world.case(case_id).digest, key=key
    )
    assert answer.status_code == 400
    assert world.case(case_id).state == DRAFT
