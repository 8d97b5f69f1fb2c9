"""Telling that the database, the disk or Redis is away or full from a fault of ours.

Sources: PostgreSQL's appendix A (SQLSTATE), SQLite's result codes (https://www.sqlite.org/rescode.html).
"""

import errno
import sqlite3
from collections.abc import Iterator

import psycopg
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext_noop as _
from redis import RedisError

DATABASE, DISK, REDIS = "database-unavailable", "disk-unavailable", "redis-unavailable"
TEXTS = {
    DATABASE: _("The database is not available at the moment. Try again shortly."),
    DISK: _("The server's disk is full or does not answer. Tell your administrator, and try again later."),
    REDIS: _("Live updates are not available at the moment. Try again shortly."),
}
#: Seconds after which the same request may be sent again; written into Retry-After.
RETRY_AFTER = 5

#: Connection lost, resources (disk, connections) used up, operator's intervention, fault of the system.
POSTGRESQL_CLASSES = frozenset({"08", "53", "57", "58"})
#: A standby that nobody may write to; a transaction that the server ended because it idled; corrupt files; a database without
#: our tables, which another has taken the place of or which is being restored.
POSTGRESQL_STATES = frozenset({"25006", "25P03", "42P01", "XX001", "XX002"})
#: The same on SQLite: where the file was taken away, an empty one is opened.
SQLITE_EMPTY = "no such table"
SQLITE_CODES = frozenset(
    {
        sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS, sqlite3.SQLITE_NOTADB,
    }
)  # fmt: skip
DISK_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})


def outage_of(error: BaseException | None) -> str:
    """The code of the outage that the error comes from, itself or by what it was raised over; else an empty string.

    What was raised over counts, because others turn a lost connection into errors of their own: Django's sessions
    into an interrupted session, a transaction into one that is broken.
    """
    for one in behind(error):
        if isinstance(one, OSError) and one.errno in DISK_ERRORS:
            return DISK
        if is_database_away(one):
            return DATABASE
        if isinstance(one, RedisError):
            return REDIS
    return ""


def behind(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and each that stands behind it, once."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def is_database_away(error: BaseException) -> bool:
    """Whether the database could not be reached, has ended the connection, or has no room left.

    Deadlocks, serialization failures and faults of a statement are none of these.
    """
    if isinstance(error, sqlite3.Error):
        known = getattr(error, "sqlite_errorcode", 0) & 0xFF in SQLITE_CODES
        return known or str(error).startswith(SQLITE_EMPTY)
    if isinstance(error, psycopg.Error):
        state = error.sqlstate
        if state:
            return state[:2] in POSTGRESQL_CLASSES or state in POSTGRESQL_STATES
        # Without a word of the server: it could not be asked.
        return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
    # Django's own word, of a connection that was lost inside a transaction; what it only wraps, its cause decides.
    return isinstance(error, OperationalError | InterfaceError) and error.__cause__ is None
