"""Remarks without an act, and the answers to remarks."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.models import Remark
from approvals.queries import Request, acts_on, dockets_for
from notation.text import written
from organization.models import User
from workflow.models import Case, State
from workflow.rules import CONFLICT, CONTENT, HOLDERS, PERIOD_CLOSED, RIGHTS, Reason, refuse

from .hints import hint
from .locking import held, lock

ONLY_WHO_ACT = _("Remarks are between the unit, its monitoring unit, the admin office and the leadership.")


@transaction.atomic
def remark_on(case: Case, *, by: User, now: datetime, text: str, row: str = "", field: str = "") -> Remark:
    """A remark that blocks nothing (nhận xét, ý kiến chỉ đạo), by whoever acts on the case.

    Raises:
        Refused: 403 it is only theirs to see.
    """
    if not acts_on(by, case, now):
        refuse([Reason("not-permitted", RIGHTS, ONLY_WHO_ACT)])
    hint([case])
    return Remark.objects.create(
        case=case,
        round=case.submission,
        row=row,
        field=field,
        text=text,
        blocking=False,
        author=by,
        created_at=now,
    )


@transaction.atomic
def answer_remark(remark_id: UUID, *, answer: str, text: str, by: User, now: datetime) -> Remark:
    """Answer a remark: fixed (tiếp thu), or argued (giải trình) with the argument.

    Raises:
        Refused: 403 not staff of the unit; 409 answered already, or not in an open draft; 422 no argument.
    """
    remark = Remark.objects.select_for_update(of=("self",)).get(id=remark_id)
    case = held(lock({remark.case_id}), by)[remark.case_id]
    facts = dockets_for([case], Request(by=by, now=now, acts=()))[case.id].facts
    reasons = []
    if ("edit", "unit") not in facts.powers:
        reasons.append(Reason("not-permitted", RIGHTS, HOLDERS["edit", "unit"], facts.names))
    if remark.answer:
        reasons.append(Reason("answered", CONFLICT, _("This remark has been answered.")))
    if remark.blocking and (case.state != State.DRAFT or case.submitted):
        reasons.append(
            Reason("not-open", CONFLICT, _("Remarks of a return are answered while the draft is open."))
        )
    if remark.blocking and facts.closed:
        reasons.append(Reason("period-closed", CONFLICT, PERIOD_CLOSED, facts.names))
    if answer == Remark.Answer.ARGUED and not written(text):
        reasons.append(Reason("argument-missing", CONTENT, _("Write the explanation."), field="text"))
    refuse(reasons)
    remark.answer, remark.answer_text, remark.answered_by, remark.answered_at = answer, text, by, now
    remark.save(update_fields=["answer", "answer_text", "answered_by", "answered_at"])
    hint([case])
    return remark
