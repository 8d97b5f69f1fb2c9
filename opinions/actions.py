"""Putting a draft to the units that its rows name, and writing what a unit says of it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited
from approvals.actions.cases import new_case
from approvals.queries.authority import require
from notifications.actions import Notice, notify
from opinions.models import DraftOpinion
from opinions.queries import ADOPTED, silent_at, units_to_ask
from opinions.rules import against_day, due_at, opinion_title
from organization.models import Unit, User
from organization.queries import holders
from periods.queries import zone_of
from plans.models import Plan
from workflow.models import Case, State, WaitsFor
from workflow.rules import CONTENT, Reason, refuse
from workflow.rules.judge import DISCARDED

NOBODY_TO_ASK = Reason(
    "nobody-to-ask", CONTENT, _("Every other unit that a row names has been asked, or no row names one.")
)


@transaction.atomic
def ask_opinions(plan: Plan, *, due_on: date, by: User, now: datetime) -> list[DraftOpinion]:
    """Put the draft to the lead and coordinating units of its rows until a day; whom it was put to is not asked again.

    Raises:
        Refused: 403 not who drafts the plan; 409 it was adopted or discarded; 422 a day that cannot be, nobody to ask.
    """
    case = plan.case
    Plan.objects.select_for_update().get(case=case)  # two people who ask at once wait for each other here
    require(by, case.unit, now, for_office=case.drafted_by_office)
    refuse([DISCARDED] if case.discarded else [ADOPTED] if case.state == State.PRESENTED else [])
    today = timezone.localtime(now).date()
    units = units_to_ask(plan, today)
    reasons = against_day(due_on, today)
    refuse([*reasons, *([] if units else [NOBODY_TO_ASK])])
    asked = [put_to_unit(plan, unit, due_on, by=by, now=now) for unit in units]
    tell_asked(asked, by=by, now=now)
    return asked


def put_to_unit(plan: Plan, unit: Unit, due_on: date, *, by: User, now: datetime) -> DraftOpinion:
    """A fresh opinion of the unit, which waits for all of it."""
    until = due_at(due_on, zone_of(by.institution))
    case = new_case(
        kind="draft-opinion", unit=unit, monitoring_unit=plan.case.unit, title=opinion_title(plan.case.title),
        period=plan.case.period, by=by, now=now, due_at=until, of_itself=True,
    )  # fmt: skip
    case.save(force_insert=True)
    return DraftOpinion.objects.create(case=case, plan=plan, due_on=due_on, due_at=until)


def tell_asked(asked: list[DraftOpinion], *, by: User, now: datetime) -> None:
    """The head and the staff of each unit hear that it is asked."""
    held = holders({("edit", one.case.unit_id) for one in asked}, now)
    notify(
        [
            Notice(
                person, "waiting", one.case_id, {"act": "ask", "title": one.case.title, "actor": by.full_name}
            )
            for one in asked
            for person in sorted(held["edit", one.case.unit_id] - {by.id})
        ],
        now=now,
    )


@transaction.atomic
def write_opinion(
    case_id: UUID, *, agrees: bool | None, text: str, seen: str | None, by: User, now: datetime
) -> None:
    """Write what the unit says of the draft; it is submitted and signed by its head as any draft.

    Raises:
        Refused: as lock_for_editing.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    DraftOpinion.objects.filter(case=case).update(agrees=agrees, text=text)
    mark_edited([case], by=by)


def let_lapse(now: datetime) -> int:
    """What nobody answered until its day waits for nobody any more: silence counted as agreed. Returns how many."""
    silent = silent_at(now).values("case")
    return Case.objects.filter(id__in=silent).update(waits_for=WaitsFor.NOBODY, waits_unit=None)
