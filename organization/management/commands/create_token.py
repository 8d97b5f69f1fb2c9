"""Make an API token."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError, CommandParser
from knox.models import AuthToken

from organization.http.tokens import mark_of
from organization.models import User


class Command(BaseCommand):
    help = "Make an API token for a person and print the token alone; it is shown this once. "
    help += "It ends with the password and with any post of the person."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--days", type=int, default=90, help="how long it is valid (default 90)")

    def handle(self, *args: object, username: str, days: int, **options: object) -> None:
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"no active user {username}")
        if days < 1:
            raise CommandError("--days is at least 1")
        _row, token = AuthToken.objects.create(user, expiry=timedelta(days=days), prefix=mark_of(user))
        self.stdout.write(token)
