"""One person who can be told something. Jobs use connections of their own: all of it is really committed."""

import logging
from collections.abc import Iterator

import pytest

from organization.actions import found_institution
from organization.models import User


@pytest.fixture
def reader(transactional_db) -> User:
    """Somebody who reads notifications."""
    institution = found_institution(code="W", name="Trường W", place="Sơn La")
    return User.objects.create(username="w.reader", institution=institution, password="!")


@pytest.fixture
def faults() -> Iterator[list[logging.LogRecord]]:
    """What the runner logs as an error; caplog listens at the root, which a Celery worker makes its own."""
    heard: list[logging.LogRecord] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record)

    ear = Ear(logging.ERROR)
    logger = logging.getLogger("config.runner")
    logger.addHandler(ear)
    yield heard
    logger.removeHandler(ear)
