"""A person's week as one screen shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from organization.models import User

from .models import Digest
from .queries import Waiting, waiting_for, week_of


@dataclass(frozen=True, slots=True)
class MyWeek:
    """Việc của tôi trong tuần: from Monday to Sunday, with what was due before."""

    starts: date
    ends: date
    items: Sequence[Waiting]


def digest_of(user: User, now: datetime) -> Digest | None:
    """What the person is reminded of today."""
    return Digest.objects.filter(person=user, day=timezone.localtime(now).date()).first()


def read_week(user: User, now: datetime, *, after: bool) -> MyWeek:
    """What waits for the person until the end of this week, or of the one after; a fixed number of statements."""
    starts, ends = week_of(timezone.localtime(now).date(), after=after)
    return MyWeek(starts, ends, waiting_for(user, ends, now))
