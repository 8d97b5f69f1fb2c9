"""Reports of months, signed at a given moment; every state is reached by the real acts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals import kinds
from periods.actions import confirm_months
from periods.models import Period
from plans.actions import Row, assign_monitoring, create_plan, put_rows
from plans.models import Plan
from reports.actions.findings import put_findings
from reports.actions.reports import draft_reports, put_results
from tests.api import Api
from tests.factories import APPROVED, NAMED, ZONE, World
from workflow.models import Case

YEAR = "2026-2027"
OCTOBER, NOVEMBER = "2026-10", "2026-11"


def moment(text: str) -> datetime:
    """ "26/10/2026 17:00" or "26/10/2026 16:59:59", on the wall in Sơn La."""
    form = "%d/%m/%Y %H:%M:%S" if text.count(":") == 2 else "%d/%m/%Y %H:%M"
    return datetime.strptime(text, form).replace(tzinfo=ZONE)


def clock_at(monkeypatch: Any, text: str) -> None:
    """From now on it is that moment for every request."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment(text))


def confirm(world: World) -> list[Period]:
    """The twelve months of the school year, due as the rule says."""
    return confirm_months(world.institution, YEAR, by=world.person("VP", "head"), now=world.now())


def monthly_plan(world: World, unit: str, monitor: str, leads: Sequence[str] = ()) -> None:
    """A signed plan of the unit with a task for every month, led by the unit, or one by each of `leads` (codes)."""
    officer = world.person(unit, "officer")
    plan = create_plan(
        unit=world.unit(unit), kind=Plan.Kind.PLAN, title=f"Kế hoạch {unit}-{monitor}", period=world.period, by=officer,
        now=world.now(), **NAMED,
    )  # fmt: skip
    rows = [
        Row(kind="task", number=str(place), text=f"Nhiệm vụ {place}", leads=(code,), due_text="Hàng tháng",
            product="Báo cáo")
        for place, code in enumerate(leads or [world.unit(unit).code], start=1)
    ]  # fmt: skip
    put_rows(plan.case_id, rows, seen=None, by=officer, now=world.now())
    assign_monitoring(
        plan, unit=world.unit(monitor), cadence="monthly", minimum=None, by=world.person("VP", "head"),
        now=world.now(),
    )  # fmt: skip
    world.walk(plan.case_id, APPROVED, unit=unit, monitor=monitor)


def open_month(world: World, label: str) -> Period:
    """Drafts the reports of the month."""
    period = Period.objects.get(institution=world.institution, label=label)
    draft_reports(period, by=world.person("VP", "head"), now=world.now())
    return period


def report(world: World, label: str, unit: str, monitor: str = "") -> UUID:
    """The unit's report of the month to the monitoring unit; without one: its own monitoring report."""
    mine = Case.objects.filter(institution=world.institution, period=label, unit=world.unit(unit))
    if monitor:
        return mine.get(kind="unit-report", monitoring_unit=world.unit(monitor)).id
    return mine.get(kind="monitoring-report").id


def sign_at(world: World, case_id: UUID, act: str, unit: str, role: str, when: str, **more: Any) -> None:
    """One act at exactly that moment."""
    world.stage.clock = moment(when) - world.stage.pace
    world.stage.sign(case_id, act, world.person(unit, role), **more)


def say_done(world: World, case_id: UUID, unit: str) -> None:
    """The unit's word, or its verdict, on every row: done."""
    case = Case.objects.get(id=case_id)
    content = kinds.contents([case])[case_id]
    own = case.kind == "unit-report"
    rows = content["rows"] if own else [row for plan in content["plans"] for row in plan["rows"]]
    evidence = [{"kind": "document", "value": "12/BC-CĐSL"}]
    words: list[Any] = [
        {"row": UUID(row["row"]), "done": True, "result": "Đã làm", "evidence": evidence} for row in rows
    ]
    put = put_results if own else put_findings
    put(case_id, words, seen=None, by=world.person(unit, "officer"), now=world.now())


def submit(world: World, case_id: UUID, unit: str) -> None:
    """Completes the open report and submits it."""
    say_done(world, case_id, unit)
    world.stage.submit(case_id, world.unit(unit).code)


def signed(world: World, label: str, unit: str, monitor: str, when: str) -> UUID:
    """The report, completed and signed by the head at exactly that moment."""
    case_id = report(world, label, unit, monitor)
    submit(world, case_id, unit)
    sign_at(world, case_id, "approve", unit, "head", when)
    return case_id


def table(world: World, period: Period, short: str = "VP", role: str = "clerk") -> dict[str, Any]:
    """The matrix as that person gets it."""
    answer = Api(world.person(short, role)).get(f"periods/{period.id}/matrix")
    assert answer.status_code == 200, answer.json()
    return dict(answer.json())


def cell_of(shown: dict[str, Any], unit: str, label: str) -> dict[str, Any]:
    """One unit in one month."""
    [row] = [row for row in shown["units"] if row["unit"] == unit]
    [cell] = [cell for cell in row["cells"] if cell["period"] == label]
    return dict(cell)


def two_months(world: World) -> World:
    """October and November, as far as Tuesday 24/11 at noon."""
    open_month(world, OCTOBER)
    signed(world, OCTOBER, "A", "B", "26/10/2026 16:59:59")  # on time by a second
    signed(world, OCTOBER, "A", "VP", "26/10/2026 17:00:00")  # late: not before 17:00
    signed(world, OCTOBER, "B", "", "28/10/2026 16:00")  # on time
    signed(world, OCTOBER, "VP", "", "28/10/2026 17:30")  # late; C's report is missing
    open_month(world, NOVEMBER)
    signed(world, NOVEMBER, "A", "B", "20/11/2026 09:00")  # on time; A's report to VP is missing
    signed(world, NOVEMBER, "C", "B", "23/11/2026 18:00")  # late
    signed(world, NOVEMBER, "VP", "", "24/11/2026 10:00")  # on time, before it is due; B's is pending
    return world
