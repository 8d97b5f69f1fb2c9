"""Lấy ý kiến dự thảo: a draft is put to the units that its rows name; a head signs what they say, silence counts as agreed,
nothing waits for it (issue D, point 10)."""

from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from approvals import triggers
from opinions.actions import let_lapse
from opinions.models import DraftOpinion
from plans.actions import Row, put_rows
from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import APPROVED, DRAFT, PRESENTED, World, small_world
from tests.journeys.answers import differences, inbox, refused, texts, verified
from tests.journeys.answers import done as ok

DUE = {"due_on": "2026-11-05"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A Thursday in October."""
    return Clock(monkeypatch, moment("2026-10-29 09:00"))


@pytest.fixture
def one(db) -> World:
    """Units A, B, C and the office VP."""
    world = small_world("W")
    world.open_unit("C")
    return world


def plan_with(one: World, where: str = DRAFT) -> str:
    """A plan of A whose rows are led by A and B and coordinated by C."""
    case_id, officer = one.plan_at(DRAFT, monitor="VP"), one.person("A", "officer")
    rows = [
        Row(kind="task", text="Tư vấn", leads=("W-A", "W-B"), due_text="Tháng 12/2026", product="Báo cáo"),
        Row(
            kind="task",
            text="Hồ sơ",
            leads=("W-A",),
            coordinating=("W-C",),
            due_text="Tháng 12/2026",
            product="Hồ sơ",
        ),
    ]
    put_rows(case_id, rows, seen=None, by=officer, now=one.now())
    one.walk(case_id, where, monitor="VP")
    return str(case_id)


def ask(one: World, plan: str, who: tuple[str, str] = ("A", "officer"), **body: str):
    """The answer to asking for opinions."""
    return Api(one.person(*who)).post(f"plans/{plan}/opinions", DUE | body)


def asked(one: World, plan: str) -> dict[str, str]:
    """Unit -> the id of its opinion."""
    return {row["unit"]: row["id"] for row in ok(ask(one, plan))["results"]}


def say(one: World, case_id: str, short: str, *, agrees: bool, text: str = "") -> None:
    """A unit says what it thinks of the draft, and its head signs."""
    officer, path = Api(one.person(short, "officer")), f"opinions/{case_id}"
    ok(officer.send("put", path, {"agrees": agrees, "text": text}, digest=officer.digest(case_id)), 200)
    ok(officer.act(case_id, "submit"))
    ok(Api(one.person(short, "head")).act(case_id, "approve"))


def standing(one: World, plan: str, who: tuple[str, str] = ("A", "officer")) -> dict[str, str]:
    """Unit -> where its opinion stands."""
    rows = ok(Api(one.person(*who)).get(f"plans/{plan}/opinions"), 200)["results"]
    return {row["unit"]: row["stands"] for row in rows}


def test_a_draft_is_put_to_the_units_that_its_rows_name_and_answered(one):
    plan = plan_with(one)
    drafter, head_b = Api(one.person("A", "officer")), Api(one.person("B", "head"))
    assert head_b.get(f"plans/{plan}").status_code == 404
    cases = asked(one, plan)
    assert set(cases) == {"W-B", "W-C"}
    assert head_b.get(f"plans/{plan}").status_code == 200, "who is asked reads the draft"
    assert cases["W-B"] in inbox(head_b)
    assert "asks for an opinion" in texts(Api(one.person("B", "officer")))[0]
    say(one, cases["W-B"], "B", agrees=True)
    say(one, cases["W-C"], "C", agrees=False, text="Phòng C chỉ phối hợp từ tháng 1")
    assert standing(one, plan) == {"W-B": "agreed", "W-C": "opinion"}
    [remark] = ok(drafter.get(f"cases/{plan}/remarks"), 200)["results"]
    assert (remark["text"], remark["blocking"]) == ("Phòng C W: Phòng C chỉ phối hợp từ tháng 1", False)
    ok(drafter.post(f"remarks/{remark['id']}/answer", {"answer": "argued", "text": "Theo phân công"}), 200)
    rows = {row["unit"]: row for row in drafter.get(f"plans/{plan}/opinions").json()["results"]}
    assert rows["W-C"]["answered"]["answer"] == "argued"
    assert rows["W-B"]["answered"] is None
    verified()


def test_nothing_waits_for_opinions(one):
    plan = plan_with(one)
    cases = asked(one, plan)
    say(one, cases["W-C"], "C", agrees=False, text="Chưa rõ sản phẩm")
    ok(Api(one.person("A", "officer")).act(plan, "submit"))
    ok(Api(one.person("A", "head")).act(plan, "approve"))


def test_silence_until_the_day_counts_as_agreed(one, clock):
    plan = plan_with(one)
    cases = asked(one, plan)
    clock.at("2026-11-06 00:00")
    assert let_lapse(moment("2026-11-06 00:00")) == 2
    assert let_lapse(moment("2026-11-06 00:00")) == 0
    assert standing(one, plan) == {"W-B": "lapsed", "W-C": "lapsed"}
    officer, path = Api(one.person("B", "officer")), f"opinions/{cases['W-B']}"
    assert cases["W-B"] not in inbox(officer)
    ok(officer.send("put", path, {"agrees": True}, digest=officer.digest(cases["W-B"])), 200)
    assert refused(officer.act(cases["W-B"], "submit")) == (409, ["lapsed"])
    verified()


def test_an_opinion_says_whether_it_agrees_and_what_not(one):
    case_id, officer = asked(one, plan_with(one))["W-B"], Api(one.person("B", "officer"))
    assert refused(officer.act(case_id, "submit")) == (422, ["agrees-missing"])
    ok(officer.send("put", f"opinions/{case_id}", {"agrees": False}, digest=officer.digest(case_id)), 200)
    assert refused(officer.act(case_id, "submit")) == (422, ["text-missing"])


def test_it_is_signed_on_the_draft_that_was_read(one):
    plan = plan_with(one)
    case_id, officer = asked(one, plan)["W-B"], Api(one.person("B", "officer"))
    ok(officer.send("put", f"opinions/{case_id}", {"agrees": True}, digest=officer.digest(case_id)), 200)
    read, drafter = officer.digest(case_id), Api(one.person("A", "officer"))
    ok(drafter.send("patch", f"plans/{plan}", {"title": "Kế hoạch khác"}, digest=drafter.digest(plan)), 200)
    assert refused(officer.act(case_id, "submit", digest=read)) == (412, ["stale"])


def test_who_drafts_asks_before_adoption_and_each_unit_once(one):
    plan = plan_with(one)
    assert refused(ask(one, plan, due_on="2026-10-29")) == (422, ["due-past"])
    assert refused(ask(one, plan, due_on="2028-08-01")) == (422, ["due-too-far"])
    asked(one, plan)
    assert refused(ask(one, plan)) == (422, ["nobody-to-ask"])
    assert refused(ask(one, plan, ("B", "officer"))) == (403, ["not-permitted"])
    assert refused(ask(one, plan_with(one, PRESENTED))) == (409, ["adopted"])
    assert refused(ask(one, str(one.plan_at(DRAFT)))) == (422, ["nobody-to-ask"])


def test_who_is_asked_sees_their_own_and_no_other(one):
    plan = plan_with(one)
    cases = asked(one, plan)
    say(one, cases["W-C"], "C", agrees=False, text="Chưa rõ")
    assert standing(one, plan, ("B", "head")) == {"W-B": "asked"}
    assert Api(one.person("B", "head")).get(f"opinions/{cases['W-C']}").status_code == 404
    assert Api(one.person("A", "head")).get(f"opinions/{cases['W-C']}").status_code == 200
    assert ok(Api(one.person("B", "head")).get(f"cases/{plan}"), 200)["remarkable"] != []
    assert asked(one, plan_with(one, APPROVED)) != {}


def test_what_a_head_signed_is_shown_whatever_the_table_says(one):
    plan = plan_with(one)
    case_id, drafter = asked(one, plan)["W-B"], Api(one.person("A", "officer"))
    say(one, case_id, "B", agrees=False, text="Cần thêm hạn")
    before = ok(drafter.get(f"opinions/{case_id}"), 200), ok(drafter.get(f"plans/{plan}/opinions"), 200)
    forged = DraftOpinion.objects.filter(case=UUID(case_id))
    with pytest.raises(IntegrityError, match="not edited"), transaction.atomic():
        forged.update(agrees=True)
    triggers.lift(connection)
    forged.update(agrees=True, text="Đồng ý", due_on="2027-01-01")
    assert (
        ok(drafter.get(f"opinions/{case_id}"), 200),
        ok(drafter.get(f"plans/{plan}/opinions"), 200),
    ) == before
    assert differences() == {case_id: "tables agrees: signed “False”, in the tables “True”"}
