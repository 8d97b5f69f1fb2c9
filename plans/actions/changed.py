"""What a whole replacement of a plan's rows changes, row by row and field by field."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from uuid import UUID

from plans.contents.plans import NAMED, PARTS
from plans.models import PlanRow
from plans.words import ROW_FIELDS, UNIT_FIELDS, Row
from workflow.rules import Scope

#: A number alone changes nothing.
COMPARED = [name for name in (*ROW_FIELDS, "ended", "reason") if name != "number"]


def changes_to(rows: Sequence[Row], known: Mapping[UUID, PlanRow], scope: Scope) -> Iterator[tuple[str, str]]:
    """(row, field) of what is to be written otherwise; no field: the row is new, gone, or stands elsewhere among those that are not
    open. One statement."""
    units = codes_named(known)
    kept = [row.id for row in rows if row.id in known]
    for place, row in enumerate(rows, 1):
        if row.id is None or row.id not in known:
            yield str(row.id or place), ""
            continue
        stood = known[row.id]
        yield from ((str(row.id), name) for name in COMPARED if getattr(row, name) != getattr(stood, name))
        yield from (
            (str(row.id), name)
            for name in UNIT_FIELDS
            if list(getattr(row, name)) != units.get((row.id, name), [])
        )
    yield from ((str(row_id), "") for row_id in known.keys() - set(kept))
    closed = [known[row_id] for row_id in kept if row_id is not None and not scope.allows(str(row_id))]
    yield from ((str(after.id), "") for before, after in pairwise(closed) if before.position > after.position)


def codes_named(rows: Mapping[UUID, PlanRow]) -> dict[tuple[UUID, str], list[str]]:
    """(row, part) -> the codes of its units; one statement."""
    found: dict[tuple[UUID, str], list[str]] = {}
    named = PlanRow.objects.filter(id__in=rows, units__isnull=False).order_by("units__position")
    for row, part, code in named.values_list("id", "units__part", NAMED):
        found.setdefault((row, PARTS[part]), []).append(code)
    return found
