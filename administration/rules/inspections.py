"""What an inspection must say before it is entered. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_noop as _

from administration.rules.standing import said
from notation import moments
from notation.text import written
from workflow.rules import Reason

#: So long an inspection reads at most, and so far ahead it is entered.
LONGEST, AHEAD = timedelta(days=183), timedelta(days=366)
MISSING = _("This is missing.")


def against_inspection(
    name: str, number: str, dated: date, since: date, until: date, today: date
) -> Iterator[Reason]:
    """What is missing of the decision, and which days cannot be."""
    for field, text in (("name", name), ("number", number)):
        if not written(text):
            yield said("missing", MISSING, field)
    if dated > today:
        yield said("day-ahead", _("The decision is dated in the future."), "dated")
    if until < since:
        yield said("ends-before-it-begins", _("The last day lies before the first."), "until")
    if until < today:
        yield said("day-over", _("That day is over."), "until")
    if since > today + AHEAD:
        yield said("day-far", _("Not later than %(day)s."), "since", day=moments.day(today + AHEAD))
        return
    last = since + LONGEST
    if until > last:
        yield said("day-far", _("Not later than %(day)s."), "until", day=moments.day(last))


def against_members(members: int) -> Iterator[Reason]:
    """That nobody would read. Without a year it reads nothing until the office names plans."""
    if not members:
        yield said("members-missing", _("Choose who belongs to it."), "members")
