"""Rows and words from the tables, as a content names them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from reports.models import Word
from reports.queries.due_rows import DueRow
from reports.rules.signed import Figures
from reports.words import SILENT, Said, SignedRow


def iso(day: date | None) -> str | None:
    """A day as a content carries it."""
    return day.isoformat() if day else None


def plain(number: Decimal | None) -> str | None:
    """A decimal without the zeros that only its column has: 95.5000 is 95.5."""
    return None if number is None else f"{number.normalize():f}"


def said_in(word: Word | None) -> Said:
    """What is said of a row; silent where nothing is."""
    if word is None:
        return SILENT
    return Said(
        done=word.done,
        result=word.result,
        value=plain(word.value),
        cause=word.cause,
        remedy=word.remedy,
        promised_on=iso(word.promised_on),
        expected_on=iso(word.expected_on),
        evidence=word.evidence,
    )


def row_of(row: DueRow, said: Said, *, reported_on: date) -> SignedRow:
    """A row of a plan as its report names it; `reported_on` decides what is overdue."""
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
        overdue=row.listing.overdue(reported_on),
        said=said,
    )


def count_figures(rows: Iterable[SignedRow]) -> Figures:
    """N = k + m of these rows: due, done, and all the others."""
    due = [row for row in rows if row.counted]
    open_ = sum(1 for row in due if row.unfinished)
    return {"due": len(due), "done": len(due) - open_, "not_done": open_}
