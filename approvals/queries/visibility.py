"""The first of the two doors: which cases a person sees. Every list, search, export and count goes through it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from approvals import kinds
from approvals.models import Evidence
from organization.models import User
from organization.queries import reach_of
from workflow.models import Case, State, WaitsFor

#: A draft that was thrown away (`Case.discarded`); it is its unit's own again.
DISCARDED = Q(state=State.DRAFT, submitted=True, waits_for=WaitsFor.NOBODY)
#: What has left its unit once.
CAME = Q(submission__gt=0) & ~DISCARDED


def seen_by(user: User, now: datetime, prefix: str = "") -> Q:
    """The condition under which the person sees a case at `now`; `prefix` leads to the case ("case__").

    Drafts: the own unit, and the office for those that it drafts itself. From the first submit on: the
    monitoring unit and the office. Holders of view on the unit or above always. Presented cases: every unit of
    the institution. What a kind adds: `Kind.readers`. Who inspects: what came from its unit and lies in the scope
    (`kinds.open_to`). Nothing ever of another institution.
    """
    reach = reach_of(user.id, ["view", "inspect"], now)
    views = reach["view"]
    seen = seen_of_any_kind(user, views) | kinds.readable(views) if views else Q(pk__in=[])
    if reach["inspect"]:
        user.inspects = True
        seen |= CAME & kinds.scoped(user.id, now)
    return led_to(Q(institution=user.institution_id) & seen, prefix)


def seen_of_any_kind(user: User, views: Collection[UUID]) -> Q:
    """What is seen of any kind by whoever holds view on these units."""
    seen = Q(unit__in=views) | Q(state=State.PRESENTED)
    seen |= CAME & Q(monitoring_unit__in=views)
    if user.institution.office_id in views:
        seen |= CAME | Q(drafted_by_office=True)
    return seen


def led_to(condition: Q, prefix: str) -> Q:
    """A condition on Case as one on a table from which `prefix` leads to the case.

    It is made of lookups only: an expression (Exists, OuterRef) names its columns itself and cannot be led.
    """
    led = Q(_connector=condition.connector, _negated=condition.negated)
    led.children = [
        led_to(child, prefix) if isinstance(child, Q) else (f"{prefix}{child[0]}", child[1])  # type: ignore[index]
        for child in condition.children
    ]
    return led


def visible_to(user: User, now: datetime) -> QuerySet[Case]:
    """The cases that the person sees at `now`."""
    return Case.objects.filter(seen_by(user, now))


def ids_seen(user: User, now: datetime) -> QuerySet[Case, UUID]:
    """The ids of the cases that the person sees at `now`, for use in a filter."""
    return visible_to(user, now).order_by().values_list("id", flat=True)


def visible_case(user: User, case_id: UUID, now: datetime) -> Case | None:
    """The case with everything that a page about it names, or None when the person does not see it."""
    named = ("unit", "monitoring_unit", "institution__office", "institution__root", "waits_unit")
    return seen_one(Case.objects.select_related(*named).filter(id=case_id), user, now)


def seen_one(cases: QuerySet[Case], user: User, now: datetime) -> Case | None:
    """The only one of the cases, where the person sees it: as `visible_to` has it. What holds for any kind is asked first: the
    conditions of all kinds together take longer to write than to answer."""
    reach = reach_of(user.id, ["view", "inspect"], now)
    views = reach["view"]
    mine, found = cases.filter(institution=user.institution_id), None
    if views:
        found = (
            mine.filter(seen_of_any_kind(user, views)).first() or mine.filter(kinds.readable(views)).first()
        )
    if found is None and reach["inspect"]:
        user.inspects = True
        found = mine.filter(CAME & kinds.scoped(user.id, now)).first()
    return found


def acts_on(user: User, case: Case, now: datetime) -> bool:
    """Whether the person is one of those who act on the case: of its unit, its monitoring unit, the office, or above
    them. They alone read remarks (who writes them: `remarks.against_remarking`); others see what was signed."""
    views = reach_of(user.id, ["view"], now)["view"]
    institution = case.institution
    return not views.isdisjoint(
        {case.unit_id, case.monitoring_unit_id, institution.office_id, institution.root_id}
    )


def visible_evidence(user: User, now: datetime) -> QuerySet[Evidence]:
    """Files that the person uploaded, or that a case cites which they see."""
    cited = Q(citations__case__in=visible_to(user, now).values("id"))
    return Evidence.objects.filter(cited | Q(uploads__by=user), institution=user.institution_id).distinct()
