"""The beginning: a database that holds nothing, its first institution and its first administrator."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from administration.models import Invitation
from administration.queries.invitations import living
from administration.queries.setup import is_empty
from organization.actions import Clerk, add_person, appoint, found_institution
from organization.models import Institution, Role, Unit, User
from organization.rules import Absent
from workflow.rules import refuse

from .invitations import against_password, digest_of
from .people import against_login
from .units import against_code

TITLES = {Role.ADMINISTRATOR: "Quản trị hệ thống", Role.PERSONNEL: "Phụ trách nhân sự"}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the first administrator says."""

    code: str
    name: str
    place: str
    words: Mapping[str, str]
    username: str
    full_name: str
    email: str
    password: str


@transaction.atomic
def invite_to_begin(now: datetime) -> str:
    """A secret with which somebody may begin, while there is no institution; an earlier one ends.

    Raises:
        Absent: there is an institution.
    """
    if not is_empty():
        raise Absent
    Invitation.objects.filter(person=None, used_at=None, withdrawn_at=None).update(withdrawn_at=now)
    secret = secrets.token_urlsafe(32)
    Invitation.objects.create(digest=digest_of(secret), made_at=now)
    return secret


def may_begin(secret: str, now: datetime) -> bool:
    """Whether this secret opens the beginning."""
    return is_empty() and living(now).filter(digest=digest_of(secret), person=None).exists()


@transaction.atomic
def begin(secret: str, said: Beginning, *, now: datetime, origin: str) -> User:
    """Found the institution and appoint its first administrator, who keeps units, people and posts, too.

    Raises:
        Absent: the secret does not open anything.
        Refused: 422 a code or login that cannot be, a password that is too weak.
    """
    open_ = Invitation.objects.select_for_update(of=("self",)).filter(
        digest=digest_of(secret), person=None, used_at=None, withdrawn_at=None
    )
    link = open_.first()
    if link is None or not is_empty():
        raise Absent
    refuse([*against_code(said.code), *against_login(said.username)])
    clerk = Clerk(None, now, origin)
    institution = found_institution(
        code=said.code, name=said.name, place=said.place, words=said.words, changed_by=clerk
    )
    refuse(against_password(said.password, User(username=said.username, full_name=said.full_name)))
    user = first_administrator(institution, said, clerk)
    link.used_at = now
    link.save(update_fields=["used_at"])
    return user


def first_administrator(institution: Institution, said: Beginning, clerk: Clerk) -> User:
    """The person in both posts of administration."""
    root = institution.root
    if root is None:
        raise RuntimeError("the institution has no root unit")
    user = add_person(
        institution=institution, username=said.username, full_name=said.full_name, email=said.email,
        password=said.password, changed_by=clerk,
    )  # fmt: skip
    put_in_charge(user, root, clerk)
    return user


def put_in_charge(user: User, root: Unit, clerk: Clerk) -> None:
    """Both posts of administration."""
    for role, title in TITLES.items():
        appoint(user=user, unit=root, role=role, title=title, since=clerk.at, changed_by=clerk)
