"""Print the machine: docs/workflow.md, or what the frontend needs to draw acts."""

from django.core.management.base import BaseCommand, CommandParser

from workflow.diagram import mermaid, typescript


class Command(BaseCommand):
    help = "Print the workflow as Markdown with a Mermaid diagram; docs/workflow.md is exactly this."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--typescript", action="store_true", help="print frontend/src/api/acts.ts instead"
        )

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(typescript() if options["typescript"] else mermaid(), ending="")
