"""What an update signs: one row of the period as its plan stands, with what the unit says of it now."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from approvals.actions.hints import hint_meeting
from approvals.kinds import Deed
from reports.models import RowUpdate
from reports.queries.due_rows import candidates, span_of
from reports.queries.words import said_in
from reports.rules.candidates import due_rows
from reports.rules.signed import UpdateContent

from .rows import days_owed, row_of
from .unit_reports import of_unit


def update_contents(case_ids: Collection[UUID]) -> dict[UUID, UpdateContent]:
    """The working content of each update: as many statements as there are periods.

    `rows` holds its one row; none, where the period no longer reports on it.
    """
    updates = RowUpdate.objects.filter(case__in=case_ids).select_related(
        "period", "case__unit", "case__monitoring_unit"
    )
    of_period: dict[UUID, list[RowUpdate]] = defaultdict(list)
    for update in updates:
        of_period[update.period_id].append(update)
    found: dict[UUID, UpdateContent] = {}
    for mine in of_period.values():
        period, leads = mine[0].period, {update.case.unit_id for update in mine}
        days = days_owed(period, "unit_due_at")
        every = candidates(period, leads=leads)
        rows = {
            (unit, row.id): row for unit in leads for row in due_rows(of_unit(every, unit), span_of(period))
        }
        for update in mine:
            row = rows.get((update.case.unit_id, update.row_id))
            found[update.case_id] = {
                "title": update.case.title,
                "unit": update.case.unit.code,
                "monitor": update.case.monitoring_unit.code,
                "period": period.label,
                "rows": [row_of(row, said_in(update), days).to_content()] if row else [],
            }
    return found


def shown_at_the_meeting(deed: Deed) -> None:
    """What is confirmed counts on the agenda at once: a projector that shows it looks again."""
    if deed.act == "review":
        for institution in {case.institution for case in deed.cases}:
            hint_meeting(institution, {case.unit_id for case in deed.cases})
