"""Starting background work by its name, from the action that it follows.

A start says "look now" and carries nothing: what waits stands in tables. One that is lost costs a moment, not
the work. Which jobs there are and where they run is wired above (config.starting).
"""

from collections.abc import Callable
from functools import partial

from django.db import transaction

_starter: Callable[[str], None] | None = None


def start_with(starter: Callable[[str], None]) -> None:
    """Says how a job is started in this installation: a function of its name."""
    global _starter
    _starter = starter


def start_job(name: str) -> None:
    """Starts the job once the caller's transaction is committed; what fails in that is logged, not raised."""
    if _starter is not None:
        transaction.on_commit(partial(_starter, name), robust=True)
