"""Links by mail, where a server for it is set."""

import logging
from collections.abc import Mapping
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from organization.models import User

log = logging.getLogger(__name__)
#: Of a mail server: somebody waits for the answer.
PATIENCE_SECONDS = 10
SUBJECT = _("Sáu Rõ: set your password")
TEXT = _(
    "Dear %(name)s,\n\nyour login is %(username)s. Set your password at this address; it works once, within seven days:\n\n"
    "%(link)s\n\n%(institution)s\n"
)


def mail_links(links: Mapping[User, str]) -> set[User]:
    """Mails each person who has an address their link, in Vietnamese; answers to whom it went. Without a server, or where it is
    away, to nobody: the links are shown all the same."""
    addressed = {user: link for user, link in links.items() if user.email}
    sent: set[User] = set()
    if not settings.EMAIL_HOST or not addressed:
        return sent
    try:
        with get_connection(timeout=PATIENCE_SECONDS) as connection, override("vi"):
            for user, link in addressed.items():
                if is_mailed(user, link, connection):
                    sent.add(user)
    except OSError:
        log.warning("links could not be mailed", exc_info=True)
    return sent


def is_mailed(user: User, link: str, connection: BaseEmailBackend) -> bool:
    """Mails one; an address that the server does not take keeps nobody else from theirs.

    Raises:
        OSError: the server is away.
    """
    said = {
        "name": user.full_name,
        "username": user.username,
        "link": link,
        "institution": user.institution.name,
    }
    message = EmailMessage(gettext(SUBJECT), gettext(TEXT) % said, to=[user.email], connection=connection)
    try:
        message.send()
    except (SMTPRecipientsRefused, SMTPResponseException):
        log.warning("an address was refused", exc_info=True)
        return False
    return True
