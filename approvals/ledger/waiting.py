"""Whom a case waits for, and where: said once, for the act that writes it and for `verify_ledger`. Pure."""

from collections.abc import Sequence
from uuid import UUID

from approvals import kinds
from approvals.models import Signature
from workflow.machine import AWAITED, Edge
from workflow.models import Case, WaitsFor


def first_wait(kind: str, *, drafted_by_office: bool) -> WaitsFor:
    """Whom a new case waits for: what the office drafts itself is registered next, by another of its people."""
    return WaitsFor.OFFICE if drafted_by_office else kinds.REGISTER[kind].begins


def asked_at(edge: Edge, case: Case) -> list[tuple[str, UUID]]:
    """(permission, unit) that the case waits at after this edge; for the monitoring unit also the fallback."""
    if edge.then == WaitsFor.NOBODY or (edge.then == WaitsFor.LEADERSHIP and edge.within):
        return []
    permission, place = AWAITED[edge.then]
    office, root = case.institution.office_id, case.institution.root_id
    unit = {"unit": case.unit_id, "monitor": case.monitoring_unit_id, "office": office, "institution": root}[
        place
    ]
    pairs = [(permission, unit)]
    if edge.then == WaitsFor.MONITOR:
        pairs.append((permission, office))
    return [(code, unit_id) for code, unit_id in pairs if unit_id is not None]


def standing(case: Case, edge: Edge | None, signatures: Sequence[Signature]) -> dict[str, object]:
    """What the chain makes of the columns of its case that tell where it waits.

    At the admin office it also waits for a monitoring unit that has nobody left: since when is told by no signature.

    Args:
        edge: that of the last signature; None: there is none yet.
    """
    returned = sum(signature.act == "return" for signature in signatures)
    if edge is None:
        unit = case.institution.office_id if case.drafted_by_office else case.unit_id
        first = first_wait(case.kind, drafted_by_office=case.drafted_by_office)
        return {"waits_for": first, "waits_unit_id": unit, "since": case.created_at, "returned": returned}
    places = [unit for _permission, unit in asked_at(edge, case)]
    unit = case.waits_unit_id if case.waits_unit_id in places else next(iter(places), None)
    since = signatures[-1].signed_at
    return {"waits_for": edge.then, "waits_unit_id": unit, "since": since, "returned": returned}
