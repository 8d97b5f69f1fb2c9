"""What both commands that read lists have in common."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from administration.actions.lists import ReadPeople, ReadUnits
from organization.actions import Clerk
from organization.models import Institution
from organization.queries import institution_by_code
from workflow.rules import Refused

Read = ReadUnits | ReadPeople
#: Reads the bytes of a workbook for an institution.
Taken = Callable[..., Read]


class ListCommand(BaseCommand):
    """Reads a list; exit 1 and nothing saved where anything is wrong with it, 2 where it cannot be looked at."""

    #: Reads the list, and as what it is printed.
    take: Taken
    shape: type[Any]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--institution", required=True, metavar="CODE")
        parser.add_argument("--dry-run", action="store_true", help="read only, save nothing")
        parser.add_argument("--json", action="store_true", help="print data")

    def handle(self, *args: object, file: Path, dry_run: bool, **options: Any) -> None:
        institution = institution_by_code(options["institution"])
        if institution is None:
            raise CommandError(f"no institution {options['institution']}", returncode=2)
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(str(error), returncode=2) from error
        found = self.read(data, institution, save=not dry_run)
        self.show(found, as_json=bool(options["json"]))
        if found["errors"]:
            raise CommandError("nothing was saved", returncode=1)

    def read(self, data: bytes, institution: Institution, *, save: bool) -> dict[str, Any]:
        """What was read, as over HTTP; a workbook that cannot be read is an error of the whole file."""
        try:
            read = type(self).take(data, institution, save=save, changed_by=Clerk(None, timezone.now()))
        except Refused as error:
            errors = [{"row": "0", "field": r.field, "code": r.code, "text": r.text} for r in error.reasons]
            return {"saved": False, "errors": errors, "warnings": [], "lines": []}
        return dict(self.shape(read).data)

    def show(self, found: dict[str, Any], *, as_json: bool) -> None:
        """Print what was read, and what is wrong."""
        if as_json:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        for name in ("errors", "warnings"):
            for one in found[name]:
                self.stdout.write(f"{name[:-1]}: row {one['row']}, {one['field']}: {one['text']}")
        counted = [line["change"] for line in found["lines"]]
        counts = ", ".join(f"{counted.count(change)} {change}" for change in ("new", "changed", "same"))
        self.stdout.write(f"{counts}{'' if found['saved'] else ' (not saved)'}")
