"""What a case waits for, and whom to ask: by name, title and telephone."""

import pytest

from tests.api import Api
from tests.factories import APPROVED, DRAFT, SUBMITTED, World
from tests.journeys.answers import done as ok


def awaited(one: World, case: object, unit: str, name: str) -> dict[str, object]:
    """What a person reads of it."""
    found: dict[str, object] = ok(Api(one.person(unit, name)).get(f"cases/{case}/awaited"), 200)
    return found


def test_a_submitted_plan_waits_for_a_signature_of_the_unit(one: World) -> None:
    head, deputy = one.person("A", "head"), one.person("A", "deputy")
    head.telephone = "0912 345 678"
    head.save(update_fields=["telephone"])
    found = awaited(one, one.plan_at(SUBMITTED), "A", "officer")
    assert found["acts"] == ["approve"]
    people = {person["name"]: person for person in found["people"]}  # type: ignore[attr-defined]
    assert people.keys() == {head.full_name, deputy.full_name}
    assert people[head.full_name]["telephone"] == "0912 345 678"
    assert people[head.full_name]["title"]
    assert next(iter(people)) == head.full_name, "the head stands first"


@pytest.mark.parametrize(("state", "acts"), [(DRAFT, ["submit"]), (APPROVED, ["review"])])
def test_it_names_the_next_step(one: World, state: str, acts: list[str]) -> None:
    found = awaited(one, one.plan_at(state), "A", "officer")
    assert found["acts"] == acts
    assert found["people"]


def test_who_signed_another_step_is_not_named(one: World) -> None:
    """The deputy submitted it: only the head can sign now."""
    case, deputy = one.plan_at(DRAFT), Api(one.person("A", "deputy"))
    ok(deputy.act(case, "submit"))
    found = awaited(one, case, "A", "officer")
    assert [person["name"] for person in found["people"]] == [one.person("A", "head").full_name]  # type: ignore[attr-defined]
