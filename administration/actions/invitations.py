"""Links that work once: a person sets the password, the first administrator begins."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_noop as _

from administration.models import Invitation
from administration.queries.invitations import living
from administration.rules.standing import said
from notifications.actions import end_others
from organization.actions import Clerk, Subject, enter, set_password
from organization.models import Entry, User
from organization.rules import Absent
from workflow.rules import Reason, refuse

from .telling import tell_of_links

#: How long a link waits to be used.
LASTS = timedelta(days=7)
#: Code of Django's refusal -> our sentence.
WEAK = {
    "password_too_short": _("The password is too short: use at least %(min_length)s characters."),
    "password_too_common": _("This password is too common: choose one that nobody guesses."),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is shown once; nobody keeps the secret."""

    person: User
    secret: str


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


@transaction.atomic
def invite(people: Sequence[User], *, changed_by: Clerk) -> list[Link]:
    """Make a link for each of them, all of one institution; earlier ones that were not used end. The leadership is told of those for
    people who have a password already."""
    made = []
    Invitation.objects.filter(person__in=people, used_at=None, withdrawn_at=None).update(
        withdrawn_at=changed_by.at
    )
    for person in people:
        secret = secrets.token_urlsafe(32)
        until = changed_by.at + LASTS
        Invitation.objects.create(
            person=person, digest=digest_of(secret), made_by=changed_by.by, made_at=changed_by.at, until=until
        )
        subject, after = about(person), {"until": until.isoformat()}
        enter(changed_by, Entry.Act.INVITE, person.institution_id, subject, after=after)
        made.append(Link(person, secret))
    if people:
        tell_of_links(people[0].institution, people, changed_by)
    return made


def about(person: User) -> Subject:
    """The person as whom an entry is about."""
    return Subject(Entry.Kind.PERSON, person.id, person=person)


@transaction.atomic
def accept(secret: str, password: str, *, now: datetime, origin: str) -> User:
    """Set the password of the person whose link it is; then the link is dead.

    Raises:
        Absent: there is no such link, or it has been used, withdrawn, or has run out.
        Refused: 422 the password is too weak.
    """
    found = living(now).filter(digest=digest_of(secret), person__isnull=False).first()
    if found is None:
        raise Absent
    link = Invitation.objects.select_for_update(of=("self",)).get(id=found.id)
    if link.used_at or link.withdrawn_at or link.person is None:
        raise Absent
    person = link.person
    refuse(against_password(password, person))
    link.used_at = now
    link.save(update_fields=["used_at"])
    set_password(person, password, act=Entry.Act.SET_PASSWORD, changed_by=Clerk(person, now, origin))
    end_others(person, keep="", now=now)
    return person


def against_password(password: str, user: User) -> Iterator[Reason]:
    """Why this password will not do."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        for one in error.error_list:
            message = WEAK.get(str(one.code), WEAK["password_too_common"])
            params = {name: str(value) for name, value in (one.params or {}).items()}
            yield said("password-weak", message, "password", **params)


@transaction.atomic
def change_password(user: User, *, old: str, new: str, keep: str, changed_by: Clerk) -> None:
    """Give oneself another password; other sessions, windows and tokens end.

    Raises:
        Refused: 422 the old one is wrong, the new one too weak.
    """
    if not user.check_password(old):
        refuse([said("password-wrong", _("The old password is wrong."), "old")])
    refuse(against_password(new, user))
    set_password(user, new, act=Entry.Act.CHANGE_PASSWORD, changed_by=changed_by)
    end_others(user, keep=keep, now=changed_by.at)
