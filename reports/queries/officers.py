"""Who follows the plans of a report for its unit: shown with it, and reminded first (Notice I.1, I.2)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from organization.models import Unit
from periods.models import Period
from plans.models import PlanOfficer
from plans.queries.people import officers_of
from reports.models import Result
from reports.rules.candidates import DueRow, due_rows

from .due_rows import candidates, span_of

#: (unit, plan) -> who follows the plan for the unit.
Officers = Mapping[tuple[UUID, UUID], PlanOfficer]


def officers_by_unit(plans: Collection[UUID]) -> Officers:
    """Who follows these plans for which unit now; one statement, none without plans."""
    return {(one.unit_id, one.plan_id): one for one in officers_of(plans)} if plans else {}


def plans_asked(rows: Iterable[DueRow]) -> dict[tuple[UUID, UUID], set[UUID]]:
    """(unit, monitoring unit) -> the plans of which something is asked in the unit's report."""
    found: dict[tuple[UUID, UUID], set[UUID]] = defaultdict(set)
    for row in rows:
        for lead in row.answering if row.asked else ():
            found[lead.unit_id, row.monitor_id].add(row.plan)
    return found


def to_remind(period: Period, monitor: Unit) -> dict[UUID, list[str]]:
    """Unit -> who follows for it the plans of which rows lack its word in its report to a monitoring unit, by name; a fixed
    number of statements."""
    told = set(
        Result.objects.filter(report__period=period, report__monitor=monitor, done__isnull=False).values_list(
            "report__unit", "row"
        )
    )
    silent: set[tuple[UUID, UUID]] = {
        (lead.unit_id, row.plan)
        for row in due_rows(candidates(period, monitors={monitor.id}), span_of(period))
        for lead in (row.answering if row.asked else ())
        if (lead.unit_id, row.id) not in told
    }
    officers, found = officers_by_unit({plan for _unit, plan in silent}), defaultdict(set)
    for pair in silent & officers.keys():
        found[pair[0]].add(officers[pair].user.full_name)
    return {unit: sorted(names) for unit, names in found.items()}
