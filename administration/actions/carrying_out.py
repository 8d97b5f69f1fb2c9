"""Mergers that are confirmed are carried out on their day (docs/adr/0050)."""

import logging

from django.db import transaction
from django.utils import timezone

from administration.models import Reorganization, StandIn
from administration.queries.reorganizations import due_at, posts_at
from administration.rules.reorganizations import against_units, ends_on
from organization.actions import Clerk, Decision, appoint, end_appointment, end_unit, move_unit
from organization.models import Appointment, Role, Unit
from organization.rules import SIGNING_ROLES, may_stand_on
from plans.actions.monitoring import hand_all_over
from workflow.rules import Reason, Refused, refuse

from .locks import lock
from .units import against_ended, against_moving

log = logging.getLogger(__name__)
#: What somebody is called whose signing post ended with the unit, until they are appointed anew.
STAFF_TITLE = "Viên chức"


def against_world(one: Reorganization, changed_by: Clerk) -> list[Reason]:
    """What has changed since it was entered so that it cannot be carried out."""
    return [
        *against_units(one.kind, one.unit, one.successor),
        *against_ended(one.unit, changed_by.at, "unit"),
        *against_ended(one.successor, changed_by.at, "successor"),
        *(against_moving(one.unit, one.successor, "successor") if one.successor else ()),
    ]


def carry_out_due(changed_by: Clerk) -> int:
    """Carries out what is confirmed and due, each by itself: one that cannot be stops no other. Safe to repeat. Returns how many."""
    done = 0
    for one in due_at(timezone.localtime(changed_by.at).date()):
        try:
            carry_out(one, Clerk(one.confirmed_by, changed_by.at, changed_by.origin))
        except Refused:
            log.warning("a merger cannot be carried out: %s", one, exc_info=True)
        else:
            done += 1
    return done


@transaction.atomic
def carry_out(one: Reorganization, changed_by: Clerk) -> None:
    """The unit ends with the day before and hangs below its successor, so whoever acts there reaches what it left; units below it
    hang there, too. The successor follows what it followed, and its people go along. Signing posts end: their holders stay as
    staff until they are appointed anew.

    Raises:
        Refused: the world has changed so that it cannot be.
    """
    lock(one.institution)
    one = Reorganization.objects.select_for_update(of=("self",)).select_related(
        "unit__institution", "unit__parent", "successor__institution", "institution", "confirmed_by"
    ).get(id=one.id)  # fmt: skip
    if one.applied_at is not None:
        return
    if one.successor is not None and one.confirmed_by is not None:
        refuse(against_world(one, changed_by))
        merge(one.unit, one.successor, one, changed_by)
        hand_all_over(one.unit, one.successor, by=one.confirmed_by, now=changed_by.at)
    one.applied_at = changed_by.at
    one.save(update_fields=["applied_at"])


def merge(unit: Unit, heir: Unit, one: Reorganization, changed_by: Clerk) -> None:
    """The unit goes on in the other one."""
    today = timezone.localtime(changed_by.at).date()
    for child in unit.children.filter(valid_to=None).select_related("institution", "parent"):
        move_unit(child, parent=heir, changed_by=changed_by)
    end_unit(unit, on=ends_on(one.on, today), successor=heir, changed_by=changed_by)
    move_unit(unit, parent=heir, changed_by=changed_by)
    for post in list(posts_at(unit, changed_by.at)):
        take_along(post, one, heir, changed_by)


def take_along(post: Appointment, one: Reorganization, heir: Unit, changed_by: Clerk) -> None:
    """A post of the unit ends; who held it goes on in the other, as staff where the post signed, as long as it would have lasted. A
    post that is to come, or by which somebody stands in, only ends."""
    begun, until = post.valid_from <= changed_by.at, post.valid_to
    end_appointment(post, at=changed_by.at if begun else post.valid_from, changed_by=changed_by)
    standing_in = StandIn.objects.filter(appointment=post, ended_at=None)
    if standing_in.update(ended_at=changed_by.at, ended_by=changed_by.by) or not begun:
        return
    if posts_at(heir, changed_by.at).filter(user=post.user).exists():
        return
    keeps = post.post.role not in SIGNING_ROLES and may_stand_on(post.post.role, heir)
    appoint(
        user=post.user, unit=heir, role=post.post.role if keeps else Role.OFFICER,
        title=post.title if keeps else STAFF_TITLE, since=changed_by.at, until=until,
        decision=Decision(one.number, one.dated), changed_by=changed_by,
    )  # fmt: skip
