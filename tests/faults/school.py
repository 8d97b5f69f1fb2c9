"""A school on a database, the server processes that serve it, and the officers who work at it meanwhile."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.jobs.processes import ROOT, UVICORN, Process, free_port
from tests.jobs.running import until

from .client import Answer, Person, Unreachable

HEALTHY_SECONDS = 5.0
#: As many as a server has by itself; the tests' own process has none (tests/environment.py).
POOL = "20"


class School:
    """A migrated database with a small school, and its environment.

    Attributes:
        cases: what its officer can submit; given where the database holds the school already.
        asks: who asks whether the server is ready.
    """

    asks = "w-a.officer"

    def __init__(
        self, database: str, folder: Path, cases: list[str] | None = None, **environment: str
    ) -> None:
        self.folder, self.port, self.data = folder, free_port(), folder / "data"
        self.environment = {
            "DATABASE_URL": database, "DATA_DIR": str(self.data), "LOG_LEVEL": "WARNING",
            "DJANGO_SETTINGS_MODULE": "config.settings", "LOGIN_RATE": "10000/min",
            "DATABASE_POOL": POOL, **environment,
        }  # fmt: skip
        self.data.mkdir(exist_ok=True)
        self.process: Process | None = None
        self.cases = self.build() if cases is None else cases

    def build(self) -> list[str]:
        """Puts people and cases into it; answers the cases."""
        self.run("manage.py", "migrate", "--verbosity", "0")
        built: dict[str, list[str]] = json.loads(self.run("-m", "tests.faults.building"))
        return built["cases"]

    def run(self, *command: str) -> str:
        """A command of the product on this database; answers what it prints."""
        known = {
            name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DATABASE_POOL")
        }
        ran = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env={**known, **self.environment}, check=True, stdout=subprocess.PIPE, text=True
        )  # fmt: skip
        return ran.stdout

    def serve(self, **environment: str) -> None:
        """Starts a server process and waits until it is ready."""
        command = [*UVICORN, str(self.port), "--log-level", "warning"]
        environment = {"REDIS_URL": "", **self.environment, **environment}
        self.process = Process(command, self.folder / "server.log", **environment)
        until(self.is_ready, 60)

    def kill(self) -> None:
        """Ends the server process without a word."""
        if self.process is not None:
            self.process.end()
            self.process = None

    def is_ready(self) -> bool:
        """Whether it says that it can work."""
        try:
            return self.person(self.asks).get("me").status == 200
        except (Unreachable, AssertionError):
            return False

    def person(self, username: str) -> Person:
        """Somebody, logged in."""
        return Person(self.port, username)

    def heals(self) -> float:
        """Seconds until it works again; fails after HEALTHY_SECONDS on an idle machine, later where others are at work."""
        crowd = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
        took = until(self.is_ready, HEALTHY_SECONDS * crowd)
        assert took <= HEALTHY_SECONDS * crowd
        return took

    def log(self) -> str:
        """What the server processes wrote."""
        return (self.folder / "server.log").read_text(errors="replace")

    def look(self) -> dict[str, Any]:
        """What became of it, see `building.look`."""
        found: dict[str, Any] = json.loads(self.run("-m", "tests.faults.building", "look"))
        return found


class Demo(School):
    """The demo, as `make run` shows it, in a database that is migrated."""

    asks = "dt.officer"

    def build(self) -> list[str]:
        """Loads it."""
        self.run("manage.py", "load_demo")
        return []


@dataclass
class Work:
    """What officers did while something broke.

    Attributes:
        acknowledged: (key, case) of every act that the server said it had done.
        statuses: how often each status came; 0: no answer.
    """

    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    ended: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    threads: list[threading.Thread] = field(default_factory=list)

    def begin(self, school: School, dice: random.Random) -> None:
        """One officer a case submits it and takes it back, again and again."""
        for case in school.cases:
            officer, chance = school.person("w-a.officer"), random.Random(dice.random())
            worker = threading.Thread(target=self.act_on, args=(officer, case, chance))
            self.threads.append(worker)
            worker.start()

    def act_on(self, officer: Person, case: str, dice: random.Random) -> None:
        """The officer of one case: what was not answered is asked again under the same key."""
        act = "submit"
        while not self.ended.is_set():
            key, seen = str(uuid4()), self.look_at(officer, case)
            while seen and not self.ended.is_set():
                status = self.ask(officer, case, act, seen, key).status
                if status in (200, 201):
                    with self.lock:
                        self.acknowledged.append((key, case))
                    act = "withdraw" if act == "submit" else "submit"
                if status not in (0, 503):
                    break
                time.sleep(0.05)
            time.sleep(dice.random() * 0.02 if seen else 0.2)  # a server that starts needs the processor

    def try_act(self, officer: Person, case: str, act: str, seen: str = "") -> Answer:
        """One act under a key of its own, tried once, on what was seen or else on what is shown now."""
        key, seen = str(uuid4()), seen or self.look_at(officer, case)
        answer = self.ask(officer, case, act, seen, key)
        if answer.status in (200, 201):
            with self.lock:
                self.acknowledged.append((key, case))
        return answer

    def look_at(self, officer: Person, case: str) -> str:
        """The digest of the case as it is shown; empty where no answer came."""
        try:
            answer = officer.get(f"cases/{case}")
        except Unreachable:
            answer = Answer(0, {}, None)
        with self.lock:
            self.statuses[answer.status] += 1
        return answer.body["digest"] if answer.status == 200 else ""

    def ask(self, officer: Person, case: str, act: str, digest: str, key: str) -> Answer:
        """One attempt."""
        headers = {"If-Match": f'"{digest}"', "Idempotency-Key": key}
        try:
            answer = officer.send("POST", f"cases/{case}/acts", {"act": act}, **headers)
        except Unreachable:
            answer = Answer(0, {}, None)
        with self.lock:
            self.statuses[answer.status] += 1
        return answer

    def end(self) -> None:
        """Lets everyone finish what they are at."""
        self.ended.set()
        for thread in self.threads:
            thread.join(60)

    def check(self, school: School) -> None:
        """Nothing acknowledged is lost or doubled, nothing answered was a 500, the ledger is whole."""
        found = school.look()
        signed = Counter((key, case) for key, case in found["keys"])
        assert found["faults"] == []
        assert {act for act in self.acknowledged if not signed[act]} == set(), "acknowledged and lost"
        assert [act for act, count in signed.items() if count > 1] == [], "done twice"
        print(f"{len(self.acknowledged)} acknowledged; answers: {dict(sorted(self.statuses.items()))}")  # noqa: T201 the figures of a run
        assert set(self.statuses) <= {0, 200, 201, 409, 412, 503}, school.log()[-5000:]
        assert self.acknowledged
