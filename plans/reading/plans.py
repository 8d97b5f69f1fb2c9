"""Plans as one screen shows them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.queries import Request, dockets_for, submitted_heads
from approvals.rules import Issued
from organization.models import User
from plans.contents import content_shown
from plans.models import MonitoringAssignment, MonitoringItem, Plan, PlanOfficer, PlanRow
from plans.queries import count_rows, demo_rows, history_of_items, history_of_plan, plans_under
from plans.queries.derived import issued_as_signed
from plans.queries.people import officers_of
from plans.queries.revisions import against_supplementing, line_of
from plans.queries.terms import wholly_stopped
from plans.rules.clarities import Clear, clear_rows, lacks_of
from plans.rules.due_times import due_not_moved, due_time, warnings_of
from plans.rules.gaps import lacking
from plans.rules.revisions import still_said
from plans.words import PlanContent, PlanRowContent, RowChange
from workflow.models import Case, State
from workflow.procedures import signed_alone
from workflow.rules import Reason, reasons_against_editing

from .carried import ShownCarried, carried_by, renewed_by
from .clarities import ShownExemption, exemption_of
from .ends import ShownEnd, ends_of
from .people import ShownPerson, read_people, unclear_names
from .revisions import ShownRevision, ShownStanding, read_standings, shown_line

#: How a plan came into force: not yet, by signature alone, on its own paper, under the document that assigns it.
NOT_YET, ADOPTED, ISSUED, REGISTERED_UNDER = "not-yet", "adopted", "issued", "assigned"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in a list as it was submitted, an open draft as it stands, with how many rows of either kind it has;
    `stopped`: all of it was, by a decision."""

    plan: Plan
    title: str
    kind: str
    number: str
    targets: int
    tasks: int
    stopped: bool

    @property
    def issued_number(self) -> str:
        """Of the document as it was issued on paper; empty: none is recorded."""
        return self.plan.issued_number

    @property
    def adoption(self) -> str:
        """How it came into force, as far as it has."""
        if self.plan.case.state != State.PRESENTED:
            return NOT_YET
        if not self.issued_number:
            return ADOPTED
        return REGISTERED_UNDER if self.plan.issued_assigning else ISSUED

    @property
    def begins(self) -> Sequence[str]:
        """The acts that begin where it stands and are signed by themselves."""
        return signed_alone(
            self.case.kind, self.case.procedure, self.case.state, submitted=self.case.submitted
        )

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
    """A row of a plan as it is said, with what is understood of its due time and what is odd about it although it can stand;
    `clear`: who answers for it; `lacks`: which of the six clarities it leaves open."""

    said: PlanRowContent
    due: Mapping[str, str | None] | None
    demo: bool
    warnings: Sequence[Reason]
    clear: Clear
    lacks: Sequence[str]
    stand: ShownStanding | None = None
    carried: ShownCarried | None = None
    people: Sequence[ShownPerson] = ()

    @property
    def key(self) -> str:
        """The id of its first one, of which reports speak."""
        return self.said.get("key", self.said["id"])

    @property
    def change(self) -> RowChange | None:
        """What a supplement does to it."""
        return self.said.get("change")


@dataclass(frozen=True, slots=True)
class ShownPlan(PlanLine):
    """A plan as it was submitted, an open draft as it stands; `editable`: why the reader may not change it now, empty: they may;
    `lacks`: what its rows leave open; `renews`: last year's plan, where the reader sees it."""

    content: PlanContent
    renews: UUID | None
    rows: Sequence[ShownRow]
    editable: Sequence[Reason]
    in_force: bool
    issued: Issued | None
    history: Sequence[MonitoringAssignment]
    line: Sequence[ShownRevision]
    supplementable: Sequence[Reason]
    ended_by: ShownEnd | None
    exemption: ShownExemption | None
    lacks: Sequence[Reason]
    officers: Sequence[PlanOfficer]

    @property
    def issued_number(self) -> str:
        """Of the document as it was issued on paper, as its signature says; empty: none is recorded."""
        return self.issued["number"] if self.issued else ""

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
    """Plans as a list shows them; three statements."""
    counted, kinds, lines = count_rows(plans), PlanRow.Kind, []
    stopped = wholly_stopped({plan.root_id for plan in plans})
    heads = submitted_heads([plan.case for plan in plans], "title", "kind", "number")
    for plan in plans:
        title, kind, number = heads.get(plan.case_id, (plan.case.title, plan.kind, plan.number))
        targets, tasks = counted[plan.case_id, kinds.TARGET], counted[plan.case_id, kinds.TASK]
        lines.append(PlanLine(plan, title, kind, number, targets, tasks, plan.root_id in stopped))
    return lines


def read_rows(plan: Plan, content: PlanContent, now: datetime, renews: UUID | None = None) -> list[ShownRow]:
    """The rows of a plan with this content (`contents.content_shown`), beside what became of those that it carries on from last
    year's plan `renews`; six statements, more where there is one."""
    demo, shown, decided = demo_rows(plan), [], read_standings(plan, now)
    people, unclear = read_people(plan), unclear_names(plan, content, now)
    keys = [row["carried_from"] for row in content["rows"] if "carried_from" in row]
    before = carried_by(renews, keys)
    for (place, said), clear in zip(enumerate(content["rows"], start=1), clear_rows(content), strict=True):
        due = due_time(said["due_text"], content["period"])
        carried = before.get(said.get("carried_from", ""))
        warnings = warnings_of(place, said, due, plan=content["title"])
        warnings += due_not_moved(place, said, carried.was if carried else "", plan=content["title"])
        row, lacks = said["id"], lacks_of(said, clear, content["kind"])
        warnings += unclear.get(row, ())
        shown.append(
            ShownRow(
                said,
                due.value,
                row in demo,
                warnings,
                clear,
                lacks,
                decided.get(row),
                carried,
                people.get(row, ()),
            )
        )
    return shown


def read_plan(plan: Plan, user: User, now: datetime) -> ShownPlan:
    """The plan (`queries.visible_plan`) with its rows and its line; a fixed number of statements."""
    docket = dockets_for([plan.case], Request(by=user, now=now, acts=()))[plan.case_id]
    content = content_shown(plan)
    renews = renewed_by(plan, user, now)
    rows, line = read_rows(plan, content, now, renews), line_of(plan)
    kinds = [row["kind"] for _place, row in still_said(content["rows"])]
    return ShownPlan(
        plan=plan,
        title=content["title"],
        kind=content["kind"],
        number=content["number"],
        content=content,
        renews=renews,
        targets=kinds.count(PlanRow.Kind.TARGET),
        tasks=kinds.count(PlanRow.Kind.TASK),
        rows=rows,
        editable=reasons_against_editing(docket.facts),
        in_force=plan.case.state == State.PRESENTED,
        issued=issued_as_signed([plan.case_id]).get(plan.case_id),
        history=list(history_of_plan(plan)),
        line=shown_line(line, user, now),
        supplementable=against_supplementing(line, user, now),
        stopped=(ended := ends_of(plan.root_id).get(None)) is not None,
        ended_by=ended,
        exemption=exemption_of(plan, content),
        lacks=lacking(content),
        officers=list(officers_of([plan.root_id])),
    )
