"""What the leadership answers at a meeting: proposals that rose to it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions.hints import hint_meeting
from approvals.queries.authority import against_leading
from meetings.queries.agenda import heard_proposals, hearing_of
from organization.models import User
from reports.models import Proposal
from workflow.models import Case
from workflow.rules import CONFLICT, CONTENT, Reason, Refused, refuse

from .open_meetings import deciding_meeting


class GivenAnswer(TypedDict):
    """The answer to a proposal (its id): a value of Proposal.Answer, and words."""

    proposal: UUID
    answer: str
    text: str


@transaction.atomic
def put_answers(meeting_id: UUID, answers: Sequence[GivenAnswer], *, by: User, now: datetime) -> None:
    """Answer proposals that the meeting hears; what is not sent stays, a later answer replaces an earlier one. After its close
    what is still open can be answered, until the next meeting is closed.

    Raises:
        Refused: 403 not of the leadership; 409 the next meeting is closed, or it was answered at this one; 422 a proposal
            that it does not hear, with its id as row. Nothing is saved then.
    """
    meeting = deciding_meeting(meeting_id, against=against_leading(by, now))
    hearing = hearing_of(meeting, meeting.consolidations.select_related("case", "period"))
    heard = {row["id"] for row in heard_proposals(hearing) if row["case"]}
    given = {str(answer["proposal"]): answer for answer in answers}
    if unknown := [proposal for proposal in given if proposal not in heard]:
        message = _("The meeting does not hear this proposal.")
        raise Refused(
            [Reason("proposal-unknown", CONTENT, message, row=row, field="proposal") for row in unknown]
        )
    rows = list(Proposal.objects.filter(id__in=list(given)))
    if meeting.closed_at is not None:
        message = _("The meeting has answered it already.")
        answered = [row for row in rows if row.answer]
        refuse([Reason("answered", CONFLICT, message, row=str(row.id), field="proposal") for row in answered])
    for row in rows:
        answer = given[str(row.id)]
        row.answer, row.answer_text = answer["answer"], answer["text"]
        row.answered_by, row.answered_at = by, now
    Proposal.objects.bulk_update(rows, ["answer", "answer_text", "answered_by", "answered_at"])
    hint_meeting(
        by.institution,
        Case.objects.filter(id__in={row.case_id for row in rows}).values_list("unit", flat=True),
    )
