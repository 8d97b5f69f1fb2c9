"""One slip per head before the meeting: what is open, what was promised, which questions to expect."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from meetings.rules.agenda import PlacedRow
from meetings.rules.slips import OfUnit, Owed, Promise, Slip, latest_rows, slips
from notation import moments
from periods.rules.naming import period_name
from reports.models import RowUpdate
from reports.queries.reports import promised_before

from .agenda import Absentees, Hearing, absentees, updates_in


def slips_of(hearing: Hearing, seen: set[UUID] | None) -> list[Slip]:
    """The slips of the units that are seen (None: of all), by position; the statements grow with the periods only."""
    units = {unit.code: unit for unit in hearing.units.values() if seen is None or unit.id in seen}
    rows = [row for row in latest_rows(hearing.newest_first) if row.row.unit in units]
    owed = [one for one in owed_by(absentees(hearing)) if one.unit in units]
    made = slips(rows, promises(hearing, rows), done_since(updates_in(hearing)), owed)
    for slip in made.values():
        slip.name = units[slip.unit].name
    return sorted(made.values(), key=lambda slip: (units[slip.unit].position, slip.unit))


def owed_by(found: Absentees) -> Iterator[Owed]:
    """What the heads of units are asked of their reports; nothing where one waits for somebody else."""
    for code, listed in (("", found.missing), ("-returned", found.sent_back)):
        for one in listed:
            if one.signed_after:
                day = moments.day(timezone.localtime(one.signed_after))
                yield Owed(one.unit.code, f"{one.shown['kind']}-after", period_name(one.period), day)
            else:
                yield Owed(one.unit.code, f"{one.shown['kind']}{code}", period_name(one.period))


def promises(hearing: Hearing, rows: list[PlacedRow]) -> dict[OfUnit, Promise]:
    """The days that were named for it in the signed reports of earlier periods."""
    periods = {report.period.label: report.period for report in hearing.reports}
    found = {}
    for label, period in periods.items():
        asked = [UUID(row.row.row) for row in rows if row.period == label]
        for of_unit, days in promised_before(asked, period).items():
            found[of_unit] = Promise(len(days), tuple(days))
    return found


def done_since(updates: list[RowUpdate]) -> dict[OfUnit, str]:
    """The day on which a row was done, by what its unit signed after its report."""
    return {
        (str(one.row_id), one.case.unit.code): one.completed_on.isoformat()
        for one in updates
        if one.done and one.completed_on
    }
