"""Remarks without an act, the answers to remarks, and remarks that are taken back."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.models import Remark
from approvals.queries.remarks import against_answering, against_remarking, against_withdrawing, held_at
from notation.text import excerpt, written
from notifications.actions import Notice, notify
from organization.models import User
from organization.queries import STAFF, holders
from workflow.models import Case
from workflow.rules import CONTENT, Reason, refuse

from .hints import hint
from .locking import held, lock
from .telling import told_of

#: How a question, and its answer, are told.
ASK, ANSWERED_ASK = "clarify", "clarified"


@transaction.atomic
def remark_on(
    case: Case, *, by: User, now: datetime, text: str, row: str = "", field: str = "", asks: bool = False
) -> Remark:
    """A remark that blocks nothing (nhận xét), by whoever acts on the case. A question (đề nghị làm rõ) is told to the unit's staff;
    the case stays where it is, and whoever asked is told of the answer.

    Raises:
        Refused: 403 it is only theirs to see.
    """
    refuse(against_remarking(case, held_at(by, case, now)))
    hint([case])
    remark = Remark.objects.create(
        case=case,
        round=case.submission,
        row=row,
        field=field,
        text=text,
        blocking=False,
        asks=asks,
        author=by,
        created_at=now,
    )
    if asks:
        tell_people(remark, ASK, staff(case, now) - {by.id}, by=by, now=now, text=text)
    return remark


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
    if remark.asks and remark.author_id != by.id:
        tell_people(remark, ANSWERED_ASK, {remark.author_id}, by=by, now=now, text=text)
    return remark


@transaction.atomic
def withdraw_remark(remark_id: UUID, *, by: User, now: datetime) -> Remark:
    """Take a remark back that nobody answered: it is kept as withdrawn and blocks nothing any more.

    Raises:
        Refused: 403 not its author; 409 answered or withdrawn already.
    """
    remark, case = locked(remark_id, by)
    refuse(against_withdrawing(remark, by))
    remark.withdrawn_at = now
    remark.save(update_fields=["withdrawn_at"])
    hint([case])
    return remark


def staff(case: Case, now: datetime) -> set[UUID]:
    """Who writes and signs the case for its unit; one statement."""
    held = holders({(permission, case.unit_id) for permission in STAFF}, now)
    return set().union(*held.values())


def tell_people(
    remark: Remark, event: str, people: Collection[UUID], *, by: User, now: datetime, text: str
) -> None:
    """Tells them of what was asked or answered, at once; the notice leads to it."""
    case = remark.case
    data = told_of(case, event, actor=by.full_name) | {"reason": excerpt(text), "remark": str(remark.id)}
    kind = "waiting" if event == ASK else "progress"
    notify([Notice(person, kind, case.id, data) for person in sorted(people)], now=now)


def locked(remark_id: UUID, by: User) -> tuple[Remark, Case]:
    """The remark and its case, locked: an answer, a withdrawal and a submit wait for each other."""
    remark = Remark.objects.select_for_update(of=("self",)).get(id=remark_id)
    return remark, held(lock({remark.case_id}), by)[remark.case_id]
