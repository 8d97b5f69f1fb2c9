"""Sở GDĐT Hòa Bình: its own list of 67 tasks of 2021, one plan per unit, dates kept, marked historical."""

import json
from datetime import datetime, timedelta
from uuid import UUID

from organization.models import Role, Unit
from periods.actions import ensure_period
from plans.actions import Row, create_plan, put_rows

from .following import follow
from .institution import adopt_all, counts, found
from .people import Cast
from .seeds import DepartmentSeed, GroupSeed, text_of
from .stage import Stage

CODE = "SGDHB"
ROAD = {
    "HB-VP": "presented",
    "HB-KHTC": "presented",
    "HB-TCCB": "presented",
    "HB-GDMN": "consolidated",
    "HB-GDTH": "consolidated",
    "HB-GDTRH": "monitor-reviewed",
    "HB-GDTX": "monitor-reviewed",
    "HB-CTTT": "unit-approved",
    "HB-TTR": "unit-approved",
    "HB-KT": "submitted",
    "HB-CNTT": "draft",
}


#: How long before the given moment the department's people were appointed and began to work.
BEGAN = timedelta(days=21)


def build_hoa_binh(*, password: str, as_of: datetime) -> dict[str, int]:
    """The department; answers the number of its plans by state."""
    began = as_of - BEGAN
    data: DepartmentSeed = json.loads(text_of("hoa_binh.json"))
    cast, units = found(data, password=password, began=began, years=[data["year"], str(began.year)])
    hire_directors(cast)
    stage = Stage(people=cast.people, clock=began)
    reached: dict[str, list[UUID]] = {}
    for group in data["groups"]:
        case_id = write_group(stage, group, units[group["unit"]], data)
        goal = ROAD[group["unit"]]
        walk_group(stage, case_id, unit=group["unit"], office=data["office"], goal=goal)
        reached.setdefault(goal, []).append(case_id)
    adopt_all(stage, reached["consolidated"], reached["presented"], office="HB-VP", leader="hb.director")
    follow(stage, reached["presented"])
    return counts(cast.institution)


def hire_directors(cast: Cast) -> None:
    """The director, the auditor, the administrator and who keeps units, people and posts."""
    root = cast.institution.root
    if root is None:
        raise RuntimeError("the institution has no root unit")
    cast.hire("hb.director", root, Role.LEADER, "Giám đốc Sở")
    cast.hire("hb.auditor", root, Role.AUDITOR, "Người kiểm tra")
    cast.hire("hb.admin", root, Role.ADMINISTRATOR, "Quản trị hệ thống")
    cast.hire("hb.tccb", root, Role.PERSONNEL, "Phụ trách nhân sự")


def write_group(stage: Stage, group: GroupSeed, unit: Unit, data: DepartmentSeed) -> UUID:
    """The part of the list that one unit leads, word for word; who answers, of which it says nothing, is given once."""
    officer = stage.person(unit.code, "officer")
    plan = create_plan(
        unit=unit, kind="plan", title=f"{data['list_title']} – {unit.name}",
        period=ensure_period(unit.institution, data["year"]), by=officer, now=stage.tick(), historical=True,
        person="Công chức được phân công", authority="Thủ trưởng đơn vị chủ trì",
    )  # fmt: skip
    rows = [Row(kind="task", section=unit.name, leads=(unit.code,), **task) for task in group["tasks"]]
    put_rows(plan.case_id, rows, seen=None, by=officer, now=stage.tick())
    return plan.case_id


def walk_group(stage: Stage, case_id: UUID, *, unit: str, office: str, goal: str) -> None:
    """Takes a draft as far as its goal; the office follows every plan here (004, V.3)."""
    if goal == "draft":
        return
    stage.submit(case_id, unit)
    if goal == "submitted":
        return
    stage.approve(case_id, unit)
    if goal != "unit-approved":
        stage.review(case_id, unit, office)
