from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "What: plans, their rows, who follows them"

    def ready(self) -> None:
        """Registers what lives here with the layers below."""
        from .registration import register

        register()
