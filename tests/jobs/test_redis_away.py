"""Redis goes and comes back: jobs and requests go on without it, hints with it."""

import json
import time
from urllib.request import urlopen

import pytest
import redis
from channels.layers import channel_layers

from config.celery import make_app
from config.jobs import JOBS
from config.starting import Sender
from notifications.push import group_of, look_again
from tests.jobs.processes import CELERY, RUN_JOBS, UVICORN, RedisServer, free_port, running
from tests.jobs.running import row, started_by, tell, unnumbered, until

START = 30.0  # seconds for an interpreter to start on a busy machine


@pytest.fixture
def server(tmp_path):
    server = RedisServer(tmp_path / "redis.log")
    yield server
    server.kill()


def first_numbered(reader) -> None:
    """The processes are up when they have numbered something."""
    tell(reader)
    until(lambda: unnumbered() == 0, START)


def hears_a_hint(server: RedisServer, reader, prefix: str) -> bool:
    """Whether an open window of the reader would be told of something new."""
    with redis.Redis.from_url(server.url) as client, client.pubsub() as windows:
        windows.subscribe(f"{prefix}__group__{group_of(reader.id)}")
        windows.get_message(timeout=1)  # that it has subscribed
        tell(reader)
        return windows.get_message(timeout=2) is not None


def test_run_jobs_numbers_while_redis_is_away_and_sends_hints_when_it_is_back(server, reader, tmp_path):
    log = tmp_path / "log"
    with running(RUN_JOBS, log=log, REDIS_URL=server.url, REDIS_PREFIX="r") as [process]:
        first_numbered(reader)
        assert hears_a_hint(server, reader, "r")
        server.kill()
        for _ in range(2):
            tell(reader)
            until(lambda: unnumbered() == 0, 1.5)
        assert "hints for 1 people were not sent" in log.read_text()
        server.start()
        assert hears_a_hint(server, reader, "r")
        assert process.popen.poll() is None
    assert row("number_notifications").failures == 0


def test_a_web_process_goes_on_while_redis_is_away(server, reader, tmp_path):
    port = free_port()
    with running([*UVICORN, str(port)], log=tmp_path / "log", REDIS_URL=server.url):
        first_numbered(reader)
        server.kill()
        for _ in range(2):
            tell(reader)
            until(lambda: unnumbered() == 0, 1)
        with urlopen(f"http://127.0.0.1:{port}/readyz") as answer:
            body = json.load(answer)
    assert body["overdue"] == []
    assert [job["failures"] for job in body["jobs"]] == [0] * len(JOBS)


def test_run_jobs_starts_without_redis(server, reader, tmp_path):
    server.kill()
    with running(RUN_JOBS, log=tmp_path / "log", REDIS_URL=server.url):
        first_numbered(reader)
        until(lambda: all(row(job.name).succeeded_at for job in JOBS))


def test_a_hint_that_cannot_be_sent_raises_nothing(server, reader, settings, caplog):
    server.kill()
    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [server.url]},
        }
    }
    channel_layers.backends.pop("default", None)
    try:
        look_again([reader.id])
    finally:
        channel_layers.backends.pop("default", None)
    assert [record.name for record in caplog.records] == ["notifications.push"]


def test_an_act_does_not_wait_for_a_broker_that_is_away(server, reader, caplog):
    server.kill()
    sender = Sender(make_app(JOBS, server.url, "r").send_task)
    began = time.monotonic()
    with started_by(sender.start):
        for _ in range(10):
            tell(reader)
    assert time.monotonic() - began < 1
    until(lambda: caplog.records, 20)
    assert caplog.records[0].getMessage().startswith("job number_notifications was not started: ")


@pytest.mark.slow
def test_celery_goes_on_when_its_broker_is_back(server, reader, tmp_path):
    worker = [*CELERY, "config.celery", "worker", "--concurrency", "2"]
    beat = [*CELERY, "config.celery", "beat", "--pidfile", "", "--schedule", str(tmp_path / "beat")]
    environment = {"REDIS_URL": server.url, "REDIS_PREFIX": "r", "JOBS": "celery"}
    app = make_app(JOBS, server.url, "r")
    with running(worker, beat, log=tmp_path / "log", **environment), started_by(Sender(app.send_task).start):
        until(lambda: all(row(job.name).succeeded_at for job in JOBS), START)
        for _ in range(5):
            tell(reader)
            until(lambda: unnumbered() == 0, 1)
        app.send_task("number_notifications", countdown=60)  # workers ended when they held one that waits
        time.sleep(0.5)
        server.kill()
        tell(reader)
        time.sleep(7)
        server.start()
        until(lambda: unnumbered() == 0, START)
        tell(reader)
        until(lambda: unnumbered() == 0, 1)
