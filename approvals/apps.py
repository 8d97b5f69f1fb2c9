from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    name = "approvals"
    verbose_name = "Decisions: the act, submissions, signatures, remarks, ledger, inbox"
