"""Remarks without an act, the answers to remarks, and remarks that are taken back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.models import Remark
from approvals.queries.remarks import against_answering, against_remarking, against_withdrawing, held_at
from notation.text import written
from organization.models import User
from workflow.models import Case
from workflow.rules import CONTENT, Reason, refuse

from .hints import hint
from .locking import held, lock


@transaction.atomic
def remark_on(case: Case, *, by: User, now: datetime, text: str, row: str = "", field: str = "") -> Remark:
    """A remark that blocks nothing (nhận xét), by whoever acts on the case.

    Raises:
        Refused: 403 it is only theirs to see.
    """
    refuse(against_remarking(case, held_at(by, case, now)))
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
        Refused: 403 not staff of the unit; 409 answered or withdrawn already, or not in an open draft; 422 no argument.
    """
    remark, case = locked(remark_id, by)
    reasons = list(against_answering(remark, case, held_at(by, case, now)))
    if answer == Remark.Answer.ARGUED and not written(text):
        reasons.append(Reason("argument-missing", CONTENT, _("Write the explanation."), field="text"))
    refuse(reasons)
    remark.answer, remark.answer_text, remark.answered_by, remark.answered_at = answer, text, by, now
    remark.save(update_fields=["answer", "answer_text", "answered_by", "answered_at"])
    hint([case])
    return remark


@transaction.atomic
def withdraw_remark(remark_id: UUID, *, by: User, now: datetime) -> Remark:
    """Take a remark back that nobody answered: it is kept as withdrawn and blocks nothing any more.

    Raises:
        Refused: 403 not its author; 409 answered or withdrawn already.
    """
    remark, _case = locked(remark_id, by)
    refuse(against_withdrawing(remark, by))
    remark.withdrawn_at = now
    remark.save(update_fields=["withdrawn_at"])
    return remark


def locked(remark_id: UUID, by: User) -> tuple[Remark, Case]:
    """The remark and its case, locked: an answer, a withdrawal and a submit wait for each other."""
    remark = Remark.objects.select_for_update(of=("self",)).get(id=remark_id)
    return remark, held(lock({remark.case_id}), by)[remark.case_id]
