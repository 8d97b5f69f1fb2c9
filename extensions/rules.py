"""Which rows can be put off, until which day, and for the how manyth time. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from approvals.words import Terms
from notation import moments
from notation.due import Due
from notation.text import excerpt, written
from organization.models import Unit
from periods.rules.deadlines import following_school_year_ends
from plans.models import RowTerm
from plans.rules.terms import Standing, waits
from workflow.rules import CONFLICT, CONTENT, Reason

NOT_IN_FORCE = Reason("row-not-in-force", CONFLICT, _("This row is in force in no plan."), field="row")
STOPPED = Reason("row-stopped", CONFLICT, _("It was stopped."), field="row")
LED_BY_CLASS = Reason(
    "led-by-class", CONTENT,
    _("A class of units leads it, and has one day for all of them: a supplement changes that."), field="row",
)  # fmt: skip
LED_BY_ANOTHER = _("“%(unit)s” leads it now.")
LED_BY_NOBODY = Reason("led-by-nobody", CONTENT, _("No unit leads it."), field="row")
RECURRING = Reason(
    "row-recurring", CONTENT, _("It is due again and again: only a row with one day is put off."), field="row"
)
WITHOUT_DAY = Reason("row-without-day", CONTENT, _("It has no day that could be put off."), field="row")
WAITING = Reason(
    "row-waiting", CONTENT, _("It waits for an event: enter the event with the day instead."), field="row"
)
OPEN = _("“%(title)s” is not decided yet: one request for a row at a time.")
CHANGED = _("It is due on %(day)s by now, no more on %(was)s: write the request anew.")
NOT_LATER = _("The new day lies after the present one, %(day)s.")
PASSED = Reason("day-past", CONTENT, _("This day has passed: today at the earliest."), field="on")
TOO_FAR = _("Not later than %(day)s.")
ONLY_A_DAY = Reason("terms-unknown", CONTENT, _("Only another day is decided with this act."), field="terms")


def extension_title(text: str) -> str:
    """What the request is called, in the Vietnamese of the office."""
    return f"Đề nghị gia hạn: {excerpt(text)}"


def gaps_of_extension(act: str, content: Content) -> Sequence[Reason]:
    """What a request lacks before it is submitted."""
    if act != "submit" or written(content["cause"]):
        return []
    return [Reason("cause-missing", CONTENT, _("Write why it cannot be done in time."), field="cause")]


def against_row(stand: Standing, lead: Unit | None, *, by_class: bool, unit: UUID | None) -> Iterator[Reason]:
    """Why a row in force is not put off.

    Args:
        lead: who leads it now; None: a class of units (`by_class`), or nobody.
        unit: whose request it is; None: of whoever leads it.
    """
    if stand.stopped:
        yield STOPPED
        return
    if lead is None:
        yield LED_BY_CLASS if by_class else LED_BY_NOBODY
    elif unit is not None and lead.id != unit:
        yield Reason("led-by-another", CONFLICT, LED_BY_ANOTHER, {"unit": lead.name}, field="row")
    yield from against_due(stand.due)


def against_due(due: Due | None) -> Iterator[Reason]:
    """Why what is due so has no single day."""
    if waits(due):
        yield WAITING
    elif due is not None and due.every:
        yield RECURRING
    elif due is None or due.end is None:
        yield WITHOUT_DAY


def against_change(present: date | None, was: date) -> Iterator[Reason]:
    """That the row is due on another day than when it was asked."""
    if present is not None and present != was:
        params = {"day": moments.day(present), "was": moments.day(was)}
        yield Reason("day-changed", CONFLICT, CHANGED, params, field="row")


def against_day(on: date, *, was: date, plan_ends: date, today: date, field: str = "on") -> list[Reason]:
    """Why a row cannot be put off to a day: it lies after the present one, not in the past, and at the latest at the end of
    the school year after the plan's last day."""
    if on <= was:
        return [Reason("day-not-later", CONTENT, NOT_LATER, {"day": moments.day(was)}, field=field)]
    if on < today:
        return [PASSED]
    last = following_school_year_ends(plan_ends)
    if on > last:
        return [Reason("day-too-far", CONTENT, TOO_FAR, {"day": moments.day(last)}, field=field)]
    return []


def day_granted(asked: date, terms: Terms) -> date:
    """The day that a grant with these terms means."""
    return date.fromisoformat(terms["on"]) if "on" in terms else asked


def history(terms: Sequence[RowTerm], was: date) -> tuple[int, date]:
    """For the how manyth time a day is put off, and which it was at first.

    Args:
        terms: what was granted for the row before, oldest first.
        was: the day that is put off now.
    """
    times, day = 1, was
    for term in reversed(terms):
        if term.on == day and term.was is not None:
            times, day = times + 1, term.was
    return times, day
