"""Rows and words from the tables, as a content names them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from periods.models import Period
from reports.queries.due_rows import period_before
from reports.queries.words import iso
from reports.rules.candidates import DueRow, PutOffRow
from reports.rules.listing import Listed
from reports.rules.signed import ExtendedPart, Figures, PutOffContent
from reports.rules.spans import MonthWord
from reports.words import Extended, MonthSaid, Said, SignedRow


@dataclass(frozen=True, slots=True)
class Days:
    """The day on which a report is owed: what ends before it is overdue; and that of the period before, if there is one."""

    on: date
    before: date | None


def days_owed(period: Period, point: str) -> Days:
    """The days on which reports of the period and of the one before are owed at this due point; one statement."""
    earlier = period_before(period)
    return Days(day_owed(period, point), day_owed(earlier, point) if earlier else None)


def day_owed(period: Period, point: str) -> date:
    """The day of a due point, else the period's last."""
    due: datetime | None = getattr(period, point)
    return timezone.localtime(due).date() if due else period.ends


def row_of(row: DueRow, said: Said, days: Days) -> SignedRow:
    """A row of a plan as its report names it."""
    carried = row.listing.kind == Listed.CARRIED
    return SignedRow(
        row=str(row.id),
        plan=str(row.plan),
        plan_title=row.plan_title,
        in_force=row.in_force,
        kind=row.kind,
        section=row.section,
        number=row.number,
        text=row.text,
        due_text=row.due_text,
        product=row.product,
        due_on=iso(row.listing.due_on),
        listing=row.listing.kind.value,
        age=row.listing.age,
        overdue=row.listing.overdue(days.on),
        carried_in_time=carried and days.before is not None and not row.listing.overdue(days.before),
        settled=row.settled,
        months=[month_content(one) for one in row.months],
        led_by=row.led_by,
        beside=row.beside,
        extended=extended_of(row),
        said=said,
    )


def extended_of(row: DueRow) -> Extended | None:
    """How often the row was put off, if it was."""
    return {"times": row.extended, "original": row.original.isoformat()} if row.original else None


def put_off_content(row: PutOffRow) -> PutOffContent:
    """A row that is due later by now, as the report of the period in which it was due names it."""
    return {
        "row": str(row.id), "plan": str(row.plan), "plan_title": row.plan_title, "text": row.text, "due_text": row.due_text,
        "led_by": row.led_by, "due_on": row.due_on.isoformat(), "times": row.times, "original": row.original.isoformat(),
    }  # fmt: skip


def extended_part(rows: Iterable[PutOffRow], told: Collection[str] = ()) -> ExtendedPart:
    """The list of such rows, named only where there are any.

    Args:
        told: rows that the report counts all the same: their unit had signed them before.
    """
    listed = [put_off_content(row) for row in rows if str(row.id) not in told]
    return {"extended": listed} if listed else {}


def month_content(one: MonthWord) -> MonthSaid:
    """What a month said of a row, as a content carries it."""
    said = one.said
    return {
        "period": one.label,
        "done": said.done,
        "completed_on": said.completed_on,
        "result": said.result,
        "value": said.value,
    }


def count_figures(rows: Iterable[SignedRow]) -> Figures:
    """N = k + m of these rows: due, done, and all the others."""
    due = [row for row in rows if row.counted]
    open_ = sum(1 for row in due if row.unfinished)
    return {"due": len(due), "done": len(due) - open_, "not_done": open_}
