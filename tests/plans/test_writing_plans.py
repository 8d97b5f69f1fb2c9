"""Drafting a plan: creating it, its head, its rows, who follows it."""

from typing import Any
from unicodedata import normalize
from uuid import uuid4

import pytest

from notation.limits import ROWS
from periods.actions import ensure_period
from plans.models import PlanRow
from tests.api import Api
from tests.factories import APPROVED, DRAFT, RETURNED

NEW = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch năm học", "period": "2026-2027"}
ROW = {"kind": "task", "text": "Việc", "leads": ["W-A"], "due_text": "Tháng 12/2026", "product": "Báo cáo"}


@pytest.fixture
def officer(one) -> Api:
    return Api(one.person("A", "officer"))


def put(api: Api, case_id: Any, rows: list[dict[str, Any]]) -> Any:
    """PUT rows, with the digest as it is now."""
    return api.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=api.digest(case_id))


def places(answer: Any) -> list[tuple[str, str, str]]:
    """(code, row, field) of each reason of a refusal."""
    return [(r["code"], r.get("row", ""), r.get("field", "")) for r in answer.json()["reasons"]]


def texts(api: Api, case_id: Any) -> list[str]:
    """The texts of the rows, in order."""
    return [row["text"] for row in api.get(f"plans/{case_id}").json()["rows"]]


def test_a_new_plan_is_a_draft_of_the_unit_followed_by_the_office(officer):
    plan = officer.post("plans", NEW).json()
    assert (plan["state"], plan["submitted"], plan["waits_for"]) == ("draft", False, "officers")
    assert (plan["unit"], plan["monitoring_unit"], plan["period"]) == ("W-A", "W-VP", "2026-2027")
    assert (plan["rows"], plan["editable"], plan["issued"], plan["in_force"]) == ([], [], None, False)
    assert officer.get(f"plans/{plan['id']}").json() == plan


@pytest.mark.parametrize(
    ("wrong", "status", "field"),
    [
        ({"unit": "KHONG-CO"}, 400, "unit"),
        ({"unit": "DT"}, 400, "unit"),  # of another institution
        ({"period": "1999"}, 400, "period"),
        ({"kind": "conclusions"}, 400, "kind"),
        ({"title": ""}, 400, "title"),
        ({"title": "x" * 1001}, 400, "title"),
        ({"state": "presented"}, 400, "state"),
        ({"monitoring_unit": "W-B"}, 400, "monitoring_unit"),
        ({"created_by": "x"}, 400, "created_by"),
    ],
)
def test_a_plan_is_not_created_from_wrong_data(officer, wrong, status, field):
    answer = officer.post("plans", NEW | wrong)
    assert (answer.status_code, answer.json()["reasons"][0]["field"]) == (status, field)


@pytest.mark.parametrize(
    ("short", "role"), [("B", "head"), ("VP", "officer"), ("", "leader"), ("", "auditor"), ("", "administrator")]
)  # fmt: skip
def test_nobody_creates_plans_for_another_unit(one, short, role):
    answer = Api(one.person(short, role)).post("plans", NEW)
    assert (answer.status_code, answer.json()["code"]) == (403, "not-permitted")


def test_the_office_drafts_for_any_unit_a_plan_that_it_will_register(one):
    clerk = Api(one.person("VP", "clerk"))
    plan = clerk.post("plans", NEW | {"drafted_by_office": True}).json()
    assert (plan["unit"], plan["drafted_by_office"], plan["editable"]) == ("W-A", True, [])
    assert put(clerk, plan["id"], [ROW]).status_code == 200
    assert Api(one.person("A", "head")).get(f"plans/{plan['id']}").status_code == 200
    assert Api(one.person("B", "head")).get(f"plans/{plan['id']}").status_code == 404


def test_a_unit_cannot_mark_its_plan_as_drafted_by_the_office(officer):
    answer = officer.post("plans", NEW | {"drafted_by_office": True})
    assert (answer.status_code, answer.json()["code"]) == (403, "not-permitted")


def test_rows_keep_their_order_and_are_matched_by_id(one, officer):
    case_id = one.plan_at(rows=3)
    first, second, third = (
        {"id": row["id"], **ROW, "text": row["text"]}
        for row in officer.get(f"plans/{case_id}").json()["rows"]
    )
    answer = put(officer, case_id, [third, ROW | {"text": "Mới"}, first | {"text": "Sửa"}])
    rows = answer.json()["rows"]
    assert [row["text"] for row in rows] == ["Nhiệm vụ 3", "Mới", "Sửa"]
    assert (rows[0]["id"], rows[2]["id"]) == (third["id"], first["id"])
    assert not PlanRow.objects.filter(id=second["id"]).exists()


def test_putting_rows_changes_the_digest_and_putting_the_same_does_not(one, officer):
    case_id = one.plan_at(rows=1)
    before = officer.digest(case_id)
    answer = put(officer, case_id, [ROW])
    after = answer.json()["digest"]
    assert after != before
    assert answer.headers["ETag"] == f'"{after}"'
    [row] = answer.json()["rows"]
    same = put(officer, case_id, [ROW | {"id": row["id"]}]).json()["digest"]
    assert same == after


def test_text_is_kept_in_nfc_and_otherwise_as_written(one, officer):
    case_id = one.plan_at(rows=0)
    wording = "Tổ  chức\nthi – “đợt 2” "
    [row] = put(
        officer, case_id, [ROW | {"text": normalize("NFD", wording), "due_text": "Tháng 12/2026 "}]
    ).json()["rows"]
    assert row["text"] == wording.strip()
    assert row["text"] == normalize("NFC", row["text"])
    assert row["due_text"] == "Tháng 12/2026"


def test_a_due_time_is_understood_beside_its_wording(one, officer):
    [row] = put(officer, one.plan_at(rows=0), [ROW]).json()["rows"]
    assert row["due_text"] == "Tháng 12/2026"
    assert (row["due"]["start"], row["due"]["end"]) == ("2026-12-01", "2026-12-31")


def test_a_due_time_before_the_plans_year_is_a_warning(one, officer):
    [row] = put(officer, one.plan_at(rows=0), [ROW | {"due_text": "Tháng 3/2020"}]).json()["rows"]
    [warning] = row["warnings"]
    assert (warning["field"], warning["row"]) == ("due_text", row["id"])
    assert warning["brief"] == "The completion time “Tháng 3/2020” lies before 2026-2027."
    place = f"Row {row['number'] or 1} “{row['text']}” (Tasks and solutions; “Kế hoạch của W-A”): "
    assert warning["text"] == place + warning["brief"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"leads": ["KHONG-CO"]}, "leads"),
        ({"leads": ["DT"]}, "leads"),  # of another institution
        ({"coordinating": ["W-B", "W-B"]}, "coordinating"),
        ({"due_text": "Tháng 13/2021"}, "due_text"),
        ({"due_text": "31/02/2026"}, "due_text"),
        ({"id": str(uuid4())}, "id"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_saved(one, officer, wrong, field):
    case_id = one.plan_at(rows=2)
    before, digest = texts(officer, case_id), officer.digest(case_id)
    answer = put(officer, case_id, [ROW | {"text": "Mới"}, ROW | wrong])
    assert answer.status_code == 422
    [(_code, row, named)] = places(answer)
    assert (row, named) == (wrong.get("id", "2"), field)
    assert (texts(officer, case_id), officer.digest(case_id)) == (before, digest)


def test_a_row_of_another_plan_is_not_taken_over(one, officer):
    mine, other = one.plan_at(rows=1), one.plan_at(rows=1)
    [row] = officer.get(f"plans/{other}").json()["rows"]
    answer = put(officer, mine, [ROW | {"id": row["id"]}])
    assert (answer.status_code, places(answer)) == (422, [("row-unknown", row["id"], "id")])
    assert texts(officer, other) == ["Nhiệm vụ 1"]


def test_one_row_sent_twice_is_refused(one, officer):
    case_id = one.plan_at(rows=1)
    [row] = officer.get(f"plans/{case_id}").json()["rows"]
    answer = put(officer, case_id, [ROW | {"id": row["id"], "text": text} for text in ("Một", "Hai")])
    assert answer.status_code == 422
    assert texts(officer, case_id) == ["Nhiệm vụ 1"]


@pytest.mark.parametrize(
    "fixed", [{"due": {}}, {"demo": True}, {"position": 3}, {"warnings": []}, {"plan": "x"}]
)
def test_what_the_server_works_out_cannot_be_sent(one, officer, fixed):
    answer = put(officer, one.plan_at(rows=0), [ROW | fixed])
    assert (answer.status_code, answer.json()["reasons"][0]["code"]) == (400, "unknown-field")


def test_more_rows_than_a_plan_keeps_are_refused(one, officer):
    answer = put(officer, one.plan_at(rows=0), [{"kind": "task"}] * (ROWS + 1))
    assert answer.status_code == 400


def test_the_head_of_a_plan_changes_by_patch_and_what_is_left_out_stays(one, officer):
    case_id = one.plan_at()
    digest = officer.digest(case_id)
    plan = officer.send(
        "patch", f"plans/{case_id}", {"number": "15/KH", "note": "Ghi chú"}, digest=digest
    ).json()
    assert (plan["title"], plan["number"], plan["note"]) == ("Kế hoạch của W-A", "15/KH", "Ghi chú")
    assert plan["digest"] != digest


@pytest.mark.parametrize(
    "fixed", ["state", "submitted", "unit", "kind", "monitoring_unit", "digest", "returned", "issued", "in_force", "id",
              "demo", "historical", "waits_for", "since", "drafted_by_office", "rows", "created_by", "sequence", "head"]
)  # fmt: skip
def test_what_only_acts_change_cannot_be_patched(one, officer, fixed):
    case_id = one.plan_at()
    before = officer.get(f"plans/{case_id}").json()
    answer = officer.send("patch", f"plans/{case_id}", {fixed: "x", "title": "Khác"}, digest=before["digest"])
    assert (answer.status_code, places(answer)) == (400, [("unknown-field", "", fixed)])
    assert officer.get(f"plans/{case_id}").json() == before


def test_after_approval_nothing_can_be_edited(one, officer):
    case_id = one.plan_at(APPROVED)
    answer = officer.send("patch", f"plans/{case_id}", {"title": "Khác"}, digest=officer.digest(case_id))
    assert (answer.status_code, places(answer)) == (409, [("wrong-state", "", "")])
    assert [reason["code"] for reason in officer.get(f"plans/{case_id}").json()["editable"]] == [
        "wrong-state"
    ]


def test_a_returned_plan_can_be_edited_by_the_unit_and_not_by_the_monitor(one, officer):
    case_id = one.plan_at(RETURNED)
    assert officer.get(f"plans/{case_id}").json()["editable"] == []
    monitor = Api(one.person("B", "head"))
    assert [reason["code"] for reason in monitor.get(f"plans/{case_id}").json()["editable"]] == [
        "not-permitted"
    ]


def test_the_office_says_who_follows_a_plan_and_a_waiting_one_goes_there_at_once(one):
    case_id, clerk = one.plan_at(APPROVED), Api(one.person("VP", "clerk"))
    one.open_unit("C")
    given = {"unit": "W-C", "cadence": "weekly-and-monthly", "minimum": {"value": 3, "unit": "đơn vị"}}
    plan = clerk.send("put", f"plans/{case_id}/monitoring", given).json()
    assert plan["monitoring_unit"] == "W-C"
    assert Api(one.person("C", "head")).acts(case_id)["review"] == []
    assert Api(one.person("B", "head")).get(f"plans/{case_id}").status_code == 404


@pytest.mark.parametrize("given", [{"unit": "W-B"}, {"unit": "W-B", "cadence": "daily"},
                                   {"unit": "W-B", "cadence": "monthly", "minimum": {"value": 0, "unit": "x"}}])  # fmt: skip
def test_who_follows_a_plan_is_said_completely(one, given):
    answer = Api(one.person("VP", "head")).send("put", f"plans/{one.plan_at('submitted')}/monitoring", given)
    assert answer.status_code == 400


def test_a_new_draft_is_seen_by_its_unit_only(one, officer):
    case_id = one.plan_at(DRAFT)
    assert officer.get(f"plans/{case_id}").status_code == 200
    for short in ("B", "VP"):
        assert Api(one.person(short, "head")).get(f"plans/{case_id}").status_code == 404


def test_a_plan_of_another_year_understands_its_due_times_anew(one, officer):
    case_id = one.plan_at(rows=1)
    put(officer, case_id, [ROW | {"due_text": "Tháng 12"}])
    other = ensure_period(one.institution, "2027-2028").label
    answer = officer.send("patch", f"plans/{case_id}", {"period": other}, digest=officer.digest(case_id))
    [row] = answer.json()["rows"]
    assert (row["due"]["start"], row["due"]) == ("2027-12-01", PlanRow.objects.get(plan=case_id).due)
