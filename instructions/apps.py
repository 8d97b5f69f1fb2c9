from django.apps import AppConfig


class InstructionsConfig(AppConfig):
    name = "instructions"
    verbose_name = "Instructions of the leadership"

    def ready(self) -> None:
        """Makes the kind of case known to the layers below."""
        from . import registration

        registration.register()
