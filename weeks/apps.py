from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class WeeksConfig(AppConfig):
    name = "weeks"
    verbose_name = "A person's work of a week, and what they are reminded of"

    def ready(self) -> None:
        """Says how a reminder is told."""
        from notifications.words import tell_as

        from .words import DUE_SOON

        tell_as(DUE_SOON, _("Reminder: “%(title)s”."))
