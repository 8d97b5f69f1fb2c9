"""One world with a row of every table that a signature rests on, signed by real acts: two months of a department A, followed by
B, which signed nothing of the first; and what else is signed beside reports.

A centre D is led by the class in one row; a school F, which has signed nothing, lends what foreign keys may be changed to.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from extensions.actions import Asked, ask_extension
from handovers.actions import begin_handover
from instructions.actions import Given, give_instruction, write_answer
from meetings.actions.consolidations import Wording, create_consolidation
from opinions.actions import ask_opinions, write_opinion
from organization.actions import delegate
from organization.models import Appointment
from periods.actions import ensure_period
from plans.actions import (
    Row,
    assign_monitoring,
    begin_revision,
    change_plan,
    name_officer,
    put_rows,
    renew_plan,
)
from plans.models import Plan, PlanRow
from reports.actions.findings import put_findings
from reports.actions.reports import change_report
from reports.actions.updates import add_update
from tests.api import Api
from tests.clock import Clock, moment
from tests.contracts.cases_in_states import conclusions_at, sheet_at
from tests.factories import APPROVED, DRAFT, PRESENTED, REVIEWED, SUBMITTED, World, small_world
from tests.reported_month import Month, done, not_done

NOVEMBER = "2026-11"
LAST_DAYS = moment("2026-11-20 09:00")
TASKS = (
    ("Số liệu", "Hằng tháng", "A"),
    ("Tuyển sinh", "Tháng 10/2026", "A"),
    ("Hồ sơ", "Tháng 10/2026", "A"),
    ("Các trung tâm", "Tháng 11/2026", "class:centre"),
)


def signed_world() -> World:
    """The world, on 20 November 2026."""
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, LAST_DAYS)
        small_world("F")
        world = small_world("W")
        world.open_unit("C")
        world.open_unit("D", kind="centre")
        month = Month(world)
        conclusions_at(world, PRESENTED)
        month.plan("Kế hoạch", [month.task(text, due, lead) for text, due, lead in TASKS])
        month.plan("Kế hoạch khác", [month.task("Việc khác", "Tháng 11/2026", "A", "C")])
        looked_at_weekly(month)
        october(month)
        november(month)
        consolidated(month)
        beside(world)
        changed(world)
        return world


def row(text: str) -> UUID:
    """The row with this text."""
    found: UUID = PlanRow.objects.get(text=text).id
    return found


def looked_at_weekly(month: Month) -> None:
    """B has to look at a unit a month, and writes an entry a week."""
    plan, world = Plan.objects.select_related("case__unit").get(case=month.plans["Kế hoạch"]), month.world
    assign_monitoring(
        plan, unit=world.unit("B"), cadence="weekly-and-monthly", minimum={"value": 1, "unit": "đơn vị"},
        by=world.person("VP", "head"), now=world.now(),
    )  # fmt: skip


def october(month: Month) -> None:
    """A reports, says more of one row afterwards; B is silent."""
    world = month.world
    month.until("2026-10-20 08:00")
    month.open()
    unfinished = not_done(row("Hồ sơ"), expected_on="2026-11-25")
    said = [
        done(row("Số liệu"), completed_on="2026-10-19"),
        done(row("Tuyển sinh"), completed_on="2026-10-15"),
    ]
    month.say(month.report(), [*said, unfinished])
    month.sign_report(month.report())
    update = add_update(
        PlanRow.objects.get(text="Hồ sơ"), month.period, by=world.person("A", "officer"), now=world.now(), done=True,
        result="Đã xong", completed_on=date(2026, 10, 20), evidence=[{"kind": "document", "value": "12/BC-W"}],
    )  # fmt: skip
    world.walk(update.case_id, REVIEWED)


def november(month: Month) -> None:
    """A reports with two proposals, B finds it all, and the rows of October, with entries and a proposal of its own."""
    world = month.world
    month.until("2026-11-20 08:00")
    month.open(NOVEMBER)
    mine, form = month.report(label=NOVEMBER), month.monitoring(label=NOVEMBER)
    month.say(mine, [done(row("Số liệu")), done(row("Việc khác"))])
    raise_proposals(world, mine, "A", ["Thêm kinh phí", "Thêm người"])
    month.sign_report(mine)
    month.agree_to_all(label=NOVEMBER)
    officer, item = world.person("B", "officer"), month.plans["Kế hoạch"]
    found: list[Any] = [done(row(text)) for text in ("Các trung tâm", "Số liệu", "Tuyển sinh")]
    put_findings(form, found[:1], earlier=found[1:], seen=None, by=officer, now=world.now())
    entries = [{"item": item, "on": date(2026, 11, day), "text": f"Tuần {day}"} for day in (6, 13)]
    changes: dict[str, Any] = {
        "monitored": [
            {"item": one, "units": [f"W-{unit}"], "shortfall": ""}
            for one, unit in zip(month.plans.values(), "AC", strict=True)
        ],
        "progress": entries,
    }
    change_report(form, seen=None, by=officer, now=world.now(), changes=changes)
    raise_proposals(world, form, "B", ["Nhắc các đơn vị", "Họp sớm"])
    month.sign_report(form, unit="B")


def raise_proposals(world: World, case_id: UUID, unit: str, texts: list[str]) -> None:
    """The unit's officer writes these proposals into its open report."""
    officer = world.person(unit, "officer")
    change_report(case_id, seen=None, by=officer, now=world.now(), changes={"proposals": texts})


def consolidated(month: Month) -> None:
    """The office carries both reports of November to the leadership."""
    world, clerk = month.world, month.world.person("VP", "clerk")
    mine, form = month.report(label=NOVEMBER), month.monitoring(label=NOVEMBER)
    month.check(mine, "B")
    month.check(form, "VP")
    wording = Wording(
        assessment="Cơ bản đúng tiến độ",
        highlights=[row("Số liệu"), row("Việc khác")],
        proposals=["Cấp thêm kinh phí", "Giao thêm người"],
        unchecked_reason="Hết hạn kiểm tra",
    )
    made = create_consolidation(
        period=month.period_at(NOVEMBER), case_ids=[mine, form], title="Tổng hợp", by=clerk, now=world.now(),
        wording=wording,
    )  # fmt: skip
    world.stage.sign(made.case_id, "submit", clerk)
    world.stage.sign(made.case_id, "consolidate", world.person("VP", "head"))


def beside(world: World) -> None:
    """A plan that was presented, an instruction that was answered and closed, an opinion that did not agree."""
    leader, officer = world.person("", "leader"), world.person("A", "officer")
    given = Given(
        unit=world.unit("A"), text="Rà soát hồ sơ", due_on=date(2026, 12, 20), person=officer, leader=leader,
        occasion="giao ban", said_on=date(2026, 11, 19), row=PlanRow.objects.get(text="Hồ sơ"),
        about=PlanRow.objects.select_related("plan__case").get(text="Hồ sơ").plan.case,
    )  # fmt: skip
    asked = give_instruction(
        given, by=world.person("VP", "clerk"), now=world.now(), key="give it once", session=""
    )
    write_answer(asked, answer="Đã rà soát", evidence=(), seen=None, by=officer, now=world.now())
    world.walk(asked, APPROVED)
    world.stage.sign(asked, "close", leader, comment="Đạt")
    for where in (REVIEWED, SUBMITTED):
        sheet_at(world, where)
    put_off(world)
    lent(world)
    of_the_institution(world)
    carried_on(world)
    handed_over(world)
    plan_id = world.plan_at(DRAFT)
    rows = [
        Row(kind="task", text="Tư vấn", leads=("W-A", "W-B"), due_text="Tháng 12/2026", product="Báo cáo")
    ]
    put_rows(plan_id, rows, seen=None, by=officer, now=world.now())
    plan = Plan.objects.select_related("case__unit__institution").get(case=plan_id)
    [opinion] = ask_opinions(plan, due_on=date(2026, 12, 1), by=officer, now=world.now())
    write_opinion(
        opinion.case_id,
        agrees=False,
        text="Cần thêm hạn",
        seen=None,
        by=world.person("B", "officer"),
        now=world.now(),
    )
    world.walk(opinion.case_id, APPROVED, unit="B")


def changed(world: World) -> None:
    """A plan in force that a supplement changed; of its rows one was stopped, another handed to C."""
    first, leader, officer = (
        world.plan_at(PRESENTED, rows=4),
        world.person("", "leader"),
        world.person("A", "officer"),
    )
    made = begin_revision(
        Plan.objects.select_related("case__unit__institution").get(case=first), by=officer, now=world.now()
    )
    change_plan(made.case_id, seen=None, by=officer, now=world.now(), asked_from=date(2026, 12, 1))
    mine = list(PlanRow.objects.filter(plan=made).order_by("position"))
    rows = [
        Row(
            kind="task", number=row.number, text=row.text, leads=("W-A",), due_text="Tháng 1/2027" if place == 0 else row.due_text,
            product=row.product, id=row.id, ended=place == 1, reason="Theo thực tế" if place < 2 else "",
        )
        for place, row in enumerate(mine)
    ]  # fmt: skip
    put_rows(made.case_id, rows, seen=None, by=officer, now=world.now())
    world.walk(made.case_id, PRESENTED)
    decision: Any = {"number": "15/QĐ-W", "date": "2026-11-19"}
    world.stage.sign(
        made.case_id, "stop", leader, comment="Dừng", terms={"rows": [str(mine[2].id)], "decision": decision}
    )
    moved: Any = {"rows": [str(mine[3].id)], "unit": "W-C", "on": "2026-12-01", "decision": decision}
    world.stage.sign(made.case_id, "reassign", leader, terms=moved)


def of_the_institution(world: World) -> None:
    """A submits two plans of the institution; one claims to be exempt from the six clarities, and has a group of rows."""
    for exemption in ("", "Một hội nghị, trong một ngày"):
        case_id = world.plan_at(DRAFT)
        change_plan(
            case_id, seen=world.case(case_id).digest, by=world.person("A", "officer"), now=world.now(), of_institution=True,
            exemption=exemption,
            groups=[{"section": "Hội nghị", "person": "Bình", "authority": "Phó Hiệu trưởng"}] if exemption else [],
        )  # fmt: skip
        world.walk(case_id, SUBMITTED)


def carried_on(world: World) -> None:
    """A carries a plan into the next school year, and submits it."""
    plan = Plan.objects.get(case=world.plan_at(PRESENTED))
    made = renew_plan(
        plan, period=ensure_period(world.institution, "2027-2028"), by=world.person("A", "officer"), now=world.now()
    )  # fmt: skip
    world.walk(made.case_id, SUBMITTED)


def put_off(world: World) -> None:
    """A row of a plan in force is granted another day."""
    plan_row = PlanRow.objects.select_related("plan").filter(plan=world.plan_at(PRESENTED))[0]
    asked = Asked(
        on=date(2027, 3, 31), cause="Chờ kinh phí", evidence=[{"kind": "document", "value": "15/TTr"}]
    )
    one = ask_extension(plan_row, asked, by=world.person("A", "officer"), now=world.now())
    world.walk(one.case_id, APPROVED)
    world.stage.sign(one.case_id, "grant", world.person("", "leader"))


def handed_over(world: World) -> None:
    """A's officer, who is named in a row and follows its plan, hands over to the deputy."""
    head, officer, deputy = (world.person("A", role) for role in ("head", "officer", "deputy"))
    plan_id = world.plan_at(DRAFT)
    named = Row(
        kind="task", text="Hồ sơ bàn giao", leads=("W-A",), due_text="Tháng 12/2026", product="Báo cáo",
        person=officer.full_name,
    )  # fmt: skip
    put_rows(plan_id, [named], seen=None, by=officer, now=world.now())
    plan = Plan.objects.select_related("case__unit__institution").get(case=plan_id)
    name_officer(plan, unit=plan.case.unit, user=officer, by=head, now=world.now())
    world.walk(plan_id, SUBMITTED)
    case_id = begin_handover(
        plan.case.unit, giver=officer, taker=deputy, plans=None, note="Nghỉ hưu", by=head, now=world.now()
    )
    world.walk(case_id, APPROVED)
    back = begin_handover(
        plan.case.unit, giver=deputy, taker=officer, plans=[], note="", by=head, now=world.now()
    )
    world.stage.sign(back, "submit", deputy)
    world.stage.sign(back, "approve", head)


def lent(world: World) -> None:
    """The head of A lends the right to sign to an officer of C, who does."""
    head, officer, now = world.person("A", "head"), world.person("C", "officer"), world.now()
    delegate(
        appointment=Appointment.objects.get(user=head), to=officer, permissions=["approve"], mandate="12/QĐ", since=now,
        until=now + timedelta(days=30), by=head,
    )  # fmt: skip
    world.stage.sign(world.plan_at(SUBMITTED), "approve", officer)


def with_a_file(world: World) -> None:
    """The office registers a plan of its own as issued, with a file; files go with each test, so no kept world has one."""
    clerk = Api(world.person("VP", "head"))
    case_id = world.plan_at(unit="VP")
    file = SimpleUploadedFile("kh.pdf", b"%PDF-1.7 " + b"x" * 64, content_type="application/pdf")
    sha256 = clerk.upload("evidence", file).json()["sha256"]
    clerk.upload(
        "evidence", SimpleUploadedFile("khac.pdf", b"%PDF-1.7 " + b"y" * 64, content_type="application/pdf")
    )
    issued = {"number": "12/KH", "date": "2026-11-19", "signer": "Hiệu trưởng", "evidence": sha256}
    answer = clerk.act(case_id, "register", issued=issued)
    assert answer.status_code == 201, answer.json()
