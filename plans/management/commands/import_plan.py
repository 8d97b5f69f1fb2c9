"""Read a workbook into a draft plan."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from organization.models import Unit, User
from periods.actions import ensure_period
from plans.actions.imports import plan_from, preview, read_workbook
from workflow.rules import Refused


class Command(BaseCommand):
    help = "Read an .xlsx task list or Phụ lục 1 into a draft plan of a unit; with errors nothing is saved (exit 1)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--unit", required=True, metavar="CODE")
        parser.add_argument("--year", required=True, help="2021 or 2025-2026")
        parser.add_argument("--by", required=True, metavar="USERNAME")
        parser.add_argument("--title", help="else the title found above the table")
        parser.add_argument("--dry-run", action="store_true", help="read only, save nothing")
        parser.add_argument("--json", action="store_true", help="print data")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.select_related("institution").filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"no active user {options['by']}", returncode=2)
        unit = Unit.objects.filter(code=options["unit"], institution=by.institution).first()
        if unit is None:
            raise CommandError(f"no unit {options['unit']} in the institution of {by.username}", returncode=2)
        try:
            data = options["file"].read_bytes()
            read = preview(read_workbook(data, label=options["year"], by=by))
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from error
        except Refused as error:
            read = unreadable(error)
        if not (read["errors"] or options["dry_run"]):
            try:
                period = ensure_period(unit.institution, options["year"])
                plan = plan_from(
                    read, unit=unit, period=period, title=options["title"], by=by, now=timezone.now()
                )
            except Refused as error:
                raise CommandError(error.reasons[0].text, returncode=1) from error
            read["plan"] = str(plan.case_id)
        self.show(read, as_json=options["json"])
        if read["errors"]:
            raise CommandError("nothing was saved", returncode=1)

    def show(self, read: dict[str, Any], *, as_json: bool) -> None:
        """Print what was read, and what is wrong."""
        if as_json:
            self.stdout.write(json.dumps(read, ensure_ascii=False))
            return
        for name in ("errors", "warnings"):
            for found in read[name]:
                self.stdout.write(f"{name[:-1]}: row {found['row']}, {found['field']}: {found['text']}")
        self.stdout.write(f"{read['targets']} targets, {read['tasks']} tasks, {read['groups']} groups")
        if "plan" in read:
            self.stdout.write(f"plan {read['plan']}")


def unreadable(error: Refused) -> dict[str, Any]:
    """A workbook that could not be read at all, in the shape of a preview."""
    errors = [{"row": 0, "field": r.field, "code": r.code, "text": r.text} for r in error.reasons]
    return {"title": "", "targets": 0, "tasks": 0, "groups": 0, "errors": errors, "warnings": [], "rows": []}
