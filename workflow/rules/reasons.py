"""Why something cannot be done: a code, a class, a sentence, a place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

RIGHTS, CONFLICT, STALE, CONTENT = 403, 409, 412, 422

HOLDERS: Mapping[tuple[str, str], str] = {
    ("edit", "unit"): _("Only staff of %(unit)s may do this."),
    ("approve", "unit"): _("Only the head or a deputy of %(unit)s may do this."),
    ("review", "monitor"): _("Only the head or a deputy of the monitoring unit, %(monitor)s, may do this."),
    ("consolidate", "office"): _("Only the admin office, %(office)s, may do this."),
    ("present", "institution"): _("Only the leadership of %(institution)s may do this."),
}
#: Where another right does as well.
HOLDERS_OF_EITHER: Mapping[tuple[tuple[str, str], ...], str] = {
    (("present", "institution"), ("consolidate", "office")): _(
        "Only the leadership of %(institution)s or the admin office, %(office)s, may do this."
    ),
}
WITHIN: Mapping[str, str] = {
    "consolidation": _("It is consolidated by signing the consolidation that contains it."),
    "meeting": _("It is recorded as presented at the close of the meeting."),
}


def holders_of(rights: tuple[tuple[str, str], ...]) -> str:
    """The msgid that says whose step it is that one of these (permission, place) pairs allows."""
    return HOLDERS[rights[0]] if len(rights) == 1 else HOLDERS_OF_EITHER[rights]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something cannot be done.

    Attributes:
        code: stable, for programs.
        status: the HTTP status of its class: 403 rights, 409 state, 412 stale digest, 422 content.
        message: msgid with %(name)s places; `text` is the sentence in the reader's language.
        row, field: which row (its id) and field of the content, or empty.
    """

    code: str
    status: int
    message: str
    params: Mapping[str, str | int | Promise] = field(default_factory=dict)
    row: str = ""
    field: str = ""

    @property
    def text(self) -> str:
        """The sentence, in the language that is active."""
        return gettext(self.message) % {
            name: gettext(value) if isinstance(value, Word) else value for name, value in self.params.items()
        }


class Word(str):
    """A parameter of a reason that is itself a msgid."""

    __slots__ = ()


class Refused(Exception):
    """Raised by an action that the judge refuses; carries every reason."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__(", ".join(reason.code for reason in reasons))
        self.reasons = tuple(reasons)


def refuse(reasons: Iterable[Reason]) -> None:
    """Says no where anything stands against it; the class of the first reason decides the status.

    Raises:
        Refused: with every reason, rights before state before a stale digest before content.
    """
    if ordered := sorted(reasons, key=lambda reason: reason.status):
        raise Refused(ordered)
