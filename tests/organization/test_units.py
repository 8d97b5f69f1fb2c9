"""The tree of units: closure, moves, names."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from organization.actions import add_unit, found_institution, move_unit, rename_unit
from organization.models import Institution, Unit, UnitClosure
from tests.api import Api


@pytest.fixture
def college(db) -> Institution:
    return found_institution(code="K", name="Trường K")


def grown(college: Institution, *paths: str) -> dict[str, Unit]:
    """Units by code; "A/A1" hangs A1 below A."""
    units: dict[str, Unit] = {}
    for path in paths:
        above, _, code = path.rpartition("/")
        parent = units[above.split("/")[-1]] if above else college.root
        units[code] = add_unit(institution=college, code=code, name=f"Phòng {code}", parent=parent)
    return units


def closure(college: Institution) -> set[tuple[str, str, int]]:
    """(ancestor, descendant, depth) by code."""
    rows = UnitClosure.objects.filter(ancestor__institution=college)
    return set(rows.values_list("ancestor__code", "descendant__code", "depth"))


def by_parents(college: Institution) -> set[tuple[str, str, int]]:
    """The same, walked up parent by parent."""
    found = set()
    for unit in Unit.objects.filter(institution=college).select_related("parent"):
        above: Unit | None = unit
        depth = 0
        while above is not None:
            found.add((above.code, unit.code, depth))
            above, depth = above.parent, depth + 1
    return found


def test_a_founded_institution_is_its_root(college):
    assert college.root is not None
    assert (college.root.code, college.root.name, college.root.kind) == ("K", "Trường K", "root")
    assert closure(college) == {("K", "K", 0)}


def test_every_unit_is_reached_from_all_above_it(college):
    grown(college, "A", "A/A1", "A/A1/A2", "B")
    assert ("K", "A2", 3) in closure(college)
    assert ("A", "A2", 2) in closure(college)
    assert ("B", "A2", 1) not in closure(college)
    assert closure(college) == by_parents(college)


def test_a_moved_unit_takes_everything_below_along(college):
    units = grown(college, "A", "A/A1", "A/A1/A2", "B", "B/B1")
    move_unit(units["A1"], parent=units["B1"])
    assert {row for row in closure(college) if row[1] == "A2"} == {
        ("A2", "A2", 0), ("A1", "A2", 1), ("B1", "A2", 2), ("B", "A2", 3), ("K", "A2", 4),
    }  # fmt: skip
    assert closure(college) == by_parents(college)


def test_a_unit_is_not_moved_below_itself_or_out_of_its_institution(college):
    units = grown(college, "A", "A/A1")
    elsewhere = found_institution(code="L", name="Trường L")
    assert elsewhere.root is not None
    with pytest.raises(ValueError, match="below the unit"):
        move_unit(units["A"], parent=units["A1"])
    with pytest.raises(ValueError, match="below the unit"):
        move_unit(units["A"], parent=units["A"])
    with pytest.raises(ValueError, match="another institution"):
        move_unit(units["A"], parent=elsewhere.root)
    assert closure(college) == by_parents(college)


def test_rights_follow_a_moved_unit_at_once(one):
    section, head = one.open_unit("A1", below="A"), one.person("A", "head")
    assert head.has_perm("organization.approve", section)
    move_unit(section, parent=one.unit("B"))
    assert not head.has_perm("organization.approve", section)
    assert one.person("B", "head").has_perm("organization.approve", section)


def test_a_renamed_unit_keeps_its_past_name(one):
    rename_unit(one.unit("A"), name="Phòng Đào tạo và Khoa học", on=date(2026, 7, 1))
    units = Api(one.person("B", "officer")).get("units").json()["results"]
    [shown] = [unit for unit in units if unit["code"] == "W-A"]
    assert (shown["name"], shown["past_names"]) == ("Phòng Đào tạo và Khoa học", ["Phòng A W"])


def test_units_show_aliases_parent_and_which_is_the_office(login):
    units = {row["code"]: row for row in login("dt.officer").get("units").json()["results"]}
    named = {"HCQT", "TCCB-HSSV", "DT", "KHTC", "KT-DBCL", "TS-HN", "ISO"}
    assert set(units) == {"CDSL", *named, "KCB", "KSP", "KKTNL", "KCN"}
    assert units["HCQT"]["aliases"] == ["Phòng HCQT", "Phòng Hành chính quản trị"]
    assert (units["HCQT"]["office"], units["HCQT"]["parent"], units["CDSL"]["parent"]) == (True, "CDSL", None)
    assert [code for code, row in units.items() if row["office"]] == ["HCQT"]


def test_the_department_has_its_eleven_units(login):
    codes = {row["code"] for row in login("hb-vp.head").get("units").json()["results"]}
    assert codes == {
        "SGDHB", "HB-VP", "HB-KHTC", "HB-TCCB", "HB-GDMN", "HB-GDTH", "HB-GDTRH", "HB-GDTX", "HB-CTTT", "HB-TTR",
        "HB-KT", "HB-CNTT",
    }  # fmt: skip


def test_codes_are_unique_in_the_whole_database(college):
    elsewhere = found_institution(code="L", name="Trường L")
    grown(college, "A")
    with pytest.raises(IntegrityError), transaction.atomic():
        add_unit(institution=elsewhere, code="A", name="Phòng A", parent=elsewhere.root)


def test_an_institution_has_one_root(college):
    with pytest.raises(IntegrityError), transaction.atomic():
        add_unit(institution=college, code="K2", name="Gốc thứ hai", parent=None)
