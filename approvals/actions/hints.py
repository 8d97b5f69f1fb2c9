"""Making windows look again where somebody else edits what they show; whoever may not see it hears nothing."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from notifications.push import look_again
from organization.models import Institution
from organization.queries import holders
from workflow.models import Case


def hint(cases: Iterable[Case]) -> None:
    """Wakes the windows of those who act on these cases and see them, once the caller's transaction is committed.

    An edit that is rolled back wakes nobody; a hint that fails is logged and loses nothing, for windows also ask
    by themselves.
    """
    wake_at({unit for case in cases for unit in looked_at_from(case)})


def hint_meeting(institution: Institution, units: Collection[UUID] = ()) -> None:
    """Wakes the windows of those who lead a meeting or prepare it, and of the units that it speaks of."""
    wake_at({institution.office_id, *units})


def looked_at_from(case: Case) -> set[UUID | None]:
    """The units whose people act on the case and see it as it stands: a draft is its unit's alone, as in `seen_by`."""
    units: set[UUID | None] = {case.unit_id}
    if case.submission:
        units |= {case.monitoring_unit_id, case.institution.office_id}
    if case.drafted_by_office:
        units.add(case.institution.office_id)
    return units


def wake_at(units: Collection[UUID | None]) -> None:
    """Wakes everyone who may view one of these units, so the leadership always, after the commit."""
    pairs = frozenset(("view", unit) for unit in units if unit is not None)
    if pairs:
        # No partial: when one fails, Django wants to log the name of the function.
        transaction.on_commit(lambda: wake(pairs), robust=True)


def wake(pairs: Collection[tuple[str, UUID]]) -> None:
    """Wakes whoever holds one of these at this moment; one statement."""
    look_again(set().union(*holders(pairs, timezone.now()).values()))
