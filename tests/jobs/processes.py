"""Processes of the product beside a test, on the test's database, and a Redis server that may be killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import redis
from django.db import connection

from tests.jobs.running import until

ROOT = Path(__file__).resolve().parents[2]
CELERY = [sys.executable, "-m", "celery", "-A"]
UVICORN = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--port"]
RUN_JOBS = [sys.executable, "manage.py", "run_jobs"]


def database_url() -> str:
    """The address of the test's database."""
    of = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{of['NAME']}"
    word = f":{of['PASSWORD']}" if of["PASSWORD"] else ""
    return f"postgres://{of['USER']}{word}@{of['HOST']}:{of['PORT'] or 5432}/{of['NAME']}"


class Process:
    """A process in a group of its own, so that its children die with it."""

    def __init__(self, command: list[str], log: Path, **environment: str) -> None:
        self.log = log.open("ab")
        self.popen = subprocess.Popen(  # noqa: S603 our own commands
            command,
            cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", **environment},
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )

    def end(self, how: int = signal.SIGKILL) -> None:
        """Ends the whole group and waits for the process."""
        if self.popen.poll() is None:
            os.killpg(self.popen.pid, how)
        self.popen.wait(20)
        self.log.close()


@contextmanager
def running(*commands: list[str], log: Path, **environment: str) -> Iterator[list[Process]]:
    """Processes that live as long as the block; the log is printed, and so shown when the test fails."""
    with ExitStack() as stack:
        stack.callback(lambda: print(log.read_text(errors="replace")[-20_000:]))  # noqa: T201 see above
        environment = {"DATABASE_URL": database_url(), **environment}
        processes = []
        for command in commands:
            processes.append(Process(command, log, **environment))
            stack.callback(processes[-1].end)
        yield processes


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


class RedisServer:
    """A server of the test's own on a free port, with nothing kept on disk."""

    def __init__(self, log: Path) -> None:
        if shutil.which("redis-server") is None:
            pytest.skip("redis-server is not installed")
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.log = log
        self.start()

    def start(self) -> None:
        """Starts it (again) and waits until it answers."""
        command = ["redis-server", "--port", str(self.port), "--save", "", "--appendonly", "no"]
        self.process = Process([*command, "--bind", "127.0.0.1"], self.log)
        until(self.answers)

    def kill(self) -> None:
        """Ends it without a word."""
        self.process.end()

    def answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.ConnectionError:
            return False
