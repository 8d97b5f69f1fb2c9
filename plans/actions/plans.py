"""A plan is created, changed, and given to a unit that follows it."""

from datetime import date, datetime
from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited, open_case
from approvals.queries.authority import holds, no_office, require
from approvals.queries.scope import scope_of
from organization.models import Unit, User
from periods.models import Period
from plans.models import MonitoringItem, Plan, PlanRow, Template
from plans.queries import searched
from plans.rules.due_times import due_time
from plans.rules.lengths import against_head
from plans.rules.revisions import against_asking
from plans.rules.units import against_ended
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, against_scope, refuse
from workflow.rules.scope import HEAD

from .clarities import COLUMNS, Clarities, against_clarities, say_clarities
from .leaves import drop_leaves
from .monitoring import begin_following, place_under, stand_alone
from .templates import begin_with


class PlanHead(Clarities, total=False):
    """What an open draft says of itself; see `change_plan`."""

    title: str
    number: str
    note: str
    period: Period
    item: MonitoringItem
    asked_from: date | None


NO_SUPPLEMENT = _("Only a supplement says from which month it holds.")
OF_THE_FIRST = _("A supplement is of the year of its plan, and followed as that is.")
THE_OFFICE_SAYS = _("It was submitted before: the admin office says who follows it.")


@transaction.atomic
def create_plan(
    *, unit: Unit, kind: str, title: str, period: Period, by: User, now: datetime, number: str = "", note: str = "",
    item: MonitoringItem | None = None, drafted_by_office: bool = False, demo: bool = False, historical: bool = False,
    template: Template | None = None, **said: Unpack[Clarities],
) -> Plan:  # fmt: skip
    """A new plan of the unit, followed as its item is, else by the admin office until somebody else is assigned.

    Written by the office for a unit that is not its own, it is a plan to be registered.

    Raises:
        Refused: 403 neither staff of the unit nor, for a plan issued on paper, of the office; 422 the unit has ended; as begin_with.
    """
    office, drafted_by_office = unit.institution.office, drafting(unit, by, now, for_office=drafted_by_office)
    refuse(against_ended(unit, timezone.localtime(now).date()))
    refuse(against_head(title=title, number=number, note=note))
    if office is None:
        raise Refused([no_office()])
    case = open_case(
        kind="plan", unit=unit, monitoring_unit=office, title=title, period=period.label, by=by, now=now,
        drafted_by_office=drafted_by_office,
    )  # fmt: skip
    plan = Plan.objects.create(
        case=case, root_id=case.id, kind=kind, period=period, number=number, note=note, demo=demo, historical=historical,
        search=searched(title, number),
    )  # fmt: skip
    refuse(against_clarities(plan, said))
    say_clarities(plan, said)
    plan.save(update_fields=COLUMNS)
    begin_following([plan])
    if item is not None:
        place_under(plan, item, by=by, now=now)
    if template is not None:
        begin_with(template, plan, by=by, now=now)
    else:
        mark_edited([case], by=by)
    return plan


def drafting(unit: Unit, by: User, now: datetime, *, for_office: bool = False) -> bool:
    """Whether a draft of the unit by this person is the office's; `for_office`: it shall be.

    Raises:
        Refused: 403 neither staff of the unit nor of the office.
    """
    office = unit.institution.office
    if office and not for_office and not holds(by, "edit", unit, now):
        for_office = holds(by, "consolidate", office, now)
    require(by, unit, now, for_office=for_office)
    return for_office


def understand_anew(plan: Plan) -> None:
    """Reads the due times of the plan's rows as those of its year: "Tháng 1" is another day in another year."""
    rows = list(PlanRow.objects.filter(plan=plan))
    for row in rows:
        row.due = due_time(row.due_text, plan.period.label).value
    PlanRow.objects.bulk_update(rows, ["due"], batch_size=500)
    drop_leaves(plan)


@transaction.atomic
def change_plan(
    case_id: UUID, *, seen: str | None, by: User, now: datetime, **changes: Unpack[PlanHead]
) -> None:
    """Change an open draft; what is not given stays.

    Raises:
        Refused: as lock_for_editing; 409 the item of a plan that was submitted before, 422 an item of another year.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    plan = Plan.objects.select_related("period").get(case=case)
    refuse(against_scope(scope_of(case), ((HEAD, name) for name in changes)))
    case.title = changes.get("title", case.title)
    plan.number = changes.get("number", plan.number)
    plan.note = changes.get("note", plan.note)
    refuse(against_head(title=case.title, number=plan.number, note=plan.note))
    refuse([*against_changes(plan, changes), *against_clarities(plan, changes)])
    plan.asked_from = changes.get("asked_from", plan.asked_from)
    if changes.get("period", plan.period) != plan.period:
        plan.period = changes["period"]
        stand_alone(plan, by=by, now=now)
        understand_anew(plan)
    case.period = plan.period.label
    plan.search = searched(case.title, plan.number)
    say_clarities(plan, changes)
    plan.save(update_fields=["number", "note", "period", "search", "asked_from", *COLUMNS])
    case.save(update_fields=["title", "period"])
    if "item" in changes:
        refuse([] if case.submission == 0 else [Reason("assigned", CONFLICT, THE_OFFICE_SAYS, field="item")])
        place_under(plan, changes["item"], by=by, now=now)
    mark_edited([case], by=by)


def against_changes(plan: Plan, changes: PlanHead) -> list[Reason]:
    """What a plan, or a supplement, cannot say of itself."""
    if not plan.revision:
        asks = changes.get("asked_from") is not None
        return [Reason("no-supplement", CONTENT, NO_SUPPLEMENT, field="asked_from")] if asks else []
    moved = "item" in changes or changes.get("period", plan.period) != plan.period
    against = [Reason("of-the-first", CONFLICT, OF_THE_FIRST, field="period")] if moved else []
    return against + against_asking(plan.period, changes.get("asked_from"))
