"""What an extension does to the months: granted before the units' reports are due, after that, and how a row counts that was done
by the day that was granted (issue F, point 5; docs/adr/0040). The figures are worked out by hand."""

from typing import Any

import pytest

from reports.contents.unit_reports import unit_report_contents
from tests.extensions.asking import granted
from tests.journeys.answers import done as ok
from tests.journeys.answers import verified
from tests.plans.changing_plans import asked, in_force, person, row_id
from tests.reported_month import Month, done, not_done


@pytest.fixture
def plan(month: Month) -> Any:
    """A plan in force with two rows due in October and one in November."""
    rows = [("Tuyển sinh", "Tháng 10/2026"), ("Hồ sơ", "Tháng 10/2026"), ("Hội giảng", "Tháng 11/2026")]
    return in_force(month, *(month.task(text, due) for text, due in rows))


def report(month: Month, label: str = "2026-10") -> Any:
    """A's report as A reads it."""
    return ok(person(month, "A", "officer").get(f"reports/{month.report(label=label)}"), 200)


def form(month: Month, label: str = "2026-10") -> Any:
    """B's report as B reads it."""
    return ok(person(month, "B", "officer").get(f"reports/{month.monitoring(label=label)}"), 200)


def told(rows: Any) -> list[tuple[str, str, int, str]]:
    """(row, until when, for the how manyth time, its first day) of rows that were put off."""
    return [(row["text"], row["due_on"], row["times"], row["original"]) for row in rows]


def test_granted_in_time_it_is_none_of_its_month_and_due_in_the_new_one(month, clock, plan):
    granted(month, plan, "Tuyển sinh", "2026-12-31")
    assert asked(month) == {"Hồ sơ": "due"}
    put_off = [("Tuyển sinh", "2026-12-31", 1, "2026-10-31")]
    assert told(report(month)["extended"]) == put_off
    [part] = form(month)["plans"]
    assert (part["due"], told(part["extended"])) == (1, put_off)
    assert form(month)["extensions"] == {"put_off": 1, "done_in_time": 0, "late_on_original": 0}
    assert asked(month, label="2026-11") == {"Hồ sơ": "carried", "Hội giảng": "due"}
    assert report(month, "2026-11")["extended"] == [], "it was due in October, not in November"
    assert asked(month, label="2026-12")["Tuyển sinh"] == "due"
    [row] = [row for row in report(month, "2026-12")["rows"] if row["text"] == "Tuyển sinh"]
    assert row["extended"] == {"times": 1, "original": "2026-10-31"}


def test_it_is_put_off_once_more(month, clock, plan):
    granted(month, plan, "Tuyển sinh", "2026-11-30")
    clock.at("2026-11-10 09:00")
    granted(month, plan, "Tuyển sinh", "2026-12-31")
    asked(month), asked(month, label="2026-11")
    assert told(report(month)["extended"]) == [("Tuyển sinh", "2026-11-30", 1, "2026-10-31")]
    assert told(report(month, "2026-11")["extended"]) == [("Tuyển sinh", "2026-12-31", 2, "2026-10-31")]


@pytest.mark.parametrize(
    ("when", "october"), [("2026-10-26 16:59", {"Hồ sơ": "due"}), ("2026-10-26 17:00", {"Tuyển sinh": "due", "Hồ sơ": "due"})]
)  # fmt: skip
def test_the_units_due_point_decides(month, clock, plan, when, october):
    clock.at(when)
    granted(month, plan, "Tuyển sinh", "2026-12-31")
    assert asked(month) == october


def test_granted_later_it_was_overdue_in_the_months_past_and_has_the_new_day_from_then_on(month, clock, plan):
    month.open()
    words = [not_done(row_id(text, plan), expected_on="2026-11-05") for text in ("Tuyển sinh", "Hồ sơ")]
    month.say(month.report(), words)
    month.sign_report(month.report())
    month.agree_to_all()
    october = report(month)
    clock.at("2026-11-10 09:00")
    granted(month, plan, "Tuyển sinh", "2026-12-31")
    assert (form(month)["totals"]["due"], form(month)["totals"]["not_done"]) == (2, 2)
    assert {row["text"]: row["unfinished"] for row in report(month)["rows"]} == {
        "Tuyển sinh": True,
        "Hồ sơ": True,
    }
    assert [row["extended"] for row in october["rows"]] == [None, None]
    assert asked(month, label="2026-11") == {"Hồ sơ": "carried", "Hội giảng": "due"}
    assert asked(month, label="2026-12")["Tuyển sinh"] == "due"
    assert verified().endswith(" 0 bad chains\n")


def test_done_by_the_new_day_is_in_time_and_late_by_the_first_one(month, clock, plan):
    granted(month, plan, "Tuyển sinh", "2026-11-30")
    clock.at("2026-11-20 09:00")
    month.until("2026-11-20 09:00")
    month.open("2026-11")
    one = month.report(label="2026-11")
    words = [
        done(row_id("Tuyển sinh", plan), completed_on="2026-11-15"), done(row_id("Hồ sơ", plan), completed_on="2026-11-15"),
        not_done(row_id("Hội giảng", plan), expected_on="2026-11-29"),
    ]  # fmt: skip
    month.say(one, words)
    rows = {row["text"]: row for row in report(month, "2026-11")["rows"]}
    assert {text: (row["late"], row["late_on_original"]) for text, row in rows.items()} == {
        "Tuyển sinh": (False, True), "Hồ sơ": (True, False), "Hội giảng": (False, False),
    }  # fmt: skip
    assert report(month, "2026-11")["extensions"] == {"put_off": 0, "done_in_time": 1, "late_on_original": 1}
    month.sign_report(one)
    month.agree_to_all(label="2026-11")
    assert form(month, "2026-11")["extensions"] == {"put_off": 0, "done_in_time": 1, "late_on_original": 1}
    assert verified().endswith(" 0 bad chains\n")


def test_what_a_unit_had_signed_before_it_was_granted_counts_as_it_was_signed(month, clock, plan):
    month.open()
    words = [not_done(row_id(text, plan), expected_on="2026-11-05") for text in ("Tuyển sinh", "Hồ sơ")]
    month.say(month.report(), words)
    month.sign_report(month.report())
    granted(month, plan, "Tuyển sinh", "2026-12-31")
    [part] = form(month)["plans"]
    assert (part["due"], part["extended"]) == (2, []), "a row stands in one place only"


def test_a_month_without_extensions_signs_what_it_always_did(month, plan):
    month.open()
    content = unit_report_contents([month.report()])[month.report()]
    assert "extended" not in content
    assert not any("extended" in row for row in content["rows"])
