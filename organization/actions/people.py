"""Changes of who is known here; each leaves an entry in the register."""

from typing import Any

from django.db import transaction

from organization.models import Entry, Institution, User

from .register import Clerk, Subject, differing, enter

#: What is said of a person beside the login.
FIELDS = ("full_name", "email", "telephone")


@transaction.atomic
def add_person(
    *,
    institution: Institution,
    username: str,
    full_name: str,
    email: str = "",
    telephone: str = "",
    password: str | None = None,
    changed_by: Clerk | None = None,
) -> User:
    """A new person without a post; without a password nobody can log in as them."""
    user = User.objects.create_user(username, password, full_name=full_name, institution=institution)
    user.email, user.telephone = email, telephone
    user.save(update_fields=["email", "telephone"])
    said = {"username": username, **{name: getattr(user, name) for name in FIELDS}}
    enter(changed_by, Entry.Act.ADD_PERSON, institution, who(user), after=said)
    return user


def who(user: User) -> Subject:
    """The person as whom an entry is about."""
    return Subject(Entry.Kind.PERSON, user.id, person=user)


@transaction.atomic
def change_person(user: User, *, changed_by: Clerk | None = None, **given: Any) -> bool:
    """Write down another name, e-mail address or telephone number. Returns whether anything differed."""
    before, after = differing({name: getattr(user, name) for name in given}, given)
    if not after:
        return False
    for name, value in after.items():
        setattr(user, name, value)
    user.save(update_fields=list(after))
    enter(changed_by, Entry.Act.CHANGE_PERSON, user.institution_id, who(user), before=before, after=after)
    return True


@transaction.atomic
def set_active(user: User, *, active: bool, changed_by: Clerk | None = None) -> bool:
    """Let the person in no longer, or again; their posts stay as they are. Returns whether that is new."""
    if user.is_active == active:
        return False
    user.is_active = active
    user.save(update_fields=["is_active"])
    act = Entry.Act.REACTIVATE if active else Entry.Act.DEACTIVATE
    enter(changed_by, act, user.institution_id, who(user))
    return True


@transaction.atomic
def set_password(user: User, password: str, *, act: str, changed_by: Clerk | None = None) -> None:
    """Give the person a password; sessions, windows and tokens that stand on the old one end with it."""
    user.set_password(password)
    user.save(update_fields=["password"])
    enter(changed_by, act, user.institution_id, who(user))
