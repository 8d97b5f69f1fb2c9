"""Ids as their text: a plan is read with thousands of rows, and each UUID that is made of one costs as much as the rest of a column."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, TextField
from django.db.models.sql.compiler import SQLCompiler

#: Where the groups of a UUID begin in its 32 digits, and how long they are.
GROUPS = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))


class IdText(Func):
    """A column of UUIDs as `str` writes them; null stays null."""

    arity = 1
    template = "(%(expressions)s)::text"
    output_field = TextField()

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """SQLite has no such type: Django keeps the digits alone."""
        groups = (f"substr(%(expressions)s, {start}, {long})" for start, long in GROUPS)
        return self.as_sql(compiler, connection, template=" || '-' || ".join(groups), **context)
