"""What is told of an event, in the reader's language; apps above say how what happens there is told."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

#: Event -> msgid of its sentence, with what a notification's data holds: %(actor)s, %(title)s.
SENTENCES: dict[str, str] = {"draft": _("“%(title)s” has been drafted.")}
YOUR_MOVE = _("%(sentence)s It waits for you.")
#: An event of a version that this program does not know (any more): nobody's list fails for it.
MOVED = _("“%(title)s” has moved.")


def tell_as(event: str, msgid: str) -> None:
    """Says how an event is told; called at start-up by the app that knows it.

    Raises:
        ValueError: it is told already.
    """
    if event in SENTENCES:
        raise ValueError(f"event {event} is told already")
    SENTENCES[event] = msgid


def sentence(kind: str, data: Mapping[str, str]) -> str:
    """What a notification says, in the active language.

    Args:
        kind: "waiting" (it is the reader's move) or "progress".
        data: "act", "title", "actor".
    """
    text = gettext(SENTENCES.get(data["act"], MOVED)) % data
    return gettext(YOUR_MOVE) % {"sentence": text} if kind == "waiting" else text
