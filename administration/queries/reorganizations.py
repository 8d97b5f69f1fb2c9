"""Mergers and splits: which there are, and what of a unit goes along with one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from administration.models import Reorganization
from administration.queries.units import cases_of, led_rows
from approvals.queries.visibility import ids_seen
from organization.models import Appointment, Institution, Unit, User
from organization.rules import SIGNING_ROLES
from plans.models import MonitoringAssignment, Plan
from reports.queries.promises import promises_of

NAMES = ("unit__institution", "successor__institution", "institution", "by", "confirmed_by", "closed_by")
#: Neither declined, withdrawn nor carried out.
RUNNING = Q(closed_at=None, applied_at=None)


@dataclass(frozen=True, slots=True)
class Going:
    """One thing that goes along: its id, what it is called, and how many rows of it."""

    id: UUID
    title: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What of a unit goes along with it: plans in force with rows that it leads, its running documents, what it follows, what it
    promised, and who has a post in it; `unseen`: how many documents more the reader does not see, `signing`: those of the posts
    that end, for they sign."""

    plans: Sequence[Going]
    cases: Sequence[Going]
    items: Sequence[Going]
    promises: Sequence[Going]
    people: Sequence[str]
    unseen: int = 0
    signing: Sequence[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows of plans in force it leads."""
        return sum(one.rows for one in self.plans)


def reorganizations_of(institution: Institution) -> QuerySet[Reorganization]:
    """All of the institution, with names."""
    found = Reorganization.objects.filter(institution=institution).select_related(*NAMES)
    return found.prefetch_related("parts__plan__case", "parts__unit")


def due_at(today: date) -> QuerySet[Reorganization]:
    """Those that are confirmed and whose day has come."""
    return Reorganization.objects.filter(RUNNING, confirmed_at__isnull=False, on__lte=today).select_related(
        *NAMES
    )


def running_with(units: Collection[UUID]) -> QuerySet[Reorganization]:
    """Those that run and concern one of these units."""
    return Reorganization.objects.filter(
        RUNNING, Q(unit__in=units) | Q(successor__in=units) | Q(parts__unit__in=units)
    ).distinct()


def preview_of(unit: Unit, on: date, reader: User, at: datetime) -> Preview:
    """What of a unit would go along on a day; seven statements. Documents that the reader does not see are counted, not named."""
    plans: dict[UUID, int] = {}
    for root in led_rows(unit, on, first=True).values_list("plan__root", flat=True):
        plans[root] = plans.get(root, 0) + 1
    named = Plan.objects.filter(case__in=plans).select_related("case").order_by("case__title")
    followed = MonitoringAssignment.objects.filter(unit=unit, until=None).select_related("item", "plan__case")
    posts, cases = list(posts_at(unit, at)), list(cases_of(unit).order_by("created_at"))
    seen = set(ids_seen(reader, at).filter(id__in=[one.id for one in cases]))
    return Preview(
        plans=[Going(one.case_id, one.case.title, plans[one.case_id]) for one in named],
        cases=[Going(one.id, one.title) for one in cases if one.id in seen],
        unseen=sum(one.id not in seen for one in cases),
        items=[
            Going(one.item_id, one.item.title or (one.plan.case.title if one.plan else ""))
            for one in followed
        ],
        promises=[Going(one.row, one.text) for one in promises_of(Q(), [unit.id])],
        people=[said_of(post) for post in posts if post.post.role not in SIGNING_ROLES],
        signing=[said_of(post) for post in posts if post.post.role in SIGNING_ROLES],
    )


def posts_at(unit: Unit, at: datetime) -> QuerySet[Appointment]:
    """The posts of the unit that go on after a moment, of people who are active; heads first."""
    running = Q(valid_to=None) | Q(valid_to__gt=at)
    rows = Appointment.objects.filter(running, post__unit=unit, user__is_active=True)
    return rows.select_related("user", "post__unit").order_by("post__role", "user__full_name", "id")


def said_of(post: Appointment) -> str:
    """Whose post it is."""
    return f"{post.user.full_name} ({post.title})"


def rows_of_plan(plan: Plan, unit: Unit, on: date) -> list[UUID]:
    """The rows of a plan in force, by their ids in the revision that holds, that a unit leads."""
    rows = led_rows(unit, on, first=True).filter(plan__root=plan.root_id)
    return list(rows.values_list("id", flat=True))
