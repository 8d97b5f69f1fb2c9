"""Remarks: with a return they block the next submit until each is answered; without one they block nothing."""

from typing import Any

import pytest

from plans.models import PlanRow, RowUnit
from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, World

TWO = [{"row": "r1", "field": "product", "text": "Ghi rõ số lượng"}, {"text": "Xem lại toàn bộ"}]


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def returned(one: World, remarks: list[dict[str, str]], *, by_monitor: bool = False) -> Any:
    """A plan that the head, or the monitoring unit, has returned with these remarks."""
    case_id = one.plan_at(APPROVED if by_monitor else SUBMITTED)
    api = Api(one.person("B", "head") if by_monitor else one.person("A", "head"))
    assert api.act(case_id, "return", comment="Sửa lại", remarks=remarks).status_code == 201
    return case_id


def listed(api: Api, case_id: Any) -> list[dict[str, Any]]:
    """The remarks of a case."""
    rows: list[dict[str, Any]] = api.get(f"cases/{case_id}/remarks").json()["results"]
    return rows


def codes(answer: Any) -> list[str]:
    """Codes of a refusal."""
    return [reason["code"] for reason in answer.json()["reasons"]]


@pytest.mark.parametrize("by_monitor", [False, True])
def test_every_remark_of_a_return_is_answered_before_the_next_submit(one, officer, by_monitor):
    case_id = returned(one, TWO, by_monitor=by_monitor)
    first, second = listed(officer, case_id)
    assert officer.post(f"remarks/{first['id']}/answer", {"answer": "fixed"}).status_code == 200
    assert codes(officer.act(case_id, "submit")) == ["unanswered"]
    argued = {"answer": "argued", "text": "Đã đúng theo Thông báo 242"}
    assert officer.post(f"remarks/{second['id']}/answer", argued).json()["answer_text"] == argued["text"]
    assert officer.act(case_id, "submit").status_code == 201


def test_a_remark_says_where_by_whom_and_on_which_submission(one, officer):
    case_id = returned(one, TWO)
    first, second = listed(officer, case_id)
    assert (first["row"], first["field"], first["text"]) == ("r1", "product", "Ghi rõ số lượng")
    assert (second["row"], second["field"]) == ("", "")
    assert (first["round"], first["blocking"], first["author"]) == (
        1,
        True,
        one.person("A", "head").full_name,
    )
    assert (first["answer"], first["answered_by"], first["answered_at"]) == (None, None, None)


def test_the_remarks_stand_in_the_signature_of_the_return(one, officer):
    case_id = returned(one, TWO)
    last = officer.get(f"cases/{case_id}/signatures").json()["results"][-1]
    assert last["comment"] == "Sửa lại"
    assert [remark["text"] for remark in last["details"]["remarks"]] == ["Ghi rõ số lượng", "Xem lại toàn bộ"]


def test_a_return_without_remarks_needs_its_reason_only(one, officer):
    case_id = one.plan_at(SUBMITTED)
    head = Api(one.person("A", "head"))
    assert codes(head.act(case_id, "return", comment="  ")) == ["reason-missing"]
    assert head.act(case_id, "return", comment="Sửa lại").status_code == 201
    assert officer.act(case_id, "submit").status_code == 201


def test_arguing_needs_an_argument(one, officer):
    [remark] = listed(officer, returned(one, TWO[:1]))
    answer = officer.post(f"remarks/{remark['id']}/answer", {"answer": "argued", "text": " "})
    assert (answer.status_code, codes(answer)) == (422, ["argument-missing"])


def test_a_remark_is_answered_once(one, officer):
    [remark] = listed(officer, returned(one, TWO[:1]))
    for status in (200, 409):
        assert officer.post(f"remarks/{remark['id']}/answer", {"answer": "fixed"}).status_code == status


@pytest.mark.parametrize(("short", "role"), [("B", "head"), ("VP", "head"), ("", "leader")])
def test_only_the_unit_answers(one, officer, short, role):
    [remark] = listed(officer, returned(one, TWO[:1]))
    answer = Api(one.person(short, role)).post(f"remarks/{remark['id']}/answer", {"answer": "fixed"})
    assert (answer.status_code, codes(answer)) == (403, ["not-permitted"])


def test_a_comment_beside_the_way_blocks_nothing(one, officer):
    case_id = one.plan_at(SUBMITTED)
    said = Api(one.person("", "leader")).post(f"cases/{case_id}/remarks", {"text": "Làm sớm hơn"})
    assert (said.status_code, said.json()["blocking"]) == (201, False)
    assert Api(one.person("A", "head")).act(case_id, "approve").status_code == 201


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "x" * 5001}, {"text": "a", "blocking": True}, {"text": "a", "answer": "fixed"}])  # fmt: skip
def test_a_malformed_remark_is_refused(one, officer, body):
    case_id = one.plan_at(DRAFT)
    assert officer.post(f"cases/{case_id}/remarks", body).status_code == 400
    assert listed(officer, case_id) == []


def test_the_digest_of_a_return_stays_until_something_is_edited(one, officer):
    case_id = one.plan_at(SUBMITTED)
    head = Api(one.person("A", "head"))
    head.act(case_id, "return", comment="Sửa lại")
    digest = officer.digest(case_id)
    assert officer.act(case_id, "submit", digest=digest).json()["digest"] == digest
    versions = officer.get(f"cases/{case_id}/submissions").json()["results"]
    assert [row["number"] for row in versions] == [1, 2]


def test_only_those_who_act_on_a_case_hear_its_remarks(one):
    """A unit that coordinates a row sees the plan from the head's signature on, not what is said about it."""
    one.open_unit("C")
    case_id = one.plan_at(APPROVED)
    row = PlanRow.objects.filter(plan=case_id)[0]
    RowUnit.objects.create(row=row, unit=one.unit("C"), part="coordinating", position=0)
    monitor, outsider = Api(one.person("B", "head")), Api(one.person("C", "head"))
    assert monitor.post(f"cases/{case_id}/remarks", {"text": "Rõ hơn"}).status_code == 201
    assert [row["text"] for row in listed(Api(one.person("", "leader")), case_id)] == ["Rõ hơn"]
    assert outsider.get(f"cases/{case_id}").status_code == 200
    assert listed(outsider, case_id) == []
    refused = outsider.post(f"cases/{case_id}/remarks", {"text": "?"})
    assert (refused.status_code, codes(refused)) == (403, ["not-permitted"])
