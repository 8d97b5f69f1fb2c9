"""Where an empty database is begun."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from administration.actions.setup import invite_to_begin
from organization.rules import Absent


class Command(BaseCommand):
    help = "Print the one-time address at which the first administrator begins; an earlier one ends. Only while the database is empty."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the product is served")
        parser.add_argument("--quiet", action="store_true", help="say nothing where there is an institution")

    def handle(self, *args: object, address: str, quiet: bool, **options: Any) -> None:
        try:
            secret = invite_to_begin(timezone.now())
        except Absent:
            if not quiet:
                self.stdout.write(
                    "This database holds an institution already: log in, or ask its administrator."
                )
            return
        self.stdout.write("The database is empty. Begin here; the address works once, for whoever has it:")
        self.stdout.write(f"{address.rstrip('/')}/begin/{secret}")
