"""October 2026, reported by everyone and about to be heard."""

import pytest

from tests.clock import Clock, moment
from tests.databases import kept_world
from tests.factories import small_world
from tests.meetings.consolidations.october_school import School, school

from .october_meeting import Hearing, hear

LAST_DAYS = moment("2026-10-29 09:00")


def october() -> School:
    """A small school in the last days of October."""
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, LAST_DAYS)
        return school(small_world())


october_school = kept_world("october_school", october)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The morning of the meeting."""
    return Clock(monkeypatch, moment("2026-10-30 07:00"))


@pytest.fixture
def month(october_school: School, clock: Clock) -> School:
    """The reports of October are open, nobody has written anything."""
    return october_school


@pytest.fixture
def heard(month: School) -> Hearing:
    """Both reports are inside; the leadership shall see "Chấm thi"."""
    month.a_done()
    month.d_done()
    return hear(month, highlights=[str(month.row("Chấm thi"))], assessment="Tháng 10 còn 2 nội dung.")
