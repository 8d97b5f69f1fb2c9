"""What a process does once when it starts: remember when that was, and how a job is started by its name."""

from datetime import datetime

from django.apps import AppConfig
from django.utils import timezone

from organization.push import start_with


class ConfigApp(AppConfig):
    """The wiring; its one table says how the jobs fare."""

    name = "config"
    started_at: datetime

    def ready(self) -> None:
        from .starting import starter

        self.started_at = timezone.now()
        start_with(starter())
