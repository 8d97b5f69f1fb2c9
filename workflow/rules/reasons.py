"""Why something cannot be done: a code, a class, a sentence, a place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from workflow.sources import Source, source_of

RIGHTS, CONFLICT, STALE, CONTENT = 403, 409, 412, 422


def say(word: Callable[[], str]) -> str:
    """The word."""
    return word()


#: A word that is found when the sentence is read, in the reader's language. Made once: Django makes a class for each `lazy`.
when_said = lazy(say, str)

#: Who holds a right where: places are named by the unit, and (staff of a unit aside) who can, by the permission.
HOLDERS: Mapping[tuple[str, str], str] = {
    ("edit", "unit"): _("Only staff of %(unit)s may do this."),
    ("approve", "unit"): _("Only the head or a deputy of %(unit)s may do this%(approve)s."),
    ("review", "monitor"): _(
        "Only the head or a deputy of the monitoring unit, %(monitor)s, may do this%(review)s."
    ),
    ("consolidate", "office"): _("Only the admin office, %(office)s, may do this%(consolidate)s."),
    ("present", "institution"): _("Only the leadership of %(institution)s may do this%(present)s."),
}
#: Where another right does as well.
HOLDERS_OF_EITHER: Mapping[tuple[tuple[str, str], ...], str] = {
    (("present", "institution"), ("consolidate", "office")): _(
        "Only the leadership of %(institution)s or the admin office, %(office)s, may do this."
    ),
    (("consolidate", "office"), ("approve", "unit")): _(
        "Only the admin office, %(office)s, or the head or a deputy of %(unit)s may do this."
    ),
    (("review", "monitor"), ("present", "institution")): _(
        "Only the head or a deputy of the monitoring unit, %(monitor)s, or the leadership of %(institution)s may do this."
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
        place: what the sentence is about, as people call it, where more than one thing can be meant.
        case: id of the case that it is about, where that is not the one that was asked for.
    """

    code: str
    status: int
    message: str
    params: Mapping[str, str | int | Promise] = field(default_factory=dict)
    row: str = ""
    field: str = ""
    place: str = ""
    case: str = ""

    @property
    def text(self) -> str:
        """The sentence with what it is about, in the language that is active."""
        return f"{self.place}: {self.brief}" if self.place else self.brief

    @property
    def brief(self) -> str:
        """The sentence alone, for where it stands beside what it is about."""
        return gettext(self.message) % Spoken(self.params)

    @property
    def source(self) -> Source | None:
        """Where the rule stands that this says."""
        return source_of(self.code, self.message)


class Word(str):
    """A parameter of a reason that is itself a msgid."""

    __slots__ = ()


def placed(reasons: Iterable[Reason], places: Mapping[str, str]) -> list[Reason]:
    """The reasons, each saying what it is about where its row is called something in `places`."""
    return [
        replace(reason, place=places[reason.row]) if reason.row in places and not reason.place else reason
        for reason in reasons
    ]


class Spoken(dict[str, str | int | Promise]):
    """Parameters as they are said in the language that is active; each is looked at only where it is said."""

    def __init__(self, params: Mapping[str, str | int | Promise]) -> None:
        super().__init__()
        self.params = params

    def __missing__(self, name: str) -> str | int | Promise:
        value = self.params[name]
        return gettext(value) if isinstance(value, Word) else value


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
