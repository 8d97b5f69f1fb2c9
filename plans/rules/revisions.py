"""What a supplement needs before it goes on its way (Notice 242, I.2). Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_noop as _

from notation import moments
from notation.due import read_due
from notation.text import written
from notation.year import PlanYear
from periods.models import Period
from periods.rules.naming import period_name
from plans.rules.changes import ADDED, CHANGED, ENDED, KEPT
from plans.rules.places import place_in
from plans.words import PlanContent, PlanRowContent
from workflow.rules import CONFLICT, CONTENT, Reason

UNCHANGED = Reason("unchanged", CONTENT, _("Nothing is changed, added or ended yet."), field="rows")
REASON_MISSING = _("Write why this row is changed, added or ended.")
CLOSED = _("%(month)s is closed, and what was reported then stays: choose a later month, or none.")
OUTSIDE = _("Choose the first day of a month of the plan, %(period)s.")
EARLIER = _("Another supplement of this plan holds from %(day)s; choose that month or a later one, or none.")
OVERTAKEN = _("It is due on %(day)s, before the supplement begins to hold (%(from)s): give it a later day.")


def gaps_of_revision(content: PlanContent, today: date) -> Iterator[Reason]:
    """What a supplement lacks: something that it changes, the reason for each, and days that lie ahead.

    Args:
        today: stands in for the first month where it asks for none.
    """
    changed = [row for row in content["rows"] if row["change"]["kind"] != KEPT]
    if not changed and "was" not in content["revision"]:
        yield UNCHANGED
    asked = content["revision"]["asked_from"]
    begins = date.fromisoformat(asked) if asked else today.replace(day=1)
    for place, row in enumerate(content["rows"], start=1):
        yield from gaps_of_change(content, place, row, begins)


def gaps_of_change(content: PlanContent, place: int, row: PlanRowContent, begins: date) -> Iterator[Reason]:
    """What one changed, added or ended row lacks."""
    kind, where = row["change"]["kind"], place_in(content["title"], place, row)
    if kind != KEPT and not written(row["change"]["reason"]):
        yield Reason("reason-missing", CONTENT, REASON_MISSING, row=row["id"], field="reason", place=where)
    new_day = kind == ADDED or (kind == CHANGED and "due_text" in row["change"]["was"])
    due = read_due(row["due_text"], PlanYear.parse(content["period"])).due if new_day else None
    if due is not None and due.end is not None and not due.every and due.end < begins:
        params = {"day": moments.day(due.end), "from": moments.day(begins)}
        yield Reason(
            "due-overtaken", CONTENT, OVERTAKEN, params, row=row["id"], field="due_text", place=where
        )


def against_asking(year: Period, asked: date | None) -> list[Reason]:
    """Why a supplement to a plan of the year cannot ask to hold from a day."""
    if asked is None or (asked.day == 1 and year.starts <= asked <= year.ends):
        return []
    params = {"period": period_name(year)}
    return [Reason("month-outside", CONTENT, OUTSIDE, params, field="asked_from")]


def against_month(asked: date, *, closed: Period | None, later: date | None) -> Sequence[Reason]:
    """Why a supplement cannot hold from a month.

    Args:
        closed: the last month that is closed, where it does not lie before the asked one.
        later: from when another supplement of the plan holds.
    """
    if closed is not None:
        return [Reason("month-closed", CONFLICT, CLOSED, {"month": period_name(closed)}, field="asked_from")]
    if later is not None and later > asked:
        return [Reason("month-earlier", CONFLICT, EARLIER, {"day": moments.day(later)}, field="asked_from")]
    return []


def still_said(rows: Sequence[PlanRowContent]) -> list[tuple[int, PlanRowContent]]:
    """The rows that are not ended, each with its place from 1."""
    return [
        (place, row)
        for place, row in enumerate(rows, start=1)
        if "change" not in row or row["change"]["kind"] != ENDED
    ]
