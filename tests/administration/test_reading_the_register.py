"""Who reads the register, what of it, and that reading it stands in it."""

import pytest

from organization.models import Entry
from tests.api import Api
from tests.factories import World, small_world


@pytest.fixture
def busy(one: World) -> World:
    """Personnel, the administrator and the office have each entered something."""
    Api(one.person("", "personnel")).post("units", {"code": "W-K", "name": "Tổ K"})
    Api(one.person("", "administrator")).send("patch", "institution", {"place": "Mộc Châu"})
    Api(one.person("VP", "clerk")).post("calendar", {"year": 2031})
    return one


def acts(api: Api, **wanted: str) -> list[str]:
    return [row["act"] for row in api.get("register", **wanted).json()["results"]]


def test_auditors_read_all_of_it_newest_first(busy):
    auditor = Api(busy.person("", "auditor"))
    assert acts(auditor)[:3] == ["seed-calendar", "change-institution", "add-unit"]
    [row] = auditor.get("register", act="change-institution").json()["results"]
    assert (row["before"], row["after"]) == ({"place": "Sơn La"}, {"place": "Mộc Châu"})
    assert (row["by"], row["origin"]) == (busy.person("", "administrator").full_name, "127.0.0.1")


def test_who_administers_reads_their_own_acts(busy):
    assert acts(Api(busy.person("", "personnel"))) == ["add-unit"]
    assert acts(Api(busy.person("", "administrator"))) == ["change-institution"]


def test_to_read_is_an_entry_once_for_each_first_page(busy):
    auditor = Api(busy.person("", "auditor"))
    first = auditor.get("register", page_size=2).json()
    auditor.client.get(first["next"])
    assert Entry.objects.filter(act="read-register").count() == 1
    assert acts(auditor, unit="W-K") == ["add-unit"]
    [seen] = auditor.get("register", act="read-register", page_size=1).json()["results"]
    assert seen["after"] == {"unit": "W-K"}


def test_it_is_narrowed_by_person_unit_and_day(busy):
    auditor = Api(busy.person("", "auditor"))
    assert acts(auditor, person=str(busy.person("VP", "clerk").id))[0] == "seed-calendar"
    assert acts(auditor, person=str(busy.person("A", "head").id)) == ["appoint"]
    assert acts(auditor, day="2001-01-01") == []
    assert auditor.get("register", act="nothing").status_code == 400


def test_another_institutions_is_its_own(busy):
    other = small_world("F")
    assert "add-unit" in acts(Api(other.person("", "auditor")))
    assert {row["about"] for row in Api(other.person("", "auditor")).get("register", act="add-unit").json()["results"]} == {
        "F", "F-VP", "F-A", "F-B"
    }  # fmt: skip
