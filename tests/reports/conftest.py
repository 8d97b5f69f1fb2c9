import pytest

from tests.databases import kept_world
from tests.factories import small_world
from tests.reported_month import Month


def confirmed_october() -> Month:
    """October 2026 in a small world: A works, B follows, VP is the office. Due 26/10, 28/10, 29/10, 30/10."""
    return Month(small_world("W"))


confirmed_month = kept_world("confirmed_month", confirmed_october)


@pytest.fixture
def month(confirmed_month: Month) -> Month:
    """Its due points are confirmed, nothing else has been done."""
    return confirmed_month
