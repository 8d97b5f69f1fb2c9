"""An instruction from its giver to its end: signed, told, in the inbox, answered, closed (issue D, point 10)."""

from datetime import date

from organization.actions import edit_calendar
from organization.models import Role
from tests.api import Api
from tests.instructions.giving import DUE, TEXT, answer, citing, give, given, passed_on, write
from tests.journeys.answers import done as ok
from tests.journeys.answers import inbox, refused, stands, texts, verified


def test_a_leaders_instruction_is_answered_by_the_head_and_closed_with_a_reason(one):
    leader, officer, head = (
        Api(one.person(*who)) for who in (("", "leader"), ("A", "officer"), ("A", "head"))
    )
    office = Api(one.person("VP", "clerk"))
    case_id = given(one, person=str(one.person("A", "officer").id))
    shown = ok(officer.get(f"instructions/{case_id}"), 200)
    assert (shown["text"], shown["due_on"], shown["stands"]) == (TEXT, DUE, "open")
    assert (shown["leader"], shown["passed_on"]) == (one.person("", "leader").full_name, False)
    assert shown["person"] == one.person("A", "officer").full_name
    for person in (officer, head):
        assert case_id in inbox(person)
        assert "It waits for you" in texts(person)[0]
    assert refused(officer.act(case_id, "submit")) == (422, ["answer-missing"])
    answer(one, case_id)
    assert case_id in inbox(office)
    assert "approved" in texts(leader)[0]
    assert refused(leader.act(case_id, "close")) == (422, ["reason-missing"])
    ok(leader.act(case_id, "close", comment="Đã đạt yêu cầu"))
    assert stands(head, case_id) == ("monitor-reviewed", "nobody")
    assert ok(head.get(f"instructions/{case_id}"), 200)["stands"] == "closed"
    assert "closed" in texts(officer)[0]
    signed = ok(leader.get(f"cases/{case_id}/signatures"), 200)["results"]
    assert [row["act"] for row in signed] == ["instruct", "submit", "approve", "close"]
    verified()


def test_what_was_instructed_is_frozen_by_its_signature_before_anybody_answers(one):
    case_id = given(one)
    leader = Api(one.person("", "leader"))
    [frozen] = ok(leader.get(f"cases/{case_id}/submissions"), 200)["results"]
    content = ok(leader.get(f"cases/{case_id}/submissions/1"), 200)["content"]["content"]
    assert (content["text"], content["due_on"], content["answer"]) == (TEXT, DUE, "")
    [signature] = ok(leader.get(f"cases/{case_id}/signatures"), 200)["results"]
    assert (signature["digest"], signature["signer"]["name"]) == (frozen["digest"], content["leader"])
    verified()


def test_the_office_passes_on_what_a_leader_said(one):
    case_id = passed_on(one)
    leader, head = Api(one.person("", "leader")), Api(one.person("A", "head"))
    shown = ok(head.get(f"instructions/{case_id}"), 200)
    assert (shown["passed_on"], shown["occasion"], shown["said_on"]) == (
        True,
        "giao ban tháng 10",
        "2026-10-28",
    )
    assert TEXT in texts(leader)[0]
    answer(one, case_id)
    ok(Api(one.person("VP", "head")).act(case_id, "close", comment="Đủ"))
    verified()


def test_the_cited_leader_strikes_it_within_three_working_days(one, clock):
    case_id, other, officer = passed_on(one), passed_on(one, text="Việc khác"), one.person("A", "officer")
    writing, path = Api(officer), f"instructions/{case_id}"
    ok(writing.send("put", path, {"answer": "Đang làm"}, digest=writing.digest(case_id)), 200)
    clock.at("2026-11-03 23:50")  # given on a Thursday; then Friday, Monday, Tuesday
    leader = Api(one.person("", "leader"))
    ok(leader.act(case_id, "strike", comment="Tôi không chỉ đạo như vậy"))
    assert ok(Api(officer).get(path), 200)["stands"] == "struck"
    for told in (Api(officer), Api(one.person("A", "head")), Api(one.person("VP", "clerk"))):
        assert "struck" in texts(told)[0]
    assert case_id not in inbox(Api(officer))
    clock.at("2026-11-04 00:00")
    assert refused(leader.act(other, "strike", comment="Muộn")) == (409, ["strike-over"])
    verified()


def test_the_calendar_of_the_institution_counts_the_working_days(one):
    edit_calendar(one.institution.id, date(2026, 11, 2), working=False, name="Nghỉ", source="CV")
    shown = ok(Api(one.person("", "leader")).get(f"instructions/{passed_on(one)}"), 200)
    assert shown["strike_until"].startswith("2026-11-05T00:00")


def test_only_the_cited_leader_strikes_and_only_what_was_passed_on(one):
    vice = one.cast().hire("w.vice", one.institution.root, Role.LEADER, "Phó Hiệu trưởng")
    case_id, own = passed_on(one), given(one)
    assert refused(Api(vice).act(case_id, "strike", comment="?")) == (403, ["not-cited"])
    assert refused(Api(one.person("", "leader")).act(own, "strike", comment="?")) == (409, ["not-passed-on"])
    assert refused(Api(one.person("VP", "head")).act(case_id, "strike", comment="?"))[0] == 403


def test_an_unanswered_one_is_closed_with_a_reason_and_its_whole_unit_hears(one):
    case_id = given(one)
    ok(Api(one.person("VP", "clerk")).act(case_id, "close", comment="Đã có văn bản khác thay thế"))
    assert "closed" in texts(Api(one.person("A", "head")))[0]
    assert "closed" in texts(Api(one.person("", "leader")))[0]
    verified()


def test_the_office_returns_an_answer_and_nobody_closes_what_they_approved(one):
    case_id = str(ok(give(one, unit="W-VP"))["id"])
    officer, head = Api(one.person("VP", "officer")), Api(one.person("VP", "head"))
    ok(
        officer.send("put", f"instructions/{case_id}", {"answer": "Xong"}, digest=officer.digest(case_id)),
        200,
    )
    ok(officer.act(case_id, "submit"))
    ok(head.act(case_id, "approve"))
    assert refused(head.act(case_id, "close", comment="Đủ")) == (403, ["separation-of-duties"])
    ok(Api(one.person("VP", "deputy")).act(case_id, "return", comment="Ghi rõ số hồ sơ"))
    assert case_id in inbox(officer)
    ok(officer.act(case_id, "submit"))
    verified()


def test_the_leader_whose_it_is_returns_an_answer_himself(one):
    """Given or passed on; another leader does not, nor anybody without a reason."""
    vice = one.cast().hire("w.vice", one.institution.root, Role.LEADER, "Phó Hiệu trưởng")
    leader, officer = Api(one.person("", "leader")), Api(one.person("A", "officer"))
    for case_id in (given(one), passed_on(one)):
        answer(one, case_id)
        assert refused(Api(vice).act(case_id, "return", comment="Chưa rõ")) == (403, ["not-cited"])
        assert refused(Api(one.person("A", "head")).act(case_id, "return", comment="Chưa rõ"))[0] == 403
        assert refused(leader.act(case_id, "return")) == (422, ["reason-missing"])
        remark = {"row": "", "field": "answer", "text": "Ghi rõ số hồ sơ"}
        ok(leader.act(case_id, "return", comment="Chưa rõ", remarks=[remark]))
        assert stands(officer, case_id) == ("draft", "unit")
        assert "returned" in texts(officer)[0]
        assert case_id in inbox(officer)
        assert refused(officer.act(case_id, "submit")) == (422, ["unanswered"])
    verified()


def test_before_the_head_signed_the_leader_returns_nothing(one):
    case_id, leader = given(one), Api(one.person("", "leader"))
    assert refused(leader.act(case_id, "return", comment="?")) == (409, ["not-submitted"])
    ok(write(one, case_id, "Đang làm"), 200)
    ok(Api(one.person("A", "officer")).act(case_id, "submit"))
    assert refused(leader.act(case_id, "return", comment="?")) == (403, ["not-permitted"])


def test_acts_in_bulk_close_what_stands_at_different_places(one):
    unanswered, answered, leader = given(one), given(one), Api(one.person("", "leader"))
    answer(one, answered)
    cases = [{"id": case_id, "digest": leader.digest(case_id)} for case_id in (unanswered, answered)]
    body = {"act": "close", "cases": cases, "comment": "Kết thúc đợt"}
    results = ok(leader.post("acts", body, key="close-them-all"), 200)["results"]
    assert [row["status"] for row in results] == [201, 201]
    verified()


def test_it_is_given_once(one):
    first = give(one, key="the-same-key")
    assert ok(give(one, key="the-same-key"))["id"] == first.json()["id"]
    assert refused(give(one, key="the-same-key", text="Khác")) == (422, ["key-reused"])
    leader = Api(one.person("", "leader"))
    assert refused(leader.act(first.json()["id"], "instruct")) == (409, ["given-already"])
    assert len(ok(leader.get("instructions"), 200)["results"]) == 1
    assert refused(give(one, ("VP", "clerk"))) == (403, ["not-permitted"])
    assert refused(give(one, **citing(one))) == (403, ["not-permitted"])
