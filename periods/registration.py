"""What periods are to the layers below: how their openings are told."""

from django.utils.translation import gettext_noop as _

from notifications.words import tell_as
from workflow import sources

from .sources import SOURCES


def register() -> None:
    """Called once at start-up."""
    sources.declare(SOURCES)
    tell_as("opening", _("%(actor)s opened the period of “%(title)s” for your unit, until %(until)s."))
