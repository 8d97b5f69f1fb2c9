"""Reading extensions, through the door of visibility; the rows that they are about, and what stands against them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from approvals.kinds import Deed
from approvals.queries import DISCARDED, led_to, seen_by
from approvals.words import Terms
from extensions.models import Extension
from extensions.rules import (
    NOT_IN_FORCE,
    ONLY_A_DAY,
    OPEN,
    against_change,
    against_day,
    against_row,
    day_granted,
)
from notation.text import excerpt
from organization.models import Unit, User
from organization.queries import holders
from plans.models import Plan, PlanRow, RowTerm, RowUnit
from plans.queries.terms import standings_of
from plans.rules.terms import Standing
from workflow.models import State
from workflow.rules import CONFLICT, Reason

NAMES = (
    "case__unit",
    "case__monitoring_unit",
    "case__institution__office",
    "case__institution__root",
    "case__waits_unit",
    "row__plan__case",
    "row__plan__period",
)
DECIDED = Q(case__state=State.PRESENTED)
OPENED = ~DECIDED & ~led_to(DISCARDED, "case__")
STANDS = {"open": OPENED, "granted": Q(granted_on__isnull=False), "declined": DECIDED & Q(granted_on=None)}


@dataclass(frozen=True, slots=True)
class RowInForce:
    """A row as the revision in force says it and as it stands now; `lead`: who leads it, None: a class of units or nobody."""

    row: PlanRow
    stand: Standing
    lead: Unit | None
    by_class: bool

    @property
    def day(self) -> date | None:
        """Its last day now."""
        return self.stand.due.end if self.stand.due else None

    def against(self, unit: UUID | None) -> list[Reason]:
        """Why a unit cannot have it put off; None: whoever leads it."""
        return list(against_row(self.stand, self.lead, by_class=self.by_class, unit=unit))


def visible_extensions(user: User, now: datetime) -> QuerySet[Extension]:
    """The extensions whose case the person sees at `now`."""
    return Extension.objects.filter(seen_by(user, now, "case__")).select_related(*NAMES)


def search_extensions(user: User, now: datetime, asked: Mapping[str, Any]) -> QuerySet[Extension]:
    """The visible extensions, narrowed by where they stand and by the unit (code); without what was thrown away."""
    found = visible_extensions(user, now).exclude(led_to(DISCARDED, "case__"))
    if "unit" in asked:
        found = found.filter(case__unit__code=asked["unit"])
    return found.filter(STANDS[asked["stands"]]) if "stands" in asked else found


def visible_row(user: User, row_id: UUID, now: datetime) -> PlanRow | None:
    """The row of a plan that the person sees, with its plan."""
    seen = PlanRow.objects.filter(seen_by(user, now, "plan__case__"), id=row_id)
    return seen.select_related("plan").first()


def rows_in_force(keys: Collection[UUID], now: datetime) -> dict[UUID, RowInForce]:
    """Key -> the row that is in force with it; four statements."""
    found = PlanRow.objects.filter(
        key__in=keys, ended=False, plan__until=None, plan__case__state=State.PRESENTED, plan__historical=False
    )
    rows = list(found.select_related("plan__case__unit", "plan__case__monitoring_unit", "plan__period"))
    stand = standings_of(rows, now)
    first = RowUnit.objects.filter(row__in=rows, part=RowUnit.Part.LEAD, position=0).exclude(unit_class="")
    by_class = set(first.values_list("row", flat=True))
    return {row.key: RowInForce(row, *stand[row.id], by_class=row.id in by_class) for row in rows}


def against_open(key: UUID) -> list[Reason]:
    """That another request for the row is open; one statement."""
    begun = Extension.objects.filter(OPENED, row__key=key).select_related("case").first()
    if begun is None:
        return []
    params = {"title": begun.case.title}
    return [Reason("extension-open", CONFLICT, OPEN, params, row=str(begun.case_id), field="row")]


def against_submitting(case_ids: Collection[UUID], by: User, now: datetime) -> dict[UUID, Sequence[Reason]]:
    """Why these requests cannot go on their way: how their rows stand now, and the day that they ask for; five statements."""
    return against_these(case_ids, now, with_day=True)


def against_granting(case_ids: Collection[UUID], by: User, now: datetime) -> dict[UUID, Sequence[Reason]]:
    """Why these cannot be granted, as their rows stand now; the day is looked at with the terms. Five statements."""
    return against_these(case_ids, now, with_day=False)


def against_these(
    case_ids: Collection[UUID], now: datetime, *, with_day: bool
) -> dict[UUID, Sequence[Reason]]:
    """The same, each reason with the row that it is about."""
    asked = list(Extension.objects.filter(case__in=case_ids).select_related("case", "row__plan__period"))
    rows, today = rows_in_force({one.row.key for one in asked}, now), timezone.localtime(now).date()
    found: dict[UUID, Sequence[Reason]] = {}
    for one in asked:
        row = rows.get(one.row.key)
        reasons = [NOT_IN_FORCE] if row is None else row.against(one.case.unit_id)
        if row is not None and not reasons:
            reasons = [*against_change(row.day, one.was)]
        if with_day and not reasons:
            reasons = against_day(one.asked_on, was=one.was, plan_ends=one.row.plan.period.ends, today=today)
        found[one.case_id] = named(one.row, reasons)
    return found


def named(row: PlanRow, reasons: Sequence[Reason]) -> list[Reason]:
    """The reasons, each with the row that it is about."""
    return [replace(reason, row=reason.row or str(row.key), place=excerpt(row.text)) for reason in reasons]


def against_terms(
    act: str, case_ids: Collection[UUID], terms: Terms, by: User, now: datetime
) -> dict[UUID, Sequence[Reason]]:
    """Why the day that a grant means, as asked or another, cannot be; one statement."""
    today, given = timezone.localtime(now).date(), "terms.on" if "on" in terms else "on"
    unknown = [ONLY_A_DAY] if terms.keys() - {"on"} else []
    return {
        one.case_id: [
            *unknown,
            *against_day(
                day_granted(one.asked_on, terms), was=one.was, plan_ends=one.row.plan.period.ends, today=today, field=given
            ),
        ]
        for one in Extension.objects.filter(case__in=case_ids).select_related("row__plan__period")
    }  # fmt: skip


def line_of(case_ids: Collection[UUID]) -> set[UUID]:
    """The revisions of the plans whose rows these are about: nothing is decided of a row while it is put off; one statement."""
    plans = Plan.objects.filter(root__line__rows__extensions__case__in=case_ids)
    return set(plans.values_list("case", flat=True))


def granted_for(keys: Collection[UUID]) -> dict[UUID, list[RowTerm]]:
    """Key -> what was granted for the row, oldest first; one statement."""
    found: dict[UUID, list[RowTerm]] = defaultdict(list)
    for term in RowTerm.objects.filter(row__in=keys, kind=RowTerm.Kind.EXTENDED).order_by("since", "id"):
        if term.row_id:
            found[term.row_id].append(term)
    return found


def kept_by_extensions(rows: Collection[UUID]) -> set[UUID]:
    """Those of these rows that an extension is about."""
    return set(Extension.objects.filter(row__in=rows).values_list("row", flat=True))


def hearers_of(deed: Deed) -> dict[UUID, Collection[UUID]]:
    """Who checks for the monitoring unit hears what was decided."""
    if deed.act not in {"grant", "decline"}:
        return {}
    held = holders({("review", case.monitoring_unit_id) for case in deed.cases}, deed.now)
    return {case.id: held["review", case.monitoring_unit_id] for case in deed.cases}
