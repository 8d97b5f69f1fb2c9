"""What a plan lacks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from notation import moments
from notation.due import read_due
from notation.text import written
from notation.year import PlanYear
from plans.rules.places import place_in
from plans.rules.revisions import gaps_of_revision, still_said
from plans.words import PlanContent, PlanRowContent
from workflow.rules import CONTENT, Reason

#: A row without one of these leaves one of the six clarities open (Notice 242, I): work, responsibility, time.
CLEAR_FIELDS: Mapping[Literal["text", "leads", "due_text"], str] = {
    "text": _("The content is missing."),
    "leads": _("The lead unit is missing."),
    "due_text": _("The completion time is missing."),
}
PRODUCT_MISSING = _("The product or evidence is missing.")


def gaps_of_plan(act: str, content: Content) -> Sequence[Reason]:
    """What a plan lacks before it can be submitted or registered; with the row and the field.

    Rows: Notice 242, I.1, appendix 1. A target's result is its own product, so only tasks must name one. What was issued on
    paper is registered as it is: what it lacks is told beside it, and refused nowhere.
    """
    gaps = (
        []
        if written(content["title"])
        else [Reason("title-missing", CONTENT, _("The title is missing."), field="title")]
    )
    rows: list[PlanRowContent] = [] if act == "register" else content["rows"]
    if not rows and act != "register":
        gaps.append(Reason("rows-missing", CONTENT, _("The plan has no rows."), field="rows"))
    return [*gaps, *(gap for row in still_said(rows) for gap in gaps_of_row(content["title"], *row))]


def gaps_of_plan_on(act: str, content: Content, today: date) -> Sequence[Reason]:
    """What a supplement lacks beside."""
    if "revision" not in content or act == "register":
        return []
    plan: PlanContent = content  # type: ignore[assignment]
    return list(gaps_of_revision(plan, today))


def gaps_of_row(plan: str, position: int, row: PlanRowContent) -> Iterator[Reason]:
    """What one row of the plan with this title lacks; `position` counts from 1 and stands in for a missing number."""
    place = place_in(plan, position, row)

    def gap(code: str, message: str, field: str) -> Reason:
        return Reason(code, CONTENT, message, row=row["id"], field=field, place=place)

    for name, message in CLEAR_FIELDS.items():
        value = row[name]
        if not (written(value) if isinstance(value, str) else value):
            yield gap(f"{name.replace('_', '-')}-missing", message, name)
    if row["kind"] == "task" and not written(row["product"]):
        yield gap("product-missing", PRODUCT_MISSING, "product")


#: What a conclusion of a meeting needs (Notice 242, II.8 in practice): what, who, until when.
CONCLUSION_FIELDS = ("text", "leads", "due_text")


def gaps_of_conclusions(act: str, content: Content) -> Sequence[Reason]:
    """What conclusions lack before they are in force: there are some, and each names content, unit and time."""
    if not content["rows"]:
        return [Reason("rows-missing", CONTENT, _("Nothing is concluded yet."), field="rows")]
    return [
        gap
        for position, row in enumerate(content["rows"], start=1)
        for gap in gaps_of_row(content["title"], position, row)
        if gap.field in CONCLUSION_FIELDS
    ]


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
