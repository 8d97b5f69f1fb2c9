"""The table of roles (design, section 4), asked forwards (has_perm) and backwards (holders)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from organization.actions import appoint, delegate, end_appointment, set_office
from organization.models import Appointment, Role
from organization.queries import holders, powers_of, reach_of
from tests.factories import World

#: Role -> what it holds on its unit and below, copied by hand from the design.
TABLE = {
    "a.officer": "view edit",
    "a.head": "view edit approve review",
    "a.deputy": "view edit approve review",
    "vp.officer": "view edit",
    "vp.clerk": "view edit consolidate",
    "vp.head": "view edit approve review consolidate",
    "vp.deputy": "view edit approve review consolidate",
    "leader": "view present",
    "auditor": "view audit",
    "administrator": "administer",
    "personnel": "staff",
    "inspector": "inspect",
}
#: Where: the root X, department A with a section A1 below it, department B, the office VP, a foreign root.
REACH = {"a": {"A", "A1"}, "vp": {"VP"}, "root": {"X", "A", "A1", "B", "VP"}}
PLACES = ("X", "A", "A1", "B", "VP", "foreign")
PERMISSIONS = (
    "view",
    "edit",
    "approve",
    "review",
    "consolidate",
    "present",
    "audit",
    "administer",
    "staff",
    "inspect",
)


@pytest.fixture
def tree(section):
    """A world with a section below department A, and the root of another institution."""
    world, foreign = section
    places = {name: world.unit(name) for name in PLACES[1:5]}
    return world, places | {"X": world.institution.root, "foreign": foreign.institution.root}


def user_of(world: World, column: str):
    return world.person("", column) if "." not in column else world.people[f"x-{column}"]


@pytest.mark.parametrize("column", TABLE)
def test_a_role_holds_on_its_unit_and_below_what_the_table_says_and_nothing_else(tree, column):
    world, places = tree
    user = user_of(world, column)
    reach = REACH[column.split(".")[0] if "." in column else "root"]
    expected = {(name, place) for name in TABLE[column].split() for place in reach}
    held = {
        (name, place)
        for name in PERMISSIONS
        for place, unit in places.items()
        if user.has_perm(f"organization.{name}", unit)
    }
    assert held == expected


def test_asked_backwards_the_table_names_the_same_people(tree):
    world, places = tree
    everybody = [(name, place) for name in PERMISSIONS for place in places]
    found = holders([(name, places[place].id) for name, place in everybody], timezone.now())
    for name, place in everybody:
        asked = {
            user.id for user in world.people.values() if user.has_perm(f"organization.{name}", places[place])
        }
        assert found[name, places[place].id] & {user.id for user in world.people.values()} == asked, (
            name,
            place,
        )


@pytest.mark.parametrize(
    ("permission", "place", "people"),
    [
        ("approve", "A", {"x-a.head", "x-a.deputy"}),
        ("approve", "A1", {"x-a.head", "x-a.deputy", "x-a1.head", "x-a1.deputy"}),
        ("edit", "VP", {"x-vp.officer", "x-vp.head", "x-vp.deputy", "x-vp.clerk"}),
        ("consolidate", "VP", {"x-vp.head", "x-vp.deputy", "x-vp.clerk"}),
        ("consolidate", "A", set()),
        ("present", "X", {"x.leader"}),
        ("audit", "A", {"x.auditor"}),
        ("administer", "X", {"x.administrator"}),
        ("staff", "X", {"x.personnel"}),
        ("view", "X", {"x.leader", "x.auditor"}),
    ],
)
def test_who_can_is_answered_by_name(tree, permission, place, people):
    world, places = tree
    [found] = holders([(permission, places[place].id)], timezone.now()).values()
    assert {name for name, user in world.people.items() if user.id in found} == people
    assert len(found) == len(people)


def test_nobody_holds_anything_without_a_place(tree):
    world, _places = tree
    for user in world.people.values():
        assert not user.has_perm("organization.view")
        assert not user.has_module_perms("organization")
        assert not user.get_all_permissions()


def test_an_ended_appointment_grants_nothing_from_that_second_on(tree):
    world, places = tree
    head, moment = world.person("A", "head"), timezone.now()
    end_appointment(Appointment.objects.get(user=head), at=moment)
    before = powers_of(head.id, [places["A"].id], moment - timedelta(microseconds=1))
    assert {power.permission for power in before} == {"view", "edit", "approve", "review"}
    assert powers_of(head.id, [places["A"].id], moment) == []
    assert reach_of(head.id, ["view"], moment) == {"view": set()}
    assert head.id not in holders([("approve", places["A"].id)], moment)["approve", places["A"].id]
    assert not head.has_perm("organization.approve", places["A"])


def test_an_appointment_of_tomorrow_grants_nothing_today(tree):
    world, places = tree
    officer, tomorrow = world.person("B", "officer"), timezone.now() + timedelta(days=1)
    appoint(user=officer, unit=places["A"], role=Role.HEAD, title="Trưởng đơn vị", since=tomorrow)
    assert not officer.has_perm("organization.approve", places["A"])
    assert "approve" in {power.permission for power in powers_of(officer.id, [places["A"].id], tomorrow)}


def test_a_deactivated_person_holds_nothing(tree):
    world, places = tree
    head = world.person("A", "head")
    head.is_active = False
    head.save()
    assert not head.has_perm("organization.view", places["A"])
    assert head.id not in holders([("approve", places["A"].id)], timezone.now())["approve", places["A"].id]


def test_a_delegate_holds_what_was_lent_and_to_see_but_no_more(tree):
    world, places = tree
    officer, now = world.person("B", "officer"), timezone.now()
    delegate(
        appointment=Appointment.objects.get(user=world.person("A", "head")), to=officer, permissions=["approve"],
        mandate="QĐ 12", since=now, until=now + timedelta(days=3), by=world.person("", "leader"),
    )  # fmt: skip
    held = {name for name in PERMISSIONS if officer.has_perm(f"organization.{name}", places["A1"])}
    assert held == {"view", "approve"}
    assert officer.id in holders([("approve", places["A"].id)], now)["approve", places["A"].id]
    assert officer.id not in holders([("review", places["A"].id)], now)["review", places["A"].id]
    assert powers_of(officer.id, [places["A"].id], now + timedelta(days=3)) == []


def test_a_new_office_takes_consolidate_over_from_the_old_one(tree):
    world, places = tree
    set_office(world.institution, places["B"])
    assert world.person("B", "head").has_perm("organization.consolidate", places["B"])
    assert not world.person("VP", "head").has_perm("organization.consolidate", places["VP"])
    assert not world.person("B", "officer").has_perm("organization.consolidate", places["B"])


@pytest.mark.parametrize(
    ("role", "place"), [("leader", "A"), ("auditor", "VP"), ("clerk", "A"), ("head", "X")]
)
def test_a_role_stands_only_where_the_table_has_it(tree, role, place):
    world, places = tree
    with pytest.raises(ValueError, match="no post"):
        appoint(
            user=world.person("B", "officer"), unit=places[place], role=role, title="?", since=timezone.now()
        )


def test_nobody_is_appointed_in_another_institution(tree):
    world, places = tree
    with pytest.raises(ValueError, match="another institution"):
        appoint(
            user=world.person("A", "head"),
            unit=places["foreign"],
            role=Role.LEADER,
            title="?",
            since=timezone.now(),
        )
