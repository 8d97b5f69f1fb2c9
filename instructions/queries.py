"""Reading instructions, through the door of visibility; who may strike one, and who hears of it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_noop as _

from approvals.kinds import Deed
from approvals.queries import seen_by
from approvals.queries.authority import holds
from instructions.models import Instruction
from organization.models import Appointment, Role, Unit, User
from organization.queries import holders, powers_of, valid_at
from plans.models import PlanRow
from workflow.models import State
from workflow.rules import CONFLICT, RIGHTS, Reason

CASE_NAMES = (
    "case__unit",
    "case__monitoring_unit",
    "case__institution__office",
    "case__institution__root",
    "case__waits_unit",
    "leader",
    "person",
    "about",
)
#: An instruction that is still to be answered or closed.
OPEN = ~Q(case__state=State.MONITOR_REVIEWED)
GIVEN = Reason("given-already", CONFLICT, _("It has been given already."))
NOT_PASSED_ON = Reason(
    "not-passed-on", CONFLICT, _("Only what the admin office passed on is struck; one's own is closed.")
)
#: Beside the office, which follows instructions up, and may return any answer.
ANOTHERS = _("Only %(name)s, whose instruction it is, or the admin office may do this.")
STRIKE_OVER = Reason(
    "strike-over", CONFLICT, _("It could be struck within three working days; close it with a reason.")
)


def visible_instructions(user: User, now: datetime) -> QuerySet[Instruction]:
    """The instructions that the person sees at `now`: their unit's; the admin office, the leadership and auditors all."""
    return Instruction.objects.filter(seen_by(user, now, "case__")).select_related(*CASE_NAMES)


def search_instructions(user: User, now: datetime, asked: Mapping[str, Any]) -> QuerySet[Instruction]:
    """The visible instructions, narrowed by where they stand and by the unit (code) that answers."""
    found = visible_instructions(user, now)
    if "unit" in asked:
        found = found.filter(case__unit__code=asked["unit"])
    stands = {
        "open": OPEN,
        "overdue": Q(case__state=State.DRAFT, due_at__lt=now),
        "answered": Q(case__state=State.UNIT_APPROVED),
        "ended": ~OPEN,
    }
    return found.filter(stands[asked["stands"]]) if "stands" in asked else found


def due_moment() -> Subquery:
    """When an instruction must be answered, as a column of Case."""
    return Subquery(Instruction.objects.filter(case=OuterRef("pk")).values("due_at")[:1])


def kept_by_instructions(rows: Collection[UUID]) -> set[UUID]:
    """Those of these rows that an instruction is about."""
    return set(Instruction.objects.filter(row__in=rows).values_list("row", flat=True))


def given_already(case_ids: Collection[UUID]) -> dict[UUID, list[Reason]]:
    """An instruction is given once: with the request that wrote it."""
    given = Instruction.objects.filter(case__in=case_ids, case__submission__gt=0)
    return {case_id: [GIVEN] for case_id in given.values_list("case", flat=True)}


def against_striking(case_ids: Collection[UUID], by: User, now: datetime) -> dict[UUID, list[Reason]]:
    """Why the person does not strike these: another leader is cited, nobody is, or the three working days are over."""
    found: dict[UUID, list[Reason]] = {}
    leading = leaders_in(by, now)
    for one in Instruction.objects.filter(case__in=case_ids).select_related("leader"):
        reasons = []
        if one.leader_id not in leading:
            message = _("Only %(name)s, whom it cites, may strike it.")
            reasons.append(Reason("not-cited", RIGHTS, message, {"name": one.leader.full_name}))
        if one.strike_until is None:
            reasons.append(NOT_PASSED_ON)
        elif now >= one.strike_until:
            reasons.append(STRIKE_OVER)
        found[one.case_id] = reasons
    return found


def against_returning(case_ids: Collection[UUID], by: User, now: datetime) -> dict[UUID, list[Reason]]:
    """Why a leader does not return these answers: it is another's instruction."""
    leading = leaders_in(by, now)
    answered = Instruction.objects.filter(case__in=case_ids, case__state=State.UNIT_APPROVED)
    others = answered.exclude(leader__in=leading).select_related("leader", "case") if leading else ()
    found: dict[UUID, list[Reason]] = {}
    for one in others:
        if not holds(by, "review", one.case.monitoring_unit, now):
            found[one.case_id] = [Reason("not-cited", RIGHTS, ANOTHERS, {"name": one.leader.full_name})]
    return found


def leaders_in(by: User, now: datetime) -> list[UUID]:
    """As whom the person can lead, themselves first: a leader, and leaders who lend them that; empty: as nobody."""
    root = by.institution.root_id
    powers = powers_of(by.id, [root], now) if root else []
    return [power.principal_id or by.id for power in powers if power.permission == "present"]


def hearers_of(deed: Deed) -> dict[UUID, Collection[UUID]]:
    """Its leader, who gave it and the person it names hear of every step; where it ends, the whole unit does."""
    units = {case.id: case.unit_id for case in deed.cases}
    staff = {}
    if deed.act in {"close", "strike"}:
        staff = holders({("edit", unit) for unit in units.values()}, deed.now)
    found: dict[UUID, Collection[UUID]] = {}
    for one in Instruction.objects.filter(case__in=units).select_related("case"):
        named = [one.person_id] if one.person_id else []
        whole = staff.get(("edit", units[one.case_id]), set())
        found[one.case_id] = {one.leader_id, one.case.created_by_id, *named, *whole}
    return found


def leaders_of(user: User, now: datetime) -> QuerySet[Appointment]:
    """The leaders of the person's institution."""
    return posts(now).filter(post__role=Role.LEADER, post__unit__institution=user.institution_id)


def staff_of(unit: Unit, now: datetime) -> QuerySet[Appointment]:
    """The people of the unit itself."""
    return posts(now).filter(post__unit=unit)


def posts(now: datetime) -> QuerySet[Appointment]:
    """Appointments of active people at `now`, with their names."""
    found = Appointment.objects.filter(valid_at(now), user__is_active=True)
    return found.select_related("user").order_by("post__role", "user__full_name", "id")


def colleague(user: User, user_id: UUID) -> User | None:
    """The active person of the same institution with this id."""
    return User.objects.filter(institution=user.institution_id, id=user_id, is_active=True).first()


def visible_row(user: User, row_id: UUID, now: datetime) -> PlanRow | None:
    """The row of a plan that the person sees."""
    return PlanRow.objects.filter(seen_by(user, now, "plan__case__"), id=row_id).first()
