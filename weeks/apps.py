from django.apps import AppConfig


class WeeksConfig(AppConfig):
    name = "weeks"
    verbose_name = "A person's work of a week"
