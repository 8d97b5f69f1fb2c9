"""The twelve months of a year for confirmation, and the rule that proposes them."""

from datetime import datetime, time
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from periods.actions import set_rule
from periods.models import Period
from tests.api import Api
from tests.factories import small_world

from .period_requests import RULE, confirm_all, month, months, refusal


def test_twelve_months_are_proposed_in_the_usual_rule(one, clerk):
    body = clerk.get("deadlines", year="2026-2027").json()
    assert body["year"] == "2026-2027"
    assert body["rule"] == {**RULE, "reading": "last-wednesday"}
    assert [row["label"] for row in body["months"]][::11] == ["2026-08", "2027-07"]
    assert len(body["months"]) == 12
    assert body["months"][3] == {
        "label": "2026-11", "starts": "2026-11-01", "ends": "2026-11-30",
        "unit_due_at": "2026-11-20T17:00:00+07:00", "office_due_at": "2026-11-25T17:00:00+07:00",
        "leadership_due_at": "2026-11-26T17:00:00+07:00", "meeting_at": "2026-11-27T08:00:00+07:00",
        "moved_from": None, "moved_because": "", "other_reading": "2026-12-02", "confirmed": False,
        "override_reason": "",
        "in_use": True,
    }  # fmt: skip


def test_the_other_reading_can_be_looked_at_first(clerk):
    august = months(clerk, reading="last-week")["2026-08"]
    assert august["office_due_at"] == "2026-08-28T17:00:00+07:00"
    assert (august["moved_from"], august["other_reading"]) == ("2026-09-02", "2026-08-26")
    assert august["moved_because"]
    assert months(clerk)["2026-08"]["office_due_at"] == "2026-08-26T17:00:00+07:00"


def test_a_month_in_which_the_readings_agree_has_no_other(clerk):
    assert months(clerk)["2026-10"]["other_reading"] is None


def test_a_calendar_year_has_its_twelve_months_too(clerk):
    assert list(months(clerk, "2025"))[::11] == ["2025-01", "2025-12"]


@pytest.mark.parametrize("year", ["", "2026-2028", "2026-08", "x", "9" * 30])
def test_an_odd_year_is_malformed(clerk, year):
    assert clerk.get("deadlines", year=year).status_code == 400
    assert clerk.post("deadlines", {"year": year}).status_code == 400


def test_confirming_makes_twelve_periods_and_a_second_time_changes_nothing(one, clerk):
    shown = clerk.post("deadlines", {"year": "2026-2027"})
    assert shown.status_code == 200
    assert all(row["confirmed"] for row in shown.json()["months"])
    before = list(one.institution.periods.filter(kind="month").order_by("starts").values())
    assert (len(before), {row["confirmed_by_id"] for row in before}) == (12, {one.person("VP", "clerk").id})
    again = Api(one.person("VP", "head")).post("deadlines", {"year": "2026-2027"})
    assert again.json() == shown.json()
    assert list(one.institution.periods.filter(kind="month").order_by("starts").values()) == before


def test_a_confirmed_month_outlives_a_change_of_the_rule(one, clerk):
    clerk.post("periods", {"kind": "month", "label": "2026-11"})
    assert clerk.send("put", "deadlines/rule", RULE).json() == RULE
    shown = months(clerk)
    assert shown["2026-11"]["office_due_at"] == "2026-11-25T17:00:00+07:00"
    assert (shown["2026-11"]["confirmed"], shown["2026-11"]["other_reading"]) == (True, "2026-12-02")
    assert shown["2027-05"]["office_due_at"] == "2027-06-02T17:00:00+07:00"
    clerk.post("deadlines", {"year": "2026-2027"})
    assert months(clerk)["2026-11"] == shown["2026-11"]
    assert months(clerk)["2027-05"] == {**shown["2027-05"], "confirmed": True}


def test_a_month_confirmed_in_the_other_reading_still_tells_why_it_was_moved(one, clerk):
    clerk.send("put", "deadlines/rule", RULE)
    clerk.post("periods", {"kind": "month", "label": "2026-08"})
    clerk.send("put", "deadlines/rule", {**RULE, "reading": "last-wednesday"})
    august = months(clerk)["2026-08"]
    assert (august["moved_from"], august["other_reading"]) == ("2026-09-02", "2026-08-26")


def test_a_month_without_due_points_is_confirmed_like_a_missing_one(one, clerk):
    bare = Period.objects.create(institution=one.institution, kind="month", label="2026-10", starts="2026-10-01",
                                 ends="2026-10-31")  # fmt: skip
    clerk.post("deadlines", {"year": "2026-2027"})
    bare.refresh_from_db()
    assert bare.confirmed_at is not None
    assert one.institution.periods.filter(kind="month").count() == 12


def test_another_institution_is_untouched(one, clerk):
    other = small_world("F")
    clerk.post("deadlines", {"year": "2026-2027"})
    clerk.send("put", "deadlines/rule", RULE)
    head = Api(other.person("VP", "head"))
    assert not any(row["confirmed"] for row in months(head).values())
    assert head.get("deadlines", year="2026-2027").json()["rule"]["reading"] == "last-wednesday"
    assert head.get("periods", kind="month").json()["results"] == []


def test_twelve_months_cost_the_same_confirmed_or_not(one, clerk):
    def cost(ask: Any) -> tuple[int, int]:
        with CaptureQueriesContext(connection) as seen:
            assert ask().status_code == 200
        return len(seen), sum("organization_calendarday" in query["sql"] for query in seen)

    look, confirm = (
        partial(clerk.get, "deadlines", year="2026-2027"),
        partial(clerk.post, "deadlines", {"year": "2026-2027"}),
    )
    month(one)
    look()
    with_one_confirmed, confirming_eleven = cost(look), cost(confirm)
    assert (with_one_confirmed[1], confirming_eleven[1]) == (
        1,
        2,
    )  # confirming reads the months again to show them
    assert cost(look) == with_one_confirmed
    one.institution.periods.filter(label="2027-01").delete()
    assert cost(confirm) == confirming_eleven


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"meeting_days": 0}, "meeting_days"),
        ({"meeting_days": 1}, "meeting_hour"),
        ({"meeting_days": 1, "meeting_hour": "17:00"}, "meeting_hour"),
    ],
)
def test_a_rule_whose_meeting_comes_too_early_is_refused(clerk, changed, field):
    assert refusal(clerk.send("put", "deadlines/rule", {**RULE, **changed})) == (
        422,
        {("meeting-too-early", field)},
    )
    assert clerk.get("deadlines", year="2026-2027").json()["rule"]["meeting_days"] == 2


def test_a_meeting_later_on_the_same_day_is_fine(clerk):
    rule = {**RULE, "meeting_days": 1, "meeting_hour": "17:01"}
    assert clerk.send("put", "deadlines/rule", rule).json() == rule
    assert clerk.post("deadlines", {"year": "2026-2027"}).status_code == 200


@pytest.mark.parametrize(
    "changed",
    [{"reading": "first-monday"}, {"hour": "25:00"}, {"hour": "17:00:30"}, {"unit_days": -1}, {"unit_days": 10**9},
     {"meeting_days": None}, {"colour": "red"}],
)  # fmt: skip
def test_a_malformed_rule_is_refused(clerk, changed):
    assert clerk.send("put", "deadlines/rule", {**RULE, **changed}).status_code == 400


def test_an_action_can_change_one_part_of_the_rule(one):
    set_rule(one.institution, by=one.person("VP", "head"), now=one.now(), hour=time(16))
    [october] = [row for row in confirm_all(one) if row.label == "2026-10"]
    assert october.office_due_at == datetime.fromisoformat("2026-10-28T16:00:00+07:00")


def test_confirming_returns_all_twelve_in_order(one):
    first = month(one, "2027-01")
    found = confirm_all(one)
    assert [period.label for period in found][::11] == ["2026-08", "2027-07"]
    assert len(found) == 12
    assert first in found
