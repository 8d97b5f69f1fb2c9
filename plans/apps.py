from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "What: plans, periods, reports, consolidations, meetings, papers"

    def ready(self) -> None:
        """Registers the kinds of cases that live here, with their procedures."""
        from approvals import kinds
        from workflow import procedures

        from .kinds import KINDS

        for kind, procedure in KINDS:
            kinds.register(kind)
            procedures.register(procedure)
