"""Who is away, in charge or authorised, as those see it whom it concerns."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from administration.models import StandIn
from organization.models import Appointment, Institution, Role, Unit, User
from organization.queries import valid_at
from workflow.models import Case, State

NAMES = ("absent", "person", "unit", "by", "ended_by", "evidence")


def stand_ins_of(institution: Institution) -> QuerySet[StandIn]:
    """All of the institution: everybody may know who is away and who signs."""
    return StandIn.objects.filter(institution=institution).select_related(*NAMES)


def running(day: date) -> Q:
    """Those that hold on a day or will: a condition on StandIn."""
    return Q(ended_at=None, until__gte=day)


def deputies_between(unit: Unit, since: datetime, until: datetime) -> Sequence[str]:
    """Names of who holds the deputy's post of the unit at any time between."""
    rows = Appointment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=since),
        valid_from__lt=until, post__unit=unit, post__role=Role.DEPUTY, user__is_active=True,
    )  # fmt: skip
    return list(rows.values_list("user__full_name", flat=True))


def leaders_post(user: User, now: datetime) -> Appointment | None:
    """The person's post of the leadership."""
    rows = Appointment.objects.filter(valid_at(now), user=user, post__role=Role.LEADER)
    return rows.select_related("post__unit", "user").first()


def heads_a_unit(user: User, now: datetime) -> bool:
    """Whether the person heads a unit."""
    return Appointment.objects.filter(valid_at(now), user=user, post__role=Role.HEAD).exists()


def own_documents(user: User, unit: Unit) -> int:
    """How many running documents of the unit the person wrote or signed a step of: those they cannot sign another step of."""
    running = Case.objects.filter(unit=unit, closed_at=None).exclude(state=State.PRESENTED)
    mine = Q(signatures__signer=user) | Q(edited_by=user, state=State.DRAFT)
    return running.filter(mine).distinct().count()


def stand_in_at(institution: Institution, stand_in: UUID) -> StandIn | None:
    """One of the institution, with what gives its right."""
    rows = stand_ins_of(institution).select_related(
        *NAMES, "appointment__post__unit", "appointment__user", "delegation__appointment__post__unit",
        "delegation__delegate",
    )  # fmt: skip
    return rows.filter(id=stand_in).first()
