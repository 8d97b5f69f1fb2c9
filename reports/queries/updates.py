"""What became of rows after the reports of a period: who sees it, and what of it counts."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop as _

from periods.models import Period
from plans.models import PlanRow
from reports.models import Finding, Result, RowUpdate
from workflow.models import State
from workflow.rules import CONFLICT, Reason

#: An update that its unit's head has signed, and one that the monitoring unit has confirmed: that one counts.
SIGNED = ~Q(case__state=State.DRAFT)
CONFIRMED = Q(case__state=State.MONITOR_REVIEWED)

REPORT_OPEN = Reason("report-open", CONFLICT, _("The report is still open: write it there."))


def latest_confirmed() -> QuerySet[RowUpdate]:
    """Each unit's last confirmed word on a row of a period: of several the one that was begun last."""
    same = {"row": OuterRef("row"), "period": OuterRef("period"), "case__unit": OuterRef("case__unit")}
    later = RowUpdate.objects.filter(CONFIRMED, case__gt=OuterRef("case"), **same)
    return RowUpdate.objects.filter(CONFIRMED).exclude(Exists(later))


def updates_beside(rows: Collection[UUID], period: Period, seen: Q) -> dict[str, list[RowUpdate]]:
    """Row -> what came of it after the reports of the period, as far as it is seen; one statement.

    Args:
        seen: the condition on the update's case, see `approvals.queries.seen_by`.
    """
    found: dict[str, list[RowUpdate]] = defaultdict(list)
    for update in named(RowUpdate.objects.filter(seen, row__in=rows, period=period)):
        found[str(update.row_id)].append(update)
    return found


def signed_updates(periods: Collection[UUID]) -> list[RowUpdate]:
    """What the heads of units signed of rows after the reports of these periods, oldest first; one statement."""
    found = RowUpdate.objects.filter(SIGNED, period__in=periods)
    return list(named(found).select_related("case__unit", "case__created_by", "period", "row__plan__case"))


def outcomes_in(updates: Sequence[RowUpdate]) -> dict[tuple[str, UUID], dict[str, bool]]:
    """(row, period) -> code of a unit -> whether it was done by its last of these updates, oldest first, that was confirmed."""
    found: dict[tuple[str, UUID], dict[str, bool]] = defaultdict(dict)
    for update in updates:
        if update.case.state == State.MONITOR_REVIEWED:
            found[str(update.row_id), update.period_id][update.case.unit.code] = update.done is True
    return found


def named(updates: QuerySet[RowUpdate]) -> QuerySet[RowUpdate]:
    """With the names that a line about one shows."""
    return updates.select_related("case__unit", "case__created_by").order_by("case_id")


def open_update(row: PlanRow, period: Period, unit_id: UUID) -> RowUpdate | None:
    """The update of the row that the unit has begun and its head has not signed."""
    begun = RowUpdate.objects.filter(row=row, period=period, case__unit=unit_id, case__state=State.DRAFT)
    return begun.order_by("case_id").first()


def against_updates(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Update -> that it cannot go on while its report is open again; three statements."""
    updates = list(RowUpdate.objects.filter(case__in=case_ids).select_related("case"))
    told = submitted_words(updates)
    return {update.case_id: [REPORT_OPEN] for update in updates if key_of(update) not in told}


def key_of(update: RowUpdate) -> tuple[UUID, UUID, UUID]:
    """(period, unit, row) of the word that it adds to."""
    return update.period_id, update.case.unit_id, update.row_id


def submitted_words(updates: Collection[RowUpdate]) -> set[tuple[UUID, UUID, UUID]]:
    """(period, unit, row) of what these units said of these rows in reports that they submitted: of the rows that a unit
    follows itself in its monitoring report; two statements."""
    wanted = {
        "report__period__in": {update.period_id for update in updates},
        "report__unit__in": {update.case.unit_id for update in updates},
        "row__in": {update.row_id for update in updates},
        "report__case__submitted": True,
    }
    columns = ("report__period", "report__unit", "row")
    return {
        *Result.objects.filter(**wanted).values_list(*columns),
        *Finding.objects.filter(**wanted).values_list(*columns),
    }
