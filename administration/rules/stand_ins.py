"""Who may be entered as away, in charge, or authorised, and for how long. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_noop as _

from administration.models import StandIn
from notation import moments
from notation.text import fold, written
from workflow.rules import CONFLICT, Reason

from .standing import said

Kind = StandIn.Kind
#: Titles of leaders who stand in themselves: what they have by KT. is not passed on (Decree 30/2020/NĐ-CP, article 13.4).
_DEPUTY = "pho "


def days_between(since: date, until: date) -> int:
    """How many days it lasts, both belonging to it."""
    return (until - since).days + 1


def against_span(since: date, until: date, today: date) -> Iterator[Reason]:
    """What is wrong with its days."""
    if until < since:
        yield said("ends-before-it-begins", _("The last day lies before the first."), "until")
    elif until < today:
        yield said("over", _("These days are over: what was signed then stays as it was signed."), "until")


def against_paper(kind: str, number: str, on: date | None) -> Iterator[Reason]:
    """A right rests on a paper; an absence may be told without one."""
    if kind == Kind.ABSENCE:
        return
    if not written(number):
        yield said("paper-missing", _("Write the number of the decision or authorisation."), "number")
    if on is None:
        yield said("paper-missing", _("Write the date of the decision or authorisation."), "dated")


def against_length(kind: str, since: date, until: date, most: int) -> Iterator[Reason]:
    """An authorisation is for a while only."""
    if kind == Kind.AUTHORITY and days_between(since, until) > most:
        message = _("An authorisation lasts at most %(most)s days; these are %(days)s.")
        yield said("too-long", message, "until", most=str(most), days=str(days_between(since, until)))


def against_principal(title: str | None) -> Iterator[Reason]:
    """Only who leads the institution authorises: somebody in a leader's post who does not stand in there.

    Args:
        title: of the post of the leadership that the person holds; None: they hold none.
    """
    if title is None:
        yield said("not-the-leader", _("Only who leads the institution authorises somebody."), "absent")
    elif fold(title).startswith(_DEPUTY):
        message = _("%(title)s signs KT., and that is not passed on: the one who leads authorises.")
        yield said("passed-on", message, "absent", title=title)


def against_deputies(unit: str, deputies: Sequence[str]) -> Iterator[Reason]:
    """Where a unit has a deputy, nobody needs to be put in charge: the deputy signs KT. by the post.

    Args:
        deputies: names of who holds that post of the unit in those days.
    """
    if deputies:
        params = {"unit": unit, "names": ", ".join(deputies)}
        message = _("%(unit)s has a deputy who signs KT. by the post, nothing is entered: %(names)s.")
        yield Reason("unit-has-deputy", CONFLICT, message, params, field="unit")


def span_text(since: date, until: date) -> str:
    """ "01/12/2026–05/12/2026", or one day."""
    first, last = moments.day(since), moments.day(until)
    return first if first == last else f"{first}–{last}"
