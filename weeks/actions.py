"""Reminding: one digest for each person and working day, in the product, and by mail where a server for it is set."""

import logging
from datetime import datetime
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from notifications.actions import Notice, notify
from organization.models import Institution

from .models import Digest
from .queries import reports_due, told_of
from .queries.due_soon import unmailed
from .rules import FROM, text_of, title_of
from .words import DUE_SOON

log = logging.getLogger(__name__)
#: Of a mail server; the job's lease is longer.
PATIENCE_SECONDS = 10


@transaction.atomic
def write_digests(institution: Institution, now: datetime) -> int:
    """Write today's digests that are not written yet, and tell each person; answers how many. Safe to repeat and to run twice at
    once: the second finds the first one's."""
    local = timezone.localtime(now)
    if local.time() < FROM:
        return 0
    told, day = told_of(reports_due(institution, now), now), local.date()
    if not told:
        return 0
    Institution.objects.select_for_update(of=("self",)).get(id=institution.id)
    known = set(Digest.objects.filter(person__in=told, day=day).values_list("person", flat=True))
    made = Digest.objects.bulk_create(
        Digest(person_id=person, day=day, title=title_of(owed), text=text_of(owed, now), at=now)
        for person, owed in sorted(told.items())
        if person not in known
    )
    notify(
        [
            Notice(one.person_id, "progress", None, {"act": DUE_SOON, "actor": "", "title": one.title})
            for one in made
        ],
        now=now,
    )
    return len(made)


def mail_digests(institution: Institution, now: datetime) -> int:
    """Mail today's digests to who has an address; answers how many. What a mail server refuses is tried again with the next run,
    as long as it is the same day; without a server nothing is mailed."""
    waiting = list(unmailed(institution, now)) if settings.EMAIL_HOST else []
    if not waiting:
        return 0
    sent = 0
    try:
        with get_connection(timeout=PATIENCE_SECONDS) as connection:
            for one in waiting:
                sent += is_sent(one, connection, now)
    except OSError:
        log.warning("digests could not be mailed", exc_info=True)
    return sent


def is_sent(one: Digest, connection: BaseEmailBackend, now: datetime) -> bool:
    """Mails one digest; an address that the server does not take keeps nobody else from theirs.

    Raises:
        OSError: the server is away.
    """
    message = EmailMessage(one.title, one.text, to=[one.person.email], connection=connection)
    try:
        message.send()
    except (SMTPRecipientsRefused, SMTPResponseException):
        log.warning("an address was refused", exc_info=True)
        return False
    Digest.objects.filter(id=one.id).update(mailed_at=now)
    return True
