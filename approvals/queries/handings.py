"""To whom the step that a case waits for can be handed, and to whom it was."""

from datetime import datetime

from django.db.models import QuerySet

from approvals.models import Handing
from organization.models import User
from organization.queries import holders
from workflow.machine import AWAITED
from workflow.models import Case, WaitsFor
from workflow.rules import is_next

from .facts import dockets_for
from .request import Request

#: What waits to be written waits for no signature: whoever is of the unit writes it.
WRITTEN = frozenset({WaitsFor.OFFICERS, WaitsFor.UNIT})


def able(case: Case, now: datetime) -> list[User]:
    """Who may take the awaited step: who holds its right there and has signed no other step of it, by name; a statement or two
    for each of the few who hold it."""
    awaited = AWAITED.get(case.waits_for)
    if case.waits_for in WRITTEN or awaited is None or case.waits_unit_id is None:
        return []
    pair = (awaited[0], case.waits_unit_id)
    people = User.objects.filter(id__in=holders({pair}, now)[pair], is_active=True)
    named = people.select_related("institution__office").order_by("full_name", "id")
    return [user for user in named if is_theirs(case, user, now)]


def is_theirs(case: Case, user: User, now: datetime) -> bool:
    """Whether the awaited step is really the person's to take."""
    docket = dockets_for([case], Request(by=user, now=now, acts=()))[case.id]
    return is_next(case.waits_for, docket.facts)


def handings_of(case: Case) -> QuerySet[Handing]:
    """To whom the present step was handed, the latest first."""
    return Handing.objects.filter(case=case, since=case.since).select_related("to", "by")
