"""Rows that are put off: one request is granted, one waits for the leadership."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from extensions.actions import Asked, ask_extension
from plans.models import Plan, PlanRow

from .changes import LEADER, last_task, unit_of
from .stage import Stage

CAUSE = "Chờ kết quả thẩm định của Sở Giáo dục và Đào tạo."


def put_off(stage: Stage, adopted: Sequence[UUID], year: str) -> None:
    """The last common task of the fifth of these plans in force is put off into the summer, for the sixth it is asked.

    Args:
        year: the label of the school year that they are of.
    """
    plans = Plan.objects.select_related("case__unit")
    fifth, sixth = (plans.get(case=one) for one in adopted[4:6])
    stage.sign(ask(stage, fifth, year), "grant", stage.people[LEADER])
    ask(stage, sixth, year)


def ask(stage: Stage, plan: Plan, year: str) -> UUID:
    """A request that the unit's head has signed."""
    row, unit = PlanRow.objects.select_related("plan").get(id=last_task(plan)), unit_of(plan)
    summer = date(int(year.split("-")[1]), 7, 30)
    officer = stage.person(unit, "officer")
    case = ask_extension(row, Asked(summer, CAUSE), by=officer, now=stage.tick()).case_id
    stage.submit(case, unit)
    stage.approve(case, unit)
    return case
