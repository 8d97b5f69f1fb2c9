"""The jobs in Celery (JOBS=celery): `celery -A config.celery worker` on any machine, `… beat` on one.

Celery only carries names. Whether a job is due, who carries it out and when it is tried again stand in its row
(config.leases); so a second beat, a lost message and one delivered twice do no harm.
"""

import os
from collections.abc import Iterable
from typing import Protocol

import django
from celery import Celery
from django.apps import apps
from django.conf import settings
from kombu.transport import redis

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
if not apps.ready:
    django.setup()

from .jobs import JOBS, Job
from .runner import attempt, new_holder

# A worker that loses its broker would give back what it has not carried out yet, over the lost connection, and
# end with an AttributeError (kombu 5.7.0). A name that is lost so comes again with the job's next tick.
redis.Channel.do_restore = False


def make_app(jobs: Iterable[Job], broker: str, prefix: str) -> Celery:
    """An app with one task for each job, named as the job, and the schedule of their ticks.

    Args:
        broker: address of the message broker; any kind that Celery knows.
        prefix: what its keys in Redis begin with.
    """
    app = Celery("sauro", broker=broker, set_as_current=False)
    app.conf.update(
        task_ignore_result=True,
        task_publish_retry=False,  # a request does not wait for a broker that is away
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "global_keyprefix": f"{prefix}.jobs.",
            "socket_connect_timeout": 2,
            "socket_timeout": 5,
        },
        beat_schedule={
            job.name: {"task": job.name, "schedule": job.tick, "options": {"expires": 2 * job.tick}}
            for job in jobs
        },
    )
    for job in jobs:
        add_task(app, job)
    return app


class Startable(Protocol):
    """What is needed of a bound task: to be started again."""

    def apply_async(self, *, countdown: float) -> object:
        """Puts it into the queue, to be carried out after so many seconds."""


def add_task(app: Celery, job: Job) -> None:
    """The job's task: one look, and another after the pause that the look asks for."""

    def look(task: Startable) -> None:
        pause = attempt(job, new_holder())
        if pause is not None:
            task.apply_async(countdown=pause)

    app.task(look, name=job.name, bind=True, shared=False)


app = make_app(JOBS, settings.REDIS_URL, settings.REDIS_PREFIX)
