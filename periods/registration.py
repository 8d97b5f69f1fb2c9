"""What periods are to the layers below: how their openings are told."""

from django.utils.translation import gettext_noop as _

from notifications.words import tell_as


def register() -> None:
    """Called once at start-up."""
    tell_as("opening", _("%(actor)s opened the period of “%(title)s” for your unit, until %(until)s."))
