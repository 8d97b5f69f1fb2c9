import pytest

from tests.clock import Clock, moment
from tests.factories import World, small_world


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A Thursday in October."""
    return Clock(monkeypatch, moment("2026-10-29 09:00"))


@pytest.fixture
def one(db) -> World:
    """Units A, B, C and the office VP."""
    world = small_world("W")
    world.open_unit("C")
    return world
