"""What stands against a merger or split as it is entered. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_noop as _

from administration.rules.standing import said
from notation import moments
from notation.text import written
from organization.models import Unit
from workflow.rules import CONFLICT, Reason

#: So far ahead, or back, a decision names the day.
AHEAD = timedelta(days=366)
CIRCLE = _("A unit does not go on in itself.")
RUNNING = _(
    "A merger or split of “%(unit)s” is running already: it must be carried out, declined or withdrawn first."
)
CONFIRMED = Reason("reorganization-confirmed", CONFLICT, _("The leadership has confirmed it already."))
CLOSED = Reason("reorganization-closed", CONFLICT, _("It was declined or withdrawn."))
SAME_HAND = Reason(
    "same-hand", CONFLICT, _("Whoever entered it does not confirm it: somebody else of the leadership does.")
)
NO_REASON = _("Write why it is declined.")
NOT_A_SPLIT = Reason("not-a-split", CONFLICT, _("In a merger all plans go to the same unit."))
NO_PARTS = Reason(
    "no-parts",
    CONFLICT,
    _("Nothing goes anywhere: the admin office first says which plans go to which unit."),
)


NOT_LED, ANOTHER = _("The unit leads no row of this plan."), _("Choose another unit.")


def against_decision(number: str, dated: date, on: date, today: date) -> Iterator[Reason]:
    """Whether the decision is named, and its days can be."""
    if not written(number):
        yield said("missing", _("The number of the decision is missing."), "number")
    if dated > today:
        yield said("day-ahead", _("The decision is dated in the future."), "dated")
    if on < dated:
        yield said(
            "before-decision", _("It begins before its decision, of %(day)s."), "on", day=moments.day(dated)
        )
    if on < today - AHEAD:
        yield said("day-past", _("Not before %(day)s."), "on", day=moments.day(today - AHEAD))
    if on > today + AHEAD:
        yield said("day-far", _("Not later than %(day)s."), "on", day=moments.day(today + AHEAD))


def against_units(kind: str, unit: Unit, successor: Unit | None) -> Iterator[Reason]:
    """Whether these units can be concerned so."""
    if unit.parent_id is None:
        yield said("is-root", _("It is the institution itself."), "unit")
    if kind == "merge" and successor is None:
        yield said("missing", _("Choose the unit in which it goes on."), "successor")
    if successor is None:
        return
    if successor.id == unit.id:
        yield said("parent-circle", CIRCLE, "successor")
    if successor.parent_id is None:
        yield said("is-root", _("It is the institution itself."), "successor")
    if unit.id == unit.institution.office_id:
        yield said("is-office", _("It is the admin office: name another one first."), "unit")


def ends_on(on: date, today: date) -> date:
    """The last day of a unit that goes on in another from a day on. Where that is carried out later, the month under way is still
    its own: it may have reported on it already."""
    eve = on - timedelta(days=1)
    return eve if on >= today else max(eve, today.replace(day=1))


def already_running(unit: Unit, field: str) -> Reason:
    """That one of a unit is running."""
    return Reason("reorganization-running", CONFLICT, RUNNING, {"unit": unit.name}, field=field)
