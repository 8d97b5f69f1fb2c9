"""Remarks on one case: who reads them, who may write one, answer one, take one back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop as _

from approvals.models import Remark
from organization.models import User
from organization.queries import powers_of
from workflow.models import Case, State
from workflow.rules import CONFLICT, HOLDERS, RIGHTS, Reason
from workflow.rules.judge import DISCARDED

from .visibility import DISCARDED as THROWN_AWAY
from .visibility import acts_on, led_to, visible_to

#: What one holds at a unit of the case to be one of those who act on it: who only reads or audits has no say.
ACTING = frozenset({"edit", "approve", "review", "consolidate", "present"})
ONLY_WHO_ACT = _("Remarks are between the unit, its monitoring unit, the admin office and the leadership.")
ANSWERED = _("This remark has been answered.")
WITHDRAWN = _("This remark has been withdrawn.")


def remarks_of(case: Case, user: User, now: datetime) -> QuerySet[Remark]:
    """Every remark on the case, with the people's names; none for whoever does not act on it."""
    remarks = Remark.objects.filter(case=case) if acts_on(user, case, now) else Remark.objects.none()
    return remarks.select_related("author", "answered_by")


def waiting_remarks() -> QuerySet[Remark]:
    """Remarks that wait for an answer and can have one now; on what was thrown away nobody waits for any."""
    answerable = Q(blocking=False) | Q(case__state=State.DRAFT, case__submitted=False)
    waiting = Remark.objects.filter(answerable, answer="", withdrawn_at=None)
    return waiting.exclude(led_to(THROWN_AWAY, "case__"))


def visible_remark(user: User, remark_id: UUID, now: datetime) -> bool:
    """Whether the person sees the case that this remark is about."""
    return Remark.objects.filter(id=remark_id, case__in=visible_to(user, now).values("id")).exists()


def held_at(user: User, case: Case, now: datetime) -> set[tuple[str, UUID]]:
    """(permission, unit) that the person holds at the units that act on the case; one statement."""
    institution = case.institution
    units = {case.unit_id, case.monitoring_unit_id, institution.office_id, institution.root_id}
    powers = powers_of(user.id, [unit for unit in units if unit is not None], now)
    return {(power.permission, power.unit_id) for power in powers}


def against_remarking(case: Case, held: set[tuple[str, UUID]]) -> list[Reason]:
    """Why a person who holds this (see `held_at`) may not remark on the case."""
    if not any(permission in ACTING for permission, _unit in held):
        return [Reason("not-permitted", RIGHTS, ONLY_WHO_ACT)]
    return [DISCARDED] if case.discarded else []


def against_answering(remark: Remark, case: Case, held: set[tuple[str, UUID]]) -> Sequence[Reason]:
    """Why a person who holds this may not answer the remark: the unit's staff do, what was returned in the open draft."""
    reasons = []
    if ("edit", case.unit_id) not in held:
        reasons.append(Reason("not-permitted", RIGHTS, HOLDERS["edit", "unit"], {"unit": case.unit.name}))
    reasons += against_settled(remark)
    if remark.blocking and (case.state != State.DRAFT or case.submitted):
        message = _("Remarks of a return are answered while the draft is open.")
        reasons.append(Reason("not-open", CONFLICT, message))
    return reasons


def against_withdrawing(remark: Remark, user: User) -> Sequence[Reason]:
    """Why the person may not take the remark back: its author may, while nobody has answered."""
    reasons = against_settled(remark)
    if remark.author_id != user.id:
        reasons.append(Reason("not-permitted", RIGHTS, _("Only who wrote a remark may withdraw it.")))
    return reasons


def against_settled(remark: Remark) -> list[Reason]:
    """That nothing more is said of the remark: it has its answer, or was taken back."""
    if remark.answer:
        return [Reason("answered", CONFLICT, ANSWERED)]
    return [Reason("withdrawn", CONFLICT, WITHDRAWN)] if remark.withdrawn_at is not None else []
