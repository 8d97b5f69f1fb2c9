"""A plan is created, changed, and given to a unit that follows it."""

from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited, open_case
from approvals.actions.briefing import tell_desk
from approvals.actions.hints import hint
from approvals.queries.authority import holds, no_office, require
from notation.text import fold
from organization.models import Unit, User
from periods.models import Period
from plans.models import MonitoringAssignment, Plan
from plans.registration import ASSIGN
from plans.rules.units import against_ended
from plans.words import Minimum
from workflow.models import Case, WaitsFor
from workflow.rules import CONTENT, Reason, Refused, refuse


class PlanHead(TypedDict, total=False):
    """What an open draft says of itself; see `change_plan`."""

    title: str
    number: str
    note: str
    period: Period


def searched(title: str, number: str) -> str:
    """What a search looks in: without case and marks, so that "ke hoach" finds "Kế hoạch"."""
    return fold(f"{number} {title}")


@transaction.atomic
def create_plan(
    *, unit: Unit, kind: str, title: str, period: Period, by: User, now: datetime, number: str = "", note: str = "",
    drafted_by_office: bool = False, demo: bool = False, historical: bool = False,
) -> Plan:  # fmt: skip
    """A new plan of the unit, followed by the admin office until somebody else is assigned.

    Written by the office for a unit that is not its own, it is a plan to be registered.

    Raises:
        Refused: 403 neither staff of the unit nor, for a plan issued on paper, of the office; 422 the unit has ended.
    """
    office = unit.institution.office
    if office and not drafted_by_office and not holds(by, "edit", unit, now):
        drafted_by_office = holds(by, "consolidate", office, now)
    require(by, unit, now, for_office=drafted_by_office)
    refuse(against_ended(unit, timezone.localtime(now).date()))
    if office is None:
        raise Refused([no_office()])
    case = open_case(
        kind="plan", unit=unit, monitoring_unit=office, title=title, period=period.label, by=by, now=now,
        drafted_by_office=drafted_by_office,
    )  # fmt: skip
    plan = Plan.objects.create(
        case=case, kind=kind, period=period, number=number, note=note, demo=demo, historical=historical,
        search=searched(title, number),
    )  # fmt: skip
    mark_edited([case], by=by)
    return plan


@transaction.atomic
def change_plan(case_id: UUID, *, seen: str, by: User, now: datetime, **changes: Unpack[PlanHead]) -> None:
    """Change an open draft; what is not given stays.

    Raises:
        Refused: as lock_for_editing.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    plan = Plan.objects.select_related("period").get(case=case)
    case.title = changes.get("title", case.title)
    plan.number = changes.get("number", plan.number)
    plan.note = changes.get("note", plan.note)
    plan.period = changes.get("period", plan.period)
    case.period = plan.period.label
    plan.search = searched(case.title, plan.number)
    plan.save(update_fields=["number", "note", "period", "search"])
    case.save(update_fields=["title", "period"])
    mark_edited([case], by=by)


@transaction.atomic
def assign_monitoring(
    plan: Plan, *, unit: Unit, cadence: str, minimum: Minimum | None, by: User, now: datetime
) -> None:
    """Say which unit follows the plan (Notice 242, II); a plan that waits to be checked goes to it at once.

    Raises:
        Refused: 403 not of the admin office.
    """
    case = (
        Case.objects.select_for_update(of=("self",))
        .select_related("institution__office")
        .get(id=plan.case_id)
    )
    require(by, unit, now, for_office=True)
    refuse(against_ended(unit, timezone.localtime(now).date()))
    if unit.parent_id is None:
        raise Refused([Reason("no-monitor", CONTENT, _("This unit cannot follow plans."), field="unit")])
    MonitoringAssignment.objects.update_or_create(
        plan=plan,
        defaults={
            "unit": unit, "cadence": cadence,
            "minimum_value": minimum["value"] if minimum else None,
            "minimum_unit": minimum["unit"] if minimum else "",
        },
    )  # fmt: skip
    waits = {"waits_unit": unit} if case.waits_for == WaitsFor.MONITOR else {}
    Case.objects.filter(id=case.id).update(monitoring_unit=unit, **waits)
    # A draft is nobody else's to see; once it is submitted, whoever follows it from now on is told.
    case.monitoring_unit, before = unit, case.monitoring_unit_id
    hint([case])
    if case.submission and unit.id != before:
        tell_desk({case: unit.id}, ASSIGN, actor=by, now=now)
