import pytest

from tests.databases import kept_world
from tests.factories import small_world
from tests.reported_month import Month


def confirmed_october() -> Month:
    """October 2026 in a small world with a third department: A works, B follows, VP is the office. Due 26/10, 28/10, 29/10, 30/10."""
    world = small_world("W")
    world.open_unit("C")
    return Month(world)


october_of_three = kept_world("october_of_three", confirmed_october)


@pytest.fixture
def month(october_of_three: Month) -> Month:
    """Its due points are confirmed, nothing else has been done."""
    return october_of_three
