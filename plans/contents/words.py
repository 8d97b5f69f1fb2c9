"""What is said of a row, and the row itself, as they stand in a signed content."""

from datetime import date
from decimal import Decimal
from typing import Any

from approvals.kinds import Content
from plans.models import Word
from plans.queries.due_rows import DueRow

#: Nothing has been said yet.
SILENT: Content = {
    "done": None, "result": "", "value": None, "cause": "", "remedy": "", "promised_on": None, "expected_on": None,
    "evidence": [],
}  # fmt: skip


def iso(day: date | None) -> str | None:
    """A day as a content carries it."""
    return day.isoformat() if day else None


def word_content(word: Word | None) -> Content:
    """What is said of a row; SILENT where nothing is."""
    if word is None:
        return dict(SILENT)
    return {
        "done": word.done,
        "result": word.result,
        "value": plain(word.number),
        "cause": word.cause,
        "remedy": word.remedy,
        "promised_on": iso(word.promised_on),
        "expected_on": iso(word.expected_on),
        "evidence": word.evidence,
    }


def plain(number: Decimal | None) -> str | None:
    """A decimal without the zeros that only its column has: 95.5000 is 95.5."""
    return None if number is None else f"{number.normalize():f}"


def row_content(row: DueRow, *, reported_on: date) -> Content:
    """A row of a plan as its report names it; `reported_on` decides what is overdue."""
    return {
        "row": str(row.id),
        "plan": str(row.plan),
        "plan_title": row.plan_title,
        "in_force": row.in_force,
        "kind": row.kind,
        "section": row.section,
        "number": row.number,
        "text": row.text,
        "due_text": row.due_text,
        "product": row.product,
        "due_on": iso(row.listing.due_on),
        "listing": row.listing.kind.value,
        "age": row.listing.age,
        "overdue": row.listing.overdue(reported_on),
    }


def counted(row: Content) -> bool:
    """Whether a row of a content is one of the N of its plan."""
    return bool(row["listing"] != "standing")


def figures_of(rows: list[Content]) -> dict[str, Any]:
    """N = k + m of these rows: due, done, and all the others."""
    due = [row for row in rows if counted(row)]
    done = sum(1 for row in due if row["done"])
    return {"due": len(due), "done": done, "not_done": len(due) - done}
