"""Loaded before Django's settings (addopts): tests never touch the installation's own data."""

import os
import tempfile

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="sauro-test-")
# A racer that waits for a pooled connection would not race.
os.environ.setdefault("DATABASE_POOL", "0")
os.environ.setdefault("LOGIN_RATE", "10000/min")
