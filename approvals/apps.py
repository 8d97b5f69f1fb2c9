from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "approvals"
    verbose_name = "Decisions: the act, submissions, signatures, remarks, ledger, inbox"

    def ready(self) -> None:
        """Says how the acts of the machine are told to people: the machine and telling know nothing of each other."""
        from notifications.queries import show_by
        from notifications.words import tell_as
        from workflow.machine import DECLARED

        from .queries import ids_seen

        for act in DECLARED.values():
            tell_as(act.code, act.told)
        show_by(ids_seen)
