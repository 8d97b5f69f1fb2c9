"""The leadership answers proposals at the meeting; the answer comes back to whoever wrote them."""

from typing import Any
from uuid import uuid4

import pytest

from reports.actions.proposals import put_proposals
from tests.factories import DRAFT
from workflow.models import Case

from .hearings import PROPOSAL
from .october_meeting import Hearing, codes


def answer(heard: Hearing, **more: Any) -> dict[str, Any]:
    """An answer to the one proposal."""
    [proposal] = heard.agenda()["proposals"]
    return {"proposal": proposal["id"], "answer": "accepted", "text": "Giao HCQT mua trong tháng 11", **more}


def test_the_answer_comes_back_word_for_word(asked: Hearing) -> None:
    assert asked.put("answers", [answer(asked)]).status_code == 200
    [heard] = asked.agenda()["proposals"]
    assert (heard["answer"], heard["answer_text"]) == ("accepted", "Giao HCQT mua trong tháng 11")
    report = asked.api("A", "officer").get(f"reports/{asked.month.report('A', 'B')}").json()
    [proposal] = report["proposals"]
    assert (proposal["text"], proposal["answer"]) == (PROPOSAL, "accepted")


def test_an_answer_can_be_changed_until_the_close(asked: Hearing) -> None:
    asked.put("answers", [answer(asked)])
    assert asked.put("answers", [answer(asked, answer="noted", text="")]).status_code == 200
    assert asked.agenda()["proposals"][0]["answer"] == "noted"
    row = answer(asked)
    assert asked.close().status_code == 200
    assert codes(asked.put("answers", [row])) == (409, ["answered"])
    assert asked.agenda()["proposals"][0]["answer"] == "noted"


@pytest.mark.parametrize(("short", "role"), [("VP", "head"), ("A", "head"), ("", "auditor")])
def test_only_the_leadership_answers(asked: Hearing, short: str, role: str) -> None:
    assert codes(asked.put("answers", [answer(asked)], asked.api(short, role))) == (403, ["not-permitted"])


def test_only_what_is_heard_is_answered(asked: Hearing) -> None:
    rows = [asked.month.task("Việc", "Tháng 12/2026")]
    elsewhere = Case.objects.get(id=asked.month.plan("Chưa trình", rows, where=DRAFT))
    put_proposals(elsewhere, ["Chưa ai nghe"])
    [unheard] = elsewhere.proposals.all()
    for stranger in (str(unheard.id), str(uuid4())):
        refused = asked.put("answers", [answer(asked), answer(asked, proposal=stranger)])
        assert codes(refused) == (422, ["proposal-unknown"])
        assert refused.json()["reasons"][0]["row"] == stranger
    assert asked.agenda()["proposals"][0]["answer"] == ""


def test_the_close_covers_the_answers(asked: Hearing) -> None:
    seen = asked.agenda()["digest"]
    fresh = asked.put("answers", [answer(asked)]).json()["digest"]
    assert fresh == asked.agenda()["digest"] != seen
    assert codes(asked.close(digest=seen)) == (412, ["stale"])
    assert asked.close(digest=fresh).status_code == 200


@pytest.mark.parametrize("wrong", [{"answer": "perhaps"}, {"proposal": "1"}, {"by": "me"}])
def test_malformed_answers(asked: Hearing, wrong: dict[str, str]) -> None:
    assert asked.put("answers", [answer(asked, **wrong)]).status_code == 400
