"""What of last year's plan goes into that of the next. Pure."""

from collections.abc import Sequence

from django.utils.translation import gettext_noop as _

from notation.due import Due, DueKind
from notation.moved import in_year, moved_due
from notation.year import PlanYear
from periods.models import Period
from periods.rules.naming import period_name
from plans.models import Plan
from plans.words import Outcome
from workflow.models import State
from workflow.rules import CONFLICT, CONTENT, Reason

#: Times that come again, or do not end.
AGAIN = frozenset({DueKind.STANDING, DueKind.PERIODIC, DueKind.ONWARD})
NEVER_ADOPTED = Reason("not-in-force", CONFLICT, _("It was never in force: there is nothing to carry on."))
HISTORICAL = Reason(
    "historical", CONFLICT, _("It is kept for the record only: there is nothing to carry on.")
)
OF_A_MEETING = Reason(
    "of-a-meeting", CONFLICT, _("Conclusions of a meeting are not carried into another year.")
)
NOT_LATER = _("Choose a later year than %(period)s.")
RENEWED = _("“%(title)s” carries it into %(period)s already.")


def comes_again(due: Due | None) -> bool:
    """Whether a row is done again and again, so that it is never done with."""
    return due is not None and (bool(due.every) or due.kind in AGAIN)


def taken_over(due: Due | None, outcome: Outcome | None) -> bool:
    """Whether a row goes into the next year unless somebody says otherwise: it comes again, or nobody reported it as done."""
    return comes_again(due) or outcome is None or outcome.done is not True


def text_in(text: str, before: Period, after: Period) -> str:
    """The wording of a due time in the other year; "" where that cannot be said."""
    if before == after:
        return text
    return moved_due(text, PlanYear.parse(before.label), PlanYear.parse(after.label)) or ""


def title_in(title: str, before: Period, after: Period) -> str:
    """The title of the plan in the later year."""
    return in_year(title, PlanYear.parse(before.label), PlanYear.parse(after.label))


def against_renewal(first: Plan, base: Plan | None, period: Period, renewals: Sequence[Plan]) -> list[Reason]:
    """Why a plan cannot be carried into a year.

    Args:
        base: the revision in force; None: none ever was.
        renewals: plans of that year that carry it on, and were not thrown away.
    """
    if first.kind == Plan.Kind.CONCLUSIONS:
        return [OF_A_MEETING]
    if first.historical:
        return [HISTORICAL]
    if base is None or base.case.state != State.PRESENTED:
        return [NEVER_ADOPTED]
    if period.starts <= base.period.starts:
        params = {"period": period_name(base.period)}
        return [Reason("year-not-later", CONTENT, NOT_LATER, params, field="period")]
    return [
        Reason(
            "renewed", CONFLICT, RENEWED, {"title": one.case.title, "period": period_name(period)},
            row=str(one.case_id), field="period",
        )
        for one in renewals
    ]  # fmt: skip
