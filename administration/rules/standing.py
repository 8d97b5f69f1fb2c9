"""What must not be lost: sentences of refusals about units, people and posts."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

from organization.models import Role
from workflow.rules import CONFLICT, CONTENT, Reason

LAST: Mapping[str, str] = {
    Role.ADMINISTRATOR: _("This is the last administrator: appoint another one first."),
    Role.PERSONNEL: _("Nobody else keeps units, people and posts: appoint another one first."),
    Role.LEADER: _("This is the last leader: appoint another one first."),
    "office": _("This is the last head or clerk of the admin office: appoint another one first."),
}
#: What is still open at a unit that is to end -> the sentence, with %(count)s; and codes where they say which.
OPEN: Mapping[str, str] = {
    "open-cases": _("Documents of the unit that are not finished: %(count)s."),
    "waiting-cases": _("Documents of other units that wait for it: %(count)s."),
    "rows-in-force": _("Rows of plans in force that it leads: %(count)s."),
    "followed-plans": _("Plans and items that it follows: %(count)s."),
    "running-posts": _("People with posts in the unit: %(count)s."),
    "units-below": _("Units below it have not ended: %(codes)s."),
    "is-office": _("It is the admin office."),
    "is-root": _("It is the institution itself."),
}


def last_of(what: str) -> Reason:
    """That the last one of these would go."""
    return Reason(f"last-{what}", CONFLICT, LAST[what])


def still_open(code: str, **params: str | int) -> Reason:
    """That something of the unit must be settled first: counts and codes, no titles."""
    return Reason(code, CONFLICT, OPEN[code], params)


def said(code: str, message: str, field: str = "", **params: str) -> Reason:
    """That what was sent is not right."""
    return Reason(code, CONTENT, message, params, field=field)
