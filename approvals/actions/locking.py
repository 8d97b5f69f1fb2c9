"""Locking cases, and what may be read with them only once they are held."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from organization.models import Unit
from workflow.models import Case


def lock(case_ids: Iterable[UUID]) -> QuerySet[Case]:
    """The cases, locked by ascending id so that two acts never wait for each other crosswise.

    Nothing is joined: PostgreSQL reads a row anew after waiting for its lock, but not the rows joined to it.
    """
    return Case.objects.select_for_update().filter(id__in=set(case_ids)).order_by("id")


def furnish(cases: Iterable[Case]) -> list[Case]:
    """The held cases with their units, institution, office and root: one statement for all."""
    held = list(cases)
    named = {
        unit for case in held for unit in (case.unit_id, case.monitoring_unit_id, case.waits_unit_id) if unit
    }
    found = Unit.objects.filter(id__in=named).select_related("institution__office", "institution__root")
    units = {unit.id: unit for unit in found}
    for case in held:
        case.unit, case.monitoring_unit = units[case.unit_id], units[case.monitoring_unit_id]
        case.waits_unit = units[case.waits_unit_id] if case.waits_unit_id else None
        case.institution = case.unit.institution
    return held
