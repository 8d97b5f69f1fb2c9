"""The unit opens a row beside those that were marked when its case was returned, and says why (docs/adr/0055)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.models import OpenedRow
from approvals.queries.scope import opening_of
from notation.text import written
from organization.models import User
from workflow.rules import CONFLICT, CONTENT, Reason, refuse

from .cases import lock_for_editing
from .hints import hint

OPEN_ALREADY = Reason("open-already", CONFLICT, _("This can be changed already."), field="row")
WHY = Reason("reason-missing", CONTENT, _("Say why this is changed as well."), field="reason")


@transaction.atomic
def open_row(case_id: UUID, *, row: str, reason: str, by: User, now: datetime) -> OpenedRow:
    """Open a row, empty: what stands above the rows. It can be changed until the case is returned again; a row that is to be added
    is opened by the id that it will have.

    Raises:
        Refused: as lock_for_editing; 409 it can be changed already; 422 no reason.
    """
    case = lock_for_editing(case_id, seen=None, by=by, now=now)
    opening = opening_of(case)
    refuse([OPEN_ALREADY] if opening.scope.allows(row) else [])
    refuse([] if written(reason) else [WHY])
    made = OpenedRow.objects.create(
        case=case, sequence=opening.sequence, row=row, reason=reason.strip(), by=by, at=now
    )
    hint([case])
    return made
