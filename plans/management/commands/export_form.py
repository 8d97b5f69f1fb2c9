"""Print a plan."""

from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plans.models import Plan
from plans.printing import appendix_1
from plans.queries import CASE_NAMES


class Command(BaseCommand):
    help = "Write a form of a plan to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("plan", help="id of the plan")
        parser.add_argument("file", type=Path)
        parser.add_argument("--form", choices=["appendix-1"], default="appendix-1")

    def handle(self, *args: object, plan: str, file: Path, **options: object) -> None:
        try:
            found = Plan.objects.select_related(*CASE_NAMES, "period").filter(case=UUID(plan)).first()
        except ValueError as error:
            raise CommandError(f"{plan} is no id") from error
        if found is None:
            raise CommandError(f"no plan {plan}")
        file.write_bytes(appendix_1(found))
        self.stdout.write(str(file))
