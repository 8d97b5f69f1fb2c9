"""Reading plans, through the door of visibility."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.queries import DISCARDED, led_to, seen_by
from notation.text import fold
from organization.models import Unit, UnitClass, User
from organization.queries import exists_on
from plans.models import (
    CLASS,
    CLASSES,
    ImportDraft,
    MonitoringAssignment,
    MonitoringItem,
    Plan,
    PlanRow,
    RowUnit,
)
from workflow.models import State
from workflow.rules import CONFLICT, Reason

from .stands import standing_as

CASE_NAMES = (
    "case__unit",
    "case__monitoring_unit",
    "case__institution__office",
    "case__institution__root",
    "case__waits_unit",
)


#: How documents call units together; what a list names beside others ("các phòng, các khoa") is read piece by piece.
CLASS_NAMES: Mapping[str, Collection[str]] = {
    UnitClass.DEPARTMENT: ("Các phòng", "Các phòng chức năng"),
    UnitClass.CENTRE: ("Các trung tâm",),
    UnitClass.BOARD: ("Các ban",),
    UnitClass.FACULTY: ("Các khoa",),
    UnitClass.UNIT: (
        "Các đơn vị", "Tất cả các đơn vị", "Toàn trường", "Các phòng, khoa, trung tâm", "Các phòng, ban, khoa, trung tâm",
        "Các khoa, phòng, trung tâm", "Các đơn vị trong trường", "Các đơn vị trực thuộc",
    ),
}  # fmt: skip


def visible_plans(user: User, now: datetime) -> QuerySet[Plan]:
    """The plans whose case the person sees at `now`, with what a page about them names."""
    return Plan.objects.filter(seen_by(user, now, "case__")).select_related(
        *CASE_NAMES, "period", "issued_evidence"
    )


def named_in_rows(units: Collection[UUID]) -> Q:
    """Plans that name one of the units as lead or coordinating, once the head of their unit has signed: a
    condition on Case (design, section 4)."""
    named = RowUnit.objects.order_by().values("row__plan")
    kinds = Unit.objects.filter(id__in=units, parent__isnull=False).order_by().values("kind")
    every = Q(unit_class=UnitClass.UNIT) & Exists(kinds)
    by_name, by_class = named.filter(unit__in=units), named.filter(Q(unit_class__in=kinds) | every)
    return ~Q(state=State.DRAFT) & (Q(id__in=by_name) | Q(id__in=by_class))


ISSUED = Reason("issued-before", CONFLICT, _("Its number, date and signed file are recorded already."))


def issued_before(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Plan -> why its paper cannot be recorded (again); one statement."""
    issued = Plan.objects.filter(case__in=case_ids, issued_evidence__isnull=False)
    return {case_id: [ISSUED] for case_id in issued.values_list("case", flat=True)}


def units_named(rows: QuerySet[RowUnit], institution: UUID, on: date) -> QuerySet[Unit]:
    """The units that lead or coordinate, the members of classes on a day among them, by position."""
    classes = rows.exclude(unit_class="").order_by().values("unit_class")
    every = Exists(rows.filter(unit_class=UnitClass.UNIT))
    members = Q(exists_on(on), institution=institution, parent__isnull=False) & (Q(kind__in=classes) | every)
    found = Unit.objects.filter(Q(id__in=rows.order_by().values("unit")) | members)
    return found.order_by("position", "code")


def count_rows(plans: Collection[Plan]) -> Counter[tuple[UUID, str]]:
    """(plan, kind of row) -> how many rows of it the plan has; one statement."""
    counted = PlanRow.objects.filter(plan__in=plans, ended=False).order_by()
    rows = counted.values_list("plan", "kind").annotate(Count("id"))
    return Counter({(plan_id, kind): number for plan_id, kind, number in rows})


def search_plans(user: User, now: datetime, asked: Mapping[str, str]) -> QuerySet[Plan]:
    """The visible plans, narrowed by state, unit (code), period (label), how they stand and words of number and title; without
    drafts that were thrown away, and what supplements have taken the place of unless that is asked for."""
    found, today = (
        visible_plans(user, now).exclude(led_to(DISCARDED, "case__")),
        timezone.localtime(now).date(),
    )
    stands = asked.get("stands")
    found = found.filter(standing_as(stands, today)) if stands else found.exclude(until__lte=today)
    columns = {"state": "case__state", "unit": "case__unit__code", "period": "case__period"}
    found = found.filter(**{column: asked[name] for name, column in columns.items() if name in asked})
    for word in fold(asked.get("q", "")).split():
        found = found.filter(search__contains=word)
    return found


def visible_plan(user: User, case_id: UUID, now: datetime) -> Plan | None:
    """The plan, or None when the person does not see it."""
    return visible_plans(user, now).filter(case=case_id).first()


def demo_rows(plan: Plan) -> set[str]:
    """The ids of the plan's rows that only show what one looks like; one statement."""
    return {str(row) for row in PlanRow.objects.filter(plan=plan, demo=True).values_list("id", flat=True)}


def called(codes: Collection[str], institution: UUID) -> dict[str, str]:
    """What units and classes of units with these codes are called on paper, in the language that is on; one statement."""
    named = Unit.objects.filter(institution=institution, code__in=codes).values_list("code", "name")
    return {**dict(named), **{code: str(UnitClass(one).label) for code, one in CLASSES.items()}}


def items_of(user: User, asked: Mapping[str, str]) -> QuerySet[MonitoringItem]:
    """The items over classes of plans of the institution, of a year (label) where asked; everybody knows them."""
    found = MonitoringItem.objects.filter(institution=user.institution_id, many=True).select_related("period")
    return found.filter(period__label=asked["period"]) if "period" in asked else found


def history_of_items(items: Collection[MonitoringItem]) -> QuerySet[MonitoringAssignment]:
    """Who followed these items, oldest first."""
    return told(MonitoringAssignment.objects.filter(item__in=items, plan=None))


def history_of_plan(plan: Plan) -> QuerySet[MonitoringAssignment]:
    """Who followed the plan, of a supplement the first one, oldest first."""
    return told(MonitoringAssignment.objects.filter(plan=plan.root_id))


def told(assignments: QuerySet[MonitoringAssignment]) -> QuerySet[MonitoringAssignment]:
    """With what a line about one names."""
    return assignments.select_related("unit", "item", "by").order_by("id")


def plans_under(items: Collection[MonitoringItem], user: User, now: datetime) -> list[tuple[UUID, Plan]]:
    """(item, plan) of the plans under these items that the person sees; one statement."""
    now_under = Q(followed__item__in=items, followed__until=None)
    found = visible_plans(user, now).filter(now_under).annotate(under=F("followed__item")).order_by("case_id")
    return [(plan.under, plan) for plan in found]


def own_imports(user: User) -> QuerySet[ImportDraft]:
    """What the person uploaded and may still take over."""
    return ImportDraft.objects.filter(by=user).select_related("unit__institution", "period")


def names_of_units(user: User) -> dict[str, str]:
    """Every name, alias, past name and code of the institution's units, and what classes of them are called -> code."""
    names = {name: CLASS + unit_class for unit_class, called in CLASS_NAMES.items() for name in called}
    for unit in Unit.objects.filter(institution=user.institution_id).prefetch_related("names"):
        for name in (unit.name, unit.code, *(other.name for other in unit.names.all())):
            names.setdefault(name, unit.code)
    return names


def searched(title: str, number: str) -> str:
    """What a search looks in: without case and marks, so that "ke hoach" finds "Kế hoạch"."""
    return fold(f"{number} {title}")


def following_unit() -> Subquery:
    """Which unit follows a plan now, and its supplements, as a column of Case."""
    assigned = MonitoringAssignment.objects.filter(plan__line=OuterRef("pk"), until=None)
    return Subquery(assigned.values("unit")[:1], output_field=UUIDField())
