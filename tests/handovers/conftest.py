import pytest

from tests.clock import Clock, moment
from tests.databases import kept_world
from tests.factories import small_world
from tests.handovers.handing import with_work
from tests.reported_month import Month

NOW = "2026-10-22 09:00"


def handing_month() -> Month:
    """October 2026: A's officer has what `with_work` gives them; nothing was handed over."""
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, moment(NOW))
        world = small_world("W")
        world.open_unit("C")
        month = Month(world)
        month.until("2026-10-21 09:00")
        return month


handing_world = kept_world("handing_world", handing_month)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A Thursday late in October."""
    return Clock(monkeypatch, moment(NOW))


@pytest.fixture
def month(handing_world: Month, clock: Clock) -> Month:
    """A's officer has a plan, rows, a remark, a promise and a file."""
    with_work(handing_world)
    return handing_world
