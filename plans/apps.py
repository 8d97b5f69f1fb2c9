from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "What: plans, consolidations, meetings, papers"

    def ready(self) -> None:
        """Registers the kinds of cases that live here, with their procedures."""
        from approvals import kinds
        from workflow import procedures

        from .kinds import CONSOLIDATION, CONSOLIDATION_1, PLAN, PLAN_1

        for kind, procedure in ((PLAN, PLAN_1), (CONSOLIDATION, CONSOLIDATION_1)):
            kinds.register(kind)
            procedures.register(procedure)
