"""Who follows plans, and whom their rows name."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from approvals.queries import DISCARDED, led_to
from organization.models import Unit
from organization.queries import members_of, staff_of
from plans.models import CLASSES, Plan, PlanOfficer, PlanRow, RowPerson, RowTaken, RowTerm, RowUnit
from plans.rules.people import Named, holder, named_in
from workflow.models import State

from .ids import IdText
from .plans import units_named
from .terms import standings_of


def officers_of(roots: Collection[UUID]) -> QuerySet[PlanOfficer]:
    """Who follows these plans (the first ones of their lines) now, by the position of their units."""
    found = PlanOfficer.objects.filter(plan__in=roots, until=None).select_related("unit", "user")
    return found.order_by("unit__position", "unit__code")


def takes_part(plan: Plan, unit: UUID, on: date) -> bool:
    """Whether it is the unit's plan, or the unit leads or coordinates a row of it, by name, as one of a class, or because it took
    the row over."""
    if plan.root.case.unit_id == unit or RowTerm.objects.filter(root=plan.root_id, unit=unit).exists():
        return True
    rows = RowUnit.objects.filter(row__plan__root=plan.root_id)
    return units_named(rows, plan.case.institution_id, on).filter(id=unit).exists()


def people_in_texts(texts: Mapping[UUID, str], institution: UUID, now: datetime) -> dict[UUID, Named]:
    """Row -> whom its text (who answers for it) names of the people who have a post in its units at `now`; rows that name nobody
    are left out.

    Two statements, one more where classes of units lead or coordinate; none where no row says a person.
    """
    said = {row: text for row, text in texts.items() if text}
    if not said:
        return {}
    units = units_of_rows(said, institution, timezone.localtime(now).date())
    asked = {row: (text, frozenset(units.get(row, ()))) for row, text in said.items()}
    read = named_by(set(asked.values()), now)
    return {row: read[one] for row, one in asked.items() if read[one] != Named()}


def named_by(
    asked: Collection[tuple[str, frozenset[UUID]]], now: datetime
) -> dict[tuple[str, frozenset[UUID]], Named]:
    """(text, units) -> whom the text names of the people who have a post in these units at `now`; one statement. Rows say the
    same again and again: each is asked once."""
    staff: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for post in staff_of({unit for _text, units in asked for unit in units}, now):
        staff[post.post.unit_id][post.user_id] = post.user.full_name
    return {
        (text, units): named_in(
            text, {person: name for unit in units for person, name in staff[unit].items()}
        )
        for text, units in asked
    }


def unclear_in(
    texts: Collection[tuple[str, tuple[str, ...]]], institution: UUID, now: datetime
) -> dict[tuple[str, tuple[str, ...]], tuple[str, ...]]:
    """(text, codes of units and of classes of units) -> names in the text that two or more of their people bear; texts without
    one are left out. Two statements, one more where classes are among them; none without texts."""
    if not texts:
        return {}
    ids = units_called({code for _text, codes in texts for code in codes}, institution, now)
    asked = {one: (one[0], frozenset(unit for code in one[1] for unit in ids.get(code, ()))) for one in texts}
    read = named_by(set(asked.values()), now)
    return {one: read[by_ids].ambiguous for one, by_ids in asked.items() if read[by_ids].ambiguous}


def units_called(codes: Collection[str], institution: UUID, now: datetime) -> dict[str, set[UUID]]:
    """Code -> the unit with it, of a class of units its members today."""
    named = Unit.objects.filter(institution=institution, code__in=codes).values_list("code", "id")
    classes = {CLASSES[code]: code for code in codes if code in CLASSES}
    members = members_of(institution, classes, timezone.localtime(now).date())
    found = {classes[one]: {unit.id for unit in units} for one, units in members.items()}
    return found | {code: {unit} for code, unit in named}


def units_of_rows(rows: Collection[UUID], institution: UUID, on: date) -> dict[UUID, set[UUID]]:
    """Row -> the units that lead or coordinate it, members of classes among them."""
    named = list(RowUnit.objects.filter(row__in=rows).values_list("row", "unit", "unit_class"))
    members = members_of(institution, {unit_class for _row, _unit, unit_class in named if unit_class}, on)
    units: dict[UUID, set[UUID]] = defaultdict(set)
    for row, unit, unit_class in named:
        units[row] |= {unit} if unit else {one.id for one in members[unit_class]}
    return units


class NamedPerson(NamedTuple):
    """A person whom the text of a row names, as it was found: the row by its id and its key, the person."""

    row: str
    key: str
    id: str
    name: str


def people_of_plan(plan: Plan) -> list[NamedPerson]:
    """The people whom the texts of its rows name, by name; one statement."""
    named = RowPerson.objects.filter(row__plan=plan).order_by("user__full_name", "id")
    found = named.values_list(IdText("row"), IdText("row__key"), IdText("user"), "user__full_name")
    return [NamedPerson(*one) for one in found]


def taken_rows(keys: Collection[UUID] | QuerySet[Any, Any]) -> dict[UUID, list[RowTaken]]:
    """Key of a row -> who took it over, oldest first; one statement."""
    found: dict[UUID, list[RowTaken]] = defaultdict(list)
    for one in RowTaken.objects.filter(row__in=keys).select_related("user"):
        found[one.row_id].append(one)
    return found


def rows_with(user: UUID) -> set[UUID]:
    """Keys of the rows that the person has now: their text names them, or they took them over; and nobody took them over since.
    Two statements."""
    mine = Q(people__user=user) | Q(key__in=RowTaken.objects.filter(user=user).order_by().values("row"))
    named = list(PlanRow.objects.filter(mine).order_by().values_list("key", "people__user").distinct())
    taken = taken_rows({key for key, _person in named})
    return {
        key
        for key, person in named
        if person and holder(person, [(one.was_id, one.user_id) for one in taken.get(key, ())]) == user
    }


def rows_followed(keys: Collection[UUID]) -> list[PlanRow]:
    """The rows with these keys as they stand now: in force, or of a first revision on its way; ended and discarded ones are left
    out. One statement, by plan and position."""
    stands = Q(plan__case__state=State.PRESENTED, plan__until=None) | (
        ~Q(plan__case__state=State.PRESENTED) & Q(plan__revision=0)
    )
    found = PlanRow.objects.filter(stands, key__in=keys, ended=False).exclude(
        led_to(DISCARDED, "plan__case__")
    )
    return list(found.select_related("plan__case").order_by("plan__root", "position"))


def rows_going_on(keys: Collection[UUID], now: datetime) -> list[PlanRow]:
    """Those that `rows_followed` finds and that no decision has stopped; three statements."""
    rows = rows_followed(keys)
    stand = standings_of(rows, now)
    return [row for row in rows if not stand[row.id][0].stopped]
