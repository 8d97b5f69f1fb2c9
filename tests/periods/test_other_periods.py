"""Quarters, years and reviews; lists of periods, and what else names one."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from organization.models import Entry
from periods.models import Period
from tests.api import Api

from .period_requests import REVIEW, confirm_all, month, refusal


@pytest.mark.parametrize(
    ("kind", "label", "stored", "office"),
    [
        ("month", "2026-10", "month", "2026-10-28"),
        ("quarter", "2026-Q4", "quarter", "2026-12-30"),
        ("half-year", "2026-H1", "half-year", "2026-06-24"),
        ("half-year", "2026-H2", "half-year", "2026-12-30"),
        ("nine-months", "2026-9M", "nine-months", "2026-09-30"),
        ("semester", "2026-2027-S1", "semester", "2027-01-27"),
        ("semester", "2026-2027-S2", "semester", "2027-07-28"),
    ],
)
def test_a_period_is_due_as_its_last_month_is(clerk, kind, label, stored, office):
    made = clerk.post("periods", {"kind": kind, "label": label})
    assert made.status_code == 201
    body = made.json()
    assert (body["kind"], body["label"]) == (stored, label)
    assert body["office_due_at"] == f"{office}T17:00:00+07:00"
    assert body["confirmed_at"]
    assert clerk.get(f"periods/{body['id']}").json() == body


def test_a_quarter_follows_an_overridden_last_month(one, clerk):
    december = month(one, "2026-12")
    late = {"meeting_at": "2027-01-08T08:00:00+07:00", "reason": "Nghỉ Tết Dương lịch"}
    clerk.send("patch", f"periods/{december.id}", late)
    made = clerk.post("periods", {"kind": "quarter", "label": "2026-Q4"}).json()
    assert (made["meeting_at"], made["override_reason"]) == (late["meeting_at"], late["reason"])


def test_a_year_that_plans_are_for_gets_due_points_once(one, clerk):
    asked = {"kind": "school-year", "label": "2026-2027", "reported": True}
    made = clerk.post("periods", asked)
    assert (made.status_code, made.json()["id"]) == (201, str(one.period.id))
    assert refusal(clerk.post("periods", asked)) == (
        409,
        {("period-exists", "label")},
    )


@pytest.mark.parametrize(("kind", "label"), [("school-year", "2027-2028"), ("year", "2027")])
def test_a_year_holds_plans_and_is_not_reported_on_until_the_office_says_so(one, clerk, kind, label):
    made = clerk.post("periods", {"kind": kind, "label": label})
    assert (made.status_code, made.json()["kind"], made.json()["confirmed_at"]) == (201, kind, None)
    assert refusal(clerk.post("periods", {"kind": kind, "label": label})) == (
        409,
        {("period-exists", "label")},
    )
    head = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch", "period": label}
    assert Api(one.person("A", "officer")).post("plans", head).status_code == 201
    assert Period.objects.filter(label=label, confirmed_at=None).exists()
    assert clerk.post("periods", {"kind": kind, "label": label, "reported": True}).json()["confirmed_at"]


def test_only_a_year_can_hold_plans_only(clerk):
    asked = {"kind": "quarter", "label": "2026-Q4", "reported": False}
    assert refusal(clerk.post("periods", asked)) == (400, {("reported", "reported")})


def test_a_review_says_all_itself(clerk):
    made = clerk.post("periods", REVIEW)
    assert made.status_code == 201
    assert {name: made.json()[name] for name in REVIEW} == REVIEW
    assert refusal(clerk.post("periods", REVIEW)) == (409, {("period-exists", "label")})


@pytest.mark.parametrize("missing", ["starts", "ends", "unit_due_at", "meeting_at"])
def test_a_review_with_something_left_out_is_malformed(clerk, missing):
    given = {name: value for name, value in REVIEW.items() if name != missing}
    assert refusal(clerk.post("periods", given)) == (400, {("required", missing)})


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"office_due_at": "2026-11-16T10:59:59+07:00"}, "office_due_at"),
        ({"leadership_due_at": "2026-11-17T10:00:00+07:00"}, "leadership_due_at"),
        ({"meeting_at": "2026-11-18T10:00:00+07:00"}, "meeting_at"),
        ({"ends": "2026-11-02"}, "ends"),
    ],
)
def test_a_review_out_of_order_is_refused(clerk, changed, field):
    assert refusal(clerk.post("periods", {**REVIEW, **changed})) == (422, {("out-of-order", field)})


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "month", "label": "2026-13"},
        {"kind": "month", "label": "2026-Q4"},
        {"kind": "quarter", "label": "2026-10"},
        {"kind": "year", "label": "2026 - 2027"},
        {"kind": "year", "label": "2026-2027"},
        {"kind": "month", "label": "2026-10", "meeting_at": REVIEW["meeting_at"]},
        {"kind": "quarter", "label": "2026-Q4", "starts": "2026-10-01"},
        {**REVIEW, "label": "2026-10"},
        {**REVIEW, "unit_due_at": "0001-01-01T00:00:00Z"},
        {**REVIEW, "meeting_at": "9999-12-31T23:59:59-12:00"},
    ],
)
def test_a_malformed_period_is_refused(clerk, given):
    assert clerk.post("periods", given).status_code == 400


def test_periods_are_narrowed_by_kind(one, clerk):
    confirm_all(one)
    assert [row["label"] for row in clerk.get("periods", kind="month").json()["results"]][::11] == [
        "2027-07",
        "2026-08",
    ]
    assert [row["label"] for row in clerk.get("periods", kind="school-year").json()["results"]] == [
        "2026-2027"
    ]
    assert clerk.get("periods", kind="week").status_code == 400


def test_a_plan_is_for_a_year_and_a_consolidation_of_any_period(one, clerk):
    month(one)
    plan = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch", "period": "2026-10"}
    assert refusal(Api(one.person("A", "officer")).post("plans", plan)) == (
        400,
        {("period-unknown", "period")},
    )
    assert Api(one.person("A", "officer")).post("plans", {**plan, "period": "2026-2027"}).status_code == 201
    assert clerk.post("consolidations", {"period": "2026-10", "cases": []}).status_code == 201


def test_due_points_are_confirmed_by_somebody(one):
    october = month(one)
    october.confirmed_by = None
    with pytest.raises(IntegrityError, match="due_points_whole_and_in_order"), transaction.atomic():
        october.save()


def test_a_year_brings_the_public_days_off_where_nothing_is_said_of_them(one, clerk):
    """A college that begins in November confirms twelve months: no meeting falls on New Year's Day."""
    one.institution.calendar.all().delete()
    assert clerk.post("calendar", {"year": 2027}).status_code == 200
    assert clerk.client.delete("/api/v1/calendar/2027-01-01").status_code == 204
    made = clerk.post("periods", {"kind": "school-year", "label": "2027-2028"})
    assert made.status_code == 201, made.json()
    days = {
        row["date"] for year in (2027, 2028) for row in clerk.get("calendar", year=year).json()["results"]
    }
    assert "2028-01-01" in days
    assert "2027-01-01" not in days  # what the office said of a year stays as it said it


def test_a_semester_ends_where_the_school_year_says(one, clerk):
    year = f"periods/{one.period.id}"
    said = clerk.send("put", f"{year}/semesters", {"first_ends": "2026-12-26"})
    assert (said.status_code, said.json()["first_semester_ends"]) == (200, "2026-12-26")
    made = [clerk.post("periods", {"kind": "semester", "label": f"2026-2027-S{number}"}) for number in (1, 2)]
    days = [(one.json()["starts"], one.json()["ends"]) for one in made]
    assert days == [("2026-08-01", "2026-12-31"), ("2027-01-01", "2027-07-31")]
    assert made[0].json()["office_due_at"] == "2026-12-30T17:00:00+07:00"
    refused = clerk.send("put", f"{year}/semesters", {"first_ends": "2027-01-16"})
    assert refusal(refused) == (409, {("semester-reported", "first_ends")})
    [entry] = Entry.objects.filter(act=Entry.Act.SET_SEMESTERS)
    assert entry.after == {"year": "2026-2027", "first_ends": "2026-12-26"}


@pytest.mark.parametrize("day", ["2026-07-31", "2027-07-01", "2027-08-01"])
def test_a_semester_that_leaves_no_month_to_the_other_is_refused(one, clerk, day):
    refused = clerk.send("put", f"periods/{one.period.id}/semesters", {"first_ends": day})
    assert refusal(refused) == (422, {("day-outside", "first_ends")})


def test_only_a_school_year_has_semesters(one, clerk):
    refused = clerk.send("put", f"periods/{month(one).id}/semesters", {"first_ends": "2026-10-31"})
    assert (refused.status_code, refused.json()["reasons"][0]["code"]) == (409, "not-a-school-year")


@pytest.mark.parametrize("held_at", ["0130-10-11T00:26:22Z", "1989-12-01T00:00:00Z", "2101-01-01T00:00:00Z"])
def test_a_day_that_no_calendar_reaches_is_refused_wherever_it_is_sent(clerk, held_at):
    """The strict input says it for all: a meeting of the year 130 was kept, and answered with seconds in its zone."""
    asked = {"held_at": held_at, "title": "Giao ban", "consolidations": [str(uuid4())]}
    refused = clerk.post("meetings", asked)
    assert (refused.status_code, refused.json()["reasons"][0]["code"]) == (400, "out-of-reach")
