"""Cases of every kind in one world, walked by real acts to where they shall stand.

Unit A wrote the plan and reports on it, B follows it, C has nothing to do with it, VP is the admin office.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from extensions.actions import Asked, ask_extension
from handovers.actions import begin_handover
from instructions.actions import Given, give_instruction, write_answer
from meetings.actions import close_meeting, create_meeting, meeting_digest
from meetings.actions.conclusions import draft_conclusions
from meetings.models import Meeting
from opinions.actions import ask_opinions, write_opinion
from periods.actions import ensure_month
from plans.actions import Row, name_officer, put_rows
from plans.models import Plan, PlanRow, RowUnit
from reports.actions.openings import GivenAnswer, answer_rows, begin_sheet
from reports.actions.updates import add_update
from reports.models import OpeningRow
from tests.clock import Clock, moment
from tests.factories import (
    APPROVED,
    CONSOLIDATED,
    DRAFT,
    PRESENTED,
    RETURNED,
    REVIEWED,
    SUBMITTED,
    World,
    small_world,
)
from tests.reported_month import Month, done, not_done

#: The last days of October, the month that is reported on.
LAST_DAYS = moment("2026-10-29 09:00")


def with_departments() -> tuple[World, World]:
    """A world with three departments, beside a foreign one."""
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, LAST_DAYS)
        world, foreign = small_world("W"), small_world("F")
        world.open_unit("C")
        return world, foreign


def with_a_month() -> tuple[Month, World]:
    """The same, and October is reported on."""
    world, foreign = with_departments()
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, LAST_DAYS)
        return month_of(world), foreign


def month_of(world: World) -> Month:
    """October 2026: two rows are due, the reports are open, nobody has written anything."""
    month = Month(world)
    month.plan("Kế hoạch", [month.task(text, "Tháng 10/2026") for text in ("Tư vấn", "Hồ sơ")])
    month.open()
    world.period = month.period  # what is consolidated from here on is the month's
    return month


def row_of(world: World, text: str) -> UUID:
    """The row with this text."""
    found: UUID = PlanRow.objects.get(text=text, plan__case__institution=world.institution).id
    return found


def all_said(month: Month) -> UUID:
    """A's report, in which nothing is missing: one row done, the other one not yet."""
    case_id, world = month.report(), month.world
    unfinished = not_done(row_of(world, "Hồ sơ"), cause="Chờ kinh phí", expected_on="2026-11-10")
    month.say(case_id, [done(row_of(world, "Tư vấn")), unfinished])
    return case_id


def unit_report_at(month: Month, where: str) -> UUID:
    """A's report to B, there with all that an act could ask for: A's word, and from the signature on B's findings."""
    case_id, world = all_said(month), month.world
    if where in {DRAFT, SUBMITTED, RETURNED}:
        world.walk(case_id, where)
        return case_id
    month.sign_report(case_id)
    month.agree_to_all()
    if where != APPROVED:
        month.check(case_id, "B")
    if where in {CONSOLIDATED, PRESENTED}:
        world.consolidate([case_id], present=where == PRESENTED)
    return case_id


def monitoring_report_at(month: Month, where: str) -> UUID:
    """B's report, there with a finding on every row."""
    month.sign_report(all_said(month))
    month.agree_to_all()
    case_id = month.monitoring()
    month.world.walk(case_id, where, unit="B", monitor="VP")
    return case_id


def update_at(month: Month, where: str) -> UUID:
    """A's update of the row that its report said is open."""
    month.sign_report(all_said(month))
    world, officer = month.world, month.world.person("A", "officer")
    update = add_update(
        PlanRow.objects.get(id=row_of(world, "Hồ sơ")), month.period, by=officer, now=world.now(), done=True,
        result="Đã xong", evidence=[{"kind": "document", "value": "12/BC-W"}],
    )  # fmt: skip
    world.walk(update.case_id, where)
    return update.case_id


def sheet_at(world: World, where: str) -> UUID:
    """A's opening sheet with two rows, which B follows."""
    rows = PlanRow.objects.filter(plan=world.plan_at(PRESENTED, rows=2))
    month = ensure_month(world.institution, "2026-11", by=world.person("VP", "head"), now=world.now())
    officer = world.person("A", "officer")
    sheet = begin_sheet(month, world.unit("A"), world.unit("B"), by=officer, now=world.now())
    OpeningRow.objects.bulk_create(
        OpeningRow(
            sheet=sheet, row=row, position=place, text=row.text, due_text=row.due_text, due_on=date(2026, 10, 31)
        )
        for place, row in enumerate(rows, start=1)
    )  # fmt: skip
    said: list[GivenAnswer] = [
        {"row": row.id, "standing": "done", "completed_on": date(2026, 10, 30), "note": "Đã xong",
         "evidence": [{"kind": "document", "value": "12/BC-W"}]}
        for row in rows
    ]  # fmt: skip
    answer_rows(sheet.case_id, said, seen=None, by=officer, now=world.now())
    world.walk(sheet.case_id, where)
    return sheet.case_id


def instruction_at(world: World, where: str) -> UUID:
    """What the office passes on to A from a leader, with an answer in it; REVIEWED: the leader has closed it."""
    officer, leader = world.person("A", "officer"), world.person("", "leader")
    now = timezone.now()  # the leader may still strike it
    given = Given(
        unit=world.unit("A"), text="Rà soát hồ sơ", due_on=now.date() + timedelta(days=30), leader=leader,
        said_on=now.date(),
    )  # fmt: skip
    case_id = give_instruction(given, by=world.person("VP", "clerk"), now=now, key="give it once", session="")
    write_answer(case_id, answer="Đã rà soát", evidence=(), seen=None, by=officer, now=world.now())
    world.walk(case_id, APPROVED if where == REVIEWED else where)
    if where == REVIEWED:
        world.stage.sign(case_id, "close", leader, comment="Đạt")
    return case_id


def opinion_at(world: World, where: str) -> UUID:
    """What B, which leads a row of A's draft, says of it."""
    plan_id, now = world.plan_at(DRAFT), timezone.now()
    RowUnit.objects.create(
        row=PlanRow.objects.filter(plan=plan_id)[0], unit=world.unit("B"), part="lead", position=1
    )
    plan = Plan.objects.select_related("case__unit__institution").get(case=plan_id)
    until = now.date() + timedelta(days=7)
    [asked] = ask_opinions(plan, due_on=until, by=world.person("A", "officer"), now=now)
    write_opinion(
        asked.case_id, agrees=True, text="", seen=None, by=world.person("B", "officer"), now=world.now()
    )
    world.walk(asked.case_id, where, unit="B")
    return asked.case_id


def extension_at(world: World, where: str) -> UUID:
    """A's request to put off a row of a plan in force, which B follows; PRESENTED: the leader has granted it."""
    row = PlanRow.objects.select_related("plan").filter(plan=world.plan_at(PRESENTED))[0]
    officer, until = (
        world.person("A", "officer"),
        timezone.now().date().replace(month=1) + timedelta(days=400),
    )
    one = ask_extension(row, Asked(on=until, cause="Chờ kinh phí"), by=officer, now=timezone.now())
    world.walk(one.case_id, APPROVED if where == PRESENTED else where)
    if where == PRESENTED:
        world.stage.sign(one.case_id, "grant", world.person("", "leader"))
    return one.case_id


def handover_at(world: World, where: str) -> UUID:
    """What A's officer, who follows a plan, hands over to its deputy; A's head began it."""
    head, officer, now = world.person("A", "head"), world.person("A", "officer"), world.now()
    plan = Plan.objects.select_related("case__unit__institution").get(case=world.plan_at(DRAFT))
    unit = plan.case.unit
    name_officer(plan, unit=unit, user=officer, by=head, now=now)
    case_id = begin_handover(
        unit, giver=officer, taker=world.person("A", "deputy"), plans=None, note="Nghỉ hưu", by=head, now=now
    )
    world.walk(case_id, where)
    return case_id


def meeting_with_conclusions(world: World, due: str = "15/11/2026") -> tuple[Meeting, UUID]:
    """A meeting to come and the case of its conclusions, one of which A leads."""
    clerk = world.person("VP", "clerk")
    heard = world.consolidate([world.plan_for_meeting(REVIEWED)])
    meeting = create_meeting(
        consolidation_ids=[heard], held_at=world.now(), title="Giao ban", by=clerk, now=world.now()
    )
    plan = draft_conclusions(meeting.id, by=clerk, now=world.now())
    row = Row(kind="task", text="Rà soát hồ sơ", leads=[f"{world.code}-A"], due_text=due)
    put_rows(plan.case_id, [row], seen=None, by=clerk, now=world.now())
    meeting.refresh_from_db()
    return meeting, plan.case_id


def conclusions_at(world: World, where: str, due: str = "15/11/2026") -> UUID:
    """The conclusions of a meeting: begun, or signed after its close."""
    meeting, case_id = meeting_with_conclusions(world, due)
    if where == PRESENTED:
        close_meeting(
            meeting.id, seen=meeting_digest(meeting), by=world.person("", "leader"), now=world.now(), key="close",
            session="",
        )  # fmt: skip
        world.stage.sign(case_id, "conclude", world.person("", "leader"))
    return case_id
