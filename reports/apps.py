from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Reports of units and monitoring units"

    def ready(self) -> None:
        """Registers what lives here with the layers below."""
        from .registration import register

        register()
