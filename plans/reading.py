"""Plans as one screen shows them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from approvals.queries import Request, dockets_for
from organization.models import User
from workflow.models import Case, State
from workflow.rules import Reason, reasons_against_editing

from .models import MonitoringAssignment, MonitoringItem, Plan, PlanRow, RowUnit
from .queries import count_rows, history_of_items, history_of_plan, plans_under, rows_of
from .rules.due_times import warnings_of


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list, with how many rows of either kind it has."""

    plan: Plan
    targets: int
    tasks: int

    @property
    def case(self) -> Case:
        """Its case."""
        return self.plan.case

    @property
    def case_id(self) -> UUID:
        """Its id."""
        return self.plan.case_id


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a plan, with what is odd about it although it can stand."""

    row: PlanRow
    warnings: Sequence[Reason]

    def codes(self, part: RowUnit.Part) -> list[str]:
        """Codes of the units, and of classes of units (`plans.models.CLASS`), that have this part in it."""
        return [named.code for named in self.row.units.all() if named.part == part]

    @property
    def leads(self) -> list[str]:
        """Codes of the units that lead it."""
        return self.codes(RowUnit.Part.LEAD)

    @property
    def coordinating(self) -> list[str]:
        """Codes of the units that coordinate it."""
        return self.codes(RowUnit.Part.COORDINATING)


@dataclass(frozen=True, slots=True)
class Issue:
    """The document as it was issued on paper; `evidence` is the SHA-256 of the signed file."""

    number: str
    date: date | None
    signer: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ShownPlan(PlanLine):
    """A plan with its rows; `editable`: why the reader may not change it now, empty: they may."""

    rows: Sequence[ShownRow]
    editable: Sequence[Reason]
    in_force: bool
    issued: Issue | None
    history: Sequence[MonitoringAssignment]

    @property
    def following(self) -> MonitoringAssignment:
        """Who follows it now."""
        return self.history[-1]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item over a class of plans, who followed it (the last does now), and its plans as far as the reader sees them."""

    item: MonitoringItem
    history: Sequence[MonitoringAssignment]
    plans: Sequence[Plan]

    @property
    def following(self) -> MonitoringAssignment:
        """Who follows it now."""
        return self.history[-1]


def read_items(items: Sequence[MonitoringItem], user: User, now: datetime) -> list[ShownItem]:
    """Items with their history and plans; three statements."""
    histories, plans = defaultdict(list), defaultdict(list)
    for one in history_of_items(items):
        histories[one.item_id].append(one)
    for item, plan in plans_under(items, user, now):
        plans[item].append(plan)
    return [ShownItem(item, histories[item.id], plans[item.id]) for item in items]


def read_lines(plans: Sequence[Plan]) -> list[PlanLine]:
    """Plans as a list shows them; one statement."""
    counted = count_rows(plans)
    kinds = PlanRow.Kind
    return [
        PlanLine(plan, counted[plan.case_id, kinds.TARGET], counted[plan.case_id, kinds.TASK])
        for plan in plans
    ]


def read_rows(plan: Plan) -> list[ShownRow]:
    """The rows of a plan; a fixed number of statements."""
    return [ShownRow(row, warnings_of(place, row, plan)) for place, row in enumerate(rows_of(plan), start=1)]


def read_plan(plan: Plan, user: User, now: datetime) -> ShownPlan:
    """The plan (`queries.visible_plan`) with its rows; a fixed number of statements."""
    docket = dockets_for([plan.case], Request(by=user, now=now, acts=()))[plan.case_id]
    rows = read_rows(plan)
    kinds = [row.row.kind for row in rows]
    return ShownPlan(
        plan=plan,
        targets=kinds.count(PlanRow.Kind.TARGET),
        tasks=kinds.count(PlanRow.Kind.TASK),
        rows=rows,
        editable=reasons_against_editing(docket.facts),
        in_force=plan.case.state == State.PRESENTED,
        issued=issue_of(plan),
        history=list(history_of_plan(plan)),
    )


def issue_of(plan: Plan) -> Issue | None:
    """The issued document's data, when there is one."""
    if plan.issued_evidence is None:
        return None
    return Issue(plan.issued_number, plan.issued_date, plan.issued_signer, plan.issued_evidence.sha256)
