"""A world whose calendar is the library's, and the clerk of its office."""

import pytest

from organization.actions import seed_calendar
from tests.api import Api
from tests.factories import World, small_world


@pytest.fixture
def one(db) -> World:
    world = small_world("W")
    seed_calendar(world.institution, [2025, 2026, 2027])
    return world


@pytest.fixture
def clerk(one) -> Api:
    return Api(one.person("VP", "clerk"))
