"""Print a plan."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from plans.models import Plan, PlanRow
from plans.printing import appendix_1
from plans.queries import CASE_NAMES


class Command(BaseCommand):
    help = "Write a form of a plan to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("plan", help="id of the plan")
        parser.add_argument("file", type=Path)
        parser.add_argument("--form", choices=["appendix-1"], default="appendix-1")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            plan = Plan.objects.select_related(*CASE_NAMES, "period").filter(case=options["plan"]).first()
        except (ValidationError, ValueError) as error:
            raise CommandError(f"{options['plan']} is no id") from error
        if plan is None:
            raise CommandError(f"no plan {options['plan']}")
        rows = PlanRow.objects.filter(plan=plan).prefetch_related("units__unit")
        options["file"].write_bytes(appendix_1(plan, rows))
        self.stdout.write(str(options["file"]))
