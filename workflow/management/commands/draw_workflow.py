"""Draw the machine."""

from typing import Any

from django.core.management.base import BaseCommand

from workflow.diagram import mermaid


class Command(BaseCommand):
    help = "Print the workflow as Markdown with a Mermaid diagram; docs/workflow.md is exactly this."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(mermaid(), ending="")
