"""TL.: the head of the admin office signs what is presented and concluded, where the working regulation says so."""

from typing import Any
from uuid import uuid4

import pytest

from approvals.jobs import brief_newcomers
from approvals.ledger.chain import hash_of
from approvals.ledger.verify import faults
from approvals.models import Signature
from meetings.jobs import remind_of_conclusions
from tests.api import Api
from tests.clock import Clock
from tests.journeys.answers import done as ok
from tests.journeys.answers import inbox, texts
from tests.meetings.consolidations.october_school import School

from .october_meeting import Hearing, codes, conclusion

RULE = {"number": "123/QĐ-CĐSL", "date": "2026-08-15"}


def record(heard: Hearing, who: Api | None = None, **rule: Any) -> Any:
    """The leadership records the rule."""
    return (who or heard.leader).send("put", "regulation", rule or RULE)


@pytest.fixture
def ruled(heard: Hearing) -> Hearing:
    """The working regulation lets the head of the office sign TL."""
    assert record(heard).status_code == 200
    return heard


@pytest.mark.server
def test_only_the_leadership_records_the_rule(heard: Hearing) -> None:
    for short, role in (("VP", "head"), ("", "administrator"), ("A", "head")):
        assert record(heard, heard.api(short, role)).status_code == 403
    assert heard.leader.get("regulation").json() == {"number": "", "date": None, "by": None, "at": None}
    assert record(heard, number="12", date=None).status_code == 400
    assert record(heard).status_code == 200
    found = heard.api("A", "officer").get("regulation").json()
    leader = heard.month.world.person("", "leader").full_name
    assert (found["number"], found["date"], found["by"]) == ("123/QĐ-CĐSL", "2026-08-15", leader)


def test_without_a_rule_the_head_of_the_office_presents_nothing(heard: Hearing) -> None:
    head = heard.api("VP", "head")
    assert not head.get("me").json()["by_order"]
    assert set(codes(heard.close(head))[1]) == {"not-permitted"}
    record(heard)
    record(heard, number="", date=None)
    assert set(codes(heard.close(head))[1]) == {"not-permitted"}


@pytest.mark.server
def test_the_head_of_the_office_closes_and_concludes_by_order(ruled: Hearing) -> None:
    case_id, head = ruled.conclude(conclusion("Chấm lại 2 lớp", "D")), ruled.api("VP", "head")
    assert head.get("me").json()["by_order"]
    assert ruled.close(head).status_code == 200
    assert head.acts(case_id)["conclude"] == []
    assert head.act(case_id, "conclude").status_code == 201
    signed = Signature.objects.filter(act__in=["present", "conclude"])
    assert {row.capacity for row in signed} == {"TL."}
    assert [row.details for row in signed] == [{"by_order": RULE}] * len(signed)
    assert {row.on_behalf_of_id for row in signed} == {None}
    assert list(faults()) == []
    one = signed[0]
    one.details = {"by_order": RULE | {"number": "9"}}
    assert one.hash != hash_of(one), "the rule is signed"
    record(ruled, number="", date=None)
    assert signed.all().first().details == {"by_order": RULE}  # type: ignore[union-attr]


def test_nobody_else_does_and_in_no_other_capacity(ruled: Hearing) -> None:
    for short, role in (("VP", "deputy"), ("VP", "clerk"), ("B", "head")):
        assert not ruled.api(short, role).get("me").json()["by_order"]
        assert set(codes(ruled.close(ruled.api(short, role)))[1]) == {"not-permitted"}
    case_id, head = ruled.conclude(conclusion("Chấm lại 2 lớp", "D")), ruled.api("VP", "head")
    assert ruled.close().status_code == 200
    for capacity in ("own", "TM.", "KT."):
        assert codes(head.act(case_id, "conclude", capacity=capacity)) == (422, ["capacity"])
    leader = ruled.leader.act(case_id, "conclude").json()
    assert (leader["capacity"], leader["details"]) == ("own", {})


def test_what_is_the_leaderships_stays_so(ruled: Hearing) -> None:
    """Not: to decide that there is no meeting, to answer, to decide on consequences, to open again what was presented."""
    head = ruled.api("VP", "head")
    seen = ruled.agenda()["digest"]
    refused = head.post(f"meetings/{ruled.id}/close", {"in_writing": True}, digest=seen, key=str(uuid4()))
    assert codes(refused) == (403, ["not-permitted"])
    assert codes(ruled.put("answers", [], head)) == (403, ["not-permitted"])
    assert codes(ruled.put("consequences", [], head)) == (403, ["not-permitted"])
    assert ruled.close(head).status_code == 200
    report = ruled.month.report("A", "B")
    assert codes(head.act(report, "reopen", comment="Sai", until="2026-11-03")) == (403, ["not-permitted"])


def test_the_work_is_in_the_inbox_of_who_signs_by_order_and_of_no_deputy(ruled: Hearing) -> None:
    case_id, head = ruled.conclude(conclusion("Chấm lại 2 lớp", "D")), ruled.api("VP", "head")
    deputy, clerk = ruled.api("VP", "deputy"), ruled.api("VP", "clerk")
    assert ruled.consolidation in inbox(head)
    assert ruled.close().status_code == 200
    assert ruled.consolidation not in inbox(head)
    assert str(case_id) in inbox(head)
    assert not {str(case_id), ruled.consolidation} & (inbox(deputy) | inbox(clerk))
    assert head.act(case_id, "conclude").status_code == 201
    assert str(case_id) not in inbox(head) | inbox(ruled.leader)


def test_without_a_rule_nothing_of_the_leaderships_waits_for_the_head(heard: Hearing) -> None:
    assert heard.consolidation not in inbox(heard.api("VP", "head"))


def test_who_signs_by_order_is_told_as_other_signers_are(month: School) -> None:
    """What a deputy of the office consolidates waits for the leadership, and for him."""
    month.a_done()
    leader, head, deputy, clerk = (
        Api(month.world.person(*who)) for who in (("", "leader"), ("VP", "head"), ("VP", "deputy"), ("VP", "clerk"))
    )  # fmt: skip
    ok(leader.send("put", "regulation", RULE), 200)
    case_id = month.post()["id"]
    ok(clerk.act(case_id, "submit"))
    ok(deputy.act(case_id, "consolidate"))
    for who in (leader, head):
        assert "consolidated" in texts(who)[0]
        assert texts(who)[0].endswith(("It waits for you.", "Waiting for you: 1."))


def test_he_is_reminded_of_conclusions_that_nobody_signed(ruled: Hearing, clock: Clock) -> None:
    ruled.conclude(conclusion("Chấm lại 2 lớp", "D"))
    assert ruled.close().status_code == 200
    clock.at("2026-11-04 07:05")
    remind_of_conclusions()
    text = "has not been signed for 3 working days"
    assert any(text in line for line in texts(ruled.api("VP", "head")))
    assert not any(text in line for line in texts(ruled.api("VP", "deputy")))


def test_once_the_rule_is_recorded_the_head_is_told_what_waits(heard: Hearing) -> None:
    brief_newcomers()
    head, deputy = heard.api("VP", "head"), heard.api("VP", "deputy")
    before = len(texts(deputy))
    assert record(heard).status_code == 200
    brief_newcomers()
    assert texts(head)[0].startswith("Waiting since before your post began: ")
    assert len(texts(deputy)) == before
