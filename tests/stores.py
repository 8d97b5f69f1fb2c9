"""Where databases of tests are kept ready: files for SQLite, template databases for PostgreSQL.

A kept database is made once, under a lock that workers and other sessions respect, and copied from then on.
One that is older than a week is made anew, the least recent are thrown away.
"""

import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from django.db.backends.base.base import NO_DB_ALIAS

KEPT_FOR = timedelta(days=7)
KEPT_AT_MOST = 48


class Store(Protocol):
    """Keeps databases under names, and hands out copies that belong to this process."""

    def locked(self) -> Any:
        """A context in which nobody else makes, copies or throws away what is kept."""

    def has(self, name: str) -> bool:
        """Whether it is kept, and not too old."""

    def begin(self, name: str, origin: str | None) -> str:
        """The NAME of an unfinished database, a copy of the kept `origin` or an empty one."""

    def keep(self, name: str) -> None:
        """What was begun is finished: from now on it is kept."""

    def copy(self, name: str, own: str) -> str:
        """The NAME of a fresh copy that is this process's, in the place of the one called `own` so far."""

    def close(self) -> None:
        """Throws the copies of this process away."""


class Files:
    """SQLite: one file each in `folder`; copies are in `own_folder`, which goes with the process."""

    def __init__(self, folder: Path, own_folder: Path) -> None:
        self.folder, self.own_folder = folder, own_folder
        folder.mkdir(exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"

    def has(self, name: str) -> bool:
        path = self.path(name)
        return path.is_file() and path.stat().st_mtime > time.time() - KEPT_FOR.total_seconds()

    def begin(self, name: str, origin: str | None) -> str:
        part = self.path(f"unfinished-{name}")
        remove(part)
        if origin:
            shutil.copyfile(self.path(origin), part)
        return str(part)

    def keep(self, name: str) -> None:
        part = self.path(f"unfinished-{name}")
        line = sqlite3.connect(part)
        line.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        line.close()
        os.replace(part, self.path(name))
        kept = sorted(self.folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[KEPT_AT_MOST:]:
            remove(path)

    def copy(self, name: str, own: str) -> str:
        path = self.own_folder / f"test-{own}.sqlite3"
        remove(path)
        shutil.copyfile(self.path(name), path)
        return str(path)

    def close(self) -> None:
        for path in self.own_folder.glob("test-*.sqlite3"):
            remove(path)


def remove(path: Path) -> None:
    """A SQLite file and what SQLite puts beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


class Templates:
    """PostgreSQL: template databases of this role; every process has a number of its own on the server.

    The number is an advisory lock that the server lets go when the process ends, however it ends; so what a
    killed process left behind is found and dropped by the next that gets its number.
    """

    PREFIX = "sauro_kept_"

    def __init__(self, connection: Any) -> None:
        settings = {**connection.settings_dict, "NAME": None}
        self.server = connection.__class__(settings, alias=NO_DB_ALIAS)
        base = f"test_{connection.settings_dict['NAME']}"
        number = next(
            number
            for number in range(1, 1000)
            if self.ask("SELECT pg_try_advisory_lock(hashtext(%s), %s)", base, number)[0][0]
        )
        self.own = f"{base}_{number}_"
        self.close_copies()

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self.server.cursor() as cursor:
            cursor.execute(sql, values or None)
            return list(cursor.fetchall()) if cursor.description else []

    def drop(self, name: str) -> None:
        self.ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @contextmanager
    def locked(self) -> Iterator[None]:
        self.ask("SELECT pg_advisory_lock(hashtext(%s), 0)", self.PREFIX)
        try:
            yield
        finally:
            self.ask("SELECT pg_advisory_unlock(hashtext(%s), 0)", self.PREFIX)

    def kept(self) -> dict[str, datetime]:
        """Name -> when it was made, for what this role has made and finished; the newest first."""
        rows = self.ask(
            "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database "
            "WHERE starts_with(datname, %s) AND pg_get_userbyid(datdba) = current_user",
            self.PREFIX,
        )
        made = {name: datetime.fromisoformat(said) for name, said in rows if said}
        return dict(sorted(made.items(), key=lambda item: item[1], reverse=True))

    def name(self, name: str) -> str:
        return f"{self.PREFIX}{name}".replace("-", "_")

    def has(self, name: str) -> bool:
        made = self.kept().get(self.name(name))
        return made is not None and made > datetime.now(UTC) - KEPT_FOR

    def begin(self, name: str, origin: str | None) -> str:
        part = f"un{self.name(name)}"
        self.drop(part)
        self.ask(f'CREATE DATABASE "{part}"' + (f' TEMPLATE "{self.name(origin)}"' if origin else ""))
        return part

    def keep(self, name: str) -> None:
        final = self.name(name)
        self.drop(final)
        self.ask(f'ALTER DATABASE "un{final}" RENAME TO "{final}"')
        self.ask(f"COMMENT ON DATABASE \"{final}\" IS '{datetime.now(UTC).isoformat()}'")
        for old in list(self.kept())[KEPT_AT_MOST:]:
            self.drop(old)

    def copy(self, name: str, own: str) -> str:
        copied = f"{self.own}{own}"
        self.drop(copied)
        self.ask(f'CREATE DATABASE "{copied}" TEMPLATE "{self.name(name)}"')
        # What a crash of this server would lose is nobody's; tests/faults crashes a server of its own.
        self.ask(f'ALTER DATABASE "{copied}" SET synchronous_commit = off')
        return copied

    def close_copies(self) -> None:
        for (name,) in self.ask("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", self.own):
            self.drop(name)

    def close(self) -> None:
        self.close_copies()
        self.server.close()
