"""Notice 242, II.8, "inaccurate": what the office says a return is about, and what the leadership says at the meeting."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from approvals.ledger.chain import hash_of
from approvals.ledger.verify import faults
from approvals.models import Signature
from tests.api import Api
from tests.meetings.consolidations.october_school import School
from tests.reported_month import done

from .october_meeting import HELD_AT, Hearing, codes, hear


def pointed_at(heard: Hearing) -> list[tuple[str, str, str]]:
    """(unit, item, trigger) of what is listed."""
    return [(row["unit"], row["title"], row["trigger"]) for row in heard.agenda()["consequences"]]


@pytest.fixture
def signed(month: School) -> UUID:
    """B has signed its report, the office has it before it; D and C are done."""
    month.d_done()
    month.unit_reports("A", [done(month.row(text)) for text in ("Tư vấn", "Hồ sơ", "Báo cáo")])
    return month.monitor_signs("B")


def office(month: School) -> Api:
    """The head of the admin office."""
    return Api(month.world.person("VP", "head"))


def in_good_time(month: School, case_id: UUID, act: str, comment: str, ground: str) -> None:
    """The head of the office sends it back while there is a working day left to mend it."""
    month.world.stage.sign(case_id, act, month.world.person("VP", "head"), comment=comment, ground=ground)


# --- The ground of a return ---------------------------------------------------------------------------------


def test_the_office_says_what_it_returns_a_monitoring_report_for(month: School, signed: UUID) -> None:
    head = office(month)
    listed = {row["act"]: row["grounds"] for row in head.get(f"cases/{signed}").json()["acts"]}
    assert listed["return"] == ["inaccurate", "other"]
    assert listed["review"] == listed["send-back"] == []
    refused = head.act(signed, "return", comment="Thiếu chữ ký nháy")
    assert codes(refused) == (422, ["ground-missing"])
    assert refused.json()["reasons"][0]["field"] == "ground"
    answer = head.act(signed, "return", comment="Thiếu chữ ký nháy", ground="other")
    assert (answer.status_code, answer.json()["details"]) == (201, {"ground": "other"})
    [shown] = [
        row for row in head.get(f"cases/{signed}/signatures").json()["results"] if row["act"] == "return"
    ]
    assert shown["details"] == {"ground": "other"}


def test_the_ground_is_under_the_signature(month: School, signed: UUID) -> None:
    office(month).act(signed, "return", comment="Sai mẫu", ground="other")
    assert list(faults()) == []
    returned = Signature.objects.get(case=signed, act="return")
    returned.details = {"ground": "inaccurate"}
    assert returned.hash != hash_of(returned)


@pytest.mark.parametrize(("ground", "listed"), [("inaccurate", True), ("other", False)])
def test_only_what_is_inaccurate_is_a_case(month: School, signed: UUID, ground: str, listed: bool) -> None:
    in_good_time(month, signed, "return", "Trả lại", ground)
    assert pointed_at(hear(month)) == ([("W-B", "Tuyển sinh", "inaccurate")] if listed else [])


def test_a_return_that_states_no_ground_is_older_and_counts_as_ever(
    month: School, signed: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("approvals.queries.gaps.gaps_of_ground", lambda ground, wanted: [])
    in_good_time(month, signed, "return", "Sai số liệu", "")
    assert Signature.objects.get(case=signed, act="return").details == {}
    assert pointed_at(hear(month)) == [("W-B", "Tuyển sinh", "inaccurate")]


@pytest.mark.parametrize(("ground", "listed"), [("", True), ("inaccurate", True), ("other", False)])
def test_what_is_sent_back_to_be_checked_again_may_state_one(
    month: School, ground: str, listed: bool
) -> None:
    report, _monitoring = month.a_done()
    month.d_done()
    head = office(month)
    [grounds] = [
        row["grounds"] for row in head.get(f"cases/{report}").json()["acts"] if row["act"] == "send-back"
    ]
    assert grounds == ["inaccurate", "other"]
    in_good_time(month, report, "send-back", "Xem lại", ground)
    assert pointed_at(hear(month)) == ([("W-B", "Tuyển sinh", "inaccurate")] if listed else [])


def test_nowhere_else_is_a_ground_stated(month: School) -> None:
    report = month.unit_reports("A", [done(month.row(text)) for text in ("Tư vấn", "Hồ sơ", "Báo cáo")])
    follower = Api(month.world.person("B", "head"))
    refused = follower.act(report, "return", comment="Thiếu", ground="other")
    assert codes(refused) == (422, ["ground-unknown"])
    assert follower.act(report, "return", comment="Thiếu", ground="rude").status_code == 400
    assert follower.act(report, "return", comment="Thiếu").status_code == 201


def test_many_are_returned_with_one_ground(month: School, signed: UUID) -> None:
    head = office(month)
    body = {
        "act": "return",
        "comment": "Sai mẫu",
        "cases": [{"id": str(signed), "digest": head.digest(signed)}],
    }
    [refused] = head.post("acts", body, key=str(uuid4())).json()["results"]
    assert [reason["code"] for reason in refused["reasons"]] == ["ground-missing"]
    [result] = head.post("acts", body | {"ground": "other"}, key=str(uuid4())).json()["results"]
    assert result["signature"]["details"] == {"ground": "other"}


def test_another_ground_under_the_same_key_is_another_request(month: School, signed: UUID) -> None:
    head, key = office(month), str(uuid4())
    seen = head.digest(signed)
    for ground, status in (("other", 201), ("other", 201), ("inaccurate", 422)):
        answer = head.act(signed, "return", digest=seen, key=key, comment="Sai mẫu", ground=ground)
        assert answer.status_code == status, ground


# --- The leadership's word ----------------------------------------------------------------------------------


def word(heard: Hearing, **more: Any) -> dict[str, Any]:
    """What the leadership calls inaccurate: B's result of the one plan that it follows."""
    [unit] = [one for one in heard.agenda()["units"] if one["unit"] == "W-B"]
    [item] = unit["items"]
    named = {"period": unit["period"], "unit": unit["unit"], "item": item["item"]}
    return {**named, "reason": "Số liệu tuyển sinh không khớp", **more}


def test_the_agenda_names_the_item_of_every_plan(heard: Hearing) -> None:
    for unit in heard.agenda()["units"]:
        assert {plan["item"] for plan in unit["plans"]} == {item["item"] for item in unit["items"]}
        assert [item["title"] for item in unit["items"]] == [plan["title"] for plan in unit["plans"]]


def test_the_leadership_calls_a_result_that_it_heard_inaccurate(heard: Hearing) -> None:
    assert pointed_at(heard) == []
    seen = heard.agenda()["digest"]
    assert heard.put("inaccurate", [word(heard)]).status_code == 200
    [case] = heard.agenda()["consequences"]
    assert pointed_at(heard) == [("W-B", "Tuyển sinh", "inaccurate")]
    assert (case["period"], case["applied"]) == ("2026-10", None)
    assert heard.leader.user is not None
    for said in (heard.leader.user.full_name, "Giao ban tháng 10", "Số liệu tuyển sinh không khớp"):
        assert said in case["evidence_text"]
    assert codes(heard.close(digest=seen)) == (412, ["stale"]), "the leadership confirms what it has seen"
    assert heard.close().status_code == 200
    assert len(heard.agenda(heard.api("B", "head"))["consequences"]) == 1
    assert heard.agenda(heard.api("C", "head"))["consequences"] == []


def test_it_is_changed_by_a_later_word_and_taken_back_by_a_decision(heard: Hearing) -> None:
    heard.put("inaccurate", [word(heard)])
    assert heard.put("inaccurate", [word(heard, reason="Còn thiếu một ngành")]).status_code == 200
    [case] = heard.agenda()["consequences"]
    assert "Còn thiếu một ngành" in case["evidence_text"]
    assert "không khớp" not in case["evidence_text"]
    decided = {name: case[name] for name in ("period", "unit", "item", "trigger")}
    struck = decided | {"applied": False, "reason": "Đơn vị đã giải trình"}
    assert heard.put("consequences", [struck]).status_code == 200
    [case] = heard.agenda()["consequences"]
    assert (case["applied"], case["reason"]) == (False, "Đơn vị đã giải trình")


def test_the_office_and_the_leadership_may_both_find_it(month: School) -> None:
    report, _monitoring = month.a_done()
    in_good_time(month, report, "send-back", "Chưa xem minh chứng", "inaccurate")
    month.d_done()
    heard = hear(month)
    heard.put("inaccurate", [word(heard)])
    [case] = heard.agenda()["consequences"]
    assert "Chưa xem minh chứng" in case["evidence_text"]
    assert "không khớp" in case["evidence_text"]


@pytest.mark.parametrize(
    ("wrong", "codes_", "fields"),
    [
        ({"unit": "W-C"}, ["item-unheard"], ["item"]),
        ({"period": "2026-09"}, ["item-unheard"], ["item"]),
        ({"item": str(uuid4())}, ["item-unheard"], ["item"]),
        ({"reason": "\u200b "}, ["reason-missing"], ["reason"]),
    ],
)
def test_only_what_was_heard_and_with_a_reason(
    heard: Hearing, wrong: dict[str, Any], codes_: list[str], fields: list[str]
) -> None:
    refused = heard.put("inaccurate", [word(heard), word(heard, **wrong)])
    assert codes(refused) == (422, codes_)
    assert [reason["field"] for reason in refused.json()["reasons"]] == fields
    assert pointed_at(heard) == [], "nothing is saved then"


def test_it_is_the_leaderships_alone(heard: Hearing) -> None:
    for short, role in (("VP", "head"), ("VP", "clerk"), ("B", "head")):
        assert codes(heard.put("inaccurate", [word(heard)], heard.api(short, role))) == (
            403,
            ["not-permitted"],
        )


def test_it_is_said_until_the_next_meeting_closes(month: School) -> None:
    month.a_done()
    first = hear(month)
    assert first.close().status_code == 200
    assert first.put("inaccurate", [word(first)]).status_code == 200
    clerk = Api(month.world.person("VP", "clerk"))
    for unit in ("D", "C"):
        opened = {"unit": f"W-{unit}", "until": "2026-11-03", "reason": "Mất điện"}
        assert clerk.post(f"periods/{month.period.id}/openings", opened).status_code == 201
    month.until("2026-11-02 08:00")
    month.d_done()
    whole = month.sign(month.post(period="2026-11")["id"])
    body = {"consolidations": [whole["id"]], "held_at": HELD_AT, "title": "Giao ban tháng 11"}
    second = Hearing(month, whole["id"], month.clerk.post("meetings", body).json()["id"])
    assert second.close().status_code == 200
    assert codes(first.put("inaccurate", [word(first)])) == (409, ["closed"])
