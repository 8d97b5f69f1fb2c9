"""What ended while a handover was written stands in nobody's way; and whom one can name before it is begun."""

import pytest

from approvals.models import Remark
from organization.models import Appointment
from plans.models import RowTaken
from tests.api import Api
from tests.clock import moment
from tests.handovers.handing import NAME, begin, kinds, person, second
from tests.journeys.answers import done as ok
from tests.journeys.answers import verified
from tests.reported_month import Month

DECISION = {"number": "15/QĐ-W", "date": "2026-10-21"}


def stop(month: Month, title: str, *texts: str) -> None:
    """The leadership stops these rows of the plan; all of it where none is named."""
    plan = month.plans[title]
    rows = ok(person(month, "A", "head").get(f"plans/{plan}"), 200)["rows"]
    terms = {"decision": DECISION, "rows": [row["id"] for row in rows if row["text"] in texts]}
    if not texts:
        del terms["rows"]
    ok(person(month, "", "leader").act(plan, "stop", comment="Không còn cần", terms=terms))


def shown(month: Month, case_id: str) -> list[tuple[str, bool]]:
    """What goes along, and whether it is over."""
    items = ok(person(month, "A", "head").get(f"handovers/{case_id}"), 200)["items"]
    return [(item["kind"], item["over"]) for item in items]


def test_what_was_stopped_before_is_left_out(month):
    stop(month, "Kế hoạch", "Tuyển sinh")
    assert kinds(ok(begin(month))) == ["plan", "plan", "remark", "file"]


def test_a_plan_that_was_stopped_before_is_left_out(month):
    stop(month, "Kế hoạch khác")
    assert kinds(ok(begin(month))) == ["plan", "row", "remark", "promise", "file"]


def test_what_was_stopped_or_answered_meanwhile_is_told_and_does_not_block(month):
    case_id, officer = ok(begin(month))["id"], person(month, "A", "officer")
    assert not any(over for _kind, over in shown(month, case_id))
    stop(month, "Kế hoạch", "Tuyển sinh")
    stop(month, "Kế hoạch khác")
    remark = Remark.objects.get()
    ok(officer.post(f"remarks/{remark.id}/answer", {"answer": "fixed"}), 200)
    told = [
        ("plan", False),
        ("plan", True),
        ("row", True),
        ("remark", True),
        ("promise", True),
        ("file", False),
    ]
    assert sorted(shown(month, case_id)) == sorted(told)
    ok(officer.act(case_id, "submit"))
    assert sorted(shown(month, case_id)) == sorted(told), (
        "as it was submitted, with what is over told beside it"
    )
    ok(person(month, "A", "head").act(case_id, "approve"))
    assert not any(over for _kind, over in shown(month, case_id)), "what was signed is read as it was signed"
    assert RowTaken.objects.get().user_id == second(month).id, (
        "the record says whom to ask, also of what ended"
    )
    assert ok(Api(second(month)).get("my-week"), 200)["items"] == []
    assert verified().endswith(" 0 bad chains\n")


def test_the_promise_of_a_row_that_was_stopped_waits_no_more(month, clock):
    clock.at("2026-10-28 09:00")
    week = [item["what"] for item in ok(person(month, "A", "officer").get("my-week"), 200)["items"]]
    assert "promise" in week
    stop(month, "Kế hoạch", "Tuyển sinh")
    week = [item["what"] for item in ok(person(month, "A", "officer").get("my-week"), 200)["items"]]
    assert "promise" not in week


@pytest.mark.parametrize(
    ("who", "here", "gone"),
    [(("A", "head"), True, True), (("VP", "clerk"), False, True), (("A", "officer"), False, False)],
)
def test_who_begins_one_chooses_from_the_people_and_sees_what_would_go_along(month, who, here, gone):
    officer, left = month.world.person("A", "officer"), month.world.person("A", "deputy")
    Appointment.objects.filter(user=left).update(valid_to=moment("2026-10-21 12:00"))
    ask = person(month, *who)
    found = ok(ask.get("handover-beginning", unit="W-A", giver=str(officer.id)), 200)
    assert (found["begin"] == [], found["begin_gone"] == []) == (here, gone)
    people = {one["name"]: one["gone"] for one in found["people"]}
    assert people[NAME] is False
    assert people[left.full_name] is True
    assert list(people.values()) == sorted(people.values()), "who is there comes first"
    assert kinds(found) == (["plan", "plan", "row", "remark", "promise", "file"] if here else [])
    assert ok(ask.get("handover-beginning", unit="W-A"), 200)["items"] == []
    strange = str(month.world.person("B", "officer").id)
    assert ok(ask.get("handover-beginning", unit="W-A", giver=strange), 200)["items"] == []
