"""Units that have ended and go on in others: what they led and said is told as theirs."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from organization.models import Unit
from organization.queries import heirs
from periods.models import Period
from plans.rules.terms import Standing
from reports.words.openings import OPEN


def known_before(said: Mapping[UUID, str], after: Mapping[UUID, Unit]) -> dict[UUID, str]:
    """What units said in opening sheets, of those that have ended under the one that goes on for them; open where any was."""
    found: dict[UUID, str] = {}
    for unit, stood in said.items():
        heir = after[unit].id if unit in after else unit
        found[heir] = OPEN if OPEN in {found.get(heir), stood} else stood
    return found


def heirs_in(
    period: Period, rows: Iterable[list[dict[str, Any]]], stand: Mapping[UUID, Standing]
) -> dict[UUID, Unit]:
    """Who goes on for units that lead one of these rows and ended before a month, or inside a longer span, which is built from what
    both have said; one statement where any has, else none. A unit that ended inside a month still reports on it, by whoever it
    went on in."""
    before = period.starts if period.kind == Period.Kind.MONTH else period.ends
    named = (line["unit_ended"] for same in rows for line in same)
    given = (one.led_by.valid_to for one in stand.values() if one.led_by)
    if any(day is not None and day < before for day in (*named, *given)):
        return heirs(period.institution_id, before)
    return {}
