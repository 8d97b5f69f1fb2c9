from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "workflow"
    verbose_name = "What travels through the states, and what each act needs"

    def ready(self) -> None:
        """Says where the rules stand that this app says."""
        from . import sources

        sources.declare(sources.SOURCES)
