"""Telling people: rows with the act, positions after commit, then a hint to open windows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Case, Value, When

from organization.models import User
from organization.push import start_job

from .models import Notification, Numbering
from .push import look_again
from .queries import anything_unnumbered

BATCH = 500


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one person.

    Attributes:
        kind: "waiting" (it is your move) or "progress" (something that you took part in moved).
        link: id of the case.
        data: what the text is made of; plain JSON.
    """

    recipient: UUID
    kind: str
    link: UUID
    data: Mapping[str, str]


def notify(notices: Sequence[Notice], *, now: datetime) -> None:
    """Write the rows in the caller's transaction; they get their position after it commits."""
    if not notices:
        return
    Notification.objects.bulk_create(
        Notification(
            recipient_id=notice.recipient,
            kind=notice.kind,
            link=notice.link,
            data=dict(notice.data),
            created_at=now,
        )
        for notice in notices
    )
    start_job("number_notifications")


def number_pending() -> int:
    """Give the next positions to rows that have none, oldest first, and wake their readers.

    Any number of processes may call it at once: a locked row lets one after the other through.

    Returns:
        How many rows were numbered; call again while it is not 0.
    """
    if not anything_unnumbered():
        return 0
    Numbering.objects.get_or_create(id=1)
    with transaction.atomic():
        numbering = Numbering.objects.select_for_update().get(id=1)
        rows = list(
            Notification.objects.filter(position__isnull=True)
            .order_by("id")
            .values_list("id", "recipient")[:BATCH]
        )
        first = numbering.last + 1
        places = [When(id=row_id, then=Value(place)) for place, (row_id, _) in enumerate(rows, start=first)]
        if rows:
            Notification.objects.filter(id__in=[row_id for row_id, _ in rows]).update(position=Case(*places))
            Numbering.objects.filter(id=1).update(last=numbering.last + len(rows))
    look_again({recipient for _, recipient in rows})
    return len(rows)


def mark_read(user: User, *, up_to: int, now: datetime) -> int:
    """Mark everything up to and including a position as read. Returns how many rows that were."""
    return Notification.objects.filter(recipient=user, position__lte=up_to, read_at__isnull=True).update(
        read_at=now
    )
