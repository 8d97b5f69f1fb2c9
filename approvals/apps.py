from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "approvals"
    verbose_name = "Decisions: the act, submissions, signatures, remarks, ledger, inbox"

    def ready(self) -> None:
        """Says how the acts of the machine are told to people: the machine and telling know nothing of each other."""
        from notifications.words import tell_as
        from workflow.machine import DECLARED

        for act in DECLARED.values():
            tell_as(act.code, act.told)
