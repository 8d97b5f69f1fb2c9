"""Cao đẳng Sơn La: the 36 items of Notice 242/TB-CĐSL (II), moved to the current school year.

The Notice names the items and who monitors them. Which unit drafts each, their rows and all people are
invented and marked as demo.
"""

import json
from datetime import date, datetime, time, timedelta
from uuid import UUID

from notation.year import PlanYear
from organization.actions import add_unit
from organization.models import Institution, Role, Unit
from periods.actions import confirm_months, ensure_period
from periods.models import Period
from plans.actions import Row, assign_monitoring, create_plan, put_rows
from plans.models import MonitoringAssignment, Plan

from .changes import change_plans
from .extending import put_off
from .following import follow, hand_work_over
from .institution import adopt_all, counts, found
from .instructions import instruct
from .months import MonthOnStage
from .people import MARK, Cast
from .seeds import CollegeSeed, ItemSeed, text_of
from .stage import Stage

CODE = "CDSL"
#: Invented, as every faculty of the demo.
FACULTIES = {
    "KCB": "Khoa Cơ bản", "KSP": "Khoa Sư phạm", "KKTNL": "Khoa Kinh tế – Nông lâm", "KCN": "Khoa Công nghệ",
}  # fmt: skip
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


#: How long before the first of its months the college's people were appointed and began to work.
BEFORE = timedelta(days=21)


def school_year(day: datetime) -> str:
    """The label of the school year that the day lies in."""
    return PlanYear.of(day.date()).label


def build_son_la(*, password: str, as_of: datetime) -> dict[str, int]:
    """The college; answers the number of its plans by state."""
    data: CollegeSeed = json.loads(text_of("son_la.json"))
    months = months_until(as_of)
    began = datetime.combine(months[0], time(8), as_of.tzinfo) - BEFORE
    year = school_year(as_of)
    years = sorted({"2025-2026", year, school_year(began), school_year(as_of + timedelta(days=366))})
    cast, units = found(data, password=password, began=began, years=years)
    hire_leaders(cast, units)
    open_faculties(cast, places=len(units))
    stage = Stage(people=cast.people, clock=began)
    reached: dict[str, list[UUID]] = {}
    places: dict[str, int] = {}
    for number, item in enumerate(data["items"]):
        place = places.get(item["monitor"], 0)
        places[item["monitor"]] = place + 1
        drafter = drafter_of(list(units), item["monitor"], number)
        plan = write_item(stage, item, units, drafter=drafter, year=year, months=months, number=number)
        goal = ROAD[place]
        walk_item(stage, plan.case_id, drafter=drafter, monitor=item["monitor"], goal=goal)
        reached.setdefault(goal, []).append(plan.case_id)
    adopt_all(stage, reached["consolidated"], reached["presented"], office="HCQT", leader="rector")
    play_months(stage, cast.institution, months, as_of)
    follow(stage, [*reached["presented"], *reached["consolidated"], *reached["monitor-reviewed"]])
    instruct(stage, units)
    change_plans(stage, reached["presented"], year)
    put_off(stage, reached["presented"], year)
    hand_work_over(stage, units)
    return counts(cast.institution)


def months_until(as_of: datetime) -> list[date]:
    """The first days of the month of the given moment and of the two before it."""
    first = as_of.date().replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    return [(before - timedelta(days=1)).replace(day=1), before, first]


def play_months(stage: Stage, institution: Institution, months: list[date], as_of: datetime) -> None:
    """The month before last was heard at its meeting, last month is consolidated, this month is under way."""
    head = stage.person("HCQT", "head")
    for label in sorted({PlanYear.of(day).label for day in months}):
        confirm_months(institution, label, by=head, now=stage.tick())
    periods = {
        row.starts: row for row in Period.objects.filter(institution=institution, kind=Period.Kind.MONTH)
    }
    heard, consolidated, running = (
        MonthOnStage(stage, institution, periods[day], as_of - timedelta(hours=hours))
        for day, hours in zip(months, (30, 20, 10), strict=True)
    )
    heard.whole()
    heard.meet(heard.consolidate(), close=True)
    consolidated.whole()
    consolidated.meet(consolidated.consolidate(), close=False)
    running.middle()


def hire_leaders(cast: Cast, units: dict[str, Unit]) -> None:
    """The clerk of the office, the leadership, the auditor, the administrator and who keeps units, people and posts."""
    root = cast.institution.root
    if root is None:
        raise RuntimeError("the institution has no root unit")
    cast.hire("hcqt.clerk", units["HCQT"], Role.CLERK, "Văn thư tổng hợp")
    cast.hire("rector", root, Role.LEADER, "Hiệu trưởng")
    cast.hire("vice-rector", root, Role.LEADER, "Phó Hiệu trưởng")
    cast.hire("auditor", root, Role.AUDITOR, "Người kiểm tra")
    cast.hire("admin", root, Role.ADMINISTRATOR, "Quản trị hệ thống")
    cast.hire("tccb", root, Role.PERSONNEL, "Phụ trách nhân sự")


def open_faculties(cast: Cast, *, places: int) -> None:
    """Faculties, which the Notice does not name: they monitor nothing, and a document that says "các khoa" means them."""
    for position, (code, name) in enumerate(FACULTIES.items(), start=places + 1):
        unit = add_unit(
            institution=cast.institution, code=code, name=f"{name} {MARK}", parent=cast.institution.root,
            kind=Unit.Kind.FACULTY, position=position,
        )  # fmt: skip
        cast.staff(unit)


def drafter_of(codes: list[str], monitor: str, number: int) -> str:
    """The unit that drafts an item: each in turn, but not the one that follows it."""
    others = [code for code in codes if code != monitor]
    return others[number % len(others)]


def write_item(
    stage: Stage, item: ItemSeed, units: dict[str, Unit], *, drafter: str, year: str, months: list[date], number: int
) -> Plan:  # fmt: skip
    """A draft with invented rows, given to the unit that the Notice names."""
    officer, unit = stage.person(drafter, "officer"), units[drafter]
    period = ensure_period(unit.institution, year)
    plan = create_plan(
        unit=unit, kind=item["kind"], title=item["title"], number=item["number"], period=period, by=officer,
        now=stage.tick(), demo=True,
    )  # fmt: skip
    rows = [
        *rows_of(drafter, item["monitor"], year, months),
        *more_rows(number, drafter, item["monitor"], months),
    ]
    put_rows(plan.case_id, rows, seen=None, by=officer, now=stage.tick())
    assign_monitoring(
        plan,
        unit=units[item["monitor"]],
        cadence=MonitoringAssignment.Cadence(item["cadence"]),
        minimum=item["minimum"],
        by=stage.person("HCQT", "head"),
        now=stage.tick(),
    )
    return plan


def invented(
    kind: str, section: str, number: str, text: str, due: str, product: str, *, lead: str, other: str
) -> Row:
    """One row; the Notice has the form (Phụ lục 1), not the rows."""
    return Row(
        kind=kind, section=section, number=number, text=text, leads=(lead,), due_text=due, product=product,
        person="Viên chức được phân công", authority="Trưởng đơn vị", demo=True,
        coordinating=(other,) if kind == "task" else (),
    )  # fmt: skip


def rows_of(drafter: str, monitor: str, year: str, months: list[date]) -> list[Row]:
    """One target and four tasks, one of which falls due in each of the months."""
    last = year.split("-")[1]
    prepare, carry_out = "Chuẩn bị", "Tổ chức thực hiện"
    before, past, now = (f"Tháng {day.month}/{day.year}" for day in months)
    rows = [
        ("target", "", "1", "Hoàn thành ít nhất 95% nội dung của kế hoạch trong năm học", f"Tháng 6/{last}", ""),
        ("task", prepare, "1", "Xây dựng kế hoạch chi tiết, phân công viên chức theo dõi", before,
         "Kế hoạch chi tiết; bảng phân công"),
        ("task", carry_out, "1", "Triển khai các nội dung của đợt 1", past, "Báo cáo kết quả đợt 1"),
        ("task", carry_out, "2", "Triển khai các nội dung của đợt 2", now, "Báo cáo kết quả đợt 2"),
        ("task", carry_out, "3", "Kiểm tra, đánh giá và báo cáo tổng kết", f"Tháng 5/{last}", "Báo cáo tổng kết"),
    ]  # fmt: skip
    return [invented(*row, lead=drafter, other=monitor) for row in rows]


def more_rows(number: int, drafter: str, monitor: str, months: list[date]) -> list[Row]:
    """What only some plans have: a monthly row, a standing one, a day of this month, one that the monitor leads."""
    often = "Công việc thường kỳ"
    day = f"15/{months[2].month}/{months[2].year}"
    found = [
        invented("task", often, "1", "Cập nhật số liệu, báo cáo tiến độ hằng tháng", "Hằng tháng", "Bảng số liệu",
                 lead=drafter, other=monitor),
        invented("task", often, "2", "Tuyên truyền, phổ biến đến viên chức và người học", "Thường xuyên", "Tin bài",
                 lead=drafter, other=monitor),
        invented("task", often, "3", "Nộp hồ sơ minh chứng giữa kỳ", day, "Hồ sơ minh chứng", lead=drafter,
                 other=monitor),
        invented("task", often, "4", "Kiểm tra thực tế tại đơn vị thực hiện", day, "Biên bản kiểm tra", lead=monitor,
                 other=drafter),
    ]  # fmt: skip
    return [row for place, row in enumerate(found) if (number + place) % 3 == 0]


def walk_item(stage: Stage, case_id: UUID, *, drafter: str, monitor: str, goal: str) -> None:
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
