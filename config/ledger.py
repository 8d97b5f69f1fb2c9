"""Start-up asserts what the ledger rests on: the triggers, and SQLite's durability."""

from django.db import connection

from approvals.triggers import missing

FULL = 2


def assert_guarded() -> None:
    """Raises RuntimeError when the database would let somebody write past the ledger, or lose a signature."""
    try:
        if lacking := missing(connection):
            raise RuntimeError(
                f"the ledger's triggers are missing or changed: {', '.join(lacking)}; run migrate"
            )
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
                synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
            if (journal, synchronous) != ("wal", FULL):
                raise RuntimeError(
                    f"SQLite must run with WAL and synchronous FULL, not {journal}, {synchronous}"
                )
    finally:
        connection.close()
