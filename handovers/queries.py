"""Reading handovers, and what a person has that can be handed over."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.kinds import Deed
from approvals.models import Evidence, Remark
from approvals.queries import DISCARDED, led_to, seen_by
from approvals.queries.authority import holds
from approvals.queries.names import who_can
from approvals.queries.remarks import waiting_remarks
from handovers.models import Handover, HandoverItem
from handovers.rules import ELSEWHERE
from notation.text import excerpt
from organization.models import Appointment, Unit, User
from organization.queries import staff_of
from plans.models import PlanOfficer
from plans.queries.people import rows_going_on, rows_with, units_of_rows
from plans.queries.terms import wholly_stopped
from reports.queries.promises import promises_of
from workflow.models import State
from workflow.rules import CONFLICT, CONTENT, HOLDERS, RIGHTS, Reason

NAMES = (
    "case__unit", "case__monitoring_unit", "case__institution__office", "case__institution__root", "case__waits_unit",
)  # fmt: skip
CHANGED = _("%(name)s does not follow “%(title)s” any more: write the handover anew.")
KINDS = HandoverItem.Kind


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be handed over; see `words.HandedItem`."""

    kind: str
    target: UUID
    text: str
    within: UUID | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose work can be handed over; `title`: of their post, `gone`: of the last one that they had."""

    user: User
    title: str
    gone: bool = False


def visible_handovers(user: User, now: datetime) -> QuerySet[Handover]:
    """The handovers whose case the person sees: their unit's; the admin office's once they were submitted, and those it wrote."""
    return Handover.objects.filter(seen_by(user, now, "case__")).select_related(*NAMES)


def open_of(giver: User) -> Handover | None:
    """The handover of the person's work that is neither signed nor discarded."""
    begun = Handover.objects.filter(giver=giver, case__state=State.DRAFT).exclude(led_to(DISCARDED, "case__"))
    return begun.select_related("case").first()


def against_beginning(unit: Unit, by: User, now: datetime, *, gone: bool) -> list[Reason]:
    """Why the person may not begin a handover in the unit."""
    office = unit.institution.office
    if holds(by, "approve", unit, now) or (
        gone and office is not None and holds(by, "consolidate", office, now)
    ):
        return []
    names = {"unit": unit.name, "approve": who_can("approve", unit.id, now)}
    return [Reason("not-permitted", RIGHTS, HOLDERS["approve", "unit"], names)]


def lineage(unit: Unit) -> list[UUID]:
    """The unit, and those that it came after."""
    return [unit.id, *Unit.objects.filter(successor=unit).order_by("id").values_list("id", flat=True)]


def people_for(unit: Unit, now: datetime) -> list[Person]:
    """The people of the unit, then those who were there, or in one that it came after, and are gone; three statements."""
    staff = {post.user_id: Person(post.user, post.title) for post in staff_of([unit.id], now)}
    posts = Appointment.objects.filter(post__unit__in=lineage(unit), valid_from__lte=now).select_related(
        "user"
    )
    gone = {
        post.user_id: Person(post.user, post.title, gone=True)
        for post in posts.order_by("user__full_name", "valid_from", "id")
        if post.user_id not in staff
    }
    return [*staff.values(), *gone.values()]


def was_of(user: User, units: Collection[UUID]) -> bool:
    """Whether the person has, or had, a post in one of the units."""
    return Appointment.objects.filter(user=user, post__unit__in=units).exists()


def remarks_for(user: User) -> QuerySet[Remark]:
    """Remarks of others that wait for the person's answer: on cases that they wrote in last, or that were handed to them since."""
    handed = HandoverItem.objects.filter(
        kind=KINDS.REMARK, target=OuterRef("pk"), handover__case__state=State.UNIT_APPROVED
    )
    last = handed.order_by("-handover__case__since").values("handover__taker")[:1]
    found = waiting_remarks().annotate(handed_to=Subquery(last, output_field=UUIDField()))
    mine = Q(handed_to=user.id) | Q(handed_to=None, case__edited_by=user)
    return found.filter(mine).exclude(author=user).select_related("case").order_by("created_at", "id")


def gather(giver: User, units: Sequence[UUID], plans: Collection[UUID] | None, now: datetime) -> list[Item]:
    """What the person has of these units' work and what still goes on of it; a fixed number of statements.

    Args:
        plans: only these of the plans that they follow (the first ones of their lines); None: all.
    """
    followed = PlanOfficer.objects.filter(user=giver, unit__in=units, until=None).exclude(
        led_to(DISCARDED, "plan__case__")
    )
    titles = {one.plan_id: one.plan.case.title for one in followed.select_related("plan__case")}
    stopped = wholly_stopped(titles)
    roots = {
        plan: title
        for plan, title in titles.items()
        if plan not in stopped and (plans is None or plan in plans)
    }
    rows = list(rows_of(giver, units, now))
    promised = Q(row__in=[row.target for row in rows]) | Q(row__plan__root__in=roots)
    promises = {one.row: one for one in promises_of(promised, units)}
    open_ = {row.key for row in rows_going_on(promises, now)}
    remarks = remarks_for(giver).filter(case__unit__in=units)
    return [
        *(Item(KINDS.PLAN, root, title) for root, title in sorted(roots.items())),
        *rows,
        *(Item(KINDS.REMARK, one.id, excerpt(one.text), one.case_id) for one in remarks),
        *(Item(KINDS.PROMISE, one.row, excerpt(one.text), one.plan, one.day) for one in promises.values() if one.row in open_),
        *(Item(KINDS.FILE, file.id, file.name) for file in files_of(giver, units)),
    ]  # fmt: skip


def rows_of(giver: User, units: Collection[UUID], now: datetime) -> Iterator[Item]:
    """The rows that the person has, of those that the units lead or coordinate and that nobody ended or stopped."""
    rows = rows_going_on(rows_with(giver.id), now)
    named = units_of_rows([row.id for row in rows], giver.institution_id, timezone.localtime(now).date())
    for row in rows:
        if not named.get(row.id, set()).isdisjoint(units):
            yield Item(KINDS.ROW, row.key, excerpt(row.text), row.plan.root_id)


def files_of(giver: User, units: Collection[UUID]) -> QuerySet[Evidence]:
    """The files that the person uploaded and that nothing cites, or a case of the units does."""
    of_units = Q(citations=None) | Q(citations__case__unit__in=units)
    return Evidence.objects.filter(of_units, uploads__by=giver).distinct().order_by("created_at", "id")


def over(items: Collection[HandoverItem], now: datetime) -> set[UUID]:
    """Which of these things are no more to be done: rows that were ended or stopped, remarks that were answered or taken back,
    plans that were stopped; a fixed number of statements. They stay in what is signed, and stand in nobody's way."""
    of_kind: dict[str, set[UUID]] = {kind: set() for kind in KINDS.values}
    for item in items:
        of_kind[item.kind].add(item.target)
    rows, remarks = of_kind[KINDS.ROW] | of_kind[KINDS.PROMISE], of_kind[KINDS.REMARK]
    open_rows = {row.key for row in rows_going_on(rows, now)}
    waiting = set(waiting_remarks().filter(id__in=remarks).values_list("id", flat=True))
    return (rows - open_rows) | (remarks - waiting) | wholly_stopped(of_kind[KINDS.PLAN])


def one_handed(case_ids: Collection[UUID], now: datetime) -> set[UUID]:
    """The handovers of whom has left the unit: its head alone submits and approves; two statements."""
    found = dict(Handover.objects.filter(case__in=case_ids).values_list("case", "giver"))
    units = dict(Handover.objects.filter(case__in=case_ids).values_list("case", "case__unit"))
    there = {(post.post.unit_id, post.user_id) for post in staff_of(set(units.values()), now)}
    return {case for case, giver in found.items() if (units[case], giver) not in there}


def against_signing(case_ids: Collection[UUID], by: User, now: datetime) -> dict[UUID, list[Reason]]:
    """Why handovers cannot be signed as they were written: who gives does not follow a plan any more, who takes has left the
    unit; three statements."""
    found = list(Handover.objects.filter(case__in=case_ids).select_related("case__unit"))
    there = {(post.post.unit_id, post.user_id) for post in staff_of({one.case.unit_id for one in found}, now)}
    plans = HandoverItem.objects.filter(handover__in=case_ids, kind=KINDS.PLAN)
    items = list(plans.values_list("handover", "target", "text"))
    followed = set(
        PlanOfficer.objects.filter(plan__in=[plan for _case, plan, _text in items], until=None).values_list(
            "plan", "user"
        )
    )
    reasons: dict[UUID, list[Reason]] = {one.case_id: [] for one in found}
    for one in found:
        if (one.case.unit_id, one.taker_id) not in there:
            params = {"name": one.taker_name, "unit": one.case.unit.name}
            reasons[one.case_id].append(Reason("person-elsewhere", CONTENT, ELSEWHERE, params, field="taker"))
        reasons[one.case_id] += [
            Reason(
                "officer-changed", CONFLICT, CHANGED, {"name": one.giver_name, "title": text}, field="plans"
            )
            for case, plan, text in items
            if case == one.case_id and (plan, one.giver_id) not in followed
        ]
    return reasons


def hearers_of(deed: Deed) -> dict[UUID, Collection[UUID]]:
    """Both people hear of every step."""
    found = Handover.objects.filter(case__in=[case.id for case in deed.cases])
    return {case: {giver, taker} for case, giver, taker in found.values_list("case", "giver", "taker")}
