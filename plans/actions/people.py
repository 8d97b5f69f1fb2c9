"""Who of a unit follows a plan is said, and whom rows name is found."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import DateTimeField, Value
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions.hints import hint
from approvals.actions.telling import told_of
from approvals.queries.authority import require
from notifications.actions import Notice, notify
from organization.models import Unit, User
from organization.queries import people_of
from plans.models import Plan, PlanOfficer, PlanRow, RowPerson
from plans.queries.people import people_in_texts, takes_part
from plans.registration import FOLLOW
from plans.rules.units import against_ended
from workflow.models import Case
from workflow.rules import CONTENT, Reason, refuse

ELSEWHERE = _("%(name)s is not of %(unit)s.")
NO_PART = _("%(unit)s leads and coordinates no row of this plan.")


@transaction.atomic
def name_officer(plan: Plan, *, unit: Unit, user: User, by: User, now: datetime) -> None:
    """Say who of the unit follows the plan, and its supplements, from now on; who did so before stays on record.

    Raises:
        Refused: 403 not staff of the unit; 422 the unit has ended or has no part in the plan, a person without a post in it.
    """
    require(by, unit, now, for_office=False)
    today = timezone.localtime(now).date()
    reasons = list(against_ended(unit, today))
    if not takes_part(plan, unit.id, today):
        reasons.append(Reason("no-part", CONTENT, NO_PART, {"unit": unit.name}, field="unit"))
    if user.id not in people_of(unit.id, now):
        params = {"name": user.full_name, "unit": unit.name}
        reasons.append(Reason("person-elsewhere", CONTENT, ELSEWHERE, params, field="user"))
    refuse(reasons)
    list(Plan.objects.select_for_update().filter(case=plan.root_id))
    if PlanOfficer.objects.filter(plan=plan.root_id, unit=unit, user=user, until=None).exists():
        return
    begin_officers([plan.root_id], [unit.id], user.id, by=by.id, now=now)
    hint([plan.case])
    if user.id != by.id:
        notify(
            [Notice(user.id, "progress", plan.case_id, told_of(plan.case, FOLLOW, actor=by.full_name))],
            now=now,
        )


def begin_officers(
    roots: Collection[UUID], units: Collection[UUID], user: UUID, *, by: UUID, now: datetime, case: Case | None = None
) -> None:  # fmt: skip
    """The person follows these plans (the first ones of their lines) for the first of these units; who did for any of them does
    no longer. Three statements.

    Args:
        units: the unit, and units that it came after.
        case: the handover that says so.
    """
    list(Plan.objects.select_for_update().filter(case__in=roots).order_by("case"))
    PlanOfficer.objects.filter(plan__in=roots, unit__in=units, until=None).update(
        until=Greatest("since", Value(now, DateTimeField()))  # two clocks may differ
    )
    unit = next(iter(units))
    PlanOfficer.objects.bulk_create(
        PlanOfficer(plan_id=root, unit_id=unit, user_id=user, since=now, by_id=by, case=case)
        for root in sorted(roots)
    )


def find_people(rows: Sequence[PlanRow], plan: Plan, now: datetime) -> None:
    """Writes whom these rows of a plan name, as it can be known now; four statements at most."""
    RowPerson.objects.filter(row__in=[row.id for row in rows]).delete()
    found = people_in_texts({row.id: row.person for row in rows}, plan.case.institution_id, now)
    RowPerson.objects.bulk_create(
        RowPerson(row_id=row, user_id=person) for row, named in found.items() for person in named.people
    )
