"""Two processes, one killed in mid-job: the other does the work, once, within two leases."""

import os
import sys
import time
from pathlib import Path

import pytest
import redis

from notifications.models import Notification
from organization.models import User
from tests.jobs.process import LEASE
from tests.jobs.processes import CELERY, Process, running
from tests.jobs.running import tell, unnumbered, until

THREADS = [sys.executable, "-m", "tests.jobs.process"]
WORKER = [*CELERY, "tests.jobs.process", "worker", "--concurrency", "1"]
START = 30.0  # seconds for two interpreters to start on a busy machine


class Journal:
    """What the processes wrote: (word, process number), oldest first."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self, word: str) -> list[int]:
        text = self.path.read_text() if self.path.exists() else ""
        return [int(line.split()[1]) for line in text.splitlines() if line.startswith(word)]


def kill_who_is_at_it(processes: list[Process], journal: Journal) -> None:
    """After more than a lease: only its renewing has kept the other away."""
    until(lambda: journal.lines("begins"), START)
    time.sleep(1.25 * LEASE)
    [at_it] = journal.lines("begins")
    [victim] = [one for one in processes if os.getpgid(at_it) == one.popen.pid]
    victim.end()


def assert_done_once_within_two_leases(journal: Journal, reader: User) -> None:
    until(lambda: len(journal.lines("begins")) > 1, 2 * LEASE)
    until(lambda: journal.lines("ends"))
    first, heir = journal.lines("begins")
    assert first != heir
    assert journal.lines("ends") == [heir]
    positions = Notification.objects.filter(recipient=reader).values_list("position", flat=True)
    assert None not in positions
    assert len(set(positions)) == 3


@pytest.fixture
def three_wait(reader):
    for _ in range(3):
        tell(reader)
    return reader


def test_of_two_processes_with_threads(three_wait, tmp_path):
    journal = Journal(tmp_path / "journal")
    with running(THREADS, THREADS, log=tmp_path / "log", JOURNAL=str(journal.path)) as processes:
        kill_who_is_at_it(processes, journal)
        assert_done_once_within_two_leases(journal, three_wait)
        time.sleep(LEASE)
        assert len(journal.lines("begins")) == 2
    assert unnumbered() == 0


@pytest.fixture
def prefix(tmp_path):
    """What the keys of this test begin with; nothing is left in a Redis that is not ours."""
    yield tmp_path.name
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        for key in client.scan_iter(f"{tmp_path.name}*"):
            client.delete(key)


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("REDIS_URL"), reason="REDIS_URL is not given: Celery wants a broker")
def test_of_two_celery_workers_with_two_beats(three_wait, prefix, tmp_path):
    journal = Journal(tmp_path / "journal")
    beats = [
        [
            *CELERY,
            "tests.jobs.process",
            "beat",
            "--pidfile",
            "",
            "--schedule",
            str(tmp_path / f"beat{number}"),
        ]
        for number in range(2)
    ]
    environment = {"JOURNAL": str(journal.path), "REDIS_PREFIX": prefix}
    with running(WORKER, WORKER, *beats, log=tmp_path / "log", **environment) as processes:
        kill_who_is_at_it(processes[:2], journal)
        assert_done_once_within_two_leases(journal, three_wait)
        time.sleep(2 * LEASE)
        assert len(journal.lines("begins")) == 2
