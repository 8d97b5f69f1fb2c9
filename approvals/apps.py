from django.apps import AppConfig
from django.utils.translation import gettext_noop as _


class ApprovalsConfig(AppConfig):
    name = "approvals"
    verbose_name = "Decisions: the act, submissions, signatures, remarks, ledger, inbox"

    def ready(self) -> None:
        """Says how the acts of the machine are told to people: the machine and telling know nothing of each other."""
        from notifications.queries import show_by
        from notifications.words import tell_as
        from workflow.machine import DECLARED
        from workflow.sources import declare

        from .actions.briefing import BRIEF, DESK
        from .actions.handings import HAND
        from .actions.remarks import ANSWERED_ASK, ASK
        from .queries import ids_seen
        from .sources import SOURCES

        declare(SOURCES)
        for act in DECLARED.values():
            tell_as(act.code, act.told)
        tell_as(HAND, _("%(actor)s hands you “%(title)s” (%(reason)s)."))
        tell_as(ASK, _("%(actor)s asks about “%(title)s”: %(reason)s"))
        tell_as(ANSWERED_ASK, _("%(actor)s answered what you asked about “%(title)s” (%(reason)s)."))
        tell_as(BRIEF, _("Waiting since before your post began: “%(title)s”."))
        tell_as(
            DESK, _("“%(title)s” came to the office: nobody is left at its monitoring unit who may check it.")
        )
        show_by(ids_seen)
