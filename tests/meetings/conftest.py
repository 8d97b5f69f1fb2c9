"""October 2026, reported by everyone and about to be heard."""

import pytest

from tests.clock import Clock
from tests.databases import kept_world
from tests.meetings.consolidations.large_month import few_and_many
from tests.meetings.consolidations.october_school import School

from .hearings import MORNING, Kept, heard_by_all, october, with_a_proposal, with_promises, without_c
from .october_meeting import Hearing

october_school = kept_world("october_school", october)
heard_october = kept_world("heard_october", heard_by_all)
asked_october = kept_world("asked_october", with_a_proposal)
silent_october = kept_world("silent_october", without_c)
promised_october = kept_world("promised_october", with_promises)
large_months = kept_world("large_months", few_and_many)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The morning of the meeting."""
    return Clock(monkeypatch, MORNING)


@pytest.fixture
def month(october_school: School, clock: Clock) -> School:
    """The reports of October are open, nobody has written anything."""
    return october_school


def going_on(kept: Kept, clock: Clock) -> Hearing:
    """What was kept, its clock going on from there."""
    hearing, clock.moment = kept
    return hearing


@pytest.fixture
def heard(heard_october: Kept, clock: Clock) -> Hearing:
    """Both reports are inside; the leadership shall see "Chấm thi"."""
    return going_on(heard_october, clock)


@pytest.fixture
def asked(asked_october: Kept, clock: Clock) -> Hearing:
    """A meeting at which A proposes something."""
    return going_on(asked_october, clock)


@pytest.fixture
def silent(silent_october: Kept, clock: Clock) -> Hearing:
    """C has handed nothing in."""
    return going_on(silent_october, clock)


@pytest.fixture
def promised(promised_october: Kept, clock: Clock) -> Hearing:
    """The meeting that hears what A owes since August."""
    return going_on(promised_october, clock)
