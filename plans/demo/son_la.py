"""Cao đẳng Sơn La: the 36 items of Notice 242/TB-CĐSL (II), moved to the current school year.

The Notice names the items and who monitors them. Which unit drafts each, their rows and all people are
invented and marked as demo.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from organization.models import Role, Unit
from plans.actions import Row, assign_monitoring, create_plan, put_rows
from plans.actions.periods import ensure_period
from plans.models import MonitoringAssignment, Plan
from plans.notation.year import SCHOOL_YEAR_STARTS_IN

from .institution import counts, found, present_all, read
from .people import Cast
from .stage import Stage

CODE = "CDSL"
#: Where each item stands, by its place among those of its monitoring unit: one of each waits for every
#: monitor and every head, the rest is further on.
ROAD = (
    "unit-approved",
    "submitted",
    "presented",
    "monitor-reviewed",
    "consolidated",
    "presented",
    "returned",
    "draft",
)


def school_year(day: datetime) -> str:
    """The label of the school year that the day lies in."""
    first = day.year if day.month >= SCHOOL_YEAR_STARTS_IN else day.year - 1
    return f"{first}-{first + 1}"


def build(*, password: str, began: datetime) -> dict[str, int]:
    """The college; answers the number of its plans by state."""
    data = read("son_la.json")
    year = school_year(began)
    years = ["2025-2026", year, school_year(began.replace(year=began.year + 1))]
    cast, units = found(data, password=password, began=began, years=years)
    hire_leaders(cast, units)
    stage = Stage(people=cast.people, clock=began)
    reached: dict[str, list[UUID]] = {}
    places: dict[str, int] = {}
    for number, item in enumerate(data["items"]):
        place = places.get(item["monitor"], 0)
        places[item["monitor"]] = place + 1
        drafter = drafter_of(list(units), item["monitor"], number)
        plan = write_plan(stage, item, units, drafter=drafter, year=year)
        goal = ROAD[place]
        walk(stage, plan.case_id, drafter=drafter, monitor=item["monitor"], goal=goal)
        reached.setdefault(goal, []).append(plan.case_id)
    period = ensure_period(cast.institution, year)
    present_all(stage, period, reached["presented"], office="HCQT", leader="rector", close=True)
    present_all(stage, period, reached["consolidated"], office="HCQT", leader="rector", close=False)
    return counts(cast.institution)


def hire_leaders(cast: Cast, units: dict[str, Unit]) -> None:
    """The clerk of the office, the leadership, the auditor and the administrator."""
    root = cast.institution.root
    if root is None:
        raise RuntimeError("the institution has no root unit")
    cast.hire("hcqt.clerk", units["HCQT"], Role.CLERK, "Văn thư tổng hợp")
    cast.hire("rector", root, Role.LEADER, "Hiệu trưởng")
    cast.hire("vice-rector", root, Role.LEADER, "Phó Hiệu trưởng")
    cast.hire("auditor", root, Role.AUDITOR, "Người kiểm tra")
    cast.hire("admin", root, Role.ADMINISTRATOR, "Quản trị hệ thống")


def drafter_of(codes: list[str], monitor: str, number: int) -> str:
    """The unit that drafts an item: each in turn, but not the one that follows it."""
    others = [code for code in codes if code != monitor]
    return others[number % len(others)]


def write_plan(
    stage: Stage, item: dict[str, Any], units: dict[str, Unit], *, drafter: str, year: str
) -> Plan:
    """A draft with invented rows, given to the unit that the Notice names."""
    officer, unit = stage.person(drafter, "officer"), units[drafter]
    period = ensure_period(unit.institution, year)
    plan = create_plan(
        unit=unit, kind=item["kind"], title=item["title"], number=item["number"], period=period, by=officer,
        now=stage.tick(), demo=True,
    )  # fmt: skip
    put_rows(plan.case_id, rows_of(drafter, item["monitor"], year), seen=None, by=officer, now=stage.tick())
    assign_monitoring(
        plan,
        unit=units[item["monitor"]],
        cadence=MonitoringAssignment.Cadence(item["cadence"]),
        minimum=item["minimum"],
        by=stage.person("HCQT", "head"),
        now=stage.tick(),
    )
    return plan


def rows_of(drafter: str, monitor: str, year: str) -> list[Row]:
    """One target and three tasks; the Notice has the form (Phụ lục 1), not the rows."""
    first, last = year.split("-")

    def row(kind: str, section: str, number: str, text: str, due: str, product: str) -> Row:
        return Row(
            kind=kind, section=section, number=number, text=text, leads=(drafter,), due_text=due, product=product,
            person="Viên chức được phân công", authority="Trưởng đơn vị", demo=True,
            coordinating=(monitor,) if kind == "task" else (),
        )  # fmt: skip

    prepare, carry_out = "Chuẩn bị", "Tổ chức thực hiện"
    return [
        row("target", "", "1", "Hoàn thành ít nhất 95% nội dung của kế hoạch trong năm học", f"Tháng 6/{last}", ""),
        row("task", prepare, "1", "Xây dựng kế hoạch chi tiết, phân công viên chức theo dõi", f"Tháng 9/{first}",
            "Kế hoạch chi tiết; bảng phân công"),
        row("task", carry_out, "1", "Triển khai các nội dung của học kỳ I", f"Tháng 11/{first}",
            "Báo cáo kết quả học kỳ I"),
        row("task", carry_out, "2", "Kiểm tra, đánh giá và báo cáo tổng kết", f"Tháng 5/{last}", "Báo cáo tổng kết"),
    ]  # fmt: skip


def walk(stage: Stage, case_id: UUID, *, drafter: str, monitor: str, goal: str) -> None:
    """Takes a draft as far as its goal; what is consolidated or presented is gathered afterwards."""
    if goal == "draft":
        return
    stage.submit(case_id, drafter)
    if goal == "submitted":
        return
    if goal == "returned":
        reason = "Chưa rõ sản phẩm của nhiệm vụ học kỳ I."
        remarks = [{"row": "", "field": "product", "text": "Ghi rõ số lượng và hình thức của sản phẩm."}]
        stage.sign(case_id, "return", stage.person(drafter, "head"), comment=reason, remarks=remarks)
        return
    stage.approve(case_id, drafter)
    if goal != "unit-approved":
        stage.review(case_id, drafter, monitor)
