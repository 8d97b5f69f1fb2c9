"""What a handover is called, and what it must be. Pure."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.utils.translation import gettext_noop as _

from approvals.kinds import Content
from organization.models import Unit, User
from workflow.rules import CONTENT, Reason

ELSEWHERE = _("%(name)s is not of %(unit)s.")
NOTHING = Reason("nothing-to-hand-over", CONTENT, _("There is nothing to hand over."), field="plans")
NOT_FOLLOWED = _("%(name)s does not follow this plan for %(unit)s.")


def handover_title(giver: str, taker: str) -> str:
    """What it is called, in the Vietnamese of the office."""
    return f"Bàn giao công việc: {giver} – {taker}"


def gaps_of_handover(act: str, content: Content) -> Sequence[Reason]:
    """What it lacks before it is submitted."""
    return [NOTHING] if act == "submit" and not content["items"] else []


def against_people(
    giver: User, taker: User, unit: Unit, *, was_there: bool, staff: Collection[UUID]
) -> list[Reason]:
    """Why these two cannot hand over and take over: one person, a taker without a post in the unit, a giver who never had one.

    Args:
        was_there: whether the giver has, or had, a post in the unit or in one that it came after.
        staff: the people of the unit now.
    """
    reasons = []
    if giver.id == taker.id:
        reasons.append(Reason("to-oneself", CONTENT, _("Nobody hands over to themselves."), field="taker"))
    if taker.id not in staff:
        params = {"name": taker.full_name, "unit": unit.name}
        reasons.append(Reason("person-elsewhere", CONTENT, ELSEWHERE, params, field="taker"))
    if not was_there:
        params = {"name": giver.full_name, "unit": unit.name}
        reasons.append(Reason("person-elsewhere", CONTENT, ELSEWHERE, params, field="giver"))
    return reasons
