"""October 2026 of a small school, whose consolidation is about to begin."""

import pytest

from tests.clock import Clock, moment
from tests.meetings.consolidations.october_school import School


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the office: the last days of October."""
    return Clock(monkeypatch, moment("2026-10-29 09:00"))


@pytest.fixture
def month(october_school: School, clock: Clock) -> School:
    """The reports of October are open, nobody has written anything."""
    return october_school
