import pytest

from tests.factories import small_world
from tests.reported_month import Month


@pytest.fixture
def month(db) -> Month:
    """October 2026 in a small world: A works, B follows, VP is the office. Due 26/10, 28/10, 29/10, 30/10."""
    return Month(small_world("W"))
