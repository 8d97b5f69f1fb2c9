"""Uploads that were never finished: what a process that was killed left of them."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

#: Longer than any upload takes.
UNFINISHED_SECONDS = 3600.0


def unfinished(now: float) -> Iterator[Path]:
    """Files that nobody writes to any more; kept ones lie in folders below. `now`: seconds since the epoch."""
    folder = Path(settings.EVIDENCE_DIR)
    for path in folder.iterdir() if folder.is_dir() else ():
        with suppress(FileNotFoundError):  # it has been finished this very moment
            if path.is_file() and now - path.stat().st_mtime > UNFINISHED_SECONDS:
                yield path


def sweep() -> int:
    """Takes them away; answers how many. By the clock of the file system, as files are."""
    found = list(unfinished(time.time()))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
