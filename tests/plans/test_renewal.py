"""The plan of the next year begins with last year's, its results beside it (issue F, point 7; docs/adr/0041)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from organization.models import Unit
from periods.actions import ensure_period
from plans.models import Plan, PlanRow
from tests.api import Api
from tests.factories import PRESENTED, World
from tests.journeys.answers import done as ok
from tests.journeys.answers import refused, verified
from tests.plans.changing_plans import begun, in_force, person, row_id
from tests.reported_month import Month, done, not_done

NEXT = "2027-2028"
DECISION = {"number": "15/QĐ-W", "date": "2026-10-05"}


@pytest.fixture(autouse=True)
def later_year(month: Month) -> None:
    ensure_period(month.world.institution, NEXT)


def renewed(month: Month, plan: UUID | str, status: int = 201, **more: Any) -> Any:
    """A's officer carries the plan into the next year."""
    answer = person(month, "A", "officer").post(f"plans/{plan}/renewal", {"period": NEXT, **more})
    return ok(answer) if status == 201 else refused(answer)


def by_text(plan: Any) -> dict[str, Any]:
    """Text -> row."""
    return {row["text"]: row for row in plan["rows"]}


@pytest.fixture
def reported(month: Month) -> UUID:
    """A plan of which October's reports found one row done and one not, and said nothing of a third."""
    plan = in_force(
        month,
        month.task("Tuyển sinh", "Tháng 10/2026"),
        month.task("Hồ sơ", "Tháng 10/2026"),
        month.task("Số liệu", "Hằng tháng"),
        month.task("Tổng kết", "Tháng 6/2027"),
    )
    month.until("2026-10-20 08:00")
    month.open()
    words = [
        done(row_id("Tuyển sinh", plan), completed_on="2026-10-15"),
        not_done(row_id("Hồ sơ", plan), expected_on="2026-11-25"),
        done(row_id("Số liệu", plan), completed_on="2026-10-19"),
    ]
    month.say(month.report(), words)
    month.sign_report(month.report())
    return plan


# --- What is carried -------------------------------------------------------------------------------------------------


def test_what_is_done_once_stays_behind_and_what_recurs_or_is_unfinished_goes_on(month, reported):
    made = renewed(month, reported)
    assert list(by_text(made)) == ["Hồ sơ", "Số liệu", "Tổng kết"]
    assert (made["state"], made["period"], made["renews"], made["revision"]) == (
        "draft", NEXT, str(reported), 0,
    )  # fmt: skip
    assert {row["key"] for row in made["rows"]} == {row["id"] for row in made["rows"]}, "keys of their own"


def test_the_results_stand_beside_the_rows(month, reported):
    rows = by_text(renewed(month, reported))
    assert rows["Hồ sơ"]["carried"] == {
        "from": row_id("Hồ sơ", reported), "due_was": "Tháng 10/2026", "done": False, "completed_on": None,
        "result": "Đang làm", "month": "2026-10",
    }  # fmt: skip
    assert (rows["Số liệu"]["carried"]["done"], rows["Số liệu"]["carried"]["completed_on"]) == (
        True,
        "2026-10-19",
    )
    assert (rows["Tổng kết"]["carried"]["done"], rows["Tổng kết"]["carried"]["month"]) == (None, "")


def test_what_nobody_has_signed_is_no_result(month: Month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 10/2026"))
    month.until("2026-10-20 08:00")
    month.open()
    month.say(month.report(), [done(row_id("Tuyển sinh", plan), completed_on="2026-10-15")])
    assert by_text(renewed(month, plan))["Tuyển sinh"]["carried"]["done"] is None


def test_before_it_begins_everything_is_shown_with_what_would_be_taken(month, reported):
    answer = person(month, "A", "officer").get(f"plans/{reported}/renewal", period=NEXT)
    rows = by_text(ok(answer, 200))
    assert {text: row["taken"] for text, row in rows.items()} == {
        "Tuyển sinh": False, "Hồ sơ": True, "Số liệu": True, "Tổng kết": True,
    }  # fmt: skip
    assert (rows["Tuyển sinh"]["done"], rows["Tuyển sinh"]["result"]) == (True, "Đã xong")
    assert [rows[text]["due_text"] for text in ("Hồ sơ", "Số liệu")] == ["Tháng 10/2027", "Hằng tháng"]


def test_rows_can_be_named(month, reported):
    taken = [row_id("Tuyển sinh", reported)]
    assert list(by_text(renewed(month, reported, rows=taken))) == ["Tuyển sinh"]


def test_a_row_that_is_not_in_force_cannot_be(month, reported):
    other = in_force(month, month.task("Việc khác", "Tháng 12/2026"), title="Kế hoạch khác")
    assert renewed(month, reported, 422, rows=[row_id("Việc khác", other)]) == (422, ["row-unknown"])
    assert not Plan.objects.filter(renews__isnull=False).exists(), "nothing half saved"


def test_stopped_rows_stay_behind_and_one_that_was_handed_over_goes_to_who_has_it(month: Month):
    plan = in_force(
        month,
        month.task("Tuyển sinh", "Tháng 12/2026"),
        month.task("Hồ sơ", "Tháng 12/2026"),
        month.task("Đào tạo", "Tháng 12/2026", "A", "C"),
    )
    leader = person(month, "", "leader")
    stop = {"decision": DECISION, "rows": [row_id("Hồ sơ", plan)]}
    ok(leader.act(plan, "stop", comment="Không còn cần", terms=stop))
    moved = {"decision": DECISION, "rows": [row_id("Đào tạo", plan)], "unit": "W-C", "on": "2026-10-02"}
    ok(leader.act(plan, "reassign", comment="Sáp nhập", terms=moved))
    rows = by_text(renewed(month, plan))
    assert {text: row["leads"] for text, row in rows.items()} == {"Tuyển sinh": ["W-A"], "Đào tạo": ["W-C"]}


def test_a_unit_that_has_ended_leads_nothing_of_the_next_year(month: Month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 12/2026", "C", "A"))
    Unit.objects.filter(code="W-C").update(valid_to=date(2026, 10, 1))
    month.until("2026-11-02 08:00")
    assert by_text(renewed(month, plan))["Tuyển sinh"]["leads"] == ["W-A"]


def test_who_answers_goes_along_and_a_claimed_exemption_does_not(month: Month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 12/2026"))
    made = renewed(month, plan)
    assert (made["person"], made["authority"]) == ("Viên chức được phân công", "Trưởng đơn vị")
    assert made["exemption"] is None


# --- Due times -------------------------------------------------------------------------------------------------------


def test_what_cannot_be_moved_is_left_to_its_author_and_named(month: Month):
    plan = in_force(
        month, month.task("Rà soát", "theo chỉ đạo"), month.task("Tổng kết", "Trước ngày 05/6/2027")
    )
    rows = by_text(renewed(month, plan))
    assert (rows["Tổng kết"]["due_text"], rows["Tổng kết"]["due"]["end"]) == (
        "Trước ngày 05/6/2028",
        "2028-06-04",
    )
    assert (rows["Rà soát"]["due_text"], rows["Rà soát"]["carried"]["due_was"]) == ("", "theo chỉ đạo")
    assert [(one["code"], one["field"]) for one in rows["Rà soát"]["warnings"]] == [
        ("due-not-moved", "due_text")
    ]
    assert rows["Rà soát"]["lacks"] == ["due_text"], "asked at submit"


# --- Signed ----------------------------------------------------------------------------------------------------------


def test_it_is_signed_like_any_plan_and_says_what_it_carries_on(month, reported):
    made = renewed(month, reported)
    month.world.walk(UUID(made["id"]), PRESENTED, monitor="VP")
    frame = ok(person(month, "A", "officer").get(f"cases/{made['id']}/submissions/1"), 200)["content"]
    assert frame["content"]["renews"] == str(reported)
    assert frame["content"]["rows"][0]["carried_from"] == row_id("Hồ sơ", reported)
    with pytest.raises(DatabaseError, match="what was submitted is not edited"), transaction.atomic():
        PlanRow.objects.filter(plan=made["id"]).update(carried_from=None)
    assert verified().endswith(" 0 bad chains\n")


def test_a_supplement_of_it_still_shows_what_became_of_last_years_rows(month, reported):
    made = renewed(month, reported)
    month.world.walk(UUID(made["id"]), PRESENTED, monitor="VP")
    assert by_text(begun(month, made["id"]))["Hồ sơ"]["carried"]["result"] == "Đang làm"


# --- Refused ---------------------------------------------------------------------------------------------------------


def test_once_a_year(month, reported):
    first = renewed(month, reported)
    assert renewed(month, reported, 409) == (409, ["renewed"])
    shown = ok(person(month, "A", "officer").get(f"plans/{reported}/renewal", period=NEXT), 200)
    assert [one["code"] for one in shown["against"]] == ["renewed"]
    ok(person(month, "A", "officer").act(first["id"], "discard", comment="Làm lại"))
    renewed(month, reported)


def test_only_into_a_later_year(month, reported):
    answer = person(month, "A", "officer").post(f"plans/{reported}/renewal", {"period": "2026-2027"})
    assert refused(answer) == (422, ["year-not-later"])


def test_only_what_was_in_force_and_is_no_record_nor_stopped(month: Month):
    draft = month.plan("Nháp", [month.task("Việc", "Tháng 12/2026")], where="draft")
    assert renewed(month, draft, 409) == (409, ["not-in-force"])
    kept = in_force(month, month.task("Việc", "Tháng 12/2026"), title="Lưu")
    Plan.objects.filter(case=kept).update(historical=True)
    assert renewed(month, kept, 409) == (409, ["historical"])
    stopped = in_force(month, month.task("Việc", "Tháng 12/2026"), title="Dừng")
    ok(person(month, "", "leader").act(stopped, "stop", comment="Dừng", terms={"decision": DECISION}))
    assert renewed(month, stopped, 409) == (409, ["plan-stopped"])


def test_the_rows_of_any_plan_read_in_another_year_so_that_they_can_be_copied(month: Month, reported):
    rows = [month.task("Việc", "Tháng 12/2026"), month.task("Khác", "khi có kế hoạch của tỉnh")]
    draft = month.plan("Nháp", rows, where="draft")
    renewed(month, reported)
    officer = person(month, "A", "officer")

    def dues(case: UUID, period: str) -> list[str]:
        return [
            row["due_text"] for row in ok(officer.get(f"plans/{case}/renewal", period=period), 200)["rows"]
        ]

    assert dues(draft, NEXT) == ["Tháng 12/2027", "khi có kế hoạch của tỉnh"]
    assert dues(draft, "2026-2027") == ["Tháng 12/2026", "khi có kế hoạch của tỉnh"]
    assert dues(reported, NEXT) != []


def test_only_by_its_unit_or_the_office(month, reported):
    body = {"period": NEXT}
    assert refused(person(month, "B", "officer").post(f"plans/{reported}/renewal", body)) == (
        403,
        ["not-permitted"],
    )
    made = ok(person(month, "VP", "clerk").post(f"plans/{reported}/renewal", body))
    assert (made["unit"], made["drafted_by_office"]) == ("W-A", True)


def test_not_for_a_unit_that_has_ended(month, reported):
    units = {unit.code: unit for unit in Unit.objects.all()}
    units["W-A"].valid_to, units["W-A"].successor = date(2026, 10, 19), units["W-C"]
    units["W-A"].save()
    answer = person(month, "VP", "clerk").post(f"plans/{reported}/renewal", {"period": NEXT})
    assert refused(answer)[0] == 422
    assert units["W-C"].name in answer.json()["reasons"][0]["text"]


# --- A plan that ended -----------------------------------------------------------------------------------------------


def listed(api: Api, stands: str) -> set[str]:
    """Titles of the plans that stand so."""
    return {row["title"] for row in ok(api.get("plans", stands=stands), 200)["results"]}


def test_a_stopped_row_and_plan_say_by_what_decision(month: Month):
    plan = in_force(month, month.task("Tuyển sinh", "Tháng 12/2026"), month.task("Hồ sơ", "Tháng 12/2026"))
    leader, officer = person(month, "", "leader"), person(month, "A", "officer")
    ok(
        leader.act(
            plan, "stop", comment="Dừng", terms={"decision": DECISION, "rows": [row_id("Hồ sơ", plan)]}
        )
    )
    shown = ok(officer.get(f"plans/{plan}"), 200)
    rows, by = by_text(shown), month.world.person("", "leader").full_name
    ended = rows["Hồ sơ"]["stand"]["ended_by"]
    assert {name: ended[name] for name in ("number", "date", "act", "by")} == DECISION | {
        "act": "stop",
        "by": by,
    }
    assert (rows["Tuyển sinh"]["stand"], shown["ended_by"], shown["stopped_on"]) == (None, None, None)
    other = {"number": "16/QĐ-W", "date": "2026-10-06"}
    ok(leader.act(plan, "stop", comment="Dừng hẳn", terms={"decision": other}))
    shown = ok(officer.get(f"plans/{plan}"), 200)
    assert (shown["ended_by"]["number"], shown["stopped_on"]) == ("16/QĐ-W", "2026-10-06")
    assert by_text(shown)["Hồ sơ"]["stand"]["ended_by"]["number"] == "15/QĐ-W", "by its own decision"


def test_the_list_is_narrowed_by_how_plans_stand(month: Month):
    officer, world = person(month, "A", "officer"), month.world
    month.plan("Nháp", [month.task("Việc", "Tháng 12/2026")], where="draft")
    in_force(month, month.task("Việc", "Tháng 12/2026"), title="Hiệu lực")
    stopped = in_force(month, month.task("Việc", "Tháng 12/2026"), title="Dừng")
    ok(person(month, "", "leader").act(stopped, "stop", comment="Dừng", terms={"decision": DECISION}))
    world.period, this_year = past_year(world), world.period
    in_force(month, month.task("Việc", "Tháng 12/2024"), title="Hết năm")
    world.period = this_year
    replaced = in_force(month, month.task("Việc", "Tháng 12/2026"), title="Thay thế")
    Plan.objects.filter(case=replaced).update(until=date(2026, 1, 1))
    found = {
        stands: listed(officer, stands) for stands in ("draft", "in-force", "stopped", "ended", "superseded")
    }
    assert found == {
        "draft": {"Nháp"}, "in-force": {"Hiệu lực"}, "stopped": {"Dừng"}, "ended": {"Hết năm"},
        "superseded": {"Thay thế"},
    }  # fmt: skip
    assert officer.get("plans", stands="gone").status_code == 400


def past_year(world: World) -> Any:
    """A school year that is over."""
    year = ensure_period(world.institution, "2024-2025")
    assert year.ends < world.now().date() - timedelta(days=1)
    return year
