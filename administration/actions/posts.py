"""Posts: given with a decision where they sign, ended where nothing is left without anybody."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from administration.queries import people as people_there
from administration.rules.standing import last_of, said
from notation.text import written
from organization.actions import UNWRITTEN, Clerk, Decision, appoint, end_appointment
from organization.models import Appointment, Institution, Role, Unit, User
from organization.rules import SIGNING_ROLES, may_stand_on
from workflow.rules import CONFLICT, Reason, refuse

from .locks import lock
from .telling import tell_leadership
from .units import against_ended


@dataclass(frozen=True, slots=True)
class PostGiven:
    """A post as personnel enter it; `until`: its last day, None: without end."""

    unit: Unit
    role: str
    title: str
    since: date
    until: date | None = None
    fields: Sequence[Unit] = ()
    decision: Decision = UNWRITTEN

    @property
    def begins(self) -> datetime:
        """The moment at which it begins."""
        return start_of(self.since)

    @property
    def ends(self) -> datetime | None:
        """The moment that no longer belongs to it."""
        return end_of(self.until)


def start_of(day: date) -> datetime:
    """When a day begins where the institution is."""
    return timezone.make_aware(datetime.combine(day, time()))


def end_of(day: date | None) -> datetime | None:
    """When a day is over."""
    return start_of(day + timedelta(days=1)) if day else None


@transaction.atomic
def give_post(user: User, given: PostGiven, *, changed_by: Clerk) -> Appointment:
    """Put a person into a post; the leadership is told of one that signs, and of what somebody gives to themself.

    Raises:
        Refused: 409 a second head, the same post twice, a person who is deactivated; 422 no decision, a post that is not there,
            a unit that has ended, days in the wrong order.
    """
    institution = lock(user.institution)
    refuse([*against_post(user, given, changed_by.at), *against_meanwhile(user, given)])
    made = appoint(
        user=user, unit=given.unit, role=given.role, title=given.title, since=given.begins, until=given.ends,
        fields=given.fields, decision=given.decision, changed_by=changed_by,
    )  # fmt: skip
    tell_leadership(institution, [made], changed_by)
    return made


def against_post(user: User, given: PostGiven, at: datetime) -> Iterator[Reason]:
    """What is not right with a post by itself."""
    if not user.is_active:
        yield Reason("person-inactive", CONFLICT, _("%(name)s is deactivated."), {"name": user.full_name})
    if not may_stand_on(given.role, given.unit):
        yield said("post-unknown", _("There is no such post in %(unit)s."), "unit", unit=given.unit.name)
    yield from against_ended(given.unit, at, "unit")
    if given.until is not None and given.until < given.since:
        yield said("ends-before-it-begins", _("The last day lies before the first."), "until")
    decided = written(given.decision.number) and given.decision.on is not None
    if given.role in SIGNING_ROLES and not decided:
        message = _("A post that signs needs the number and the date of the decision.")
        yield said("decision-missing", message, "decision_number")


def against_meanwhile(user: User, given: PostGiven) -> Iterator[Reason]:
    """Which posts stand in its way."""
    span = (given.begins, given.ends)
    if given.ends is not None and given.ends <= given.begins:
        return
    if people_there.held_meanwhile(user, given.unit, given.role, *span).exists():
        yield Reason("post-double", CONFLICT, _("This person holds that post already."))
    elif given.role == Role.HEAD:
        yield from against_second_head(given.unit, *span)


def against_second_head(unit: Unit, since: datetime, until: datetime | None) -> Iterator[Reason]:
    """Who else heads the unit in that time."""
    for other in people_there.heads_meanwhile(unit, since, until).select_related("user")[:1]:
        message = _("%(unit)s has a head at that time already: %(name)s.")
        yield Reason("second-head", CONFLICT, message, {"unit": unit.name, "name": other.user.full_name})


@transaction.atomic
def end_post(appointment: Appointment, *, on: date | None, changed_by: Clerk) -> None:
    """End a post with a day; None: at once.

    Raises:
        Refused: 409 it is the last of what must not be without anybody, or it has ended.
    """
    institution = lock(appointment.user.institution)
    appointment.refresh_from_db(fields=["valid_to"])
    ended = appointment.valid_to is not None and appointment.valid_to <= changed_by.at
    if ended:
        refuse([Reason("post-ended", CONFLICT, _("This post has ended already."))])
    if on is not None and on < timezone.localtime(changed_by.at).date():
        refuse(
            [said("day-over", _("That day is over: what was signed since was signed in this post."), "on")]
        )
    at = end_of(on) or changed_by.at
    refuse(against_losing(institution, {appointment.id}, at))
    end_appointment(appointment, at=at, changed_by=changed_by)


def against_losing(institution: Institution, going: Collection[UUID], at: datetime) -> Iterator[Reason]:
    """What would be without anybody from a moment on, were these appointments gone."""
    for what, holding in people_there.critical(institution, at).items():
        if holding and holding <= set(going):
            yield last_of(what)
