"""A world whose calendar is the library's, and the clerk of its office."""

import pytest

from organization.actions import seed_calendar
from tests.api import Api
from tests.factories import World


@pytest.fixture
def one(one: World) -> World:
    seed_calendar(one.institution, [2025, 2026, 2027])
    return one


@pytest.fixture
def clerk(one) -> Api:
    return Api(one.person("VP", "clerk"))
