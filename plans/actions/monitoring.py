"""Plans and items are given to the units that follow them; who followed before stays on record."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions.briefing import tell_desk
from approvals.actions.hints import hint
from approvals.queries.authority import require
from organization.models import Unit, User
from periods.models import Period
from plans.models import MonitoringAssignment, MonitoringItem, Plan
from plans.queries import following_unit
from plans.registration import ASSIGN, RELEASE
from plans.rules.units import against_ended
from plans.words import Minimum
from workflow.models import Case, State, WaitsFor
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse


@dataclass(frozen=True, slots=True)
class Following:
    """Which unit follows, how often, and the least it must look at in a month."""

    unit: Unit
    cadence: str = MonitoringAssignment.Cadence.MONTHLY
    minimum: Minimum | None = None

    def begun(
        self, item: MonitoringItem, plan: Plan | None, *, by: User | None, since: datetime | None
    ) -> MonitoringAssignment:
        """The assignment, not written yet."""
        return MonitoringAssignment(
            item=item, plan=plan, unit=self.unit, cadence=self.cadence, since=since, by=by,
            minimum_value=self.minimum["value"] if self.minimum else None,
            minimum_unit=self.minimum["unit"] if self.minimum else "",
        )  # fmt: skip

    def is_that_of(self, found: MonitoringAssignment) -> bool:
        """Whether the assignment says the same."""
        told = self.begun(found.item, found.plan, by=found.by, since=found.since)
        names = ("unit_id", "cadence", "minimum_value", "minimum_unit")
        return all(getattr(told, name) == getattr(found, name) for name in names)


def begin_following(plans: Sequence[Plan]) -> None:
    """Each new plan is an item of its own, followed by its case's monitoring unit until one is assigned; two statements."""
    items = MonitoringItem.objects.bulk_create(
        MonitoringItem(id=plan.case_id, institution_id=plan.case.institution_id, period_id=plan.period_id)
        for plan in plans
    )
    MonitoringAssignment.objects.bulk_create(
        Following(plan.case.monitoring_unit).begun(item, plan, by=None, since=None)
        for plan, item in zip(plans, items, strict=True)
    )


@transaction.atomic
def create_item(
    period: Period, *, title: str, unit: Unit, cadence: str, minimum: Minimum | None, source: str, by: User, now: datetime
) -> MonitoringItem:  # fmt: skip
    """An item over a class of plans of a year, and which unit follows it; plans are placed under it one by one.

    Raises:
        Refused: 403 not of the admin office; 409 there is one of this title in the year; 422 as assign_monitoring.
    """
    following = checked(unit, cadence, minimum, by=by, now=now)
    if MonitoringItem.objects.filter(period=period, title=title, many=True).exists():
        raise Refused([exists_already(title, "title")])
    item = MonitoringItem.objects.create(
        institution=by.institution, period=period, title=title, source=source, many=True
    )
    following.begun(item, None, by=by, since=None).save()
    return item


@transaction.atomic
def create_items(
    period: Period, *, titles: Sequence[str], unit: Unit, cadence: str, minimum: Minimum | None, source: str, by: User, now: datetime
) -> list[MonitoringItem]:  # fmt: skip
    """All of these items, as the document that assigns them lists them, to one unit for now; all or none.

    Raises:
        Refused: as create_item, each with the place of the title from 1; 409 one stands there twice.
    """
    checked(unit, cadence, minimum, by=by, now=now)
    known = set(MonitoringItem.objects.filter(period=period, many=True).values_list("title", flat=True))
    wrong = []
    for place, title in enumerate(titles, start=1):
        if title in known:
            wrong.append(exists_already(title, "titles", row=str(place)))
        known.add(title)
    refuse(wrong)
    return [
        create_item(
            period, title=title, unit=unit, cadence=cadence, minimum=minimum, source=source, by=by, now=now
        )
        for title in titles
    ]


def exists_already(title: str, field: str, row: str = "") -> Reason:
    """That the year has an item of this title."""
    message = _("There is an item “%(title)s” already.")
    return Reason("item-exists", CONFLICT, message, {"title": title}, row=row, field=field)


@transaction.atomic
def assign_item(
    item: MonitoringItem, *, unit: Unit, cadence: str, minimum: Minimum | None, by: User, now: datetime
) -> None:
    """Say which unit follows an item, and with it every plan under it, from now on.

    Raises:
        Refused: as assign_monitoring.
    """
    following = checked(unit, cadence, minimum, by=by, now=now)
    MonitoringItem.objects.select_for_update().get(id=item.id)
    plans = [one.plan for one in open_assignments().filter(item=item) if one.plan is not None]
    hand_over([None, *plans], item, following, by=by, now=now)


@transaction.atomic
def assign_monitoring(
    plan: Plan, *, unit: Unit, cadence: str, minimum: Minimum | None, by: User, now: datetime
) -> None:
    """Say which unit follows the plan and its supplements (Notice 242, II) as an item of its own; one that waits to be checked goes to it at once.

    Raises:
        Refused: 403 not of the admin office; 422 a unit that has ended, or the institution itself.
    """
    following, plan = checked(unit, cadence, minimum, by=by, now=now), plan.root
    hand_over([plan], MonitoringItem.objects.get(id=plan.case_id), following, by=by, now=now)


@transaction.atomic
def assign_item_of(plan: Plan, item: MonitoringItem, *, by: User, now: datetime) -> None:
    """The admin office puts a plan under an item.

    Raises:
        Refused: 403 not of the admin office; 422 an item of another year.
    """
    require(by, plan.case.unit, now, for_office=True)
    place_under(plan, item, by=by, now=now)


def hand_all_over(unit: Unit, heir: Unit, *, by: User, now: datetime) -> None:
    """Whatever a unit follows, the one that it goes on in follows from now on, as often and with the same minimum."""
    of_item: dict[MonitoringItem, list[MonitoringAssignment]] = {}
    for one in open_assignments().filter(unit=unit).order_by("item", "id"):
        of_item.setdefault(one.item, []).append(one)
    for item, mine in of_item.items():
        following = replace(following_of(mine[0]), unit=heir)
        hand_over([one.plan for one in mine], item, following, by=by, now=now)


def place_under(plan: Plan, item: MonitoringItem, *, by: User, now: datetime) -> None:
    """Put the plan under an item of its year: it is followed as the item is from now on.

    Raises:
        Refused: 422 an item of another year.
    """
    if item.period_id != plan.period_id:
        message = _("This item is one of another year.")
        raise Refused([Reason("item-of-other-year", CONTENT, message, field="item")])
    found = open_assignments().get(item=item, plan=None)
    hand_over([plan.root], item, following_of(found), by=by, now=now)


def stand_alone(plan: Plan, *, by: User, now: datetime) -> None:
    """The plan, now one of another year, is an item of its own again, followed by the same unit."""
    MonitoringItem.objects.filter(id=plan.case_id).update(period=plan.period)
    item, found = MonitoringItem.objects.get(id=plan.case_id), open_assignments().get(plan=plan)
    if found.item_id != item.id:
        hand_over([plan], item, following_of(found), by=by, now=now)


def following_of(found: MonitoringAssignment) -> Following:
    """What an assignment says."""
    return Following(found.unit, found.cadence, found.minimum)


def open_assignments() -> QuerySet[MonitoringAssignment]:
    """Those that are in force now."""
    return MonitoringAssignment.objects.filter(until=None).select_related("item", "unit", "plan", "by")


def checked(unit: Unit, cadence: str, minimum: Minimum | None, *, by: User, now: datetime) -> Following:
    """What the admin office says of who follows, when it can be.

    Raises:
        Refused: 403, 422.
    """
    require(by, unit, now, for_office=True)
    refuse(against_ended(unit, timezone.localtime(now).date()))
    if unit.parent_id is None:
        raise Refused([Reason("no-monitor", CONTENT, _("This unit cannot follow plans."), field="unit")])
    return Following(unit, cadence, minimum)


def hand_over(
    plans: Collection[Plan | None], item: MonitoringItem, following: Following, *, by: User, now: datetime
) -> None:
    """Ends what is in force for each of these (None: the item itself) and begins the other; what is the same stays."""
    ids = sorted(plan.case_id for plan in plans if plan is not None)
    cases = {case.id: case for case in Case.objects.select_for_update().filter(id__in=ids).order_by("id")}
    mine = Q(plan__in=ids) | Q(item=item, plan=None)
    current = {one.plan_id: one for one in open_assignments().filter(mine)}
    changed = [
        plan
        for plan in plans
        for before in [current.get(plan.case_id if plan else None)]
        if before is None
        or before.by is None
        or before.item_id != item.id
        or not following.is_that_of(before)
    ]
    ended = {key: current[key] for plan in changed if (key := plan.case_id if plan else None) in current}
    never_assigned = {key for key, one in ended.items() if one.by is None}
    MonitoringAssignment.objects.filter(id__in=[ended[key].id for key in never_assigned]).delete()
    MonitoringAssignment.objects.filter(id__in=[one.id for one in ended.values()]).update(until=now)
    MonitoringAssignment.objects.bulk_create(
        following.begun(item, plan, by=by, since=None if key in never_assigned else now)
        for plan in changed
        for key in [plan.case_id if plan else None]
    )
    moved = [cases[plan.case_id] for plan in changed if plan is not None]
    ids = [case.id for case in moved]
    line = Q(plan__root__in=ids)
    Case.objects.filter(line).update(monitoring_unit=following_unit())
    Case.objects.filter(line, waits_for=WaitsFor.MONITOR).update(waits_unit=following.unit)
    tell_of(moved, following.unit, by=by, now=now)


def tell_of(moved: Collection[Case], unit: Unit, *, by: User, now: datetime) -> None:
    """Tells the unit that follows these cases now, and those that did as far as they still see them: a draft, which is
    nobody else's to see, is told of when it is submitted."""
    before = {case: case.monitoring_unit_id for case in moved if case.monitoring_unit_id != unit.id}
    for case in moved:
        case.institution, case.monitoring_unit = by.institution, unit
    hint(moved)
    tell_desk({case: unit.id for case in before if case.submission}, ASSIGN, actor=by, now=now)
    seen = {case: unit_id for case, unit_id in before.items() if case.state == State.PRESENTED}
    tell_desk(seen, RELEASE, actor=by, now=now)
