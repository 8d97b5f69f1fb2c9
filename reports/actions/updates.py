"""Updates of rows between the reports of a period and its meeting: cases of their own, nothing is reopened for them."""

from datetime import datetime
from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited
from approvals.actions.cases import new_case
from approvals.actions.citing import cite
from approvals.actions.hints import hint
from approvals.queries.authority import holds, no_office
from organization.models import Unit, User
from organization.queries import members_of
from periods.models import Period
from periods.rules.closing import against_closed_period
from plans.models import PlanRow
from plans.queries.terms import leading, row_now
from reports.models import RowUpdate
from reports.queries.updates import REPORT_OPEN, key_of, open_update, submitted_words
from reports.queries.words import said_in
from reports.rules.titles import update_title
from reports.words import SILENT, Said, SignedRow
from workflow.rules import CONFLICT, HOLDERS, RIGHTS, Reason, Refused, refuse

from .words import GivenSaid, GivenWord, check_words, columns_of, files_named, with_day_done


@transaction.atomic
def add_update(
    row: PlanRow, period: Period, *, by: User, now: datetime, **word: Unpack[GivenSaid]
) -> RowUpdate:
    """Begin an update of a row whose report was submitted; it is submitted, signed and confirmed as any case.

    Raises:
        Refused: 403 not staff of the unit that answers for the row; 409 no submitted report speaks of it, the period
            is closed, or an update of the row is begun already (`row` names it); 422 unknown evidence, an impossible day.
    """
    # Two officers who begin one at the same moment wait for each other here.
    PlanRow.objects.select_for_update().get(id=row.id)
    unit = answering_unit(row, period, by, now)
    update = RowUpdate(row=row, period=period, case=new_case(
        kind="update", unit=unit, monitoring_unit=confirming_unit(row, unit), period=period.label, by=by, now=now,
        title=update_title(period, row.text), due_at=period.meeting_at,
    ))  # fmt: skip
    told = key_of(update) in submitted_words([update])
    refuse([*([] if told else [REPORT_OPEN]), *against_closed_period(period)])
    if (begun := open_update(row, period, unit.id)) is not None:
        message = _("“%(title)s” is begun already: go on there.")
        raise Refused(
            [Reason("update-open", CONFLICT, message, {"title": begun.case.title}, row=str(begun.case_id))]
        )
    update.case.save(force_insert=True)
    write(update, word, SILENT, by=by, now=now)
    return update


@transaction.atomic
def change_update(
    case_id: UUID, *, seen: str | None, by: User, now: datetime, **word: Unpack[GivenSaid]
) -> None:
    """Say something else of the row in an open update.

    Raises:
        Refused: as lock_for_editing; 422 unknown evidence, an impossible day.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    update = RowUpdate.objects.get(case=case)
    update.case = case
    write(update, word, said_in(update), by=by, now=now)


def write(update: RowUpdate, word: GivenSaid, before: Said, *, by: User, now: datetime) -> None:
    """Writes the word of an update in the place of what it said `before`."""
    said: GivenWord = {**word, "row": update.row_id}
    row = SignedRow(row=str(update.row_id), said=before)
    files, today = files_named([said], by=by, now=now), timezone.localtime(now).date()
    check_words([said], {update.row_id: row}, files, now=now)
    for name, value in columns_of(with_day_done(said, row, today), files).items():
        setattr(update, name, value)
    update.save(force_insert=before is SILENT)
    cite([update.case], files)
    mark_edited([update.case], by=by)
    hint([update.case])


def answering_unit(row: PlanRow, period: Period, by: User, now: datetime) -> Unit:
    """The first of the row's lead units as it stands now, else the unit whose plan it is; where a class of units leads it, the
    one of them for which the person writes. A unit that ended since the period began still answers for it.

    Raises:
        Refused: 403 the person writes for none of them.
    """
    row = row_now(row, now)
    first = row.units.select_related("unit").filter(part="lead").order_by("position").first()
    taken = leading([row], now, period.starts)[row.id]
    if taken is not None and first is not None and first.unit_id != taken.id:
        first.unit = taken
    called, units = row.plan.case.unit.name, [row.plan.case.unit]
    if first is not None:
        called, units = first.name, [first.unit] if first.unit else []
    if first is not None and first.unit_class:
        today = timezone.localtime(now).date()
        units = members_of(row.plan.case.institution_id, {first.unit_class}, today)[first.unit_class]
    for unit in units:
        if holds(by, "edit", unit, now):
            return unit
    raise Refused([Reason("not-permitted", RIGHTS, HOLDERS["edit", "unit"], {"unit": called})])


def confirming_unit(row: PlanRow, unit: Unit) -> Unit:
    """Who follows the row's plan; what a unit follows itself the admin office confirms, as it checks its report.

    Raises:
        Refused: 422 the institution has no admin office yet.
    """
    monitor: Unit = row.plan.root.case.monitoring_unit
    if monitor.id != unit.id:
        return monitor
    office = row.plan.case.institution.office
    if office is None:
        raise Refused([no_office()])
    return office
