"""A job started by its name after a commit: notifications have their number within a second."""

import ast
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from config import starting
from config.jobs import JOBS, Job, startable
from config.leases import row_of
from config.models import JobRun
from config.runner import attempt, new_holder
from notifications.actions import number_pending
from organization.push import start_job
from tests.jobs.running import WAYS, Watched, job_named, row, started_by, tell, unnumbered, until

ROOT = Path(__file__).resolve().parents[2]
NUMBERING = job_named("number_notifications")


@pytest.fixture
def rested(reader):
    """The numbering has just succeeded: its own time comes in ten seconds only."""
    attempt(NUMBERING, new_holder())
    assert row(NUMBERING.name).succeeded_at
    return reader


@pytest.mark.parametrize("way", WAYS)
def test_what_is_committed_has_its_number_within_a_second(way, rested):
    with WAYS[way](JOBS):
        for _ in range(5):
            tell(rested)
            until(lambda: unnumbered() == 0, 1)


def test_rows_of_a_process_that_starts_no_job_are_found_within_a_second(rested):
    with WAYS["threads"](JOBS), started_by(lambda name: None):
        tell(rested)
        until(lambda: unnumbered() == 0, 1)


def carry_out_as_a_worker(job: Job) -> None:
    """Comes back as long as it is asked to, as a task does."""
    pause = attempt(job, new_holder())
    while pause is not None:
        time.sleep(pause)
        pause = attempt(job, new_holder())


@pytest.mark.parametrize("way", WAYS)
def test_what_is_committed_while_another_is_at_it_has_its_number_within_a_second(way, rested):
    """The other has already seen that nothing is left when the row is committed; its start meets the lease."""
    committed, left = threading.Event(), threading.Event()

    def number_notifications() -> None:
        while number_pending():
            pass
        left.set()
        committed.wait(5)

    other = replace(NUMBERING, run=number_notifications)
    tell(rested)
    holder = threading.Thread(target=carry_out_as_a_worker, args=(other,))
    holder.start()
    left.wait(5)
    with WAYS[way]([NUMBERING]):
        tell(rested)
        threading.Timer(0.3, committed.set).start()
        committed.wait(5)
        until(lambda: unnumbered() == 0, 1)
    holder.join()


def test_a_job_that_takes_long_keeps_no_other_waiting(rested):
    begun, over = threading.Event(), threading.Event()

    def draft_due_reports() -> None:
        begun.set()
        over.wait(10)

    with WAYS["threads"]([NUMBERING, Job(draft_due_reports, period=300, lease=30)]):
        begun.wait(5)
        tell(rested)
        until(lambda: unnumbered() == 0, 1)
        over.set()


def test_a_job_is_started_after_the_commit_and_not_after_a_rollback(reader):
    started: list[str] = []
    with started_by(started.append):
        with transaction.atomic():
            start_job(NUMBERING.name)
            assert started == []
        assert started == [NUMBERING.name]
        with transaction.atomic():
            start_job(NUMBERING.name)
            transaction.set_rollback(True)
    assert started == [NUMBERING.name]


def test_a_start_that_fails_does_not_fail_the_act(reader):
    def away(name: str) -> None:
        raise OSError("no broker")

    with started_by(away):
        tell(reader)
    assert unnumbered() == 1


def test_a_name_that_no_job_has_cannot_be_started():
    for name in ("number_notification", "draft_due_reports"):
        with pytest.raises(LookupError, match=name):
            starting.starter()(name)


def test_every_name_that_an_action_starts_is_a_job_that_knows_what_waits():
    calls = [
        node
        for path in ROOT.glob("*/**/*.py")
        if path.relative_to(ROOT).parts[0] not in {".venv", "frontend", "tests"}
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "start_job"
    ]
    names = {ast.literal_eval(call.args[0]) for call in calls}
    assert names
    assert names <= startable(JOBS)


@pytest.mark.parametrize(
    ("jobs", "needs"),
    [("celery", "JOBS=celery needs REDIS_URL"), ("threads", "JOBS must be thread, celery or none")],
)
def test_a_setting_that_cannot_work_is_refused_at_the_start(jobs, needs):
    environment = {name: os.environ[name] for name in os.environ if name != "REDIS_URL"} | {"JOBS": jobs}
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(  # noqa: S603 our own command
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert needs in done.stderr


def test_run_jobs_once_runs_what_is_not_due_and_says_what_failed(rested, monkeypatch):
    watched = [Watched(job) for job in JOBS]
    monkeypatch.setattr("config.management.commands.run_jobs.JOBS", [job.job for job in watched])
    call_command("run_jobs", once=True)
    call_command("run_jobs", once=True)
    assert [len(job.ran) for job in watched] == [2] * len(JOBS)
    watched[JOBS.index(job_named("release_empty_desks"))].errors.append(OSError("no"))
    with pytest.raises(CommandError, match="failed: release_empty_desks"):
        call_command("run_jobs", once=True)


def test_a_clock_that_was_set_back_does_not_keep_a_job_waiting(rested):
    hour = timedelta(hours=1)
    JobRun.objects.update(due_at=timezone.now() + hour, leased_until=timezone.now() + hour, holder="another")
    job = Watched(NUMBERING)
    attempt(job.job, new_holder())
    assert len(job.ran) == 1
    assert row_of(NUMBERING, timezone.now()).holder == ""
