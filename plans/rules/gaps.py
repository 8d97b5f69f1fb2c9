"""What a plan lacks."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from notation import moments
from notation.due import read_due
from notation.text import written
from notation.year import PlanYear
from plans.rules.clarities import exempt, gaps_of_clarity
from plans.rules.places import place_in
from plans.rules.revisions import gaps_of_revision
from plans.words import PlanContent, PlanRowContent
from workflow.rules import CONTENT, Reason


def gaps_of_plan(act: str, content: Content) -> Sequence[Reason]:
    """What a plan lacks before it can be submitted or registered; with the row and the field.

    Rows: Notice 242, I.1, appendix 1, and the six clarities (`rules.clarities`); a plan of the institution that claims to be
    exempt from both is read and accepted, or sent back, by its reviewer. What was issued on paper is registered as it is: what
    it lacks is told beside it, and refused nowhere.
    """
    plan: PlanContent = content  # type: ignore[assignment]
    gaps = (
        []
        if written(plan["title"])
        else [Reason("title-missing", CONTENT, _("The title is missing."), field="title")]
    )
    return gaps if act == "register" else [*gaps, *lacking(plan)]


def lacking(plan: PlanContent) -> list[Reason]:
    """What its rows lack; of one that claims to be exempt only that a row says nothing at all."""
    if exempt(plan):
        return [gap for gap in gaps_of_clarity(plan) if gap.code == "text-missing"]
    if not plan["rows"]:
        return [Reason("rows-missing", CONTENT, _("The plan has no rows."), field="rows")]
    return list(gaps_of_clarity(plan))


def told_at_register(content: Content) -> Sequence[Reason]:
    """What a plan that was issued on paper lacks: told, and refused nowhere."""
    plan: PlanContent = content  # type: ignore[assignment]
    return lacking(plan)


def gaps_of_plan_on(act: str, content: Content, today: date) -> Sequence[Reason]:
    """What a supplement lacks beside."""
    if "revision" not in content or act == "register":
        return []
    plan: PlanContent = content  # type: ignore[assignment]
    return list(gaps_of_revision(plan, today))


def gaps_of_conclusions(act: str, content: Content) -> Sequence[Reason]:
    """What conclusions lack before they are in force: there are some, and each names content, unit and time."""
    if not content["rows"]:
        return [Reason("rows-missing", CONTENT, _("Nothing is concluded yet."), field="rows")]
    plan: PlanContent = content  # type: ignore[assignment]
    return list(gaps_of_clarity(plan))


OVERTAKEN = _("It is due on %(day)s, no later than the day of signing: give it a later day.")


def overtaken_conclusions(act: str, content: Content, today: date) -> Sequence[Reason]:
    """The conclusions that would be overdue, or due the same day, when they are signed today; what recurs never is."""
    year, found = PlanYear.parse(content["period"]), []
    rows: list[PlanRowContent] = content["rows"]
    for position, row in enumerate(rows, start=1):
        due = read_due(row["due_text"], year).due
        if due is None or due.end is None or due.every or due.end > today:
            continue
        place, params = place_in(content["title"], position, row), {"day": moments.day(due.end)}
        found.append(
            Reason("due-overtaken", CONTENT, OVERTAKEN, params, row=row["id"], field="due_text", place=place)
        )
    return found
