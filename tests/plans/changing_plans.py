"""A plan in force that changes: by supplements, and by what is decided of its rows."""

from typing import Any
from uuid import UUID

from plans.models import PlanRow
from reports.contents.unit_reports import unit_report_contents
from reports.models import UnitReport
from tests.api import Api
from tests.factories import PRESENTED
from tests.journeys.answers import done as ok
from tests.reported_month import Month

#: What a row is sent back with, of all that a plan answers of it.
WRITTEN = (
    "id", "kind", "section", "number", "text", "leads", "lead_text", "coordinating", "coordinating_text", "due_text",
    "product", "person", "authority", "note",
)  # fmt: skip


def person(month: Month, unit: str, role: str) -> Api:
    """The client of somebody; the leadership's unit is ""."""
    return Api(month.world.person(unit, role))


def in_force(month: Month, *rows: Any, title: str = "Kế hoạch") -> UUID:
    """A plan of A that B follows, adopted."""
    return month.plan(title, rows, where=PRESENTED)


def row_id(text: str, plan: UUID | str) -> str:
    """The row of a revision with this text."""
    return str(PlanRow.objects.get(plan=UUID(str(plan)), text=text).id)


def begun(month: Month, plan: UUID | str) -> Any:
    """A supplement as A's officer begins it."""
    return ok(person(month, "A", "officer").post(f"plans/{plan}/revisions"))


def written(plan: Any, **changes: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a plan as they are sent back, those with these texts changed."""
    kept = [{name: row[name] for name in WRITTEN} for row in plan["rows"]]
    return [row | changes.get(row["text"], {}) for row in kept]


def put(month: Month, plan: Any, rows: list[dict[str, Any]], status: int = 200) -> Any:
    """A's officer writes the rows of a draft."""
    officer = person(month, "A", "officer")
    answer = officer.send(
        "put", f"plans/{plan['id']}/rows", {"rows": rows}, digest=officer.digest(plan["id"])
    )
    return ok(answer, status)


def adopted(month: Month, plan: UUID | str) -> Any:
    """The draft goes all the way: submitted, signed, checked, listed, adopted; as the plan then reads."""
    for unit, role, act in (
        ("A", "officer", "submit"), ("A", "head", "approve"), ("B", "head", "review"), ("VP", "clerk", "consolidate"),
        ("", "leader", "present"),
    ):  # fmt: skip
        ok(person(month, unit, role).act(plan, act))
    return ok(person(month, "A", "officer").get(f"plans/{plan}"), 200)


def asked(month: Month, unit: str = "A", label: str = "", monitor: str = "B") -> dict[str, str]:
    """Text -> listing of the rows of a unit's report; none where it has no report to give."""
    month.open(label)
    period = month.period_at(label or month.label)
    units = {"unit": month.world.unit(unit), "monitor": month.world.unit(monitor)}
    report = UnitReport.objects.filter(period=period, **units).first()
    rows = unit_report_contents([report.case_id])[report.case_id]["rows"] if report else ()
    return {row["text"]: row["listing"] for row in rows}
