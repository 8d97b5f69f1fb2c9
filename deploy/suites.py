"""Runs test suites one after the other and says at the end what passed, failed and was skipped, and why.

`python -m deploy.suites backend frontend browser`; `database` is the backend on the DATABASE_URL given, without what
holds whatever the database (`database-whole`: with it);
`total` adds up what earlier runs left in test-results/ (JUnit files).
"""

import argparse
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from deploy.project import FRONTEND, PYTHON, ROOT, clean_room, refuse, require_stores, start

RESULTS = ROOT / "test-results"
PYTEST = [PYTHON, "-m", "pytest", "--quiet"]
#: One more than there are cores: some tests wait for real processes and clocks.
WORKERS = min(8, len(os.sched_getaffinity(0)) + 1) if hasattr(os, "sched_getaffinity") else 4
#: Neighbours stay together, for they share worlds and fixtures; who has nothing left takes from the others.
ON_EVERY_CORE = ["--numprocesses", str(WORKERS), "--dist", "worksteal"]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Suite:
    """A command that writes a JUnit file; `stores` keeps DATABASE_URL and REDIS_URL in its environment."""

    command: list[str]
    result: str
    cwd: Path = ROOT
    stores: bool = False


SUITES = {
    "backend": Suite([*PYTEST, *ON_EVERY_CORE], "--junitxml={}"),
    # What holds whatever the database has been seen to hold by "backend".
    "database": Suite([*PYTEST, *ON_EVERY_CORE, "-m", "not either"], "--junitxml={}", stores=True),
    "database-whole": Suite([*PYTEST, *ON_EVERY_CORE], "--junitxml={}", stores=True),
    "frontend": Suite(
        ["npm", "run", "--silent", "test", "--", "--reporter=default", "--reporter=junit"],
        "--outputFile.junit={}",
        FRONTEND,
    ),
    # What breaks the servers that it starts; its figures are printed. FAULTS=long: as often as a release wants it. Two parts at a
    # time, each with servers of its own: a part waits for them most of the time.
    "faults": Suite(
        [
            *PYTEST,
            "--numprocesses=2",
            "--dist=loadfile",
            "--no-loadscope-reorder",
            "-rP",
            "tests/faults",
        ],
        "--junitxml={}",
    ),
    # Processes of their own: Playwright's synchronous interface and asynchronous tests do not go together. Each file has a server.
    "browser": Suite(
        [*PYTEST, "--numprocesses=2", "--dist=loadfile", "--durations=15", "tests/browser"], "--junitxml={}"
    ),
}


@dataclass(frozen=True)
class Outcome:
    """What one suite came to; `skipped` holds (reason, test)."""

    name: str
    passed: int
    failed: int
    skipped: list[tuple[str, str]]

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {len(self.skipped)} skipped"


def chromium() -> str | None:
    """The browser the tests drive: the environment's CHROMIUM, else the system's."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def run_suite(name: str) -> Outcome:
    """Runs one suite in the open; a suite that dies without a word counts as one failure."""
    suite, result = SUITES[name], RESULTS / f"{name}.xml"
    result.parent.mkdir(exist_ok=True)
    result.unlink(missing_ok=True)
    print(f"\n── {name} ──", flush=True)
    with clean_room() as room:
        kept = {
            key: os.environ[key]
            for key in ("DATABASE_URL", "REDIS_URL")
            if suite.stores and key in os.environ
        }
        environment = {**room, **kept, "CHROMIUM": chromium() or ""}
        command = [*suite.command, suite.result.format(result)]
        code = subprocess.run(command, cwd=suite.cwd, env=environment, check=False).returncode
    if code != 0 and not (result.is_file() and read(name, result).failed):
        record_death(name, code, result)
    return read(name, result)


def record_death(name: str, code: int, result: Path) -> None:
    """Leaves one error in the place of what the suite could not say."""
    print(f"{name} did not run to its end (exit code {code}).", flush=True)
    root = ElementTree.Element("testsuites")
    case = ElementTree.SubElement(root, "testcase", classname=name, name="did not run to its end")
    ElementTree.SubElement(case, "error")
    ElementTree.ElementTree(root).write(result)


def read(name: str, result: Path) -> Outcome:
    """Counts a JUnit file."""
    cases = list(ElementTree.parse(result).getroot().iter("testcase"))  # noqa: S314 our own file
    failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
    skipped = [
        (mark.get("message") or "no reason given", f"{case.get('classname')} {case.get('name')}")
        for case in cases
        if (mark := case.find("skipped")) is not None
    ]
    return Outcome(name, len(cases) - len(failed) - len(skipped), len(failed), skipped)


def report(outcomes: list[Outcome]) -> int:
    """Prints reasons, suites and the total; returns the exit code."""
    skipped = [(reason, test) for outcome in outcomes for reason, test in outcome.skipped]
    if skipped:
        print("\nSkipped, and why:")
    for reason in dict.fromkeys(reason for reason, _ in skipped):
        print(f"  {reason}")
        for test in (test for because, test in skipped if because == reason):
            print(f"    {test}")
    print()
    for outcome in outcomes:
        print(f"{outcome.name:10} {outcome}")
    total = Outcome("total", sum(o.passed for o in outcomes), sum(o.failed for o in outcomes), skipped)
    print(total, flush=True)
    return 1 if total.failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.suites", description=__doc__)
    parser.add_argument("suites", nargs="+", choices=[*SUITES, "total"])
    chosen = parser.parse_args().suites
    if any(SUITES[name].stores for name in chosen if name in SUITES):
        if not os.environ.get("DATABASE_URL"):
            refuse(
                "DATABASE_URL is not given: make test-db DATABASE_URL=postgres://user:password@host:5432/name"
            )
        require_stores()
    if chosen == ["total"]:
        return report([read(name, file) for name in SUITES if (file := RESULTS / f"{name}.xml").is_file()])
    return report([run_suite(name) for name in chosen])


if __name__ == "__main__":
    start(main)
