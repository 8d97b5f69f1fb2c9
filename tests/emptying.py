"""How the database is emptied after a test that commits: what it filled is deleted, what a migrated database begins with stays."""

from functools import cache
from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.commands import flush
from django.db import connection, transaction

from approvals import triggers

#: Made by `migrate`; no test changes them.
BEGUN_WITH = {ContentType._meta.db_table, Permission._meta.db_table, "django_migrations"}


@cache
def tables() -> list[str]:
    """Of every model, but those."""
    named = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(set(named) - BEGUN_WITH)


def filled() -> list[str]:
    """Those that hold a row."""
    asked = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in tables())
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [table for (table,) in cursor.fetchall()]


def delete(names: list[str]) -> None:
    """All their rows at once: foreign keys are looked at when it is done."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f'DELETE FROM "{name}"')


def empty(_command: flush.Command, **_options: Any) -> None:
    """In the place of Django's flush, which truncates a hundred tables and makes permissions anew.

    The triggers exist to refuse just this, so they are lifted around it.
    """
    names = filled()
    if connection.vendor == "postgresql":
        switch(names, "DISABLE")
        try:
            delete(names)
        finally:
            switch(names, "ENABLE")
    elif names:
        triggers.lift(connection)
        try:
            delete(names)
        finally:
            triggers.install(connection)


def switch(names: list[str], word: str) -> None:
    """Our triggers on these tables, off or on again."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in names:
            cursor.execute(f'ALTER TABLE "{name}" {word} TRIGGER USER')
