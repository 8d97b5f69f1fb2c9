"""People with their posts, as administration sees them: names, posts and contact, no content."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from administration.models import Invitation
from administration.rules.people import KnownPerson, KnownPlace, KnownPost
from notation.text import fold
from organization.models import Appointment, Institution, Role, Unit, User
from organization.queries import valid_at


def people_in(institution: UUID) -> QuerySet[User]:
    """Everybody of the institution, also who is gone, with all of their posts and the links that were made."""
    posts = Appointment.objects.select_related("post__unit").prefetch_related("fields_in_charge")
    living = Invitation.objects.filter(used_at=None, withdrawn_at=None)
    return User.objects.filter(institution=institution).prefetch_related(
        Prefetch("appointments", posts.order_by("-valid_from", "id")), Prefetch("invitations", living)
    )


def narrowed(
    people: QuerySet[User], *, unit: str | None, active: bool | None, now: datetime
) -> QuerySet[User]:
    """Those with a post now or later in this unit; those who are let in, or not."""
    if unit is not None:
        posts = Appointment.objects.filter(Q(valid_to=None) | Q(valid_to__gt=now), post__unit__code=unit)
        people = people.filter(id__in=posts.values("user"))
    return people if active is None else people.filter(is_active=active)


def appointment_in(institution: UUID, appointment: UUID) -> Appointment | None:
    """The post of somebody of the institution."""
    found = Appointment.objects.filter(id=appointment, user__institution=institution)
    return found.select_related("user__institution", "post__unit").first()


def last_day(moment: datetime | None) -> date | None:
    """The last day of what ends at a moment that no longer belongs to it."""
    return timezone.localtime(moment - timedelta(microseconds=1)).date() if moment else None


def first_day(moment: datetime) -> date:
    """The day of a moment where the institution is."""
    return timezone.localtime(moment).date()


def going_on(now: datetime) -> Q:
    """Posts that have not ended: a condition on Appointment."""
    return Q(valid_to=None) | Q(valid_to__gt=now)


def known_people(institution: UUID, now: datetime) -> list[KnownPerson]:
    """Everybody with the posts that have not ended; two statements."""
    posts: dict[UUID, list[KnownPost]] = defaultdict(list)
    held = Appointment.objects.filter(going_on(now), user__institution=institution)
    for row in held.select_related("post__unit").order_by("valid_from", "id"):
        since, until = first_day(row.valid_from), last_day(row.valid_to)
        posts[row.user_id].append(
            KnownPost(
                row.id, row.post.unit.code, row.post.role, row.title, since, until, row.decision_number,
                row.decision_date,
            )
        )  # fmt: skip
    return [
        KnownPerson(
            one.id, one.username, one.full_name, one.email, one.telephone, one.is_active, posts[one.id]
        )
        for one in User.objects.filter(institution=institution).order_by("id")
    ]


def known_places(institution: Institution, today: date) -> dict[str, list[KnownPlace]]:
    """Name, code, alias or past name without marks -> the units that are called so; two statements."""
    places: dict[str, list[KnownPlace]] = defaultdict(list)
    for unit in Unit.objects.filter(institution=institution).prefetch_related("names"):
        ended = unit.valid_to is not None and unit.valid_to < today
        at_office = unit.id == institution.office_id
        place = KnownPlace(unit.code, unit.name, unit.parent_id is None, at_office, ended)
        for name in {
            fold(one) for one in (unit.code, unit.name, *(other.name for other in unit.names.all()))
        }:
            places[name].append(place)
    return places


def logins_elsewhere(institution: UUID) -> set[str]:
    """Logins of other institutions: they are unique in the database."""
    return set(User.objects.exclude(institution=institution).values_list("username", flat=True))


def is_taken(username: str) -> bool:
    """Whether somebody has this login, in whatever institution."""
    return User.objects.filter(username=username).exists()


def all_logins() -> set[str]:
    """Every login there is."""
    return set(User.objects.values_list("username", flat=True))


def critical(institution: Institution, at: datetime) -> dict[str, set[UUID]]:
    """What must never be without anybody -> the appointments that hold it at a moment; one statement."""
    found: dict[str, set[UUID]] = defaultdict(set)
    held = Appointment.objects.filter(valid_at(at), user__is_active=True, post__unit__institution=institution)
    for row, role, unit in held.values_list("id", "post__role", "post__unit"):
        if role in {Role.ADMINISTRATOR, Role.PERSONNEL, Role.LEADER}:
            found[role].add(row)
        if unit == institution.office_id and role in {Role.HEAD, Role.CLERK}:
            found["office"].add(row)
    return found


def posts_of(user: User, now: datetime) -> set[UUID]:
    """Ids of the posts that the person holds."""
    return set(Appointment.objects.filter(valid_at(now), user=user).values_list("id", flat=True))


def heads_meanwhile(unit: Unit, since: datetime, until: datetime | None) -> QuerySet[Appointment]:
    """Who heads the unit at any time from a moment until another (None: without end)."""
    rows = Appointment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=since), user__is_active=True, post__unit=unit, post__role=Role.HEAD
    )
    return rows if until is None else rows.filter(valid_from__lt=until)


def held_meanwhile(
    user: User, unit: Unit, role: str, since: datetime, until: datetime | None
) -> QuerySet[Appointment]:
    """The same post of the same person at any time between."""
    rows = Appointment.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=since), user=user, post__unit=unit, post__role=role
    )
    return rows if until is None else rows.filter(valid_from__lt=until)


def heads_of_inactive(user: User, now: datetime) -> QuerySet[Appointment]:
    """Headships of the person that have not ended."""
    return Appointment.objects.filter(going_on(now), user=user, post__role=Role.HEAD).select_related(
        "post__unit"
    )


def named(institution: UUID, ids: Collection[UUID]) -> list[User]:
    """These people of the institution who are let in, by name."""
    rows = User.objects.filter(institution=institution, id__in=ids, is_active=True)
    return list(rows.select_related("institution").order_by("full_name", "id"))
