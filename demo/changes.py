"""What changes of plans in force: one supplement adopted, one under way, rows stopped, handed over, and told of their event.

Every step is the real act by the person whose step it is; what is changed and why is invented.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from approvals.words import HappenedEvent, Terms
from plans.actions import Row, begin_revision, put_rows
from plans.models import Plan, PlanRow, RowUnit
from plans.words import ROW_FIELDS

from .stage import Stage

OFFICE, LEADER = "HCQT", "rector"
DECREE = "Sau khi có Nghị định về giáo dục nghề nghiệp"
DROPPED = "Nhà trường tổ chức tập trung, đơn vị không còn chủ trì nội dung này."
POSTPONED = "Chờ Sở Giáo dục và Đào tạo thẩm định; lùi thời điểm hoàn thành."


def change_plans(stage: Stage, adopted: Sequence[UUID], year: str) -> None:
    """The first of these plans in force is supplemented, the second supplemented again after a draft that was discarded, a row of
    the third is stopped, one of the fourth handed over.

    Args:
        year: the label of the school year that they are of.
    """
    plans = Plan.objects.select_related("case__unit", "case__monitoring_unit")
    first, second, third, fourth = (plans.get(case=one) for one in adopted[:4])
    made = supplement(stage, first, year)
    walk(stage, made)
    occur(stage, made)
    discarded = supplement(stage, second, year)
    comment = "Gộp vào lần điều chỉnh sau."
    stage.sign(discarded.case_id, "discard", stage.person(unit_of(second), "officer"), comment=comment)
    stage.submit(supplement(stage, second, year).case_id, unit_of(second))
    stop(stage, third)
    hand_over(stage, fourth)


def unit_of(plan: Plan) -> str:
    """The code of the unit whose plan it is."""
    return plan.case.unit.code


def supplement(stage: Stage, plan: Plan, year: str) -> Plan:
    """A draft in which the last of the tasks that every plan has is due later, the next is ended, and two wait for a decree."""
    officer = stage.person(unit_of(plan), "officer")
    made = begin_revision(plan, by=officer, now=stage.tick())
    rows = [written(row) for row in PlanRow.objects.filter(plan=made).order_by("position")]
    *kept, last, ended = rows[:6]
    rows = [
        *kept,
        replace(last, due_text=f"Tháng 6/{year.split('-')[1]}", reason=POSTPONED),
        replace(ended, ended=True, reason=DROPPED),
        *rows[6:],
        conditional(unit_of(plan), "6", "Rà soát, sửa đổi quy chế đào tạo theo Nghị định"),
        conditional(unit_of(plan), "7", "Tập huấn quy chế mới cho viên chức, giảng viên"),
    ]
    put_rows(made.case_id, rows, seen=None, by=officer, now=stage.tick())
    return Plan.objects.select_related("case__unit", "case__monitoring_unit").get(case=made.case_id)


def written(row: PlanRow) -> Row:
    """A row as it is sent back."""
    units = list(RowUnit.objects.filter(row=row).select_related("unit").order_by("position"))
    lead, coordinating = (
        [one.code for one in units if one.part == part]
        for part in (RowUnit.Part.LEAD, RowUnit.Part.COORDINATING)
    )
    words = {name: getattr(row, name) for name in ROW_FIELDS}
    return Row(id=row.id, demo=row.demo, leads=lead, coordinating=coordinating, **words)


def conditional(unit: str, number: str, text: str) -> Row:
    """A new task that waits for an event."""
    return Row(
        kind="task", section="Tổ chức thực hiện", number=number, text=text, leads=(unit,), due_text=DECREE,
        product="Quy chế được ban hành", person="Viên chức được phân công", authority="Hiệu trưởng", demo=True,
        reason="Bổ sung theo chương trình công tác của Nhà trường.",
    )  # fmt: skip


def walk(stage: Stage, made: Plan) -> None:
    """A supplement goes all the way: submitted, signed, checked, listed, adopted."""
    case, unit = made.case_id, unit_of(made)
    stage.submit(case, unit)
    stage.approve(case, unit)
    stage.review(case, unit, made.case.monitoring_unit.code)
    stage.sign(case, "consolidate", stage.person(OFFICE, "head"))
    stage.sign(case, "present", stage.people[LEADER])


def occur(stage: Stage, plan: Plan) -> None:
    """The decree that one of the rows waited for is there."""
    row = PlanRow.objects.filter(plan=plan, due_text=DECREE).order_by("position")[0]
    event = HappenedEvent(text="Nghị định về giáo dục nghề nghiệp", number="312/NĐ-CP", date=day(stage, -3))
    terms = Terms(rows=[str(row.id)], event=event, on=day(stage, 45))
    stage.sign(plan.case_id, "occur", stage.person(OFFICE, "head"), terms=terms)


def last_task(plan: Plan) -> str:
    """The id of the last of the tasks that every plan has, due at the end of its year."""
    return str(PlanRow.objects.filter(plan=plan).order_by("position")[4].id)


def stop(stage: Stage, plan: Plan) -> None:
    """The leadership stops a task."""
    terms = Terms(rows=[last_task(plan)], decision={"number": "415/QĐ-CĐSL", "date": day(stage, -1)})
    comment = "Nội dung đã được lồng ghép vào kế hoạch chung của Nhà trường."
    stage.sign(plan.case_id, "stop", stage.people[LEADER], comment=comment, terms=terms)


def hand_over(stage: Stage, plan: Plan) -> None:
    """The leadership hands a task to the unit that follows the plan."""
    terms = Terms(
        rows=[last_task(plan)], decision={"number": "416/QĐ-CĐSL", "date": day(stage, -1)},
        unit=plan.case.monitoring_unit.code, on=day(stage, 0),
    )  # fmt: skip
    stage.sign(plan.case_id, "reassign", stage.people[LEADER], terms=terms)


def day(stage: Stage, days: int) -> str:
    """The day (ISO) so many days from where the stage stands."""
    found: date = timezone.localtime(stage.clock).date() + timedelta(days=days)
    return found.isoformat()
