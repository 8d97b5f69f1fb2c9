from django.apps import AppConfig


class HandoversConfig(AppConfig):
    name = "handovers"
    verbose_name = "Handovers of a person's work"

    def ready(self) -> None:
        """Registers what lives here with the layers below."""
        from .registration import register

        register()
