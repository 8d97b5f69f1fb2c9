"""Who can do what, unit by unit: what the judge would say, backwards (issue G, point 3)."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from organization.models import User
from organization.queries import holders
from tests.administration.test_stand_ins import charge, days, without_deputies
from tests.api import Api
from tests.factories import World


def read(one: World) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Code of a unit -> right -> who."""
    rows = Api(one.person("", "personnel")).get("rights").json()["results"]
    return {row["unit"]: {held["right"]: held["holders"] for held in row["rights"]} for row in rows}


def test_it_names_those_whom_the_judge_lets(one):
    found = read(one)
    for code, rights in found.items():
        unit = one.institution.units.get(code=code)
        for right, named in rights.items():
            held = holders([(right, unit.id)], one.now())[right, unit.id]
            names = {User.objects.get(id=user).full_name for user in held}
            assert {who["name"] for who in named} <= names, (code, right)
            assert bool(named) == bool(names), (code, right)
    assert set(found["W"]) == {"present", "audit", "staff", "administer"}
    assert "consolidate" in found["W-VP"]
    assert "consolidate" not in found["W-A"]


def test_who_is_put_in_charge_and_who_is_away_stand_there_at_once(one):
    without_deputies(one, "A")
    clerk, head = Api(one.person("VP", "clerk")), one.person("A", "head")
    charge(one, clerk, one.person("B", "officer"))
    assert clerk.post("stand-ins", {"kind": "absence", "absent": str(head.id), **days()}).status_code == 201
    titles = [who["title"] for who in read(one)["W-A"]["approve"]]
    assert "Phụ trách Phòng A W" in titles
    rows = clerk.get("rights").json()["results"]
    assert {row["unit"]: row["away"] for row in rows}["W-A"] == [head.full_name]


def test_it_costs_the_same_for_many_units(one):
    api = Api(one.person("", "personnel"))
    counts = []
    for short in ("", "E", "G"):
        if short:
            one.open_unit(short)
        with CaptureQueriesContext(connection) as seen:
            assert api.get("rights").status_code == 200
        counts.append(len(seen))
    assert len(set(counts)) == 1
