"""August 2025 of Cao đẳng Sơn La as its people live it: over HTTP and WebSocket, by every role, on a clock.

Every figure in its acts (august_plans, august_reports, august_meeting, september_2025) was worked out by hand from the plans
of august_2025.py, none is the code's own count.
"""

import pytest
from channels.db import database_sync_to_async as threaded
from django.core.management import call_command

from tests.clock import Clock, moment
from tests.journeys import august_meeting as meeting
from tests.journeys import august_plans as plans
from tests.journeys import august_reports as reports
from tests.journeys.august_2025 import College, found_college
from tests.journeys.september_2025 import what_remains
from tests.socket_window import Window

HINT = {"type": "look-again"}


@pytest.fixture
def college(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> College:
    """The college on the first morning of August."""
    call_command("flush", interactive=False, verbosity=0)  # the demo bears the same codes
    clock = Clock(monkeypatch, moment("2025-07-25 08:00"))
    made = found_college(clock)
    made.at("01 08:00")
    return made


async def watch(college: College, username: str) -> Window:
    """An open window of this person."""
    window = Window(await threaded(college.api)(username))
    assert await window.open()
    return window


async def hears(window: Window) -> None:
    """The window is told to look again."""
    assert await window.hears() == HINT
    await window.leave()


async def test_august_2025(college: College) -> None:
    await threaded(reports.one_item_over_the_plans_of_units)(college)
    await threaded(reports.open_august)(college)
    await threaded(plans.a_whole_plan_is_read_once_its_head_has_signed)(college)
    await threaded(plans.units_are_asked_about_a_draft)(college)
    await threaded(reports.a_plan_is_given_to_another_unit)(college)
    await threaded(reports.next_months_rows)(college)
    head = await watch(college, "dt.head")
    await threaded(reports.units_report)(college)
    await hears(head)
    officer = await watch(college, "khtc.officer")
    await threaded(reports.a_report_is_returned)(college)
    await hears(officer)
    await threaded(reports.monitors_judge)(college)
    monitor = await watch(college, "khtc.head")
    await threaded(reports.a_review_is_sent_back)(college)
    await hears(monitor)
    office = await watch(college, "hcqt.head")
    await threaded(reports.monitors_hand_in)(college)
    await hears(office)
    rector = await watch(college, "rector")
    base = await threaded(meeting.the_office_consolidates)(college)
    await hears(rector)
    supplement = await threaded(meeting.a_late_one_comes_after_it)(college, base)
    await threaded(meeting.a_row_is_finished_before_the_meeting)(college)
    plan = await threaded(meeting.the_meeting)(college, [base["id"], supplement["id"]])
    await threaded(what_remains)(college, plan)
