"""Changes of who holds which post, and to whom it is lent; each leaves an entry in the register."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.contrib.auth.models import Permission
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from notation.text import written
from organization.models import Appointment, Delegation, Entry, Unit, User
from organization.push import start_job
from organization.rules import open_post

from .register import Clerk, Subject, differing, enter


class Decision(NamedTuple):
    """The paper by which somebody was appointed."""

    number: str = ""
    on: date | None = None


#: Nothing was written down.
UNWRITTEN = Decision()


def brief_again(posts: QuerySet[Appointment]) -> None:
    """Has those in these posts, and to whom they are lent, told what has come to wait for them and they were not told of."""
    Delegation.objects.filter(appointment__in=posts).update(briefed_at=None)
    posts.update(briefed_at=None)
    start_job("brief_newcomers")


@transaction.atomic
def appoint(
    *,
    user: User,
    unit: Unit,
    role: str,
    title: str,
    since: datetime,
    until: datetime | None = None,
    fields: Iterable[Unit] = (),
    decision: Decision = UNWRITTEN,
    changed_by: Clerk | None = None,
) -> Appointment:
    """Put a person into a post of a unit of their own institution; once it begins they are told what waits there.

    Raises:
        ValueError: another institution, or a role that cannot stand on that unit.
    """
    if user.institution_id != unit.institution_id:
        raise ValueError("the person belongs to another institution")
    appointment = Appointment.objects.create(
        user=user,
        post=open_post(unit, role),
        title=title,
        valid_from=since,
        valid_to=until,
        decision_number=decision.number,
        decision_date=decision.on,
    )
    if in_charge := list(fields):
        appointment.fields_in_charge.set(in_charge)
    after = {"person": user.full_name, "unit": unit.code, "role": str(role), **said_of(appointment)}
    enter(changed_by, Entry.Act.APPOINT, unit.institution_id, of(appointment), after=after)
    start_job("brief_newcomers")
    return appointment


def of(appointment: Appointment) -> Subject:
    """The appointment as what an entry is about."""
    unit = appointment.post.unit
    return Subject(Entry.Kind.APPOINTMENT, appointment.id, person=appointment.user, unit=unit)


def said_of(appointment: Appointment) -> dict[str, Any]:
    """What is said of an appointment, as the register keeps it."""
    until, decided = appointment.valid_to, appointment.decision_date
    return {
        "title": appointment.title,
        "since": appointment.valid_from.isoformat(),
        "until": until.isoformat() if until else None,
        "decision_number": appointment.decision_number,
        "decision_date": decided.isoformat() if decided else None,
    }


@transaction.atomic
def end_appointment(appointment: Appointment, *, at: datetime, changed_by: Clerk | None = None) -> None:
    """End an appointment: from that second on it grants nothing, nor do delegations that stand on it."""
    was = said_of(appointment)
    appointment.valid_to = max(at, appointment.valid_from)
    appointment.save(update_fields=["valid_to"])
    before, after = differing(was, said_of(appointment))
    about, institution = of(appointment), appointment.user.institution_id
    enter(changed_by, Entry.Act.END_POST, institution, about, before=before, after=after)


@transaction.atomic
def change_appointment(
    appointment: Appointment, *, until: datetime | None, decision: Decision, changed_by: Clerk | None = None
) -> None:
    """Say until when it lasts and by which paper. Its title stays: signatures were given under it."""
    was = said_of(appointment)
    appointment.valid_to = until
    appointment.decision_number, appointment.decision_date = decision
    before, after = differing(was, said_of(appointment))
    if not after:
        return
    appointment.save(update_fields=["valid_to", "decision_number", "decision_date"])
    about, institution = of(appointment), appointment.user.institution_id
    enter(changed_by, Entry.Act.CHANGE_POST, institution, about, before=before, after=after)


@transaction.atomic
def delegate(
    *,
    appointment: Appointment,
    to: User,
    permissions: Iterable[str],
    mandate: str,
    since: datetime,
    until: datetime,
    by: User,
    changed_by: Clerk | None = None,
) -> Delegation:
    """Let another person of the institution use permissions of this appointment for a while.

    To see is part of every delegation. Only what the post itself holds can be lent, so a delegate
    cannot pass on what was lent to them.

    Raises:
        ValueError: another institution, the person themself, no mandate, or a permission not held.
    """
    if to.institution_id != appointment.user.institution_id or to.id == appointment.user_id:
        raise ValueError("a delegate is another person of the same institution")
    if not written(mandate):
        raise ValueError("a delegation names its mandate document")
    wanted = {"view", *permissions}
    held = Permission.objects.filter(
        unitgrant__group__post=appointment.post_id, codename__in=wanted
    ).distinct()
    if missing := wanted - {permission.codename for permission in held}:
        raise ValueError(f"the post does not hold {', '.join(sorted(missing))}")
    delegation = Delegation.objects.create(
        appointment=appointment, delegate=to, mandate=mandate, valid_from=since, valid_to=until, created_by=by
    )
    delegation.permissions.set(held)
    enter_delegation(delegation, sorted(wanted), changed_by or Clerk(by, timezone.now()))
    start_job("brief_newcomers")
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, at: datetime, changed_by: Clerk | None = None) -> None:
    """End a delegation before its time: from that second on it lends nothing."""
    was = delegation.valid_to
    delegation.valid_to = min(was, max(at, delegation.valid_from + timedelta(microseconds=1)))
    delegation.save(update_fields=["valid_to"])
    unit = delegation.appointment.post.unit
    about = Subject(Entry.Kind.DELEGATION, delegation.id, person=delegation.delegate, unit=unit)
    enter(
        changed_by, Entry.Act.END_DELEGATION, unit.institution_id, about,
        before={"until": was.isoformat()}, after={"until": delegation.valid_to.isoformat()},
    )  # fmt: skip


def enter_delegation(delegation: Delegation, permissions: list[str], changed_by: Clerk) -> None:
    """Who may sign for whom, what and how long."""
    appointment = delegation.appointment
    after = {
        "principal": appointment.user.full_name,
        "delegate": delegation.delegate.full_name,
        "permissions": permissions,
        "mandate": delegation.mandate,
        "since": delegation.valid_from.isoformat(),
        "until": delegation.valid_to.isoformat(),
    }
    about = Subject(
        Entry.Kind.DELEGATION, delegation.id, person=delegation.delegate, unit=appointment.post.unit
    )
    enter(changed_by, Entry.Act.DELEGATE, appointment.user.institution_id, about, after=after)
