"""The background work of this app; config.jobs runs it."""

import logging

from django.utils import timezone

from organization.queries import anyone_unbriefed

from .actions import refresh_waiting
from .actions.briefing import brief
from .actions.cases import follow_office
from .actions.unfinished import sweep

log = logging.getLogger(__name__)


def release_empty_desks() -> None:
    """What waits at a monitoring unit with nobody left goes to the admin office."""
    refresh_waiting(timezone.now())


def brief_newcomers() -> None:
    """Who came into a post, or was lent one, is told what waits there already; so are the people of a new admin office."""
    follow_office()
    brief(timezone.now())


def newcomers_wait() -> bool:
    """Whether anybody is still to be told."""
    return anyone_unbriefed(timezone.now())


def sweep_uploads() -> None:
    """What a process that was killed left of an upload does not stay."""
    if swept := sweep():
        log.warning("%d unfinished uploads were taken away", swept)
