"""Where the permissions of the machine are held for a case, and what the judge's sentences call that."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.utils import timezone

from notation import moments
from workflow.models import Case, WaitsFor


class PlaceNames(Mapping[str, str]):
    """Place -> name, for the judge's sentences, and when the case's period closed; read from the case only when a sentence
    is written."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def __getitem__(self, place: str) -> str:
        case = self.case
        if place == "closed_at":
            return moments.moment(timezone.localtime(case.closed_at)) if case.closed_at else ""
        if place == "institution":
            return case.institution.name
        if place == "unit":
            return case.unit.name
        if place == "monitor":
            asked = case.waits_unit if case.waits_for == WaitsFor.MONITOR else case.monitoring_unit
            return asked.name if asked else ""
        return case.institution.office.name if place == "office" and case.institution.office else ""

    def __iter__(self) -> Iterator[str]:
        return iter(("unit", "monitor", "office", "institution", "closed_at"))

    def __len__(self) -> int:
        return 5


def places_of(case: Case) -> dict[str, UUID]:
    """Where the permissions of the machine are held, for this case.

    The monitoring unit's step is taken by whom the case waits for: the office, where the monitoring unit
    has nobody left who may review (design, section 2).
    """
    office, root = case.institution.office_id, case.institution.root_id
    monitor = case.waits_unit_id if case.waits_for == WaitsFor.MONITOR else case.monitoring_unit_id
    return {"unit": case.unit_id, "monitor": monitor or office, "office": office, "institution": root}  # type: ignore[dict-item]
