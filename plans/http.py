"""The items, plans and templates that a request names."""

from uuid import UUID

from django.utils.translation import gettext

from organization.http.person import PersonRequest
from organization.http.problems import Detail, Problem
from plans.models import MonitoringItem, Plan, Template
from plans.queries import items_of, visible_plan
from plans.queries.templates import templates_of


def unknown(code: str, text: str, field: str) -> Problem:
    """That a field names what there is not, or not for this person."""
    return Problem(400, code, [Detail(code, text, field=field)])


def item_named(request: PersonRequest, item_id: UUID) -> MonitoringItem:
    """The item over a class of plans with this id.

    Raises:
        Problem: 400 where there is none.
    """
    item = items_of(request.user, {}).filter(id=item_id).first()
    if item is None:
        raise unknown("item-unknown", gettext("There is no such item."), "item")
    return item


def plan_named(request: PersonRequest, case_id: UUID) -> Plan:
    """The plan with this id, as far as the person sees it.

    Raises:
        Problem: 400 where there is none.
    """
    plan = visible_plan(request.user, case_id, request.now)
    if plan is None:
        raise unknown("plan-unknown", gettext("There is no such plan."), "plan")
    return plan


def template_named(request: PersonRequest, template_id: UUID) -> Template:
    """The template of the institution with this id.

    Raises:
        Problem: 400 where there is none.
    """
    template = templates_of(request.user).filter(id=template_id).first()
    if template is None:
        raise unknown("template-unknown", gettext("There is no such template."), "template")
    return template
