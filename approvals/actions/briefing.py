"""Telling what waits already: to who comes into a post or is lent one, and where a case comes to without an act."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from approvals.models import Signature
from approvals.queries import inbox_of
from approvals.reading import read_inbox
from notifications.actions import Notice, notify
from notifications.queries import last_asked
from organization.models import Appointment, Delegation, User
from organization.queries import holders, unbriefed
from workflow.machine import STEPS
from workflow.models import Case, WaitsFor

from .telling import told_of

#: How what is told outside of an act is called in a notice.
BRIEF, DESK = "brief", "desk"
#: Whoever took one of these steps of a submission does not check it.
EARLIER = STEPS - {"review"}


@transaction.atomic
def brief(now: datetime) -> int:
    """Tell everyone who has come into a post, or was lent one, what waits for them; each post is looked at once.

    Harmless when repeated or run twice at once: the rows are locked, and nobody is told what he was told already.

    Returns:
        How many people were told of something.
    """
    posts = list(unbriefed(Appointment, now).select_for_update(of=("self",)).order_by("id"))
    lent = list(unbriefed(Delegation, now).select_for_update(of=("self",)).order_by("id"))
    ids = {post.user_id for post in posts} | {row.delegate_id for row in lent}
    people = (
        User.objects.filter(id__in=ids, is_active=True).select_related("institution__office").order_by("id")
    )
    told = sum(brief_person(person, now) for person in people)
    for kind, rows in ((Appointment, posts), (Delegation, lent)):
        kind._default_manager.filter(id__in=[row.id for row in rows]).update(briefed_at=now)
    return told


def brief_person(person: User, now: datetime) -> bool:
    """Tells one person, in one notice, what waits for them and what they have not been told; whether there was any."""
    own = {"waits_for": WaitsFor.OFFICERS, "edited_by": person}
    waiting = [line.case for line in read_inbox(list(inbox_of(person, now).exclude(**own)), person, now)]
    asked = last_asked(person, [case.id for case in waiting])
    fresh = [case for case in waiting if case.id not in asked or asked[case.id] < case.since]
    notify([Notice(person.id, "waiting", case.id, told_of(case, BRIEF)) for case in fresh], now=now)
    return bool(fresh)


def tell_desk(cases: Mapping[Case, UUID], event: str, *, actor: User | None, now: datetime) -> None:
    """Tells those who check at the units where these cases have come without an act; never the actor.

    It is the move of who has not taken an earlier step of the submission, where the case waits to be checked.

    Args:
        cases: with the unit to which each has come; `waits_for` as it is now.
        event: how it is told, see `notifications.words.tell_as`.
    """
    held = holders({("review", unit) for unit in cases.values()}, now) if cases else {}
    signed = earlier(list(cases))
    name, nobody = (actor.full_name, {actor.id}) if actor else ("", set())
    notify(
        [
            Notice(person, kind_for(person, case, signed), case.id, told_of(case, event, actor=name))
            for case, unit in cases.items()
            for person in sorted(held["review", unit] - nobody)
        ],
        now=now,
    )


def kind_for(person: UUID, case: Case, signed: set[tuple[UUID, UUID]]) -> str:
    """Whether the next step of a case is this person's."""
    mine = case.waits_for == WaitsFor.MONITOR and (case.id, person) not in signed
    return "waiting" if mine else "progress"


def earlier(cases: Sequence[Case]) -> set[tuple[UUID, UUID]]:
    """(case, person) of who took an earlier step of the submission under way, or had it taken for them."""
    numbers = {case.id: case.submission for case in cases}
    rows = Signature.objects.filter(case__in=numbers, act__in=EARLIER).values_list(
        "case", "submission", "signer", "on_behalf_of"
    )
    return {
        (case, person)
        for case, number, *persons in rows
        if number == numbers[case]
        for person in persons
        if person
    }
