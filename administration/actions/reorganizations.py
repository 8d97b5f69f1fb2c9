"""Mergers and splits of units: entered from the decision, confirmed by the leadership, carried out on their day (docs/adr/0050)."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from administration.models import PlanPart, Reorganization, StandIn
from administration.queries.reorganizations import due_at, posts_at, rows_of_plan, running_with
from administration.rules.reorganizations import (
    ANOTHER,
    BELOW,
    CLOSED,
    CONFIRMED,
    NO_PARTS,
    NO_REASON,
    NOT_A_SPLIT,
    NOT_LED,
    SAME_HAND,
    against_decision,
    against_units,
    already_running,
    last_day,
)
from administration.rules.standing import said
from administration.words import (
    REORGANIZATION,
    REORGANIZATION_CONFIRMED,
    REORGANIZATION_DECLINED,
    REORGANIZATION_WITHDRAWN,
)
from approvals.actions import act
from approvals.queries import visible_to
from approvals.queries.authority import against_leading, require_office
from notation import moments
from notation.text import excerpt, written
from notifications.actions import Notice, notify
from organization.actions import (
    Clerk,
    Decision,
    Subject,
    appoint,
    end_appointment,
    end_unit,
    enter,
    move_unit,
)
from organization.models import Appointment, Entry, Institution, Role, Unit, UnitClosure, User
from organization.rules import SIGNING_ROLES, may_stand_on
from plans.actions.monitoring import hand_all_over
from plans.models import Plan
from workflow.rules import Reason, Refused, refuse

from .locks import lock
from .telling import tell
from .units import against_ended, unit_of

if TYPE_CHECKING:
    from approvals.words import Terms

log = logging.getLogger(__name__)
#: What somebody is called whose signing post ended with the unit, until they are appointed anew.
STAFF_TITLE = "Viên chức"


@dataclass(frozen=True, slots=True)
class DecidedChange:
    """What the decision says; `on`: the first day of the new order."""

    kind: str
    unit: Unit
    successor: Unit | None
    on: date
    number: str
    dated: date
    note: str = ""


@transaction.atomic
def enter_reorganization(
    institution: Institution, given: DecidedChange, *, by: User, changed_by: Clerk
) -> Reorganization:
    """Enter it; nothing of it holds yet, the leadership is told.

    Raises:
        Refused: 409 one of a unit concerned is running; 422 days, paper or units that cannot be.
    """
    institution = lock(institution)
    today = timezone.localtime(changed_by.at).date()
    refuse([
        *against_decision(given.number, given.dated, given.on, today),
        *against_units(given.kind, given.unit, given.successor),
        *against_ended(given.unit, changed_by.at, "unit"),
        *against_ended(given.successor, changed_by.at, "successor"),
        *against_below(given.unit, given.successor),
        *against_running(given),
    ])  # fmt: skip
    one = Reorganization.objects.create(
        institution=institution, kind=given.kind, unit=given.unit, successor=given.successor, on=given.on,
        number=given.number.strip(), dated=given.dated, note=given.note, by=by, at=changed_by.at,
    )  # fmt: skip
    enter_act(one, Entry.Act.ENTER_REORGANIZATION, changed_by)
    tell(institution, [(REORGANIZATION, told_of(one))], changed_by)
    return one


def against_below(unit: Unit, successor: Unit | None) -> Iterator[Reason]:
    """That the unit in which it goes on lies below it."""
    if successor is not None and UnitClosure.objects.filter(ancestor=unit, descendant=successor).exists():
        yield said("parent-circle", BELOW, "successor", text=successor.name)


def against_running(given: DecidedChange) -> Iterator[Reason]:
    """That one of the units is concerned by another one that runs."""
    for field, unit in (("unit", given.unit), ("successor", given.successor)):
        if unit is not None and running_with([unit.id]).exists():
            yield already_running(unit, field)


def enter_act(one: Reorganization, act_: str, changed_by: Clerk) -> None:
    """Enters it into the register of administrative acts."""
    after = {
        "kind": one.kind, "unit": one.unit.code, "successor": one.successor.code if one.successor else None,
        "on": one.on.isoformat(), "number": one.number, "dated": one.dated.isoformat(), "reason": one.reason,
    }  # fmt: skip
    subject = Subject(Entry.Kind.UNIT, one.unit.code, unit=one.unit)
    enter(changed_by, act_, one.institution_id, subject, after=after)


def told_of(one: Reorganization) -> dict[str, str]:
    """What the sentences are made of."""
    names = [one.unit.name, *([one.successor.name] if one.successor else [])]
    return {"title": " → ".join(names), "day": moments.day(one.on), "number": one.number}


@transaction.atomic
def place_plans(one: Reorganization, parts: Mapping[UUID, str], *, by: User, changed_by: Clerk) -> None:
    """The admin office, or the leadership, says to which unit the rows of each plan go; what is not named stays, or goes to the
    successor.

    Args:
        parts: first revision of a plan -> code of a unit.

    Raises:
        Refused: 403 neither; 409 no split, or confirmed or closed already; 422 a plan or unit that is none, or has ended.
    """
    if against_leading(by, changed_by.at):
        require_office(one.institution, by, changed_by.at)
    lock(one.institution)
    one.refresh_from_db(fields=["confirmed_at", "closed_at"])
    refuse([*against_open(one), *([NOT_A_SPLIT] if one.kind != Reorganization.Kind.SPLIT else [])])
    known = {
        plan.case_id: plan for plan in Plan.objects.filter(case__in=parts, case__institution=one.institution)
    }
    made = []
    for place, (plan_id, code) in enumerate(parts.items(), start=1):
        unit = unit_of(one.institution, code, "unit")
        plan = known.get(plan_id)
        wrong = list(against_ended(unit, changed_by.at, "unit"))
        if plan is None or not rows_of_plan(plan, one.unit, one.on):
            wrong.append(said("plan-unknown", NOT_LED, "plan"))
        if unit.id == one.unit_id or unit.parent_id is None:
            wrong.append(said("parent-circle", ANOTHER, "unit"))
        refuse([replace(reason, row=str(place)) for reason in wrong])
        made.append(PlanPart(reorganization=one, plan=plan, unit=unit))
    one.parts.all().delete()
    PlanPart.objects.bulk_create(made)


def against_open(one: Reorganization) -> Iterator[Reason]:
    """That it is confirmed or closed already."""
    if one.confirmed_at is not None:
        yield CONFIRMED
    if one.closed_at is not None:
        yield CLOSED


@transaction.atomic
def confirm(one: Reorganization, *, by: User, key: str, session: str, changed_by: Clerk) -> Reorganization:
    """The leadership confirms it: rows that go elsewhere are reassigned by its signature on each plan, the rest follows on the day.

    Raises:
        Refused: 403 not of the leadership; 409 confirmed or closed already, entered by the same person, a split without parts, or
            what stands against reassigning a row.
    """
    refuse(against_leading(by, changed_by.at))
    lock(one.institution)
    one.refresh_from_db(fields=["confirmed_at", "closed_at"])
    refuse([*against_open(one), *([SAME_HAND] if one.by_id == by.id else [])])
    refuse(against_world(one, changed_by))
    parts = list(one.parts.select_related("plan__case", "unit"))
    if one.kind == Reorganization.Kind.SPLIT and not parts:
        raise Refused([NO_PARTS])
    for part in parts:
        reassign(
            one,
            part,
            by=by,
            key=sha256(f"{key} {part.plan_id}".encode()).hexdigest(),
            session=session,
            changed_by=changed_by,
        )
    one.confirmed_by, one.confirmed_at = by, changed_by.at
    one.save(update_fields=["confirmed_by", "confirmed_at"])
    enter_act(one, Entry.Act.CONFIRM_REORGANIZATION, changed_by)
    tell_enterer(one, REORGANIZATION_CONFIRMED, changed_by)
    if one.on <= timezone.localtime(changed_by.at).date():
        carry_out(one, Clerk(by, changed_by.at, changed_by.origin))
    return one


def reassign(
    one: Reorganization, part: PlanPart, *, by: User, key: str, session: str, changed_by: Clerk
) -> None:
    """Signs on a plan that the rows which the unit leads go to another one from the day on.

    Raises:
        Refused: what stands against it.
    """
    rows = rows_of_plan(part.plan, one.unit, one.on)
    if not rows:
        return
    [case] = visible_to(by, changed_by.at).filter(id__in=Plan.objects.filter(rows__in=rows).values("case"))
    terms: Terms = {
        "rows": [str(row) for row in rows], "unit": part.unit.code, "on": one.on.isoformat(),
        "decision": {"number": one.number, "date": one.dated.isoformat()},
    }  # fmt: skip
    [outcome] = act(
        cases=[(case.id, case.digest)], act="reassign", by=by, now=changed_by.at, key=key, session=session, terms=terms
    )  # fmt: skip
    refuse(outcome.reasons)


@transaction.atomic
def close(one: Reorganization, *, reason: str, by: User, changed_by: Clerk) -> Reorganization:
    """The leadership declines it with a reason, or personnel withdraw it: then nothing of it ever holds.

    Raises:
        Refused: 409 confirmed or closed already; 422 the leadership gives no reason.
    """
    lock(one.institution)
    one.refresh_from_db(fields=["confirmed_at", "closed_at"])
    refuse(against_open(one))
    leading = not against_leading(by, changed_by.at)
    if leading and not written(reason):
        raise Refused([said("reason-missing", NO_REASON, "reason")])
    one.closed_by, one.closed_at, one.reason = by, changed_by.at, reason.strip()
    one.save(update_fields=["closed_by", "closed_at", "reason"])
    enter_act(one, Entry.Act.CLOSE_REORGANIZATION, changed_by)
    if by.id != one.by_id:
        tell_enterer(one, REORGANIZATION_DECLINED if leading else REORGANIZATION_WITHDRAWN, changed_by)
    return one


def tell_enterer(one: Reorganization, event: str, changed_by: Clerk) -> None:
    """Tells whoever entered it."""
    actor = changed_by.by.full_name if changed_by.by else one.institution.code
    notify(
        [
            Notice(
                one.by_id,
                "progress",
                None,
                {"act": event, "actor": actor, "reason": excerpt(one.reason), **told_of(one)},
            )
        ],
        now=changed_by.at,
    )


def against_world(one: Reorganization, changed_by: Clerk) -> list[Reason]:
    """What has changed since it was entered so that it cannot be carried out."""
    return [
        *against_units(one.kind, one.unit, one.successor),
        *against_ended(one.unit, changed_by.at, "unit"),
        *against_ended(one.successor, changed_by.at, "successor"),
        *against_below(one.unit, one.successor),
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
    end_unit(unit, on=last_day(one.on, today), successor=heir, changed_by=changed_by)
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
