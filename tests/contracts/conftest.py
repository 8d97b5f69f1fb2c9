"""Worlds of the grids and of the table of addresses: each is walked once and kept, not once for every row."""

from typing import Any

import pytest

from tests.clock import Clock
from tests.contracts.cases_in_states import with_a_month, with_departments
from tests.contracts.signed_world import signed_world
from tests.contracts.url_world import DAY, things_to_name, uploads_of
from tests.databases import kept_world
from tests.factories import World, small_world


def with_a_section() -> tuple[World, World]:
    """A world with a section below department A, beside a foreign one."""
    world, foreign = small_world("X"), small_world("Y")
    world.open_unit("A1", below="A")
    return world, foreign


departments = kept_world("departments", with_departments)
reporting_departments = kept_world("reporting_departments", with_a_month)
section = kept_world("section", with_a_section)
signed_tables = kept_world("signed_tables", signed_world)
named_things = kept_world("named_things", things_to_name)


@pytest.fixture
def things(named_things: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the paths and bodies of the table name; the third of November."""
    Clock(monkeypatch, DAY)
    return named_things | uploads_of(named_things["world"])
