"""Read a workbook into a draft plan."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from organization.models import Unit, User
from periods.actions import ensure_period
from plans.actions.imports import plan_from, read_workbook
from plans.models import Plan
from plans.rules.previews import Preview, ProblemLine, preview
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

    def handle(
        self, *args: object, file: Path, year: str, dry_run: bool, title: str | None, **options: object
    ) -> None:
        by = User.objects.select_related("institution").filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"no active user {options['by']}", returncode=2)
        unit = Unit.objects.filter(code=options["unit"], institution=by.institution).first()
        if unit is None:
            raise CommandError(f"no unit {options['unit']} in the institution of {by.username}", returncode=2)
        try:
            read = preview(read_workbook(file.read_bytes(), label=year, by=by))
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from error
        except Refused as error:
            read = unreadable(error)
        plan = None
        if not (read["errors"] or dry_run):
            try:
                period = ensure_period(unit.institution, year)
                plan = plan_from(read, unit=unit, period=period, title=title, by=by, now=timezone.now())
            except Refused as error:
                raise CommandError(error.reasons[0].text, returncode=1) from error
        self.show(read, plan, as_json=bool(options["json"]))
        if read["errors"]:
            raise CommandError("nothing was saved", returncode=1)

    def show(self, read: Preview, plan: Plan | None, *, as_json: bool) -> None:
        """Print what was read, and what is wrong."""
        made = {"plan": str(plan.case_id)} if plan else {}
        if as_json:
            self.stdout.write(json.dumps({**read, **made}, ensure_ascii=False))
            return
        for name, problems in (("error", read["errors"]), ("warning", read["warnings"])):
            for found in problems:
                self.stdout.write(f"{name}: row {found['row']}, {found['field']}: {found['text']}")
        self.stdout.write(f"{read['targets']} targets, {read['tasks']} tasks, {read['groups']} groups")
        if plan:
            self.stdout.write(f"plan {plan.case_id}")


def unreadable(error: Refused) -> Preview:
    """A workbook that could not be read at all, in the shape of a preview."""
    errors = [ProblemLine(id=None, row=0, field=r.field, code=r.code, text=r.text) for r in error.reasons]
    return Preview(title="", targets=0, tasks=0, groups=0, errors=errors, warnings=[], rows=[])
