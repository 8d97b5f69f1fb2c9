from django.apps import AppConfig


class ExtensionsConfig(AppConfig):
    name = "extensions"
    verbose_name = "Extensions of rows"

    def ready(self) -> None:
        """Makes the kind of case known to the layers below."""
        from . import registration

        registration.register()
