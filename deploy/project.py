"""Where things are in a clone, and how a command is run in it. Standard library only."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")


def manage(*words: str) -> list[str]:
    """The command line of one management command."""
    return [PYTHON, "manage.py", *words]


def node_tool(name: str) -> str:
    """The path of a command that npm installed, so that npx never fetches another."""
    return str(FRONTEND / "node_modules" / ".bin" / name)


def refuse(line: str) -> NoReturn:
    """Ends the program with one clear line and exit code 1."""
    raise SystemExit(line)


def run(command: list[str], *, cwd: Path = ROOT) -> None:
    """Runs a command in the open; ends the program with one line when it fails."""
    if subprocess.run(command, cwd=cwd, check=False).returncode != 0:
        refuse(f"Failed: {' '.join(Path(word).name if word == PYTHON else word for word in command)}")


def require_stores() -> None:
    """Ends the program when the database or Redis of the environment does not answer; deploy.stores has said so."""
    if subprocess.run([PYTHON, "-m", "deploy.stores"], cwd=ROOT, check=False).returncode != 0:
        sys.exit(1)


def version_of(program: str) -> tuple[int, int] | None:
    """(major, minor) that `program --version` prints; None when it is not there or does not run."""
    path = shutil.which(program)
    if path is None:
        return None
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    numbers = re.search(r"(\d+)\.(\d+)", answer.stdout) if answer.returncode == 0 else None
    return (int(numbers[1]), int(numbers[2])) if numbers else None


@contextmanager
def clean_room() -> Iterator[dict[str, str]]:
    """An environment for tests and checks: SQLite, no Redis, no workers, a data directory that is thrown away.

    Python may keep what it compiles, whatever the machine says of that: dozens of processes read the same sources.
    """
    grown = {"DATABASE_URL", "REDIS_URL", "JOBS", "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory(prefix="sau-ro-") as data:
        outer = {name: os.environ[name] for name in os.environ if name not in grown}
        yield {**outer, "DATA_DIR": data}


def start(main: Callable[[], int | None]) -> NoReturn:
    """Runs a program's main function; Ctrl+C ends it without a traceback."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
