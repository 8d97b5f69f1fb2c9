"""The act against the same work written by hand, in one run on PostgreSQL: `make bench` (docs/bench.md)."""

import atexit
import multiprocessing
import os
import shutil
import tempfile

import django

if multiprocessing.parent_process() is None:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="sauro-bench-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
# One connection per client, held for the whole run, on both sides.
os.environ["DATABASE_POOL"] = "0"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()
