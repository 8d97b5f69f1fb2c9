"""End API tokens."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q
from knox.models import AuthToken


class Command(BaseCommand):
    help = "End API tokens at once: all of a person, or those that begin as list_tokens shows it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("which", nargs="+", help="a user name, or what a token begins with")

    def handle(self, *args: object, which: list[str], **options: object) -> None:
        found = AuthToken.objects.filter(Q(user__username__in=which) | Q(token_key__in=which))
        if not found:
            raise CommandError(f"no token of {', '.join(which)}")
        count = found.count()
        found.delete()
        self.stdout.write(f"{count}")
