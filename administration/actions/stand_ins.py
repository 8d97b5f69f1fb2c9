"""The admin office enters who is away and who signs meanwhile; it holds at once, and those whom it concerns are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from administration.models import StandIn
from administration.queries import stand_ins as there
from administration.rules.stand_ins import (
    against_deputies,
    against_length,
    against_paper,
    against_principal,
    against_span,
    span_text,
)
from administration.rules.standing import said
from administration.words import AUTHORISED, AWAY, IN_CHARGE, STOOD_DOWN
from approvals.models import Evidence
from approvals.queries.authority import against_leading, holds, require_office
from notation import moments
from notifications.actions import Notice, notify
from organization.actions import (
    Clerk,
    Decision,
    Subject,
    appoint,
    delegate,
    end_appointment,
    end_delegation,
    enter,
)
from organization.models import Appointment, Entry, Institution, Role, Unit, User
from organization.queries import holders
from workflow.rules import CONFLICT, RIGHTS, Reason, Refused, refuse

from .locks import lock
from .posts import end_of, start_of
from .units import against_ended

Kind = StandIn.Kind
TOLD = {Kind.ABSENCE: AWAY, Kind.IN_CHARGE: IN_CHARGE, Kind.AUTHORITY: AUTHORISED}
NOBODY = _("Choose the person.")


@dataclass(frozen=True, slots=True)
class Given:
    """What the office enters from the paper; `until`: the last day.

    Attributes:
        absent: who is away, or who authorises.
        person: who is put in charge, or authorised.
        unit: whose paper it is about; of an absence and an authorisation it follows from the post.
    """

    kind: str
    since: date
    until: date
    absent: User | None = None
    person: User | None = None
    unit: Unit | None = None
    number: str = ""
    dated: date | None = None
    evidence: Evidence | None = None
    note: str = ""


@transaction.atomic
def enter_stand_in(institution: Institution, given: Given, *, by: User, changed_by: Clerk) -> StandIn:
    """Enter it, in force from now or its first day on.

    Raises:
        Refused: 403 not of the admin office; 409 the unit has a deputy; 422 days, paper or people that cannot be.
    """
    require_office(institution, by, changed_by.at)
    institution = lock(institution)
    refuse(against_given(given, changed_by.at))
    one = StandIn(
        institution=institution, kind=given.kind, absent=given.absent, person=given.person, unit=unit_concerned(given, changed_by.at),
        since=given.since, until=given.until, number=given.number, dated=given.dated, evidence=given.evidence, note=given.note,
        by=by, at=changed_by.at,
    )  # fmt: skip
    grant(one, changed_by)
    one.save(force_insert=True)
    tell_concerned(one, TOLD[Kind(one.kind)], changed_by)
    return one


def unit_concerned(given: Given, now: datetime) -> Unit:
    """The unit that it is about: the one that is said, else that of the post of who is away."""
    if given.kind == Kind.IN_CHARGE and given.unit is not None:
        return given.unit
    post = first_post(given.absent, now) if given.absent else None
    if post is None:
        raise Refused([said("no-post", _("The person holds no post now."), "absent")])
    return post.post.unit


def first_post(user: User, now: datetime) -> Appointment | None:
    """A post that the person holds: that of the leadership first."""
    leading = there.leaders_post(user, now)
    held = user.appointments.filter(valid_from__lte=now).exclude(valid_to__lte=now)
    return leading or held.select_related("post__unit").order_by("valid_from", "id").first()


def against_given(given: Given, now: datetime) -> Iterator[Reason]:
    """What is wrong with it."""
    today = timezone.localtime(now).date()
    yield from against_span(given.since, given.until, today)
    yield from against_paper(given.kind, given.number, given.dated)
    yield from against_length(given.kind, given.since, given.until, settings.AUTHORITY_DAYS)
    yield from against_people(given, now)


def against_people(given: Given, now: datetime) -> Iterator[Reason]:
    """Who is missing, or cannot be it."""
    for field, user in (("absent", given.absent), ("person", given.person)):
        if user is not None and not user.is_active:
            yield Reason(
                "person-inactive",
                CONFLICT,
                _("%(name)s is deactivated."),
                {"name": user.full_name},
                field=field,
            )
    if given.kind != Kind.IN_CHARGE and given.absent is None:
        yield said("missing", NOBODY, "absent")
    if given.kind != Kind.ABSENCE and given.person is None:
        yield said("missing", NOBODY, "person")
    if given.person is not None and given.person == given.absent:
        yield said("oneself", _("Nobody stands in for themself."), "person")
    if given.kind == Kind.IN_CHARGE:
        yield from against_charge(given, now)
    if given.kind == Kind.AUTHORITY:
        yield from against_authority(given, now)


def against_charge(given: Given, now: datetime) -> Iterator[Reason]:
    """Why nobody is put in charge of the unit."""
    if given.unit is None or given.unit.parent_id is None:
        yield said("missing", _("Choose the unit."), "unit")
        return
    yield from against_ended(given.unit, now, "unit")
    ends = end_of(given.until)
    if ends is not None and given.until >= given.since:
        deputies = there.deputies_between(given.unit, start_of(given.since), ends)
        yield from against_deputies(given.unit.name, deputies)


def against_authority(given: Given, now: datetime) -> Iterator[Reason]:
    """Why these two do not authorise and sign TUQ.: from who leads the institution to the head of a unit."""
    if given.absent is not None:
        post = there.leaders_post(given.absent, now)
        yield from against_principal(post.title if post else None)
    if given.person is not None and not there.heads_a_unit(given.person, now):
        message = _("%(name)s heads no unit: who leads the institution authorises the head of a unit.")
        yield said("no-head", message, "person", name=given.person.full_name)


def grant(one: StandIn, changed_by: Clerk) -> None:
    """What gives the right, beginning now at the earliest; an absence is only entered in the register."""
    since, until = max(start_of(one.since), changed_by.at), end_of(one.until)
    if one.kind == Kind.ABSENCE or one.person is None or until is None:
        after = {"since": one.since.isoformat(), "until": one.until.isoformat(), "number": one.number}
        about = Subject(Entry.Kind.ABSENCE, one.id, person=one.absent, unit=one.unit)
        enter(changed_by, Entry.Act.RECORD_ABSENCE, one.institution, about, after=after)
    elif one.kind == Kind.IN_CHARGE:
        one.appointment = appoint(
            user=one.person, unit=one.unit, role=Role.DEPUTY, title=f"Phụ trách {one.unit.name}", since=since, until=until,
            decision=Decision(one.number, one.dated), changed_by=changed_by,
        )  # fmt: skip
    elif one.absent is not None and (post := there.leaders_post(one.absent, changed_by.at)):
        one.delegation = delegate(
            appointment=post, to=one.person, permissions=["present"], mandate=mandate_of(one), since=since, until=until,
            by=one.by, changed_by=changed_by,
        )  # fmt: skip


def mandate_of(one: StandIn) -> str:
    """The paper, as a delegation names it."""
    return f"{one.number} ngày {moments.day(one.dated)}" if one.dated else one.number


@transaction.atomic
def end_stand_in(one: StandIn, *, by: User, changed_by: Clerk) -> None:
    """End it now: by the admin office, the leadership, or those whom it concerns.

    Raises:
        Refused: 403 none of them; 409 it is over.
    """
    lock(one.institution)
    one.refresh_from_db(fields=["ended_at"])  # of two who end it at once the second finds it ended
    refuse(against_standing_down(one, by, changed_by.at))
    if one.appointment is not None:
        end_appointment(one.appointment, at=changed_by.at, changed_by=changed_by)
    elif one.delegation is not None:
        end_delegation(one.delegation, at=changed_by.at, changed_by=changed_by)
    else:
        about = Subject(Entry.Kind.ABSENCE, one.id, person=one.absent, unit=one.unit)
        after = {"ended": changed_by.at.isoformat()}
        enter(changed_by, Entry.Act.END_ABSENCE, one.institution, about, after=after)
    one.ended_at, one.ended_by = changed_by.at, by
    one.save(update_fields=["ended_at", "ended_by"])
    tell_concerned(one, STOOD_DOWN, changed_by)


def against_standing_down(one: StandIn, by: User, now: datetime) -> list[Reason]:
    """Why the person does not end it."""
    if is_over(one, now):
        return [Reason("over", CONFLICT, _("It is over."))]
    if concerns(one, by, now):
        return []
    message = _("Only the admin office, the leadership and those whom it concerns end it.")
    return [Reason("not-permitted", RIGHTS, message)]


def endable(found: Sequence[StandIn], user: User, now: datetime) -> set[UUID]:
    """Those of them that the person may end; a fixed number of statements."""
    running = [one for one in found if not is_over(one, now)]
    rules = bool(running) and is_ruling(user, now)
    return {one.id for one in running if rules or user.id in {one.absent_id, one.person_id}}


def is_over(one: StandIn, now: datetime) -> bool:
    """Whether it was ended, or its last day has passed."""
    return one.ended_at is not None or one.until < timezone.localtime(now).date()


def concerns(one: StandIn, user: User, now: datetime) -> bool:
    """Whether the person is of the admin office or the leadership, or it is about them."""
    return user.id in {one.absent_id, one.person_id} or is_ruling(user, now)


def is_ruling(user: User, now: datetime) -> bool:
    """Whether the person is of the admin office or the leadership."""
    office = user.institution.office
    return not against_leading(user, now) or (office is not None and holds(user, "consolidate", office, now))


def tell_concerned(one: StandIn, event: str, changed_by: Clerk) -> None:
    """Tell the leadership and those whom it concerns, but not who does it."""
    root = one.institution.root_id
    leaders = holders([("present", root)], changed_by.at)["present", root] if root else ()
    actor = changed_by.by
    data = {"act": event, "actor": actor.full_name if actor else "", **words_of(one)}
    hearers = {
        user for user in (one.absent_id, one.person_id, *leaders) if user and (not actor or user != actor.id)
    }
    notify([Notice(hearer, "progress", None, data) for hearer in sorted(hearers)], now=changed_by.at)


def words_of(one: StandIn) -> dict[str, str]:
    """What the sentence is made of."""
    about = one.absent if one.kind == Kind.AUTHORITY and one.absent else None
    who = one.absent if one.kind == Kind.ABSENCE else one.person
    return {
        "person": who.full_name if who else "",
        "title": about.full_name if about else one.unit.name,
        "days": span_text(one.since, one.until),
    }
