"""The working calendar: seeded, editable by the admin office only, and never overwritten."""

from datetime import date

import pytest

from organization.actions import edit_calendar, seed_calendar
from organization.queries import is_working_day
from tests.api import Api
from tests.factories import World, small_world


@pytest.fixture
def one(one: World) -> World:
    seed_calendar(one.institution, [2025, 2026])
    return one


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 5, 2), False),  # bridge day between 1 May and the weekend, swapped with 26 April
        (date(2025, 4, 26), True),  # the Saturday worked for it
        (date(2025, 4, 30), False),
        (date(2025, 5, 1), False),
        (date(2025, 9, 2), False),
        (date(2026, 1, 1), False),
        (date(2025, 5, 5), True),
        (date(2025, 5, 3), False),
        (date(2025, 5, 10), False),
    ],
)
def test_the_seeded_calendar_knows_days_off_and_worked_saturdays(one, day, working):
    assert is_working_day(one.institution.id, day) is working


def test_an_unknown_institution_follows_monday_to_friday(db):
    bare = small_world("W").institution.id
    assert is_working_day(bare, date(2025, 5, 2))
    assert not is_working_day(bare, date(2025, 4, 26))


def test_an_edited_day_survives_seeding_again(one):
    edit_calendar(one.institution.id, date(2025, 5, 2), working=True, name="Làm bù", source="CV 7")
    assert seed_calendar(one.institution, [2025]) == 0
    assert is_working_day(one.institution.id, date(2025, 5, 2))


def test_the_office_says_that_a_day_is_worked_and_takes_it_back(one):
    office = Api(one.person("VP", "clerk"))
    said = {"working": True, "name": "Làm bù", "source": "CV 12/UBND"}
    assert office.send("put", "calendar/2026-11-28", said).json() == {
        "date": "2026-11-28",
        "edited": True,
        **said,
    }
    days = Api(one.person("A", "officer")).get("calendar", year=2026).json()["results"]
    assert {"date": "2026-11-28", "edited": True, **said} in days
    assert office.send("delete", "calendar/2026-11-28").status_code == 204
    assert not is_working_day(one.institution.id, date(2026, 11, 28))
    assert office.send("delete", "calendar/2026-11-28").status_code == 404


@pytest.mark.parametrize(
    "short_role",
    [
        ("A", "head"),
        ("VP", "officer"),
        ("", "leader"),
        ("", "auditor"),
        ("", "administrator"),
        ("", "personnel"),
    ],
)
def test_nobody_else_edits_the_calendar(one, short_role):
    said = {"working": True, "name": "Làm bù", "source": "CV"}
    answer = Api(one.person(*short_role)).send("put", "calendar/2026-11-28", said)
    assert (answer.status_code, answer.json()["code"]) == (403, "not-permitted")


def test_a_calendar_belongs_to_one_institution(one):
    other = small_world("F")
    said = {"working": True, "name": "Làm bù", "source": "CV"}
    Api(other.person("VP", "head")).send("put", "calendar/2025-05-02", said)
    assert not is_working_day(one.institution.id, date(2025, 5, 2))


@pytest.mark.parametrize("year", ["", "x", "1999", "99999"])
def test_a_year_is_asked_for(one, year):
    assert Api(one.person("A", "officer")).get("calendar", year=year).status_code == 400


def test_a_day_needs_a_name_and_a_source(one):
    answer = Api(one.person("VP", "clerk")).send("put", "calendar/2026-11-28", {"working": True})
    assert answer.status_code == 400
    assert {reason["field"] for reason in answer.json()["reasons"]} == {"name", "source"}
