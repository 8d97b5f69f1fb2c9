"""A plan is carried into a later school year: a new draft with the rows that are not done with."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import mark_edited
from approvals.actions.locking import lock
from organization.models import Unit, User
from periods.models import Period
from plans.models import Plan, PlanRow, RowUnit
from plans.queries.renewals import CarriableRow, against_renewing, carriable_rows
from plans.queries.revisions import NOT_IN_FORCE, last_adopted, line_of
from plans.rules.due_times import due_time
from plans.rules.renewals import title_in
from plans.words import ROW_FIELDS
from workflow.rules import CONTENT, Reason, Refused, refuse

from .clarities import COLUMNS, copy_clarities
from .plans import create_plan, drafting

ROW_UNKNOWN = _("This row is not in force in this plan.")


@transaction.atomic
def renew_plan(
    plan: Plan, *, period: Period, by: User, now: datetime, rows: Collection[UUID] | None = None
) -> Plan:
    """A draft of the same unit for a later year, with last year's rows under keys of their own; each names the one that it carries
    on (`carried_from`). Where last year's wording of a due time says nothing in the later year, it is left blank.

    Args:
        rows: ids of rows in force that are taken over; None: those that come again, or that nobody reported as done.

    Raises:
        Refused: as create_plan; 409 never in force, historical, conclusions, stopped, carried there already; 422 the year is no
            later one, a row is not in force.
    """
    drafting(plan.case.unit, by, now)
    list(lock({plan.root_id}))
    line = line_of(plan)
    refuse(against_renewing(line, period))
    base = last_adopted(line)
    if base is None:
        raise Refused([NOT_IN_FORCE])
    carriable = carriable_rows(base, period, now)
    refuse(against_naming(rows or (), carriable))
    title = title_in(line[0].case.title, base.period, period)
    made = create_plan(
        unit=base.case.unit, kind=base.kind, title=title, period=period, note=base.note, by=by, now=now
    )
    copy_clarities(base, made)
    # What was claimed of last year's plan is claimed anew, or not at all.
    made.exemption, made.renews_id = "", plan.root_id
    made.save(update_fields=[*COLUMNS, "renews"])
    taken = [one for one in carriable if (one.taken if rows is None else one.row.id in rows)]
    carry_rows(taken, made, timezone.localtime(now).date())
    mark_edited([made.case], by=by)
    return made


def against_naming(named: Collection[UUID], carriable: Sequence[CarriableRow]) -> list[Reason]:
    """Rows that cannot be taken over."""
    known = {one.row.id for one in carriable}
    return [
        Reason("row-unknown", CONTENT, ROW_UNKNOWN, row=str(row), field="rows")
        for row in named
        if row not in known
    ]


def carry_rows(taken: Sequence[CarriableRow], made: Plan, today: date) -> None:
    """Copies these rows, with the units that they name and that have not ended; three statements."""
    copies = {one.row.id: carried(one, made, place) for place, one in enumerate(taken)}
    PlanRow.objects.bulk_create(copies.values())
    leads = {one.row.id: one.lead for one in taken}
    named = RowUnit.objects.filter(row__in=copies).select_related("unit").order_by("row", "part", "position")
    made_of: dict[tuple[UUID, str, str], RowUnit] = {}
    for one in named:
        unit = standing_there(one, leads)
        if lives(unit, today):
            copy = RowUnit(
                row=copies[one.row_id], unit=unit, unit_class=one.unit_class, part=one.part, position=one.position
            )  # fmt: skip
            made_of.setdefault((one.row_id, one.part, copy.code), copy)
    RowUnit.objects.bulk_create(made_of.values())


def standing_there(one: RowUnit, leads: Mapping[UUID, Unit | None]) -> Unit | None:
    """The unit that stands there now: whoever took a row over leads it first."""
    first = one.part == RowUnit.Part.LEAD and one.position == 0 and not one.unit_class
    return leads[one.row_id] if first else one.unit


def lives(unit: Unit | None, today: date) -> bool:
    """Whether a unit has not ended; a class of units never does."""
    return unit is None or unit.valid_to is None or unit.valid_to >= today


def carried(one: CarriableRow, plan: Plan, position: int) -> PlanRow:
    """The row as the later plan begins with it."""
    said = {name: getattr(one.row, name) for name in ROW_FIELDS} | {"due_text": one.due_text}
    return PlanRow.first(
        plan=plan, position=position, **said, due=due_time(one.due_text, plan.period.label).value,
        carried_from=one.row.key, demo=one.row.demo,
    )  # fmt: skip
