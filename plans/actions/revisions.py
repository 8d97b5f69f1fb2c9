"""A supplement is begun: a new revision of a plan in force, with its own case (Notice 242, I.2)."""

from datetime import datetime

from django.db import transaction
from uuid_utils.compat import uuid7

from approvals.actions import mark_edited, open_case
from approvals.actions.locking import lock
from approvals.queries.authority import holds
from organization.models import User
from plans.models import Plan, PlanRow, RowUnit
from plans.queries import searched
from plans.queries.revisions import NOT_IN_FORCE, against_supplementing, last_adopted, line_of
from plans.queries.terms import standings_of
from workflow.rules import Refused, refuse

from .clarities import copy_clarities
from .people import find_people


@transaction.atomic
def begin_revision(plan: Plan, *, by: User, now: datetime) -> Plan:
    """A draft with the rows in force, to be changed, added to and ended; what was stopped stays behind.

    Raises:
        Refused: 403 not staff of the plan's unit; 409 it is not in force, was stopped, or has a supplement under way.
    """
    unit = plan.case.unit
    list(lock({plan.root_id}))
    line = line_of(plan)
    refuse(against_supplementing(line, by, now))
    base = last_adopted(line)
    if base is None:
        raise Refused([NOT_IN_FORCE])
    for_office = not holds(by, "edit", unit, now)
    number = line[-1].revision + 1
    case = open_case(
        kind="plan", unit=unit, monitoring_unit=line[0].case.monitoring_unit, title=revision_title(line[0].case.title, number),
        period=base.period.label, by=by, now=now, drafted_by_office=for_office,
    )  # fmt: skip
    made = Plan.objects.create(
        case=case, root_id=plan.root_id, revision=number, kind=base.kind, period=base.period, note=base.note,
        search=searched(case.title, ""), demo=base.demo, historical=base.historical, renews_id=base.renews_id,
    )  # fmt: skip
    copy_clarities(base, made)
    copy_rows(base, made, now)
    find_people(list(PlanRow.objects.filter(plan=made)), made, now)
    mark_edited([case], by=by)
    return made


def revision_title(title: str, number: int) -> str:
    """What the `number`-th supplement to a plan is called."""
    return f"Kế hoạch điều chỉnh, bổ sung (lần {number}): {title}"


def copy_rows(base: Plan, made: Plan, now: datetime) -> None:
    """Copies the rows that are still in force, with the units that they name; five statements."""
    rows = list(PlanRow.objects.filter(plan=base, ended=False).select_related("plan").order_by("position"))
    stand = standings_of(rows, now)
    kept = [row for row in rows if not stand[row.id][0].stopped]
    named = list(RowUnit.objects.filter(row__in=kept).order_by("position"))
    copies = {row.id: copied(row, made, place) for place, row in enumerate(kept)}
    PlanRow.objects.bulk_create(copies.values())
    RowUnit.objects.bulk_create(
        RowUnit(
            row=copies[one.row_id],
            unit_id=one.unit_id,
            unit_class=one.unit_class,
            part=one.part,
            position=one.position,
        )
        for one in named
    )


def copied(row: PlanRow, plan: Plan, position: int) -> PlanRow:
    """The row as the next revision begins with it."""
    columns = {field.attname: getattr(row, field.attname) for field in PlanRow._meta.concrete_fields}
    return PlanRow(
        **columns
        | {"id": uuid7(), "plan_id": plan.case_id, "position": position, "reason": "", "ended": False}
    )
