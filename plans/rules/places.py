"""How a row is called where rows of several plans are spoken of: "Row 1" three times helps nobody."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from notation.text import shortened
from plans.words import PlanRowContent
from workflow.rules import when_said

PLACE = _("Row %(number)s “%(text)s” (%(part)s; “%(plan)s”)")
WITHOUT_TEXT = _("Row %(number)s (%(part)s; “%(plan)s”)")
#: Kind of row -> the part of the plan in which it stands (Notice 242, Phụ lục 1).
PARTS: Mapping[str, str] = {"target": _("Targets"), "task": _("Tasks and solutions")}
#: So much of a text tells one row from another and still leaves a sentence.
MOST = 60


def place_of(*, plan: str, kind: str, section: str, number: str | int, text: str) -> str:
    """The row as people call it: its number, the beginning of its text, its part and its plan; said when it is read.

    Args:
        plan: the title.
        number: as written; where the plan gives none, its place among the rows.
    """

    def said() -> str:
        part = gettext(PARTS[kind]) if kind in PARTS else ""
        names = {
            "number": number, "text": shortened(text, MOST), "plan": shortened(plan, MOST),
            "part": " – ".join(filter(None, [part, shortened(section, MOST)])),
        }  # fmt: skip
        return gettext(PLACE if names["text"] else WITHOUT_TEXT) % names

    return when_said(said)


def place_in(plan: str, position: int, row: PlanRowContent) -> str:
    """How the row of the plan with this title is called."""
    return place_of(
        plan=plan,
        kind=row["kind"],
        section=row["section"],
        number=row["number"] or position,
        text=row["text"],
    )
