"""Reading opinions on drafts: who sees them, what they open, when they are over."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField
from django.utils.translation import gettext_noop as _

from approvals.queries import acts_on, seen_by
from opinions.models import DraftOpinion
from organization.models import Unit, User
from plans.models import Plan, RowUnit
from plans.queries import units_named
from workflow.models import State, WaitsFor
from workflow.rules import CONFLICT, Reason

NAMES = (
    "case__unit",
    "case__monitoring_unit",
    "case__institution__office",
    "case__institution__root",
    "case__waits_unit",
    "plan__case",
    "remark__answered_by",
)
LAPSED = Reason("lapsed", CONFLICT, _("The day is over: silence counted as agreed."))
ADOPTED = Reason("adopted", CONFLICT, _("The plan has been adopted."))


def visible_opinions(user: User, now: datetime) -> QuerySet[DraftOpinion]:
    """The opinions whose case the person sees at `now`."""
    return DraftOpinion.objects.filter(seen_by(user, now, "case__")).select_related(*NAMES)


def opinions_on(plan: Plan, user: User, now: datetime) -> QuerySet[DraftOpinion]:
    """Whom the plan's draft was put to: all of it for those who act on the plan, for others what is theirs."""
    found = DraftOpinion.objects.filter(plan=plan).select_related(*NAMES)
    return found if acts_on(user, plan.case, now) else found.filter(seen_by(user, now, "case__"))


def put_to(units: Collection[UUID]) -> Q:
    """The plans whose draft was put to one of these units: a condition on Case."""
    asked = DraftOpinion.objects.filter(case__unit__in=units).order_by().values("plan")
    return Q(id__in=asked)


def units_to_ask(plan: Plan, on: date) -> list[Unit]:
    """The lead and coordinating units of the plan's rows, members of classes on a day among them; its own and those that were asked left out; two statements."""
    asked = set(DraftOpinion.objects.filter(plan=plan).values_list("case__unit", flat=True))
    named = units_named(RowUnit.objects.filter(row__plan=plan), plan.case.institution_id, on)
    return list(named.exclude(id__in=asked | {plan.case.unit_id}))


def due_moment() -> Subquery:
    """Until when it is asked, as a column of Case."""
    return Subquery(DraftOpinion.objects.filter(case=OuterRef("pk")).values("due_at")[:1])


def drafting_unit() -> Subquery:
    """The unit whose draft it is, as a column of Case."""
    asked = DraftOpinion.objects.filter(case=OuterRef("pk"))
    return Subquery(asked.values("plan__case__unit")[:1], output_field=UUIDField())


def against_late(case_ids: Collection[UUID], by: User, now: datetime) -> dict[UUID, list[Reason]]:
    """Why nothing more is said of the draft: the day is over, or the plan was adopted."""
    found: dict[UUID, list[Reason]] = {}
    for one in DraftOpinion.objects.filter(case__in=case_ids).select_related("plan__case"):
        reasons = [LAPSED] if now >= one.due_at else []
        reasons += [ADOPTED] if one.plan.case.state == State.PRESENTED else []
        found[one.case_id] = reasons
    return found


def silent_at(now: datetime) -> QuerySet[DraftOpinion]:
    """Those that still wait for the unit although the day is over."""
    return DraftOpinion.objects.filter(due_at__lte=now, case__state=State.DRAFT).exclude(
        case__waits_for=WaitsFor.NOBODY
    )
