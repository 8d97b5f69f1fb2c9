"""Starting background work by its name, from the action that it follows.

A start says "look now" and carries nothing: what waits stands in tables. One that is lost costs a moment, not
the work. Which jobs there are and where they run is wired above (config.starting).
"""

from collections.abc import Callable

from django.db import transaction

_starter: Callable[[str], None] | None = None


def start_with(starter: Callable[[str], None]) -> None:
    """Says how a job is started in this installation: a function of its name."""
    global _starter
    _starter = starter


def start_job(name: str) -> None:
    """Starts the job once the caller's transaction is committed; what fails in that is logged, not raised."""
    starter = _starter
    if starter is not None:
        # No partial: when one fails, Django wants to log the name of the function.
        transaction.on_commit(lambda: starter(name), robust=True)
