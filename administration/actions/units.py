"""Units: new ones, changes, the end of one where nothing is open."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from administration.queries import units as units_there
from administration.queries.reorganizations import running_with
from administration.rules.reorganizations import RUNNING
from administration.rules.standing import said, still_open
from administration.rules.unit_lists import CODE
from organization.actions import Clerk, add_unit, change_unit, end_unit, move_unit, rename_unit
from organization.models import Institution, Unit, UnitClosure
from workflow.rules import CONFLICT, Reason, Refused, refuse

from .locks import lock
from .telling import tell_of_move


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What is to be different of a unit; None: as it is. `renamed_on`: from when on it bears the name."""

    name: str | None = None
    renamed_on: date | None = None
    kind: str | None = None
    parent: Unit | None = None
    position: int | None = None
    aliases: Sequence[str] | None = None


@transaction.atomic
def open_unit(
    institution: Institution, *, code: str, name: str, kind: str, parent: Unit | None, position: int | None,
    aliases: Sequence[str], changed_by: Clerk,
) -> Unit:  # fmt: skip
    """A new unit, below the root where no other is named, behind the others where no place is named.

    Raises:
        Refused: 422 no code, one that is taken; a parent that has ended.
    """
    lock(institution)
    above = parent or institution.root
    refuse([*against_code(code), *against_ended(above, changed_by.at, "parent")])
    place = units_there.units_in(institution.id).count() if position is None else position
    return add_unit(
        institution=institution, code=code, name=name, kind=kind, parent=above, position=place, aliases=aliases,
        changed_by=changed_by,
    )  # fmt: skip


def against_code(code: str) -> Iterator[Reason]:
    """Why a new unit cannot have this code."""
    if not CODE.fullmatch(code):
        message = _("A code holds letters, figures, full stops and hyphens only: “%(text)s”.")
        yield said("code-malformed", message, "code", text=code)
    elif units_there.is_code_taken(code):
        yield said("code-taken", _("The code “%(text)s” cannot be used: it is taken."), "code", text=code)


def against_ended(unit: Unit | None, at: datetime, field: str) -> Iterator[Reason]:
    """Why nothing new begins in a unit: it has ended."""
    if unit is not None and unit.valid_to is not None and unit.valid_to < timezone.localtime(at).date():
        yield said("unit-ended", _("“%(text)s” has ended."), field, text=unit.name)


@transaction.atomic
def alter_unit(unit: Unit, change: UnitChange, *, changed_by: Clerk) -> None:
    """Rename, move, or say anew of which kind it is, where it stands, how it is also called.

    Raises:
        Refused: 422 a parent that lies below it or has ended; the root is not moved.
    """
    lock(unit.institution)
    if change.parent is not None and change.parent.id != unit.parent_id:
        refuse([*against_moving(unit, change.parent), *against_ended(change.parent, changed_by.at, "parent")])
        move_unit(unit, parent=change.parent, changed_by=changed_by)
        tell_of_move(unit, change.parent, changed_by)
    if change.name is not None and change.name != unit.name:
        on = change.renamed_on or timezone.localtime(changed_by.at).date()
        rename_unit(unit, name=change.name, on=on, changed_by=changed_by)
    change_unit(
        unit, kind=change.kind, position=change.position, aliases=change.aliases, changed_by=changed_by
    )


def against_moving(unit: Unit, parent: Unit, field: str = "parent") -> Iterator[Reason]:
    """Why the unit cannot hang below that one, which `field` names."""
    below = UnitClosure.objects.filter(ancestor=unit, descendant=parent).exists()
    if below or unit.parent_id is None:
        yield said("parent-circle", _("“%(text)s” lies below this unit itself."), field, text=parent.name)


@transaction.atomic
def close_unit(unit: Unit, *, on: date, successor: Unit | None, changed_by: Clerk) -> None:
    """Let the unit end with a day.

    Raises:
        Refused: 409 something of it is open: how many, of what; no titles. 422 its successor is itself or has ended.
    """
    lock(unit.institution)
    reasons = list(against_ending(unit, on))
    if successor is not None and successor.id == unit.id:
        reasons.append(said("parent-circle", _("A unit does not follow itself."), "successor"))
    reasons += against_reorganized([unit.id, *([successor.id] if successor else [])])
    refuse([*reasons, *against_ended(successor, changed_by.at, "successor")])
    end_unit(unit, on=on, successor=successor, changed_by=changed_by)


def against_reorganized(units: Collection[UUID]) -> Iterator[Reason]:
    """That a merger or split concerns one of these units."""
    for one in running_with(units).select_related("unit"):
        yield Reason("reorganization-running", CONFLICT, RUNNING, {"unit": one.unit.name})


def against_ending(unit: Unit, on: date) -> Iterator[Reason]:
    """What must be settled before the unit ends with this day."""
    if unit.parent_id is None:
        yield still_open("is-root")
    if unit.id == unit.institution.office_id:
        yield still_open("is-office")
    after = timezone.make_aware(datetime.combine(on + timedelta(days=1), time()))
    counts = {
        "open-cases": units_there.cases_unfinished(unit),
        "waiting-cases": units_there.cases_waiting(unit),
        "rows-in-force": units_there.rows_led(unit, on),
        "followed-plans": units_there.followed(unit),
        "running-posts": units_there.posts_running(unit, after),
    }
    for code, count in counts.items():
        if count:
            yield still_open(code, count=count)
    if below := units_there.codes_below(unit, on):
        yield still_open("units-below", codes=", ".join(below))


def unit_of(institution: Institution, code: str, field: str) -> Unit:
    """The unit of the institution with this code.

    Raises:
        Refused: 422 there is none.
    """
    unit = units_there.unit_in(institution.id, code)
    if unit is None:
        raise Refused([said("unit-unknown", _("No unit is called “%(text)s”."), field, text=code)])
    return unit
