"""A PostgreSQL server of the test's own: it may be stopped in the middle, and its sessions may be ended."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
import pytest

from tests.jobs.processes import free_port
from tests.jobs.running import until

#: PostgreSQL does not run as root; Debian's package comes with a user for it.
ACCOUNT = "postgres"
SETTINGS = {
    "max_connections": "60",
    "shared_buffers": "32MB",
    "max_wal_size": "48MB",
    "min_wal_size": "32MB",
    "unix_socket_directories": "''",
}


def programs() -> Path:
    """Where the newest server's programs lie."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[-3])
    plain = shutil.which("initdb")
    if not found and plain is None:
        pytest.skip("PostgreSQL's programs are not installed")
    return found[-1].parent if found else Path(plain or "").parent


class PostgresServer:
    """On a free port, with every commit on disk before it is acknowledged; `like`: the files of one that was stopped."""

    def __init__(self, folder: Path, *, disk: Path | None = None, like: str = "") -> None:
        self.programs, self.port, self.like = programs(), free_port(), like
        self.account = ACCOUNT if os.getuid() == 0 else None
        # Its account cannot enter a test's folder.
        above = disk or Path(tempfile.gettempdir() if self.account else folder)
        self.home = above / f"faults-{os.getpid()}-{self.port}"
        self.url = f"postgres://{ACCOUNT}@127.0.0.1:{self.port}/postgres"

    def __enter__(self) -> Self:
        self.home.mkdir()
        if self.account:
            shutil.chown(self.home, self.account)
        if self.like:
            subprocess.run(["cp", "-a", self.like, self.data], check=True)
        else:
            self.run("initdb", "-D", self.data, "-U", ACCOUNT, "-A", "trust", "-N")
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.answers():
            self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def data(self) -> str:
        """Its files."""
        return str(self.home / "data")

    def run(self, program: str, *arguments: str) -> None:
        """One of its programs, as its account."""
        command = [str(self.programs / program), *arguments]
        subprocess.run(command, check=True, user=self.account, cwd=self.home, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        """Starts it (again) and waits until it answers."""
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        log = str(self.home / "log")
        self.run("pg_ctl", "-D", self.data, "-l", log, "-o", f"-p {self.port} {options}", "-w", "start")
        until(self.answers)

    def stop(self, how: str = "immediate") -> None:
        """Ends it without finishing anything, as a crash would; `fast`: in order."""
        self.run("pg_ctl", "-D", self.data, "-m", how, "-w", "stop")

    def answers(self) -> bool:
        try:
            with psycopg.connect(self.url, connect_timeout=2):
                return True
        except psycopg.OperationalError:
            return False

    def end_sessions(self) -> int:
        """Ends every session but its own; answers how many."""
        with psycopg.connect(self.url, autocommit=True) as session:
            found = session.execute(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity "
                "where pid <> pg_backend_pid() and backend_type = 'client backend'"
            ).fetchone()
        return int(found[0]) if found else 0
