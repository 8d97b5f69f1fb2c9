"""Telling people: rows with the act, positions after commit, then a hint to open windows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Case, Q, Value, When
from knox.models import AuthToken
from uuid_utils.compat import uuid7

from organization.models import User
from organization.push import start_job

from .models import Notification, Numbering
from .push import end_sessions, look_again, session_mark
from .queries import anything_unnumbered, sessions_of

BATCH = 500


def end_everywhere(user: User, *, now: datetime) -> None:
    """End all that the person is logged in by: sessions, with the sockets of their windows, and API tokens."""
    keys = sessions_of(user, now)
    with transaction.atomic():
        Session.objects.filter(session_key__in=keys).delete()
        AuthToken.objects.filter(user=user).delete()
    end_sessions(user.id, [session_mark(key) for key in keys])


def end_others(user: User, *, keep: str, now: datetime) -> None:
    """The same but for one session, which is kept; empty: none is."""
    keys = [key for key in sessions_of(user, now) if key != keep]
    with transaction.atomic():
        Session.objects.filter(session_key__in=keys).delete()
        AuthToken.objects.filter(user=user).delete()
        transaction.on_commit(lambda: end_sessions(user.id, [session_mark(key) for key in keys]))


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one person of one case.

    Attributes:
        kind: "waiting" (it is your move) or "progress" (something that you took part in moved).
        link: id of the case; None: it is about none.
        data: what the text is made of, see `words.Event`; plain JSON.
    """

    recipient: UUID
    kind: str
    link: UUID | None
    data: Mapping[str, str]


def notify(notices: Sequence[Notice], *, now: datetime, request: UUID | None = None) -> None:
    """Write the rows in the caller's transaction; they get their position after it commits.

    What a person is told by one request is one notice to them; it names the first of its cases.

    Args:
        request: names a request that tells in more than one call; None: this call tells all.
    """
    if not notices:
        return
    times, own = Counter(notice.recipient for notice in notices), uuid7()
    Notification.objects.bulk_create(
        Notification(
            recipient_id=notice.recipient,
            kind=notice.kind,
            link=notice.link,
            bundle=request or (own if times[notice.recipient] > 1 else None),
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
    """Mark everything up to and including a position as read, each notice whole. Returns how many rows that were."""
    unread = Notification.objects.filter(recipient=user, read_at__isnull=True)
    bundles = list(
        unread.filter(position__lte=up_to, bundle__isnull=False)
        .order_by()
        .values_list("bundle", flat=True)
        .distinct()
    )
    return unread.filter(Q(position__lte=up_to) | Q(bundle__in=bundles)).update(read_at=now)
