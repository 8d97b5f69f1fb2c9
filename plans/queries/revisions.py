"""The revisions of a plan: which is in force, which is under way, and from which month one can hold."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from approvals.queries.authority import holds
from organization.models import User
from periods.models import Period
from plans.models import Plan
from plans.rules.revisions import against_month
from workflow.models import State
from workflow.rules import CONFLICT, HOLDERS, RIGHTS, Reason

from .terms import superseded


def line_of(plan: Plan) -> list[Plan]:
    """Every revision of the plan, the first one first, drafts and discarded ones among them; one statement."""
    line = Plan.objects.filter(root=plan.root_id).select_related(
        "case__unit", "case__monitoring_unit", "case__institution", "period"
    )
    return list(line.order_by("revision"))


def last_adopted(line: Sequence[Plan]) -> Plan | None:
    """The revision adopted last; None: none was."""
    return next((plan for plan in reversed(line) if plan.case.state == State.PRESENTED), None)


def under_way(line: Sequence[Plan]) -> Plan | None:
    """The supplement that is neither adopted nor discarded; there is at most one."""
    open_ = (plan for plan in line if plan.revision and plan.case.state != State.PRESENTED)
    return next((plan for plan in open_ if not plan.case.discarded), None)


NOT_IN_FORCE = Reason(
    "not-in-force", CONFLICT, _("Only a plan in force is supplemented; change the draft itself.")
)
ONE_AT_A_TIME = _("“%(title)s” is under way: one supplement at a time.")


def against_supplementing(line: Sequence[Plan], by: User, now: datetime) -> list[Reason]:
    """Why the person cannot begin a supplement to a plan: 403 not staff of its unit, nor of the office that drafted it; 409 it is
    not in force, was stopped, or has a supplement under way."""
    case, reasons = line[0].case, []
    if not holds(by, "edit", case.unit, now) and not drafts_for_unit(line[0], by, now):
        reasons.append(Reason("not-permitted", RIGHTS, HOLDERS["edit", "unit"], {"unit": case.unit.name}))
    base, begun = last_adopted(line), under_way(line)
    if base is None:
        reasons.append(NOT_IN_FORCE)
    else:
        reasons += superseded([base.case_id]).get(base.case_id, ())
    if begun is not None:
        params = {"title": begun.case.title}
        reasons.append(Reason("revision-open", CONFLICT, ONE_AT_A_TIME, params, row=str(begun.case_id)))
    return reasons


def drafts_for_unit(plan: Plan, by: User, now: datetime) -> bool:
    """Whether the person is of the admin office, and that drafted the plan."""
    office = by.institution.office
    return plan.case.drafted_by_office and office is not None and holds(by, "consolidate", office, now)


def next_month(institution: UUID, now: datetime) -> date:
    """The first day of the first month whose units' reports are not due yet; that of today where none was confirmed so far."""
    months = Period.objects.filter(institution=institution, kind=Period.Kind.MONTH, unit_due_at__gt=now)
    first = months.order_by("starts").values_list("starts", flat=True).first()
    return first or timezone.localtime(now).date().replace(day=1)


def against_months(case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Supplement -> why it cannot hold from the month that it asks for: that or a later one is closed, or another begins to hold
    later; three statements, one where none asks for a month."""
    asking = list(Plan.objects.filter(case__in=case_ids, asked_from__isnull=False).select_related("case"))
    if not asking:
        return {}
    closed = Period.objects.filter(
        institution__in={plan.case.institution_id for plan in asking},
        kind=Period.Kind.MONTH,
        heard_at__isnull=False,
    )
    shut = {one.institution_id: one for one in closed.order_by("starts")}
    adopted = Plan.objects.filter(root__in={plan.root_id for plan in asking}, since__isnull=False)
    begun = dict(adopted.order_by("since").values_list("root", "since"))
    found: dict[UUID, Sequence[Reason]] = {}
    for plan in asking:
        month = plan.asked_from or plan.period.starts
        last = shut.get(plan.case.institution_id)
        its = last if last is not None and last.starts >= month else None
        found[plan.case_id] = against_month(month, closed=its, later=begun.get(plan.root_id))
    return found
