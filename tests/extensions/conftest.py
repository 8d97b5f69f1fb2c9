import pytest

from tests.clock import Clock, moment
from tests.plans.conftest import month, october_of_three

__all__ = ["month", "october_of_three"]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Early in October."""
    return Clock(monkeypatch, moment("2026-10-07 09:00"))
