"""A link that works once, without a browser."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from administration.actions.invitations import invite
from organization.actions import Clerk
from organization.queries import person_by_login


class Command(BaseCommand):
    help = "Print a link by which a person sets the password, once, within seven days; an earlier one ends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the product is served")

    def handle(self, *args: object, username: str, address: str, **options: Any) -> None:
        user = person_by_login(username)
        if user is None or not user.is_active:
            raise CommandError(f"no active user {username}", returncode=2)
        [link] = invite([user], changed_by=Clerk(None, timezone.now()))
        self.stdout.write(f"{address.rstrip('/')}/invitations/{link.secret}")
