"""A plan comes into force on any day: adopted by signature, or recorded as issued (issue F, points 1 and 2; docs/adr/0038)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api import Api
from tests.clock import Clock, moment
from tests.factories import APPROVED, CONSOLIDATED, DRAFT, PRESENTED, REVIEWED, SUBMITTED, World
from tests.journeys.answers import done as ok
from tests.journeys.answers import inbox, refused, texts, verified


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A Tuesday without a meeting."""
    return Clock(monkeypatch, moment("2026-10-13 09:00"))


def paper(api: Api, **more: object) -> dict[str, object]:
    """A signed file that the person uploaded, with number, date and signer."""
    kept = ok(api.upload("evidence", SimpleUploadedFile("qd.pdf", b"%PDF-1.7 paper")))
    return {
        "number": "12/KH-W",
        "date": "2026-10-12",
        "signer": "Hiệu trưởng",
        "evidence": kept["sha256"],
        **more,
    }


def shown(api: Api, case_id: object) -> tuple[str, str, bool]:
    """Where a plan stands, how it came into force, and whether it has."""
    plan = ok(api.get(f"plans/{case_id}"), 200)
    return plan["state"], plan["adoption"], plan["in_force"]


def test_the_office_lists_many_plans_and_the_leadership_adopts_them_with_one_signature(one: World):
    plans = [one.plan_at(REVIEWED) for _ in range(3)]
    clerk, leader, officer = (
        Api(one.person("VP", "clerk")),
        Api(one.person("", "leader")),
        Api(one.person("A", "officer")),
    )

    def all_of(api: Api, act: str) -> list[int]:
        cases = [{"id": str(plan), "digest": api.digest(plan)} for plan in plans]
        answer = api.post("acts", {"act": act, "cases": cases}, key=f"{act}-them")
        return [row["status"] for row in ok(answer, 200)["results"]]

    assert all_of(clerk, "consolidate") == [201, 201, 201]
    assert {str(plan) for plan in plans} <= inbox(leader)
    assert all_of(leader, "present") == [201, 201, 201]
    assert {shown(officer, plan) for plan in plans} == {("presented", "adopted", True)}
    assert "adopted “Kế hoạch của W-A” and 2 other plans: it is in force." in texts(officer)[0]
    assert verified().endswith(" 0 bad chains\n")


def test_an_adopted_plan_says_that_its_paper_is_not_recorded_until_it_is(one: World):
    case_id, clerk = one.plan_at(PRESENTED), Api(one.person("VP", "clerk"))
    assert shown(clerk, case_id) == ("presented", "adopted", True)
    assert refused(clerk.act(case_id, "register")) == (422, [
        "issued-number-missing", "issued-date-missing", "issued-signer-missing", "issued-evidence-missing",
    ])  # fmt: skip
    ok(clerk.act(case_id, "register", issued=paper(clerk)))
    assert shown(clerk, case_id) == ("presented", "issued", True)
    assert ok(clerk.get(f"plans/{case_id}"), 200)["issued"]["number"] == "12/KH-W"
    assert refused(clerk.act(case_id, "register", issued=paper(clerk))) == (409, ["issued-before"])
    assert verified().endswith(" 0 bad chains\n")


@pytest.mark.parametrize("where", [DRAFT, APPROVED, REVIEWED, CONSOLIDATED])
def test_a_plan_that_walked_the_chain_is_recorded_as_issued_from_where_it_stands(one: World, where: str):
    case_id, clerk = one.plan_at(where), Api(one.person("VP", "clerk"))
    if where == DRAFT:  # seen by the office once it was submitted
        one.walk(case_id, "returned")
    ok(clerk.act(case_id, "register", issued=paper(clerk)))
    assert shown(clerk, case_id) == ("presented", "issued", True)
    assert verified().endswith(" 0 bad chains\n")


def test_a_submitted_draft_is_not_registered_over_its_heads_signature(one: World):
    case_id, clerk = one.plan_at(SUBMITTED), Api(one.person("VP", "clerk"))
    assert refused(clerk.act(case_id, "register", issued=paper(clerk)))[0] == 409


def test_items_without_a_paper_are_registered_under_the_document_that_assigns_them_on_one_file(one: World):
    office = Api(one.person("VP", "deputy"))
    clerk, items = Api(one.person("VP", "clerk")), []
    for kind in ("target", "task"):
        body = {"unit": "W-A", "kind": kind, "title": f"Chỉ tiêu {kind}", "period": "2026-2027"}
        items.append(ok(office.post("plans", {**body, "drafted_by_office": True}))["id"])
    issued = paper(clerk, number="242/TB-W", assigning=True)
    cases = [{"id": item, "digest": clerk.digest(item)} for item in items]
    answer = ok(
        clerk.post("acts", {"act": "register", "cases": cases, "issued": issued}, key="all-of-them"), 200
    )
    assert [row["status"] for row in answer["results"]] == [201, 201]
    assert {shown(clerk, item) for item in items} == {("presented", "assigned", True)}
    assert verified().endswith(" 0 bad chains\n")


def test_a_plan_waits_for_no_meeting(one: World):
    case_id, clerk = one.plan_at(REVIEWED), Api(one.person("VP", "clerk"))
    answer = clerk.post("consolidations", {"period": "2026-2027", "cases": [str(case_id)]})
    assert refused(answer) == (409, ["goes-alone"])


def test_a_plan_of_the_first_procedure_goes_on_to_its_meeting(one: World):
    case_id = one.plan_for_meeting(REVIEWED)
    clerk, leader = Api(one.person("VP", "clerk")), Api(one.person("", "leader"))
    assert refused(clerk.act(case_id, "consolidate")) == (409, ["outside-consolidation"])
    one.consolidate([case_id])
    assert refused(leader.act(case_id, "present")) == (409, ["outside-meeting"])


def test_a_draft_that_no_head_has_signed_can_be_thrown_away(one: World, clock: Clock):
    case_id, officer = one.plan_at(DRAFT), Api(one.person("A", "officer"))
    assert refused(officer.act(case_id, "discard")) == (422, ["reason-missing"])
    ok(officer.act(case_id, "discard", comment="Trùng với kế hoạch của nhà trường"))
    plan = ok(officer.get(f"plans/{case_id}"), 200)
    assert (plan["discarded"], [reason["code"] for reason in plan["editable"]]) == (True, ["discarded"])
    assert {code for codes in officer.acts(case_id).values() for code in codes} <= {
        "discarded",
        "not-permitted",
        "not-for-this-kind",
    }
    assert str(case_id) not in inbox(officer)
    assert str(case_id) not in {row["id"] for row in officer.get("plans").json()["results"]}
    assert Api(one.person("VP", "clerk")).get(f"plans/{case_id}").status_code == 404, (
        "a draft is its unit's own"
    )
    assert verified().endswith(" 0 bad chains\n")


def test_what_a_head_has_signed_once_is_thrown_away_no_more(one: World):
    case_id, officer = one.plan_at(APPROVED), Api(one.person("A", "officer"))
    ok(Api(one.person("A", "head")).act(case_id, "recall", comment="Sửa"))
    assert refused(officer.act(case_id, "discard", comment="Thôi")) == (409, ["approved"])


def test_what_was_issued_on_paper_is_registered_whatever_it_lacks(one: World):
    office, clerk = Api(one.person("VP", "deputy")), Api(one.person("VP", "clerk"))
    body = {
        "unit": "W-A",
        "kind": "plan",
        "title": "Kế hoạch giấy",
        "period": "2026-2027",
        "drafted_by_office": True,
    }
    case_id = ok(office.post("plans", body))["id"]
    rows = [{"kind": "task", "text": "Tuyển sinh"}]
    ok(office.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=office.digest(case_id)), 200)
    ok(clerk.act(case_id, "register", issued=paper(clerk)))
    assert shown(clerk, case_id) == ("presented", "issued", True)


def test_days_between_listing_and_adopting_change_nothing(one: World, clock: Clock):
    case_id = one.plan_at(CONSOLIDATED)
    clock.at("2026-12-01 09:00")
    ok(Api(one.person("", "leader")).act(case_id, "present"))
    assert shown(Api(one.person("A", "officer")), case_id)[0] == PRESENTED
