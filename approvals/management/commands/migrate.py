"""Django's migrate, with the ledger's triggers lifted before and installed again after."""

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from approvals import triggers


class Command(Migrate):
    """SQLite rebuilds a table to alter it and loses its triggers on the way; so they are always put back."""

    def handle(self, *args: object, database: str, **options: object) -> None:
        connection = connections[database]
        triggers.lift(connection)
        try:
            super().handle(*args, database=database, **options)
        finally:
            triggers.install(connection)
