from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "opinions"
    verbose_name = "Opinions of units on the draft of a plan"

    def ready(self) -> None:
        """Registers what lives here with the layers below."""
        from .registration import register

        register()
