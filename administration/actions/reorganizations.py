"""Mergers and splits of units: entered from the decision, confirmed by the leadership, carried out on their day (docs/adr/0050)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from administration.models import PlanPart, Reorganization
from administration.queries.reorganizations import rows_of_plan, running_with
from administration.rules.reorganizations import (
    ANOTHER,
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
    Subject,
    enter,
)
from organization.models import Entry, Institution, Unit, User
from plans.models import Plan
from workflow.rules import Reason, Refused, refuse

from .carrying_out import against_world, carry_out
from .locks import lock
from .telling import tell
from .units import against_ended, against_moving, unit_of

if TYPE_CHECKING:
    from approvals.words import Terms


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
        *(against_moving(given.unit, given.successor, "successor") if given.successor else ()),
        *against_running(given),
    ])  # fmt: skip
    one = Reorganization.objects.create(
        institution=institution, kind=given.kind, unit=given.unit, successor=given.successor, on=given.on,
        number=given.number.strip(), dated=given.dated, note=given.note, by=by, at=changed_by.at,
    )  # fmt: skip
    enter_act(one, Entry.Act.ENTER_REORGANIZATION, changed_by)
    tell(institution, [(REORGANIZATION, told_of(one))], changed_by)
    return one


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
