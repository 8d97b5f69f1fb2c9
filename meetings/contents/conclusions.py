"""Conclusions that were signed: the units that lead one of them are told."""

from django.utils import timezone

from approvals.kinds import Deed
from notifications.actions import Notice, notify
from organization.models import User
from organization.queries import STAFF, holders
from plans.contents import keep_terms, tell_taking_over
from plans.models import RowUnit
from plans.queries import units_named
from plans.rules.terms import KINDS
from workflow.models import State


def after_conclusions(deed: Deed) -> None:
    """Tells whom signed conclusions concern, and keeps what was decided of their rows afterwards."""
    if deed.act in KINDS:
        keep_terms(deed)
        tell_taking_over(deed)
    told_to_leads(deed)


def told_to_leads(deed: Deed) -> None:
    """Tells the staff of the units that lead a conclusion; who wrote them down is told by the act itself."""
    if deed.act != "conclude":
        return
    actor = User.objects.values_list("full_name", flat=True).get(id=deed.by)
    for case in deed.cases:
        named = RowUnit.objects.filter(row__plan=case.id, part=RowUnit.Part.LEAD)
        on = timezone.localtime(deed.now).date()
        leads = set(units_named(named, case.institution_id, on).values_list("id", flat=True))
        pairs = {(permission, unit) for permission in STAFF for unit in leads}
        held = holders(pairs, deed.now) if pairs else {}
        people = set().union(*held.values()) - {deed.by, case.edited_by_id}
        data = {"act": "conclude", "title": case.title, "actor": actor, "state": State.PRESENTED.value}
        notify([Notice(person, "progress", case.id, data) for person in sorted(people)], now=deed.now)
