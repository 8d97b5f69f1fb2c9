"""What is told of an event, in the reader's language; apps above say how what happens there is told."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_noop as _

#: Stands in every sentence, in every language; how many others it happened to is said right behind it.
TITLE = "“%(title)s”"
#: Event -> msgid of its sentence, with what a notification's data holds: %(actor)s, %(title)s.
SENTENCES: dict[str, str] = {"draft": _("Open to be written: “%(title)s”.")}
#: Kind of case -> how more cases of it are counted, with %(count)s.
COUNTED: dict[str, Promise] = {}
MORE = ngettext_lazy("and %(count)s other document", "and %(count)s other documents", "count")
YOUR_MOVE = _("%(sentence)s It waits for you.")
YOUR_MOVES = _("%(sentence)s They wait for you.")
SOME_YOUR_MOVE = _("%(sentence)s Waiting for you: %(count)s.")
#: An event of a version that this program does not know (any more): nobody's list fails for it.
MOVED = _("“%(title)s” has moved.")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to one or more cases in one request.

    Attributes:
        data: of the first of them: "act", "title", "actor", and (not in older rows) "case_kind".
        others: how many more.
        kinds: of which kinds of case they all are.
    """

    data: Mapping[str, str]
    others: int = 0
    kinds: Collection[str] = ()


def tell_as(event: str, msgid: str) -> None:
    """Says how an event is told; called at start-up by the app that knows it.

    Raises:
        ValueError: it is told already, or the sentence has no place for the title.
    """
    if event in SENTENCES or TITLE not in msgid:
        raise ValueError(f"event {event} is told already, or without a title")
    SENTENCES[event] = msgid


def count_as(kind: str, counted: Promise) -> None:
    """Says how more cases of a kind are counted; called at start-up by the app that knows it."""
    COUNTED[kind] = counted


def sentence(event: Event) -> str:
    """What happened, in the active language."""
    text = gettext(SENTENCES.get(event.data["act"], MOVED))
    if event.others:
        text = text.replace(TITLE, f"{TITLE} %(others)s")
    return text % {**event.data, "others": others_of(event)}


def others_of(event: Event) -> str:
    """How many more cases it happened to: "and 19 other reports", or documents where they are counted differently."""
    first, *rest = [COUNTED.get(kind, MORE) for kind in event.kinds] or [MORE]
    alike = all(counted is first for counted in rest)
    return str((first if alike else MORE) % {"count": event.others})


def notice(events: Sequence[Event], *, waiting: int) -> str:
    """What a notice says, in the active language.

    Args:
        waiting: for how many of its cases it is the reader's move.
    """
    text = " ".join(sentence(event) for event in events)
    cases = count_of(events)
    if not waiting:
        return text
    if waiting < cases:
        return gettext(SOME_YOUR_MOVE) % {"sentence": text, "count": waiting}
    return gettext(YOUR_MOVE if cases == 1 else YOUR_MOVES) % {"sentence": text}


def count_of(events: Iterable[Event]) -> int:
    """To how many cases something happened."""
    return sum(1 + event.others for event in events)
