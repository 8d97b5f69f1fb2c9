"""Remarks: with a return they block the next submit until each is answered; without one they block nothing."""

from typing import Any

import pytest

from approvals.actions import mark_edited
from approvals.queries.remarks import waiting_remarks
from plans.models import PlanRow, RowUnit
from tests.api import Api
from tests.clock import Clock, moment
from tests.contracts.cases_in_states import monitoring_report_at, month_of, unit_report_at, update_at
from tests.factories import APPROVED, DRAFT, PRESENTED, REVIEWED, SUBMITTED, World

TWO = [{"row": "r1", "field": "product", "text": "Ghi rõ số lượng"}, {"text": "Xem lại toàn bộ"}]


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def returned(one: World, remarks: list[dict[str, str]], *, by_monitor: bool = False) -> Any:
    """A plan that the head, or the monitoring unit, has returned with these remarks."""
    case_id = one.plan_at(APPROVED if by_monitor else SUBMITTED)
    remarks = [placed(case_id, remark) for remark in remarks]
    api = Api(one.person("B", "head") if by_monitor else one.person("A", "head"))
    assert api.act(case_id, "return", comment="Sửa lại", remarks=remarks).status_code == 201
    return case_id


def placed(case_id: Any, remark: dict[str, str]) -> dict[str, str]:
    """The remark, with "r1" as the first row of the plan."""
    row = str(PlanRow.objects.filter(plan=case_id).order_by("position")[0].id)
    return {**remark, "row": row} if remark.get("row") == "r1" else remark


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
    assert (first["row"], first["field"], first["text"]) == (
        placed(case_id, TWO[0])["row"],
        "product",
        "Ghi rõ số lượng",
    )
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


def test_on_a_discarded_draft_nothing_is_remarked_and_nothing_waits(one, officer):
    case_id = one.plan_at(DRAFT)
    assert officer.post(f"cases/{case_id}/remarks", {"text": "Bỏ"}).status_code == 201
    assert waiting_remarks().filter(case=case_id).exists()
    assert officer.act(case_id, "discard", comment="Nhầm").status_code == 201
    assert not waiting_remarks().filter(case=case_id).exists()
    answer = officer.post(f"cases/{case_id}/remarks", {"text": "Nữa"})
    assert (answer.status_code, codes(answer)) == (409, ["discarded"])
    assert [reason["code"] for reason in officer.get(f"cases/{case_id}").json()["remarkable"]] == [
        "discarded"
    ]
    asked = officer.post(f"plans/{case_id}/opinions", {"due_on": "2026-12-31"})
    assert (asked.status_code, codes(asked)) == (409, ["discarded"])


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
    assert officer.digest(case_id) == digest
    assert officer.act(case_id, "submit", digest=digest).status_code == 201
    versions = officer.get(f"cases/{case_id}/submissions").json()["results"]
    assert [row["number"] for row in versions] == [1, 2]


def test_only_those_who_act_on_a_case_hear_its_remarks(one):
    """A unit that coordinates a row sees the plan from the head's signature on, not what is said about it."""
    one.open_unit("C")
    case_id = one.plan_at(DRAFT)
    row = PlanRow.objects.filter(plan=case_id)[0]
    RowUnit.objects.create(row=row, unit=one.unit("C"), part="coordinating", position=0)
    mark_edited([one.case(case_id)], by=one.person("A", "officer"))
    one.walk(case_id, APPROVED)
    monitor, outsider = Api(one.person("B", "head")), Api(one.person("C", "head"))
    assert monitor.post(f"cases/{case_id}/remarks", {"text": "Rõ hơn"}).status_code == 201
    assert [row["text"] for row in listed(Api(one.person("", "leader")), case_id)] == ["Rõ hơn"]
    assert outsider.get(f"cases/{case_id}").status_code == 200
    assert listed(outsider, case_id) == []
    refused = outsider.post(f"cases/{case_id}/remarks", {"text": "?"})
    assert (refused.status_code, codes(refused)) == (403, ["not-permitted"])


def test_who_only_reads_or_audits_has_no_say_and_the_case_says_so(one, officer):
    """The auditor reads what was remarked, and is not offered the field."""
    case_id = one.plan_at(SUBMITTED)
    auditor, everyone = (
        Api(one.person("", "auditor")),
        [("A", "officer"), ("B", "head"), ("VP", "clerk"), ("", "leader")],
    )
    assert officer.post(f"cases/{case_id}/remarks", {"text": "Xem"}).status_code == 201
    said = auditor.get(f"cases/{case_id}").json()["remarkable"]
    answer = auditor.post(f"cases/{case_id}/remarks", {"text": "?"})
    assert (answer.status_code, codes(answer)) == (403, [reason["code"] for reason in said])
    assert [row["text"] for row in listed(auditor, case_id)] == ["Xem"]
    assert [Api(one.person(*who)).get(f"cases/{case_id}").json()["remarkable"] for who in everyone] == [
        []
    ] * 4


def test_another_unit_is_not_offered_the_field_on_a_presented_plan(one):
    one.open_unit("C")
    case_id = one.plan_for_meeting(PRESENTED)
    outsider = Api(one.person("C", "head"))
    assert [reason["code"] for reason in outsider.get(f"cases/{case_id}").json()["remarkable"]] == [
        "not-permitted"
    ]
    assert outsider.post(f"cases/{case_id}/remarks", {"text": "?"}).status_code == 403


def test_an_author_withdraws_what_nobody_answered_and_it_blocks_no_longer(one, officer):
    case_id, head = returned(one, TWO), Api(one.person("A", "head"))
    first, second = listed(head, case_id)
    assert (
        first["withdrawable"],
        [reason["code"] for reason in listed(officer, case_id)[0]["withdrawable"]],
    ) == (
        [],
        ["not-permitted"],
    )
    assert officer.post(f"remarks/{first['id']}/withdraw").status_code == 403
    taken = head.post(f"remarks/{first['id']}/withdraw")
    assert (taken.status_code, taken.json()["text"]) == (200, "Ghi rõ số lượng")
    assert taken.json()["withdrawn_at"] is not None
    assert codes(officer.act(case_id, "submit")) == ["unanswered"]
    assert officer.post(f"remarks/{second['id']}/answer", {"answer": "fixed"}).status_code == 200
    assert officer.act(case_id, "submit").status_code == 201
    assert len(listed(officer, case_id)) == 2


def test_what_was_answered_is_not_withdrawn_and_what_was_withdrawn_is_not_answered(one, officer):
    case_id, head = returned(one, TWO), Api(one.person("A", "head"))
    first, second = listed(head, case_id)
    assert officer.post(f"remarks/{first['id']}/answer", {"answer": "fixed"}).status_code == 200
    again = head.post(f"remarks/{first['id']}/withdraw")
    assert (again.status_code, codes(again)) == (409, ["answered"])
    assert head.post(f"remarks/{second['id']}/withdraw").status_code == 200
    for answer in (
        officer.post(f"remarks/{second['id']}/answer", {"answer": "fixed"}),
        head.post(f"remarks/{second['id']}/withdraw"),
    ):
        assert (answer.status_code, codes(answer)) == (409, ["withdrawn"])


@pytest.mark.parametrize("kind", ["unit-report", "monitoring-report", "update", "consolidation"])
def test_remarks_on_every_kind_are_between_those_who_act_on_it(one, monkeypatch, kind):
    Clock(monkeypatch, moment("2026-10-29 09:00"))
    one.open_unit("C")
    case_id, acting, answering = {
        "unit-report": lambda: (unit_report_at(month_of(one), APPROVED), ("B", "officer"), ("A", "officer")),
        "monitoring-report": lambda: (
            monitoring_report_at(month_of(one), APPROVED),
            ("VP", "head"),
            ("B", "officer"),
        ),
        "update": lambda: (update_at(month_of(one), APPROVED), ("B", "head"), ("A", "head")),
        "consolidation": lambda: (
            one.consolidate([one.plan_for_meeting(REVIEWED)]),
            ("", "leader"),
            ("VP", "clerk"),
        ),
    }[kind]()
    said = Api(one.person(*acting)).post(f"cases/{case_id}/remarks", {"text": "Rõ hơn"})
    assert said.status_code == 201
    assert Api(one.person("C", "head")).post(f"cases/{case_id}/remarks", {"text": "?"}).status_code in {
        403,
        404,
    }
    path = f"remarks/{said.json()['id']}/answer"
    assert Api(one.person(*acting)).post(path, {"answer": "fixed"}).status_code == 403
    assert Api(one.person(*answering)).post(path, {"answer": "fixed"}).status_code == 200
