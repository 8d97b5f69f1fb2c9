"""Locking cases, and what may be read with them only once they are held."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from organization.models import Unit, User
from workflow.models import Case


def lock(case_ids: Iterable[UUID]) -> QuerySet[Case]:
    """The cases, locked by ascending id so that two acts never wait for each other crosswise.

    Nothing is joined: PostgreSQL reads a row anew after waiting for its lock, but not the rows joined to it.
    """
    return Case.objects.select_for_update().filter(id__in=set(case_ids)).order_by("id")


def held(cases: Iterable[Case], by: User) -> dict[UUID, Case]:
    """The locked cases by id, with the institution that the person has at hand: it is theirs, or they would
    not have been seen."""
    found = {case.id: case for case in cases}
    for case in found.values():
        case.institution = by.institution
    return found


def name_units(cases: Iterable[Case]) -> None:
    """Reads the units that a refusal's sentence names: one statement for all the cases, none for an act that is done."""
    refused = list(cases)
    named = {unit for case in refused for unit in (case.unit_id, case.monitoring_unit_id, case.waits_unit_id)}
    units = Unit.objects.in_bulk([unit for unit in named if unit])
    for case in refused:
        case.unit, case.monitoring_unit = units[case.unit_id], units[case.monitoring_unit_id]
        case.waits_unit = units[case.waits_unit_id] if case.waits_unit_id else None
