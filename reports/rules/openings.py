"""What an opening sheet lacks, and which days it may name. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from notation import moments
from notation.text import excerpt
from reports.words.openings import DONE
from workflow.rules import CONTENT, Reason

UNSAID = _("Say what became of it: done, still open, or not clear.")
NO_DAY = _("Say when it was done.")
NOT_BEFORE = _(
    "What was done on %(day)s or later is told in the first month's report: here it is still open."
)


def gaps_of_opening(act: str, content: Content) -> Sequence[Reason]:
    """What a sheet lacks before it is submitted: every row is answered, what is done says when."""
    return [] if act != "submit" else list(unanswered(content["rows"]))


def unanswered(rows: Sequence[Mapping[str, Any]]) -> Iterator[Reason]:
    """Of each row what is missing."""
    for place, row in enumerate(rows, start=1):
        named = {"row": row["row"], "place": f"{place}. {excerpt(row['text'])}"}
        if not row["standing"]:
            yield Reason("standing-missing", CONTENT, UNSAID, **named, field="standing")
        elif row["standing"] == DONE and not row["completed_on"]:
            yield Reason("completed-missing", CONTENT, NO_DAY, **named, field="completed_on")


def against_day_done(row: str, completed: date | None, until: date) -> list[Reason]:
    """That a row was done before the first month began."""
    if completed is None or completed <= until:
        return []
    params = {"day": moments.day(completed)}
    return [Reason("completed-later", CONTENT, NOT_BEFORE, params, row=row, field="completed_on")]
