"""Runs every check of the code, not stopping at the first that fails: `python -m deploy.checks`."""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from deploy.generated import FILES
from deploy.project import FRONTEND, PYTHON, ROOT, VENV, clean_room, manage, start


@dataclass(frozen=True)
class Check:
    """A command that prints what is wrong and ends with an exit code other than 0."""

    name: str
    command: list[str]
    cwd: Path = ROOT


#: What is made from the same description is compared by one process, which makes the description once.
TOGETHER = ("schema", "client", "limits")
GENERATED = [TOGETHER, *((name,) for name in FILES if name not in TOGETHER)]

CHECKS = [  # the longest first: they run side by side
    Check("types (mypy)", [PYTHON, "-m", "mypy"]),
    Check("ESLint", ["npm", "run", "--silent", "lint"], FRONTEND),
    *(
        Check(
            f"generated {', '.join(names)}", [PYTHON, "-m", "deploy.generated", "--check", "--only", *names]
        )
        for names in GENERATED
    ),
    Check("format (prettier)", ["npm", "run", "--silent", "format:check"], FRONTEND),
    Check("types (tsc)", ["npm", "run", "--silent", "typecheck"], FRONTEND),
    Check("migrations", manage("makemigrations", "--check", "--dry-run")),
    Check("Django", manage("check", "--fail-level", "WARNING")),
    Check("layers (import-linter)", [str(VENV / "bin" / "lint-imports")]),
    Check("format (ruff)", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    Check("lint (ruff)", [PYTHON, "-m", "ruff", "check", "."]),
    Check("locks", [PYTHON, "-m", "deploy.locks"]),
]


def run(check: Check) -> bool:
    """Runs one check and prints its line, with its output when it failed."""
    began = time.monotonic()
    with clean_room() as room:
        done = subprocess.run(
            check.command,
            cwd=check.cwd,
            env=room,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    passed = done.returncode == 0
    line = f"{'ok  ' if passed else 'FAIL'} {check.name} ({time.monotonic() - began:.1f} s)"
    print(line if passed else f"{line}\n{done.stdout.decode(errors='replace')}", flush=True)
    return passed


def main() -> int:
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        results = list(pool.map(run, CHECKS))
    failing = [check.name for check, passed in zip(CHECKS, results, strict=True) if not passed]
    names = f": {', '.join(failing)}" if failing else ""
    print(f"\n{len(CHECKS) - len(failing)} checks passed, {len(failing)} failed{names}")
    return 1 if failing else 0


if __name__ == "__main__":
    start(main)
