"""The follow-up list, who sees an instruction, and what one must say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import PlanRow
from tests.api import Api
from tests.factories import APPROVED, DRAFT
from tests.instructions.giving import answer, citing, give, given, passed_on
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused


def listed(api, **asked):
    """Texts of the list."""
    return [row["text"] for row in ok(api.get("instructions", **asked), 200)["results"]]


def test_the_list_follows_up_what_is_due_first(one, clock):
    given(one, text="Sau", due_on="2026-11-20")
    given(one, text="Trước", due_on="2026-11-02")
    answered, ended = given(one, text="Đã trả lời"), given(one, text="Xong", unit="W-B")
    answer(one, answered)
    leader = Api(one.person("", "leader"))
    ok(leader.act(ended, "close", comment="Thôi"))
    assert listed(leader) == ["Trước", "Đã trả lời", "Xong", "Sau"]
    assert listed(leader, stands="open") == ["Trước", "Đã trả lời", "Sau"]
    assert listed(leader, stands="answered") == ["Đã trả lời"]
    assert listed(leader, stands="ended", unit="W-B") == ["Xong"]
    assert listed(leader, stands="overdue") == []
    clock.at("2026-11-03 00:00")
    leader = Api(one.person("", "leader"))
    assert listed(leader, stands="overdue") == ["Trước"]
    overdue = {row["text"]: row["overdue"] for row in leader.get("instructions").json()["results"]}
    assert overdue == {"Trước": True, "Đã trả lời": False, "Xong": False, "Sau": False}
    for unknown in ({"stands": "late"}, {"state": "draft"}):
        assert leader.get("instructions", **unknown).status_code == 400


def test_the_unit_the_office_and_the_leadership_see_it_and_no_other_unit(one):
    case_id = given(one)
    answer(one, case_id)
    ok(Api(one.person("", "leader")).act(case_id, "close", comment="Đủ"))
    for who, status in (
        (("A", "officer"), 200), (("VP", "officer"), 200), (("", "leader"), 200), (("", "auditor"), 200),
        (("B", "head"), 404), (("C", "officer"), 404), (("", "administrator"), 404),
    ):  # fmt: skip
        assert Api(one.person(*who)).get(f"instructions/{case_id}").status_code == status, who
        assert len(listed(Api(one.person(*who)))) == (status == 200), who


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"due_on": "2026-10-29"}, "due-past"),
        ({"due_on": "2028-08-01"}, "due-too-far"),
        ({"person": ("B", "officer")}, "person-elsewhere"),
        ({"unit": "W"}, "nobody-answers"),
    ],
)
def test_an_instruction_that_cannot_be_carried_out_is_not_given(one, fields, code):
    if "person" in fields:
        fields = {"person": str(one.person(*fields["person"]).id)}
    assert refused(give(one, **fields)) == (422, [code])
    assert listed(Api(one.person("", "leader"))) == []


def test_who_is_cited_leads_and_has_spoken(one):
    clerk = ("VP", "clerk")
    assert refused(give(one, clerk, **citing(one, said_on="2026-10-30"))) == (422, ["said-ahead"])
    cited = citing(one, leader=str(one.person("A", "head").id))
    assert refused(give(one, clerk, **cited)) == (422, ["no-leader"])
    assert give(one, clerk, **(citing(one) | {"said_on": None})).status_code == 400
    assert give(one, occasion="giao ban").status_code == 400
    assert give(one, text="\u200b").status_code == 400


def test_it_speaks_of_a_case_or_of_a_row_which_then_stays(one):
    plan = one.plan_at(DRAFT)
    row = PlanRow.objects.filter(plan=plan)[0]
    shown = ok(give(one, row=str(row.id)))
    assert (shown["about"], shown["row"], shown["about_kind"]) == (str(plan), str(row.id), "plan")
    assert row.text in shown["about_text"]
    officer = Api(one.person("A", "officer"))
    answer_of = officer.send("put", f"plans/{plan}/rows", {"rows": []}, digest=officer.digest(plan))
    assert answer_of.status_code == 422
    assert ok(give(one, about=str(one.plan_at(APPROVED))))["row"] is None
    assert give(one, about="0" * 8 + "-0000-7000-8000-" + "0" * 12).status_code == 400


def test_who_does_not_see_what_it_speaks_of_is_not_sent_there(one):
    row = PlanRow.objects.filter(plan=one.plan_at(DRAFT))[0]
    case_id = ok(give(one, unit="W-B", row=str(row.id)))["id"]
    shown = ok(Api(one.person("B", "head")).get(f"instructions/{case_id}"), 200)
    assert (shown["about"], shown["row"], shown["about_kind"]) == (None, None, None)
    assert row.text in shown["about_text"]


def test_the_answer_is_the_units_and_the_words_of_the_instruction_are_not(one):
    case_id = passed_on(one)
    path = f"instructions/{case_id}"
    for who in (("VP", "clerk"), ("", "leader")):
        api = Api(one.person(*who))
        assert refused(api.send("put", path, {"answer": "x"}, digest=api.digest(case_id)))[0] == 403
    officer = Api(one.person("A", "officer"))
    assert refused(officer.send("put", path, {"answer": "x"}, digest="0" * 64)) == (412, ["stale"])
    assert officer.send("put", path, {"text": "Khác"}, digest=officer.digest(case_id)).status_code == 400


def test_whom_one_can_name_and_whether_one_may(one):
    clerk, leader, officer = (
        Api(one.person(*who)) for who in (("VP", "clerk"), ("", "leader"), ("A", "officer"))
    )
    people = ok(clerk.get("instruction-people", unit="W-A"), 200)
    assert [row["id"] for row in people["leaders"]] == [str(one.person("", "leader").id)]
    assert {row["name"] for row in people["staff"]} == {
        one.person("A", role).full_name for role in ("officer", "head", "deputy")
    }
    may = [
        (bool(p["own"]), bool(p["passed_on"]))
        for p in (api.get("instruction-people").json() for api in (clerk, leader, officer))
    ]
    assert may == [(True, False), (False, True), (True, True)]


def test_the_list_costs_the_same_however_long_it_is(one):
    leader = Api(one.person("", "leader"))

    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            leader.get("instructions")
        return len(seen)

    for count in range(3):
        given(one, text=f"Việc {count}")
    leader.get("instructions")
    few = cost()
    for count in range(12):
        given(one, text=f"Việc nữa {count}")
    assert cost() == few
