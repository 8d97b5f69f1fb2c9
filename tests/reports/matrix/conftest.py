"""A school year whose months are confirmed: A reports to B and to VP, C reports to B."""

import pytest

from tests.databases import kept_world
from tests.factories import World, small_world
from tests.reports.matrix.signed_months import confirm, monthly_plan, two_months


def with_three_plans() -> World:
    """Each of the plans has a task for every month."""
    world = small_world("W")
    world.open_unit("C")
    confirm(world)
    for unit, monitor in (("A", "B"), ("A", "VP"), ("C", "B")):
        monthly_plan(world, unit, monitor)
    return world


three_plans = kept_world("three_plans", with_three_plans)
signed_autumn = kept_world("signed_autumn", lambda: two_months(with_three_plans()))


@pytest.fixture
def one(three_plans: World) -> World:
    """The world of this folder."""
    return three_plans
