"""All that one unit reports in a period, on one sheet; set-based."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals.queries import visible_to
from organization.models import Unit, User
from periods.models import Period
from reports.contents.unit_reports import coming, of_unit
from reports.models import UnitReport
from reports.queries.due_rows import candidates, span_of
from reports.queries.reports import Found, found_parts, is_expected
from reports.queries.words import iso
from reports.rules.candidates import Candidate, DueRow, due_rows
from reports.rules.signed import NextRow

from .reports import ShownReport, answers_of, shown_unit_report


class BesideRow(NextRow):
    """A row that another unit answers for: `led_by` is that unit's code, or its class's, `monitor` follows it."""

    led_by: str
    monitor: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one unit reports in a period, a part for each monitoring unit.

    Attributes:
        next: what falls due for it in the period after: as its parts say, and where there is none as the plans stand.
        beside: rows that it leads after the unit that answers for them, where no part speaks of them: it may say something.
    """

    unit: str
    name: str
    period: str
    unit_due_at: datetime | None
    meeting_at: datetime | None
    nothing_due: bool
    parts: Sequence[ShownReport]
    next: Sequence[Mapping[str, Any]]
    beside: Sequence[BesideRow]


def read_sheet(user: User, period: Period, unit: Unit, now: datetime) -> Sheet:
    """What the unit reports in the period, as far as the person sees it; a fixed number of statements."""
    parts = found_parts(user, period, unit.id, now)
    others = rows_besides(user, period, unit.id, parts, now)
    answers = answers_of(parts)
    return Sheet(
        unit=unit.code,
        name=unit.name,
        period=period.label,
        unit_due_at=period.unit_due_at,
        meeting_at=period.meeting_at,
        nothing_due=not is_expected(period, unit.id),
        parts=[shown_unit_report(part, answers, now) for part in parts],
        next=[
            *(row for part in parts for row in part.content["next"]),
            *coming(others, span_of(period)),
        ],
        beside=[beside_row(row) for row in due_rows(others, span_of(period)) if row.beside],
    )


def rows_besides(
    user: User, period: Period, unit_id: UUID, parts: Sequence[Found], now: datetime
) -> list[Candidate]:
    """The rows that the unit leads of plans of which no part speaks, as far as the person sees them: nothing that it answers
    for is due to their monitoring unit in this period, or the unit follows them itself."""
    said = {part.report.monitor_id for part in parts if isinstance(part.report, UnitReport)}
    every = of_unit(candidates(period, leads={unit_id}), unit_id)
    rows = [row for row in every if row.values["monitor_id"] not in said]
    seen = set(
        visible_to(user, now).filter(id__in={row.values["plan"] for row in rows}).values_list("id", flat=True)
    )
    return [row for row in rows if row.values["plan"] in seen]


def beside_row(row: DueRow) -> BesideRow:
    """As the sheet names it."""
    return {
        "row": str(row.id), "plan": str(row.plan), "plan_title": row.plan_title, "text": row.text,
        "due_text": row.due_text, "due_on": iso(row.listing.due_on), "led_by": row.led_by, "monitor": row.monitor,
    }  # fmt: skip
