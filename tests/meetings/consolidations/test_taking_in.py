"""What a consolidation of a month takes in by itself, and what stands against beginning another."""

from uuid import uuid4

from tests.api import Api
from tests.meetings.consolidations.october_school import School, codes, who


def test_it_takes_in_what_was_checked_and_names_the_rest(month: School) -> None:
    report, monitoring = month.a_done()
    made = month.post()
    assert [row["id"] for row in made["cases"]] == [str(monitoring), str(report)]
    assert made["figures"]["checked"] == {"due": 3, "done": 2, "not_done": 1, "unfollowed": 0}
    assert who(made["missing"]) == [
        ("W-C", "monitoring-report"), ("W-D", "unit-report"),
    ]  # fmt: skip
    assert made["missing"][1]["monitor"] == "W-C"
    assert made["title"] == "Báo cáo tổng hợp tháng 10/2026"
    assert made["due_at"] == "2026-10-29T17:00:00+07:00"


def test_what_a_head_signed_but_the_office_has_not_checked_stands_apart(month: School) -> None:
    month.a_done()
    month.unit_reports("D", [month.open_row("Đề thi"), month.open_row("Chấm thi")])
    unchecked = month.monitor_signs("C")
    figures = month.post()["figures"]
    assert figures["checked"] == {"due": 3, "done": 2, "not_done": 1, "unfollowed": 0}
    assert figures["unchecked"] == {"due": 2, "done": 0, "not_done": 2, "unfollowed": 0}
    assert [(row["unit"], row["checked"], row["due"]) for row in figures["by_unit"]] == [
        ("W-B", True, 3), ("W-C", False, 2),
    ]  # fmt: skip
    assert figures["by_unit"][1]["case"] == str(unchecked)


def test_what_is_checked_afterwards_is_offered_and_taken_in_when_asked(month: School) -> None:
    month.a_done()
    made = month.post()
    month.d_done()
    seen = month.get(made["id"])
    assert (len(seen["cases"]), len(seen["available"])) == (2, 4)
    assert seen["figures"]["checked"]["due"] == 3
    grown = month.patch(made["id"], cases=[row["id"] for row in seen["available"]])
    assert (len(grown["cases"]), grown["missing"]) == (4, [])
    assert grown["figures"]["checked"] == {"due": 5, "done": 3, "not_done": 2, "unfollowed": 0}
    assert [(row["unit"], row["due"]) for row in grown["figures"]["by_unit"]] == [("W-B", 3), ("W-C", 2)]


def test_what_was_sent_back_is_offered_no_longer(month: School) -> None:
    report, monitoring = month.a_done()
    made = month.post()
    month.world.stage.sign(report, "send-back", month.world.person("VP", "head"), comment="Sai")
    assert [row["id"] for row in month.get(made["id"])["available"]] == [str(monitoring)]


def test_what_stands_in_another_open_draft_is_left_to_it(month: School) -> None:
    month.a_done()
    month.post()
    assert month.post(period="2026-11")["cases"] == []


def test_a_report_that_comes_late_is_in_the_next_one_and_stays_missing_in_its_own(month: School) -> None:
    month.a_done()
    signed = month.sign(month.post()["id"])
    late, late_monitoring = month.d_done()
    following = month.post(period="2026-11")
    assert [row["id"] for row in following["cases"]] == [str(late_monitoring), str(late)]
    assert following["figures"]["checked"] == {"due": 0, "done": 0, "not_done": 0, "unfollowed": 0}
    assert [(row["unit"], row["period"], row["due"], row["done"]) for row in following["figures"]["earlier"]] == [
        ("W-C", "2026-10", 2, 1)
    ]  # fmt: skip
    month.sign(following["id"])
    assert month.state(late) == month.state(late_monitoring) == "consolidated"
    assert who(month.get(signed["id"])["missing"]) == [("W-C", "monitoring-report"), ("W-D", "unit-report")]


def test_one_draft_at_a_time(month: School) -> None:
    made = month.post()
    assert codes(month.post(409)) == [("open-consolidation", made["id"])]
    assert codes(month.post(409, cases=[])) == [("open-consolidation", made["id"])]


def test_a_signed_month_is_supplemented_not_consolidated_again(month: School) -> None:
    month.a_done()
    signed = month.sign(month.post()["id"])
    month.d_done()
    assert codes(month.post(409)) == [("already-consolidated", signed["id"])]


def test_a_year_of_plans_names_what_it_consolidates(month: School) -> None:
    assert codes(month.post(422, period="2026-2027")) == [("cases-missing", "")]


def test_only_the_office_begins_one(month: School) -> None:
    for unit, role in (("A", "head"), ("B", "head"), ("", "leader")):
        answer = Api(month.world.person(unit, role)).post("consolidations", {"period": month.label})
        assert (answer.status_code, answer.json()["code"]) == (403, "not-permitted")


def test_an_empty_one_is_not_submitted(month: School) -> None:
    made = month.post()
    answer = month.clerk.act(made["id"], "submit")
    assert (answer.status_code, answer.json()["code"]) == (422, "nothing-inside")


def test_an_unknown_case_is_refused(month: School) -> None:
    unknown = str(uuid4())
    assert codes(month.post(422, cases=[unknown])) == [("case-unknown", unknown)]
