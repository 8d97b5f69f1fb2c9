"""Loaded before Django's settings (addopts): tests never touch the installation's own data."""

import atexit
import os
import shutil
import tempfile

import pytest

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="sauro-test-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
# A racer that waits for a pooled connection would not race.
os.environ.setdefault("DATABASE_POOL", "0")
os.environ.setdefault("LOGIN_RATE", "10000/min")
# What the acts of a journey and the properties of a month compare is shown when it differs.
pytest.register_assert_rewrite("tests.journeys", "tests.reports")
