"""Gia hạn: asked by the unit, decided by the leadership (issue F, point 5; docs/adr/0040)."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from approvals import triggers
from extensions.models import Extension
from plans.models import RowTerm
from tests.extensions.asking import ask, asked, granted, shown
from tests.journeys.answers import differences, inbox, refused, stands, texts, verified
from tests.journeys.answers import done as ok
from tests.plans.changing_plans import adopted, begun, in_force, person, put, row_id, written
from tests.plans.changing_plans import asked as listed
from tests.plans.test_terms import DECISION, decide
from tests.reported_month import Month, done


@pytest.fixture
def plan(month: Month) -> Any:
    """A plan in force: due in October and in November, every month, standing, after a decree, and led by a class."""
    return in_force(
        month, month.task("Tuyển sinh", "Tháng 10/2026"), month.task("Hội giảng", "Tháng 11/2026"),
        month.task("Số liệu", "Hằng tháng"), month.task("Nền nếp", "Thường xuyên"),
        month.task("Đề án", "Sau khi có Nghị định"), month.task("Các phòng", "Tháng 12/2026", "class:department"),
    )  # fmt: skip


def test_a_unit_asks_its_head_signs_the_leadership_grants(month, plan):
    officer, leader = person(month, "A", "officer"), person(month, "", "leader")
    one = ok(ask(month, plan, "Tuyển sinh", "2026-12-31"))
    assert (one["stands"], one["was"], one["on"], one["times"], one["original"]) == (
        "open", "2026-10-31", "2026-12-31", 1, "2026-10-31",
    )  # fmt: skip
    assert one["title"] == "Đề nghị gia hạn: Tuyển sinh"
    assert person(month, "B", "head").get(f"extensions/{one['id']}").status_code == 404, (
        "a draft is its unit's"
    )
    ok(officer.act(one["id"], "submit"))
    assert ok(person(month, "B", "head").get(f"extensions/{one['id']}"), 200)["stands"] == "open"
    ok(person(month, "A", "head").act(one["id"], "approve"))
    assert stands(leader, one["id"]) == ("unit-approved", "leadership")
    assert one["id"] in inbox(leader)
    ok(leader.act(one["id"], "grant"))
    now = shown(month, one["id"])
    assert (now["stands"], now["granted_on"], now["editable"][0]["code"]) == (
        "granted", "2026-12-31", "wrong-state",
    )  # fmt: skip
    [row] = [one for one in officer.get(f"plans/{plan}").json()["rows"] if one["text"] == "Tuyển sinh"]
    assert (row["stand"]["due_on"], row["stand"]["original"], row["stand"]["extended"]) == (
        "2026-12-31", "2026-10-31", 1,
    )  # fmt: skip
    assert "granted" in texts(person(month, "B", "head"))[0], "who follows the plan hears of it"
    assert verified().endswith(" 0 bad chains\n")


def test_in_the_inbox_a_plan_its_supplements_and_what_is_asked_of_them_stand_under_one_plan(month, plan):
    one, supplement = asked(month, plan, "Tuyển sinh", "2026-12-31"), begun(month, plan)["id"]
    about = {"id": str(plan), "title": ok(person(month, "A", "officer").get(f"plans/{plan}"), 200)["title"]}
    for api, waits in ((person(month, "", "leader"), one), (person(month, "A", "officer"), supplement)):
        lines = ok(api.get("inbox", page_size=200), 200)["results"]
        assert {line["case"]: line["plan"] for line in lines}[waits] == about


def test_what_is_declined_changes_nothing_and_says_why(month, plan):
    one, leader = asked(month, plan, "Tuyển sinh", "2026-12-31"), person(month, "", "leader")
    assert refused(leader.act(one, "decline")) == (422, ["reason-missing"])
    ok(leader.act(one, "decline", comment="Không có lý do chính đáng"))
    assert shown(month, one)["stands"] == "declined"
    assert RowTerm.objects.count() == 0
    assert ok(ask(month, plan, "Tuyển sinh", "2026-11-30"))["times"] == 1, "it can be asked again"
    assert verified().endswith(" 0 bad chains\n")


def test_the_leadership_grants_another_day_than_was_asked(month, plan):
    one, leader = asked(month, plan, "Tuyển sinh", "2026-12-31"), person(month, "", "leader")
    for terms, code in (
        ({"on": "2026-10-31"}, "day-not-later"), ({"on": "2028-08-01"}, "day-too-far"), ({"unit": "W-C"}, "terms-unknown"),
    ):  # fmt: skip
        assert refused(leader.act(one, "grant", terms=terms)) == (422, [code])
    ok(leader.act(one, "grant", terms={"on": "2026-11-30"}))
    assert shown(month, one)["granted_on"] == "2026-11-30"
    assert listed(month, label="2026-11")["Tuyển sinh"] == "due"
    assert verified().endswith(" 0 bad chains\n")


def test_many_are_granted_from_the_inbox_at_once(month, plan):
    leader = person(month, "", "leader")
    cases = [asked(month, plan, text, "2026-12-31") for text in ("Tuyển sinh", "Hội giảng")]
    body = {"act": "grant", "cases": [{"id": one, "digest": leader.digest(one)} for one in cases]}
    answer = ok(leader.post("acts", body, key=str(uuid4())), 200)
    assert [row["reasons"] for row in answer["results"]] == [[], []]
    assert list(RowTerm.objects.order_by("was").values_list("was__month", "on__month")) == [
        (10, 12),
        (11, 12),
    ]
    assert verified().endswith(" 0 bad chains\n")


def test_it_is_put_off_again_for_the_second_time(month, plan, clock):
    granted(month, plan, "Tuyển sinh", "2026-11-30")
    clock.at("2026-11-10 09:00")
    again = granted(month, plan, "Tuyển sinh", "2026-12-31")
    told = shown(month, again)
    assert (told["times"], told["original"], told["was"]) == (2, "2026-10-31", "2026-11-30")
    assert listed(month, label="2026-12")["Tuyển sinh"] == "due"
    assert verified().endswith(" 0 bad chains\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Số liệu", (422, ["row-recurring"])), ("Nền nếp", (422, ["row-without-day"])), ("Đề án", (422, ["row-waiting"])),
        ("Các phòng", (422, ["led-by-class"])),
    ],
)  # fmt: skip
def test_only_a_row_with_one_day_of_its_own_is_put_off(month, plan, text, code):
    answer = ask(month, plan, text, "2027-01-31")
    assert refused(answer) == code
    [reason] = answer.json()["reasons"]
    assert (reason["row"], reason["text"].split(": ")[0]) == (row_id(text, plan), text)
    assert Extension.objects.count() == 0, "nothing half saved"


def test_the_day_lies_ahead_within_the_following_school_year(month, plan, clock):
    assert refused(ask(month, plan, "Tuyển sinh", "2026-10-31")) == (422, ["day-not-later"])
    assert refused(ask(month, plan, "Tuyển sinh", "2028-08-01")) == (422, ["day-too-far"])
    clock.at("2026-12-01 09:00")
    assert refused(ask(month, plan, "Tuyển sinh", "2026-11-30")) == (422, ["day-past"])
    ok(ask(month, plan, "Tuyển sinh", "2028-07-31"))


def test_who_leads_it_asks_once(month, plan):
    assert refused(ask(month, plan, "Tuyển sinh", "2026-12-31", "B")) == (403, ["not-permitted"])
    one = ok(ask(month, plan, "Tuyển sinh", "2026-12-31"))["id"]
    assert refused(ask(month, plan, "Tuyển sinh", "2026-12-31")) == (409, ["extension-open"])
    ok(person(month, "A", "officer").act(one, "discard", comment="Nhầm"))
    ok(ask(month, plan, "Tuyển sinh", "2026-12-31"))
    listing = ok(person(month, "A", "officer").get("extensions", stands="open", unit="W-A"), 200)
    assert len(listing["results"]) == 1
    assert ok(person(month, "A", "officer").get("extensions", stands="granted"), 200)["results"] == []


def test_a_row_that_was_stopped_or_has_gone_to_another_unit_is_not_put_off(month, plan):
    first, second = (asked(month, plan, text, "2026-12-31") for text in ("Tuyển sinh", "Hội giảng"))
    ok(decide(month, plan, "stop", ["Tuyển sinh"], decision=DECISION))
    ok(decide(month, plan, "reassign", ["Hội giảng"], unit="W-C", on="2026-10-07", decision=DECISION))
    leader = person(month, "", "leader")
    assert refused(leader.act(first, "grant")) == (409, ["row-stopped"])
    assert refused(leader.act(second, "grant")) == (409, ["led-by-another"])
    assert refused(ask(month, plan, "Tuyển sinh", "2027-01-31")) == (409, ["row-stopped"])
    assert ok(person(month, "C", "officer").get("plans"), 200)


def test_a_supplement_overtakes_a_request(month, plan):
    one, leader = asked(month, plan, "Hội giảng", "2026-12-31"), person(month, "", "leader")
    other = asked(month, plan, "Tuyển sinh", "2026-12-31")
    draft = begun(month, plan)
    later: dict[str, Any] = {"due_text": "Tháng 1/2027", "reason": "Chờ quyết định"}
    ended: dict[str, Any] = {"ended": True, "reason": "Không còn phù hợp"}
    draft = put(month, draft, written(draft, **{"Hội giảng": later, "Tuyển sinh": ended}))
    adopted(month, draft["id"])
    assert refused(leader.act(one, "grant")) == (409, ["day-changed"])
    assert refused(leader.act(other, "grant")) == (409, ["row-not-in-force"])
    assert refused(ask(month, plan, "Tuyển sinh", "2026-12-31")) == (409, ["row-not-in-force"])


def test_a_row_that_is_done_is_not_put_off(month, plan):
    one = asked(month, plan, "Tuyển sinh", "2026-12-31")
    other = ok(ask(month, plan, "Hội giảng", "2026-12-31"))["id"]
    month.open()
    month.say(month.report(), [done(row_id(text, plan)) for text in ("Tuyển sinh", "Số liệu")])
    month.sign_report(month.report())
    answer = person(month, "", "leader").act(one, "grant")
    assert refused(answer) == (409, ["row-done"])
    assert answer.json()["reasons"][0]["text"].startswith("Tuyển sinh: ")
    ok(person(month, "A", "officer").act(other, "submit"))
    again = person(month, "A", "officer")
    ok(person(month, "A", "head").act(one, "recall", comment="Đã xong"))
    assert refused(again.act(one, "submit")) == (409, ["row-done"])


def test_for_a_row_that_is_done_nothing_is_begun(month, plan):
    month.open()
    month.say(month.report(), [done(row_id(text, plan)) for text in ("Tuyển sinh", "Số liệu")])
    month.sign_report(month.report())
    assert refused(ask(month, plan, "Tuyển sinh", "2026-12-31")) == (409, ["row-done"])
    assert not Extension.objects.exists()


def test_an_open_request_is_changed_a_submitted_one_is_not(month, plan):
    officer, one = (
        person(month, "A", "officer"),
        ok(ask(month, plan, "Tuyển sinh", "2026-12-31", cause=""))["id"],
    )
    assert refused(officer.act(one, "submit")) == (422, ["cause-missing"])
    proof = [{"kind": "document", "value": "15/TTr"}]
    body = {"cause": "Chờ kinh phí", "on": "2026-11-30", "evidence": proof}
    told = ok(officer.send("patch", f"extensions/{one}", body, digest=officer.digest(one)), 200)
    assert (told["cause"], told["on"], [item["value"] for item in told["evidence"]]) == (
        "Chờ kinh phí", "2026-11-30", ["15/TTr"],
    )  # fmt: skip
    early = officer.send("patch", f"extensions/{one}", {"on": "2026-10-01"}, digest=officer.digest(one))
    assert refused(early) == (422, ["day-not-later"])
    ok(officer.act(one, "submit"))
    late = officer.send("patch", f"extensions/{one}", {"cause": "Khác"}, digest=officer.digest(one))
    assert refused(late) == (409, ["submitted"])


def test_a_plan_of_which_a_request_speaks_is_not_reopened(month, plan):
    asked(month, plan, "Tuyển sinh", "2026-12-31")
    answer = person(month, "", "leader").act(plan, "reopen", comment="Sửa")
    assert refused(answer) == (409, ["cited"])


def test_what_was_granted_is_compared_with_its_signature(month, plan):
    one = granted(month, plan, "Tuyển sinh", "2026-12-31")
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        RowTerm.objects.update(on="2027-06-30")
    triggers.lift(connection)
    RowTerm.objects.update(on="2027-06-30")
    Extension.objects.update(granted_on="2027-06-30")
    assert "terms" in differences()[one] or "granted_on" in differences()[one]
