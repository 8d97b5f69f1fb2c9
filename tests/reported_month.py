"""A world with a month to report on: plans in force, confirmed due points, drafted reports."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from periods.actions import confirm_months
from periods.models import Period
from plans.actions import Row, assign_monitoring, create_plan, put_rows
from plans.models import Plan
from reports.actions.findings import agree
from reports.actions.reports import draft_reports, put_results
from reports.models import MonitoringReport, UnitReport
from tests.clock import moment
from tests.factories import APPROVED, NAMED, World
from workflow.models import Case

DOCUMENT = [{"kind": "document", "value": "12/BC-W", "name": ""}]


@dataclass
class Month:
    """One month of a small world, and the next steps of its reports.

    Attributes:
        label: of the period, "2026-10".
        plans: title -> case of the plan.
    """

    world: World
    label: str = "2026-10"
    plans: dict[str, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.world.stage.clock = moment(f"{self.label}-01 08:00")
        self.confirm()

    def confirm(self) -> None:
        """The office confirms the due points of the school year."""
        head = self.world.person("VP", "head")
        confirm_months(self.world.institution, self.world.period.label, by=head, now=self.world.now())

    @property
    def period(self) -> Period:
        """The period of the month."""
        return Period.objects.get(institution=self.world.institution, label=self.label)

    def period_at(self, label: str) -> Period:
        """Another confirmed month."""
        return Period.objects.get(institution=self.world.institution, label=label)

    def plan(
        self, title: str, rows: Sequence[Row], *, unit: str = "A", monitor: str = "B", where: str = APPROVED
    ) -> UUID:
        """A plan of the unit with these rows, followed by the monitor, signed by its head unless told otherwise."""
        world, officer = self.world, self.world.person(unit, "officer")
        plan = create_plan(
            unit=world.unit(unit), kind=Plan.Kind.PLAN, title=title, period=world.period, by=officer, now=world.now(),
            **NAMED,
        )  # fmt: skip
        put_rows(plan.case_id, rows, seen=None, by=officer, now=world.now())
        assign_monitoring(
            plan, unit=world.unit(monitor), cadence="monthly", minimum=None, by=world.person("VP", "head"),
            now=world.now(),
        )  # fmt: skip
        world.walk(plan.case_id, where, unit=unit, monitor=monitor)
        self.plans[title] = plan.case_id
        return plan.case_id

    def task(self, text: str, due: str, *leads: str, kind: str = "task") -> Row:
        """A row that these units, or classes of units, lead, the first of them answering for it."""
        codes = [
            lead if lead.startswith("class:") else f"{self.world.code}-{lead}" for lead in leads or ("A",)
        ]
        return Row(kind=kind, text=text, leads=codes, due_text=due, product="Báo cáo")

    def open(self, label: str = "") -> tuple[int, int]:
        """The reports of the month draft themselves."""
        period = self.period_at(label or self.label)
        return draft_reports(period, by=self.world.person("VP", "head"), now=self.world.now())

    def report(self, unit: str = "A", monitor: str = "B", label: str = "") -> UUID:
        """The case of a unit's report."""
        found = UnitReport.objects.get(
            period=self.period_at(label or self.label),
            unit=self.world.unit(unit),
            monitor=self.world.unit(monitor),
        )
        return found.case_id

    def monitoring(self, unit: str = "B", label: str = "") -> UUID:
        """The case of a monitoring unit's report."""
        found = MonitoringReport.objects.get(
            period=self.period_at(label or self.label), unit=self.world.unit(unit)
        )
        return found.case_id

    def say(self, case_id: UUID, words: Sequence[Any], *, unit: str = "A") -> None:
        """The unit's officer writes these words."""
        officer = self.world.person(unit, "officer")
        put_results(case_id, words, seen=None, by=officer, now=self.world.now())

    def sign_report(self, case_id: UUID, *, unit: str = "A") -> None:
        """The unit's officer submits, its head signs."""
        code = f"{self.world.code}-{unit}"
        self.world.stage.submit(case_id, code)
        self.world.stage.approve(case_id, code)

    def agree_to_all(self, unit: str = "B", label: str = "") -> int:
        """The monitoring unit agrees with what the units said."""
        case_id = self.monitoring(unit, label)
        return agree(
            case_id, unit=None, seen=None, by=self.world.person(unit, "officer"), now=self.world.now()
        )

    def check(self, case_id: UUID, monitor: str) -> None:
        """The head of the unit that follows it, or the office, confirms the check."""
        self.world.stage.review(case_id, self.unit_code(case_id), f"{self.world.code}-{monitor}")

    def unit_code(self, case_id: UUID) -> str:
        """The code of the case's unit."""
        return str(Case.objects.values_list("unit__code", flat=True).get(id=case_id))

    def until(self, text: str) -> datetime:
        """Nothing happens until then: "2026-10-27 09:00"."""
        self.world.stage.clock = moment(text)
        return self.world.stage.clock


def done(row: UUID | str, **more: Any) -> dict[str, Any]:
    """The word that a row is done."""
    return {"row": UUID(str(row)), "done": True, "result": "Đã xong", "evidence": DOCUMENT, **with_days(more)}


def not_done(row: UUID | str, **more: Any) -> dict[str, Any]:
    """The word that a row is not done: overdue with a cause, or still in time with an expected day."""
    return {"row": UUID(str(row)), "done": False, "result": "Đang làm", **with_days(more)}


def with_days(word: dict[str, Any]) -> dict[str, Any]:
    """The word with its ISO days as days."""
    return {
        name: date.fromisoformat(value) if name.endswith("_on") and isinstance(value, str) else value
        for name, value in word.items()
    }
