from django.apps import AppConfig


class PeriodsConfig(AppConfig):
    name = "periods"
    verbose_name = "When: years, months, due points"

    def ready(self) -> None:
        """Says how what happens here is told."""
        from .registration import register

        register()
