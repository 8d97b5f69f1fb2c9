"""List the API tokens that are let in."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from organization.http.tokens import tokens_of
from organization.models import User


class Command(BaseCommand):
    help = "List the API tokens that are let in: by what they begin with, whose, made when, until when."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", nargs="*", help="of these people only")

    def handle(self, *args: object, username: list[str], **options: object) -> None:
        users = (
            User.objects.filter(is_active=True, auth_token_set__isnull=False).distinct().order_by("username")
        )
        for user in users.filter(username__in=username) if username else users:
            for token in tokens_of(user, timezone.now()):
                until = token.expiry.isoformat("T", "minutes") if token.expiry else "-"
                made = token.created.isoformat("T", "minutes")
                self.stdout.write(f"{token.token_key}\t{user.username}\t{made}\t{until}")
