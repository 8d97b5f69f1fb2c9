"""A reason says what it is about and whom to ask: the row by plan, part, number and text, the people by name."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from organization.actions import delegate, end_appointment
from organization.models import Appointment
from tests.api import Api
from tests.factories import DRAFT, REVIEWED, SUBMITTED, World, small_world
from tests.reported_month import Month


def against(api: Api, case_id: Any, act: str, language: str = "en") -> list[dict[str, str]]:
    """The reasons against an act, as the screen gets them."""
    shown = api.client.get(f"/api/v1/cases/{case_id}", headers={"accept-language": language}).json()
    [reasons] = [row["reasons"] for row in shown["acts"] if row["act"] == act]
    return list(reasons)


# --- Rows -------------------------------------------------------------------------------------------------


@pytest.fixture
def lacking(one: World) -> UUID:
    """A draft with three rows number 1 that lack the same."""
    officer, case_id = Api(one.person("A", "officer")), one.plan_at(DRAFT, rows=0)
    long = "Tổ chức bồi dưỡng nghiệp vụ sư phạm cho giảng viên mới tuyển dụng trong năm học"
    rows = [
        {"kind": kind, "section": section, "number": "1", "text": text, "leads": ["W-A"]}
        for kind, section, text in (
            ("target", "", "Tuyển 120 sinh viên"),
            ("task", "Đào tạo", long),
            ("task", "Khảo thí", "Chấm thi"),
        )
    ]
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": rows}, digest=officer.digest(case_id))
    assert answer.status_code == 200, answer.json()
    return case_id


def test_equal_gaps_of_different_rows_are_told_apart(one: World, lacking: UUID) -> None:
    officer = Api(one.person("A", "officer"))
    due = [row for row in against(officer, lacking, "submit") if row["code"] == "due-text-missing"]
    assert [row["text"] for row in due] == [
        "Row 1 “Tuyển 120 sinh viên” (Targets; “Kế hoạch của W-A”): The completion time is missing.",
        "Row 1 “Tổ chức bồi dưỡng nghiệp vụ sư phạm cho giảng viên mới…” (Tasks and solutions – Đào tạo; "
        "“Kế hoạch của W-A”): The completion time is missing.",
        "Row 1 “Chấm thi” (Tasks and solutions – Khảo thí; “Kế hoạch của W-A”): The completion time is missing.",
    ]
    rows = officer.get(f"plans/{lacking}").json()["rows"]
    assert [row["row"] for row in due] == [row["id"] for row in rows]
    assert {row["brief"] for row in due} == {"The completion time is missing."}
    said = [row["text"] for row in against(officer, lacking, "submit", "vi")]
    assert any(
        text.startswith("Dòng 1 “Chấm thi” (Nhiệm vụ, giải pháp – Khảo thí; “Kế") and "thời" in text
        for text in said
    )


def test_a_refused_save_names_the_row_too(one: World) -> None:
    officer, case_id = Api(one.person("A", "officer")), one.plan_at(DRAFT, rows=0)
    row = {"kind": "task", "number": "2", "text": "Chấm thi", "leads": ["W-X"]}
    answer = officer.send("put", f"plans/{case_id}/rows", {"rows": [row]}, digest=officer.digest(case_id))
    [reason] = answer.json()["reasons"]
    assert (reason["row"], reason["brief"]) == ("1", "Unknown unit “W-X”.")
    assert reason["text"] == (
        "Row 2 “Chấm thi” (Tasks and solutions; “Kế hoạch của W-A”): Unknown unit “W-X”."
    )


def test_gaps_of_a_report_name_the_plan_of_each_row(one: World) -> None:
    month = Month(one)
    for title in ("Khảo thí", "Đào tạo"):
        month.plan(title, [month.task("Chấm thi", "20/10/2026")])
    month.open()
    texts = [row["text"] for row in against(Api(one.person("A", "officer")), month.report(), "submit")]
    assert len(texts) == len(set(texts)) == 2
    assert all(
        any(f"; “{title}”): Say whether" in text for text in texts) for title in ("Khảo thí", "Đào tạo")
    )


def test_what_stands_against_a_consolidation_names_the_case_inside(one: World) -> None:
    inside = one.plan_for_meeting(REVIEWED)
    made = one.consolidate([inside], sign=False)
    office = Api(one.person("VP", "head"))
    digest = office.digest(made)
    assert Api(one.person("VP", "deputy")).act(inside, "send-back", comment="Xem lại").status_code == 201
    reasons = office.act(made, "consolidate", digest=digest).json()["reasons"]
    assert {(row["case"], row["text"].split(":")[0]) for row in reasons} == {
        (str(inside), "“Kế hoạch của W-A”")
    }


# --- People -----------------------------------------------------------------------------------------------


def whom(one: World, case_id: Any, act: str = "approve", who: tuple[str, str] = ("A", "officer")) -> str:
    """Whom the sentence names."""
    [reason] = [row for row in against(Api(one.person(*who)), case_id, act) if row["code"] == "not-permitted"]
    return reason["text"].partition("may do this")[2]


def test_only_the_head_may_and_here_is_who_that_is(one: World) -> None:
    names = [one.person("A", role).full_name for role in ("head", "deputy")]
    assert (
        whom(one, one.plan_at(SUBMITTED)) == f": {names[0]} (Trưởng đơn vị), {names[1]} (Phó trưởng đơn vị)."
    )


def test_who_acts_for_the_head_is_named_and_who_left_is_not(one: World) -> None:
    case_id, now = one.plan_at(SUBMITTED), timezone.now()
    post = Appointment.objects.get(user=one.person("A", "head"))
    delegate(
        appointment=post, to=one.person("B", "officer"), permissions=["approve"], mandate="QĐ 5", since=now,
        until=now + timedelta(days=9), by=post.user,
    )  # fmt: skip
    deputy = one.person("A", "deputy")
    deputy.is_active = False
    deputy.save()
    names = [one.person(*who).full_name for who in (("A", "head"), ("B", "officer"))]
    assert whom(one, case_id) == f": {names[0]} (Trưởng đơn vị), {names[1]} (by delegation)."
    end_appointment(post, at=now)
    assert whom(one, case_id) == ": nobody at the moment."


def test_what_is_no_act_names_them_too(one: World) -> None:
    refused = Api(one.person("A", "head")).post("deadlines", {"year": "2026-2027"}).json()
    assert one.person("VP", "head").full_name in refused["detail"], refused


def test_nobody_of_another_institution_is_named(one: World) -> None:
    other = small_world("X")
    text = whom(one, one.plan_at(SUBMITTED), "present", ("A", "head"))
    assert one.person("", "leader").full_name in text
    assert whom(other, other.plan_at(SUBMITTED), "present", ("A", "head")) == text.replace("W", "X")


def test_names_cost_one_statement_for_all_reasons_of_a_page(one: World) -> None:
    """However many acts are refused; and none where every sentence is allowed to stay unsaid."""
    counts = []
    for case_id in (one.plan_at(DRAFT, rows=1), one.plan_at(SUBMITTED, rows=1)):
        with CaptureQueriesContext(connection) as seen:
            Api(one.person("A", "officer")).get(f"cases/{case_id}")
        counts.append(sum("full_name, 0" in query["sql"] for query in seen.captured_queries))
    assert counts == [1, 1]


def test_names_cost_one_statement_for_all_that_is_refused_at_once(one: World) -> None:
    deputy = Api(one.person("B", "deputy"))
    cases = [
        {"id": str(case_id), "digest": deputy.digest(case_id)}
        for case_id in [one.plan_at(SUBMITTED, rows=1) for _ in range(5)]
    ]
    with CaptureQueriesContext(connection) as seen:
        answer = deputy.post("acts", {"act": "approve", "cases": cases}, key=str(uuid4()))
    assert [row["status"] for row in answer.json()["results"]] == [403] * 5
    assert sum("full_name, 0" in query["sql"] for query in seen.captured_queries) == 1
