"""The step that a case waits for is handed to somebody else who may take it, with a reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.models import Handing
from approvals.queries.handings import able
from approvals.queries.remarks import ACTING, held_at
from notation.text import excerpt, written
from notifications.actions import Notice, notify
from organization.models import User
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, RIGHTS, Reason, refuse

from .hints import hint
from .telling import told_of

HAND = "hand"
ONLY_WHO_WAIT = _("Only the unit that it waits for, the admin office and the leadership hand it on.")
CANNOT = _("%(name)s cannot take this step: possible are %(people)s.")
NOBODY = _("%(name)s cannot take this step, nor can anybody else: the leadership puts somebody in charge.")


def against_handing(case: Case, held: set[tuple[str, UUID]]) -> list[Reason]:
    """Why a person who holds this may not hand the case on."""
    institution = case.institution
    theirs = any(permission in ACTING and unit == case.waits_unit_id for permission, unit in held)
    over = {("consolidate", institution.office_id), ("present", institution.root_id)} & held
    return [] if theirs or over else [Reason("not-permitted", RIGHTS, ONLY_WHO_WAIT)]


@transaction.atomic
def hand_on(case: Case, *, to: User, reason: str, by: User, now: datetime) -> Handing:
    """Hand it to somebody; they are told at once with the reason. Whoever could take the step still can.

    Raises:
        Refused: 403 not of those for whom it waits, nor the office or the leadership; 409 that person cannot take the step; 422 no reason.
    """
    refuse(against_handing(case, held_at(by, case, now)))
    people = able(case, now)
    reasons = []
    if to not in people:
        names = {"name": to.full_name, "people": ", ".join(one.full_name for one in people)}
        reasons.append(Reason("not-able", CONFLICT, CANNOT if people else NOBODY, names, field="to"))
    if not written(reason):
        reasons.append(Reason("reason-missing", CONTENT, _("Say why it is handed on."), field="reason"))
    refuse(reasons)
    made = Handing.objects.create(case=case, to=to, reason=reason.strip(), since=case.since, by=by, at=now)
    data = told_of(case, HAND, actor=by.full_name) | {"reason": excerpt(made.reason)}
    notify([Notice(to.id, "waiting", case.id, data)] if to.id != by.id else [], now=now)
    hint([case])
    return made
