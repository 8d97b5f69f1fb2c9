"""The office keeps plans as templates, and units begin with them (issue F, point 7; docs/adr/0041)."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from periods.actions import ensure_period
from tests.api import Api
from tests.factories import APPROVED, World, small_world
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused
from tests.plans.test_clarities import drafted

NEW = {"unit": "W-B", "kind": "plan", "title": "Kế hoạch của B", "period": "2026-2027"}
ROW = {
    "kind": "task", "section": "Đào tạo", "number": "1", "text": "Tuyển sinh", "leads": ["W-A", "W-VP"], "coordinating": ["W-B"],
    "due_text": "Tháng 12/2026", "product": "Báo cáo", "person": "Nguyễn Văn An", "authority": "Trưởng phòng",
}  # fmt: skip


@pytest.fixture
def clerk(one: World) -> Api:
    return Api(one.person("VP", "clerk"))


@pytest.fixture
def kept(one: World, clerk: Api) -> Any:
    """A plan of A as a template."""
    case_id = drafted(one, Api(one.person("A", "officer")), ROW)
    one.walk(case_id, APPROVED)
    return ok(clerk.post("templates", {"plan": str(case_id)}))


def listed(api: Api, **asked: str) -> list[str]:
    return [row["id"] for row in ok(api.get("templates", **asked), 200)["results"]]


def test_everybody_sees_them_by_kind(one, kept):
    officer = Api(one.person("B", "officer"))
    assert (kept["kind"], kept["rows"], kept["period"]) == ("plan", 1, "2026-2027")
    assert listed(officer) == listed(officer, kind="plan") == [kept["id"]]
    assert listed(officer, kind="task") == []


def test_a_plan_begins_with_its_rows_and_its_own_unit(one, kept):
    plan = ok(Api(one.person("B", "officer")).post("plans", NEW | {"template": kept["id"]}))
    [row] = plan["rows"]
    assert (row["leads"], row["coordinating"]) == (["W-B", "W-VP"], []), "who leads does not coordinate, too"
    assert (row["text"], row["section"], row["authority"], row["due"]["end"]) == (
        "Tuyển sinh", "Đào tạo", "Trưởng phòng", "2026-12-31",
    )  # fmt: skip
    assert row["person"] == "", "people are named anew"


def test_the_same_rows_are_kept_once(one, kept, clerk):
    case_id = drafted(one, Api(one.person("A", "officer")), ROW, ROW)
    one.walk(case_id, APPROVED)
    other = ok(clerk.post("templates", {"plan": str(case_id)}))
    again = clerk.post("templates", {"plan": str(case_id)})
    assert (again.status_code, again.json()["reasons"][0]["code"]) == (409, "kept-already")
    assert set(listed(clerk)) == {kept["id"], other["id"]}


def test_its_due_times_are_those_of_the_plans_year(one, kept):
    ensure_period(one.institution, "2027-2028")
    officer = Api(one.person("B", "officer"))
    plan = ok(officer.post("plans", NEW | {"template": kept["id"], "period": "2027-2028"}))
    assert (plan["rows"][0]["due_text"], plan["rows"][0]["due"]["end"]) == ("Tháng 12/2027", "2027-12-31")


def test_only_the_office_keeps_and_drops_them(one, kept, clerk):
    officer = Api(one.person("A", "officer"))
    assert refused(officer.post("templates", {"plan": str(one.plan_at())})) == (403, ["not-permitted"])
    assert refused(officer.send("delete", f"templates/{kept['id']}")) == (403, ["not-permitted"])
    plan = ok(Api(one.person("B", "officer")).post("plans", NEW | {"template": kept["id"]}))
    assert clerk.send("delete", f"templates/{kept['id']}").status_code == 204
    assert listed(officer) == []
    assert len(ok(Api(one.person("B", "officer")).get(f"plans/{plan['id']}"), 200)["rows"]) == 1, (
        "what began with it stays"
    )


def test_one_of_another_institution_is_not_known(one, kept):
    other = small_world("F")
    officer = Api(other.person("A", "officer"))
    body = NEW | {"unit": "F-A", "template": kept["id"]}
    assert (officer.post("plans", body).status_code, officer.post("plans", body).json()["code"]) == (
        400,
        "template-unknown",
    )
    assert listed(officer) == []
    office = Api(other.person("VP", "clerk"))
    assert office.send("delete", f"templates/{kept['id']}").status_code == 404
    assert officer.get("plans").json()["results"] == [], "nothing half saved"


def test_one_of_another_kind_is_refused_and_nothing_is_saved(one, kept):
    officer = Api(one.person("B", "officer"))
    body = NEW | {"kind": "task", "template": kept["id"]}
    assert refused(officer.post("plans", body)) == (422, ["template-kind"])
    assert officer.get("plans", unit="W-B").json()["results"] == []


def test_a_plan_that_is_not_seen_or_has_no_rows_is_no_template(one, clerk):
    assert clerk.post("templates", {"plan": str(uuid4())}).status_code == 400
    assert clerk.post("templates", {"plan": str(one.plan_at())}).status_code == 400, "a draft of another unit"
    officer, claim = Api(one.person("A", "officer")), {"reason": "Hội nghị, một ngày"}
    bare = drafted(one, officer, of_institution=True, exemption=claim)
    one.walk(bare, APPROVED)
    assert refused(clerk.post("templates", {"plan": str(bare)})) == (422, ["rows-missing"])


def test_its_rows_are_checked_like_any(one, kept):
    """A unit that it names has ended since: the row and the field are named, and nothing is saved."""
    ended = one.units["W-VP"]
    ended.valid_to = date(2026, 9, 1)
    ended.save()
    answer = Api(one.person("B", "officer")).post("plans", NEW | {"template": kept["id"]})
    assert refused(answer) == (422, ["unit-ended"])
    assert answer.json()["reasons"][0]["field"] == "leads"
