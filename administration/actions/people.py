"""People: new ones, how they are called and reached, whether they are let in."""

from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext_noop as _

from administration.queries import people as people_there
from administration.rules.logins import is_login, login_of
from administration.rules.standing import said
from notifications.actions import end_everywhere
from organization.actions import Clerk, add_person, change_person, set_active
from organization.models import Institution, User
from workflow.rules import Reason, refuse

from .locks import lock
from .posts import against_losing, against_second_head


@transaction.atomic
def enlist(
    institution: Institution, *, full_name: str, username: str, email: str, telephone: str, changed_by: Clerk
) -> User:
    """A new person, without a post and without a password; a blank login is made of the name.

    Raises:
        Refused: 422 no login, or one that is taken.
    """
    login = username or login_of(full_name, people_there.all_logins())
    refuse(against_login(login))
    return add_person(
        institution=institution, username=login, full_name=full_name, email=email, telephone=telephone,
        changed_by=changed_by,
    )  # fmt: skip


def against_login(username: str) -> Iterator[Reason]:
    """Why nobody can have this login."""
    if not is_login(username):
        message = _("A login holds small letters without marks, figures, full stops and hyphens: “%(text)s”.")
        yield said("username-malformed", message, "username", text=username)
    elif people_there.is_taken(username):
        message = _("The login “%(text)s” cannot be used: it is taken.")
        yield said("username-taken", message, "username", text=username)


@transaction.atomic
def alter_person(user: User, *, active: bool | None, changed_by: Clerk, **given: str) -> None:
    """Write down another name or way to reach them; let them in no longer, or again.

    Raises:
        Refused: 409 they are the last of what must not be without anybody, or their unit has another head now.
    """
    institution = lock(user.institution)
    change_person(user, changed_by=changed_by, **given)
    if active is False and user.is_active:
        refuse(against_losing(institution, people_there.posts_of(user, changed_by.at), changed_by.at))
        set_active(user, active=False, changed_by=changed_by)
        end_everywhere(user, now=changed_by.at)
    if active is True and not user.is_active:
        for post in people_there.heads_of_inactive(user, changed_by.at):
            refuse(against_second_head(post.post.unit, post.valid_from, post.valid_to))
        set_active(user, active=True, changed_by=changed_by)
