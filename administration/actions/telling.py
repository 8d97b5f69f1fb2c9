"""Telling the leadership who came into a post."""

from collections.abc import Sequence

from administration.words import MOVED_UNIT, NEW_LINK, NEW_OFFICE, OWN_POST, POST, SIGNING_POST
from notifications.actions import Notice, notify
from organization.actions import Clerk
from organization.models import Appointment, Institution, Unit, User
from organization.queries import holders
from organization.rules import BLIND_ROLES, SIGNING_ROLES


def tell_leadership(institution: Institution, made: Sequence[Appointment], clerk: Clerk) -> None:
    """Tell the leadership of posts that sign, and of any post with a content right that somebody entered for themself: nobody
    comes to see or sign anything unseen. One request is one notice."""
    tell(institution, [(event, data_of(post)) for post in made if (event := event_of(post, clerk))], clerk)


def tell_of_office(institution: Institution, office: Unit, clerk: Clerk) -> None:
    """Tell the leadership which unit is the admin office from now on."""
    tell(institution, [(NEW_OFFICE, {"title": office.name})], clerk)


def tell_of_move(unit: Unit, above: Unit, clerk: Clerk) -> None:
    """Tell the leadership that a unit hangs below another one: whoever acts for that one now reaches it."""
    tell(unit.institution, [(MOVED_UNIT, {"title": unit.name, "above": above.name})], clerk)


def tell_of_links(institution: Institution, people: Sequence[User], clerk: Clerk) -> None:
    """Tell the leadership of links for people who have a password already: who has such a link can sign as them."""
    told = [(NEW_LINK, {"title": user.full_name}) for user in people if user.has_usable_password()]
    tell(institution, told, clerk)


def tell(institution: Institution, told: Sequence[tuple[str, dict[str, str]]], clerk: Clerk) -> None:
    """Tell everybody of the leadership but who did it."""
    if not told or institution.root_id is None:
        return
    [leaders] = holders([("present", institution.root_id)], clerk.at).values()
    actor = clerk.by.full_name if clerk.by else institution.code
    notices = [
        Notice(leader, "progress", None, {"act": event, "actor": actor, **data})
        for leader in sorted(leaders)
        for event, data in told
        if clerk.by is None or leader != clerk.by.id
    ]
    notify(notices, now=clerk.at)


def event_of(post: Appointment, clerk: Clerk) -> str:
    """What the leadership is told of it; empty: nothing."""
    if clerk.by is not None and post.user_id == clerk.by.id and post.post.role not in BLIND_ROLES:
        return OWN_POST
    return SIGNING_POST if post.post.role in SIGNING_ROLES else ""


def data_of(post: Appointment) -> dict[str, str]:
    """What the sentence is made of."""
    return {
        "case_kind": POST, "person": post.user.full_name, "title": f"{post.title}, {post.post.unit.name}"
    }  # fmt: skip
