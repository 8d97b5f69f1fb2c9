"""Meetings of October 2026 that many tests begin with: each is walked once and kept, see conftest."""

from collections.abc import Callable
from datetime import datetime

import pytest

from reports.actions.proposals import put_proposals
from tests.clock import Clock, moment
from tests.factories import small_world
from tests.meetings.consolidations.october_school import School, school
from workflow.models import Case

from .october_meeting import Hearing, hear
from .promised_month import Promised

LAST_DAYS, MORNING = moment("2026-10-29 09:00"), moment("2026-10-30 07:00")
PROPOSAL = "Bổ sung 02 máy chấm thi"
#: What was heard, and the moment after it: whoever goes on comes later than what was done.
Kept = tuple[Hearing, datetime]


def october() -> School:
    """A small school in the last days of October."""
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, LAST_DAYS)
        return school(small_world())


def on_the_morning(work: Callable[[], Hearing]) -> Callable[[], Kept]:
    """The same, done on the morning of the meeting."""

    def done() -> Kept:
        with pytest.MonkeyPatch.context() as patched:
            clock = Clock(patched, MORNING)
            return work(), clock.moment

    return done


@on_the_morning
def heard_by_all() -> Hearing:
    """Both reports are inside; the leadership shall see "Chấm thi"."""
    month = october()
    month.a_done()
    month.d_done()
    return hear(month, highlights=[str(month.row("Chấm thi"))], assessment="Tháng 10 còn 2 nội dung.")


@on_the_morning
def with_a_proposal() -> Hearing:
    """Both reports are inside; A proposes something."""
    month = october()
    put_proposals(Case.objects.get(id=month.report("A", "B")), [PROPOSAL])
    month.a_done()
    month.d_done()
    return hear(month)


@on_the_morning
def without_c() -> Hearing:
    """A and B reported, D and C did not."""
    month = october()
    month.a_done()
    return hear(month)


@on_the_morning
def with_promises() -> Hearing:
    """A has promised something twice."""
    month = Promised(small_world())
    month.begin()
    return hear(month)
