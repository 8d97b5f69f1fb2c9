from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = "Consolidations, meetings, conclusions"

    def ready(self) -> None:
        """Registers what lives here with the layers below."""
        from .registration import register

        register()
