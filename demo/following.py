"""Who follows plans for their units, and whose work goes to another: one handover is signed, one waits for its head."""

from collections.abc import Iterable
from uuid import UUID

from handovers.actions import begin_handover
from organization.models import Unit
from plans.actions.people import name_officer
from plans.models import Plan

from .stage import Stage

#: The units whose officer hands over: the first is signed, the second waits.
HANDING = ("TS-HN", "KT-DBCL")
LEAVE, MOVED = "Nghỉ thai sản 06 tháng.", "Điều động sang nhiệm vụ khác từ tháng sau."


def follow(stage: Stage, plans: Iterable[UUID]) -> None:
    """The head of each unit names its officer for the plans that the unit wrote."""
    for plan in (
        Plan.objects.filter(case__in=plans).select_related("case__unit", "case__institution").order_by("case")
    ):
        unit = plan.case.unit
        head, officer = (stage.person(unit.code, role) for role in ("head", "officer"))
        name_officer(plan, unit=unit, user=officer, by=head, now=stage.tick())


def hand_work_over(stage: Stage, units: dict[str, Unit]) -> None:
    """The deputy takes over what the officer followed."""
    signed, waiting = HANDING
    stage.approve(begin(stage, units[signed], LEAVE), signed)
    begin(stage, units[waiting], MOVED)


def begin(stage: Stage, unit: Unit, note: str) -> UUID:
    """The head makes the list, the officer submits it."""
    officer, deputy, head = (stage.person(unit.code, role) for role in ("officer", "deputy", "head"))
    case = begin_handover(unit, giver=officer, taker=deputy, plans=None, note=note, by=head, now=stage.tick())
    stage.submit(case, unit.code)
    return case
