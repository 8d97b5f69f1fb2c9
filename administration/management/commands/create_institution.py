"""Found an institution."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from administration.actions.units import against_code
from organization.actions import Clerk, add_unit, found_institution, set_office
from organization.models import Institution
from organization.words import WORDS
from workflow.rules import Refused, refuse


class Command(BaseCommand):
    help = "Found an institution, with --office also its admin office; blind to every other. People come with import_people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code")
        parser.add_argument("name")
        parser.add_argument("--place", default="")
        parser.add_argument("--office", metavar="CODE", help="of the admin office, made with it")
        parser.add_argument("--dry-run", action="store_true", help="look only, save nothing")
        parser.add_argument("--json", action="store_true", help="print data")

    def handle(
        self, *args: object, code: str, name: str, place: str, office: str | None, dry_run: bool, **options: Any
    ) -> None:  # fmt: skip
        try:
            with transaction.atomic():
                institution = found(code, name, place, office)
                transaction.set_rollback(dry_run)
        except Refused as error:
            raise CommandError(error.reasons[0].text, returncode=1) from error
        said = {"code": institution.code, "name": institution.name, "office": office, "saved": not dry_run}
        if options["json"]:
            self.stdout.write(json.dumps(said, ensure_ascii=False))
        else:
            self.stdout.write(f"{institution.code} {institution.name}{' (not saved)' if dry_run else ''}")


def found(code: str, name: str, place: str, office: str | None) -> Institution:
    """The institution with its root and, where one is named, its admin office.

    Raises:
        Refused: 422 a code that cannot be.
    """
    clerk = Clerk(None, timezone.now())
    for one in filter(None, (code, office)):
        refuse(against_code(one))
    institution = found_institution(code=code, name=name, place=place, changed_by=clerk)
    if office:
        unit = add_unit(
            institution=institution, code=office, name=WORDS["office"].capitalize(), parent=institution.root, position=1,
            changed_by=clerk,
        )  # fmt: skip
        set_office(institution, unit, changed_by=clerk)
    return institution
