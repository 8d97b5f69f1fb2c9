"""Load the demo."""

import json
from datetime import date, datetime, time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from demo.build import build, is_alone, is_built
from demo.people import logins

DEFAULT_PASSWORD = "sau-ro-demo"  # noqa: S105


class Command(BaseCommand):
    help = "Build the demo (two institutions, all logins); one that exists is left as it is. Prints who can log in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--password", default=DEFAULT_PASSWORD, help="of every demo login")
        parser.add_argument(
            "--as-of", type=date.fromisoformat, metavar="DATE", help="the day on which the demo stands"
        )
        parser.add_argument("--json", action="store_true", help="print data")

    def handle(self, *args: object, password: str, as_of: date | None, **options: object) -> None:
        if not (is_alone() or settings.DEMO):
            raise CommandError(
                "this database holds an institution that is not the demo's: nothing was loaded "
                "(make serve serves it; DEMO=1 loads the demo beside it)"
            )
        if not is_built():
            now = timezone.now()
            noon = datetime.combine(as_of, time(12), timezone.get_current_timezone()) if as_of else now
            if noon > now:
                raise CommandError("--as-of cannot lie in the future: signatures would")
            build(password=password, as_of=noon)
        institutions = logins()
        if options["json"]:
            self.stdout.write(
                json.dumps({"password": password, "institutions": institutions}, ensure_ascii=False)
            )
            return
        for institution, people in institutions.items():
            self.stdout.write(f"\n{institution}")
            for username, title in people.items():
                self.stdout.write(f"  {username:<20} {title}")
        self.stdout.write(f"\nPassword of every demo login: {password}")
