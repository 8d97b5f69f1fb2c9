"""Verify every chain of signatures, and that tables and files still are what was signed."""

import json

from django.core.management.base import BaseCommand, CommandError, CommandParser

from approvals.ledger.verify import faults
from approvals.models import Signature
from organization.models import Institution


class Command(BaseCommand):
    help = (
        "Check every chain of signatures, every frozen content, the tables beside it and every file that was signed; "
        "exit 1 names the first bad row."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--institution", metavar="CODE", help="only this institution")
        parser.add_argument("--json", action="store_true", help="print data")

    def handle(self, *args: object, **options: object) -> None:
        institution = None
        if options["institution"]:
            institution = Institution.objects.filter(code=options["institution"]).first()
            if institution is None:
                raise CommandError(f"no institution {options['institution']}", returncode=2)
        found = list(faults(institution.id if institution else None))
        rows = (
            Signature.objects.all()
            if institution is None
            else Signature.objects.filter(institution=institution)
        )
        checked = rows.count()
        if options["json"]:
            bad = [
                {"case": fault.case, "sequence": fault.sequence, "code": fault.code, "detail": fault.detail}
                for fault in found
            ]
            self.stdout.write(json.dumps({"signatures": checked, "faults": bad}))
        else:
            for fault in found:
                said = f"case {fault.case}, signature {fault.sequence}: {fault.code}"
                self.stdout.write(f"{said} {fault.detail}".rstrip())
            self.stdout.write(f"{checked} signatures checked, {len(found)} bad chains")
        if found:
            raise CommandError(
                f"the ledger is not intact: {found[0].case} at {found[0].sequence}", returncode=1
            )
