"""The leadership decides on the consequence of Notice 242, II.8; nothing follows by itself."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions.hints import hint_meeting
from approvals.queries.authority import against_leading
from meetings.models import Consequence
from meetings.queries.agenda import hearing_of
from meetings.queries.consequences import Key, candidates, decisions
from notation.text import written
from organization.models import User
from workflow.rules import CONTENT, Reason, refuse

from .open_meetings import deciding_meeting

NOT_POINTED_AT = _("The rule does not point at this item in this period.")


class GivenDecision(TypedDict):
    """Whether the consequence is applied, and why (not): to a unit (code) for an item in a period (label)."""

    period: str
    unit: str
    item: UUID
    trigger: str
    applied: bool
    reason: str


@transaction.atomic
def put_consequences(meeting_id: UUID, given: Sequence[GivenDecision], *, by: User, now: datetime) -> None:
    """Record applied or not applied, with the reason; what is not sent stays, a later decision replaces an earlier one, until
    the next meeting is closed.

    Raises:
        Refused: 403 not of the leadership; 409 the next meeting is closed; 422 what the rule does not point at, or no
            reason, each with the item as row. Nothing is saved then.
    """
    meeting = deciding_meeting(meeting_id, against=against_leading(by, now))
    hearing = hearing_of(meeting, meeting.consolidations.select_related("case", "period"))
    known = decisions(meeting.id)
    keys: dict[tuple[str, ...], Key] = {
        (row.period.label, row.unit.code, str(row.item_id), row.trigger): key for key, row in known.items()
    }
    titles = {row.item_id: row.title for row in known.values()}
    for candidate in candidates(hearing):
        named = (candidate.period.label, candidate.unit.code, str(candidate.item), candidate.trigger)
        keys[named], titles[candidate.item] = candidate.key, candidate.title
    refuse([reason for row in given for reason in against_decision(row, keys)])
    for row in given:
        period, unit, item, trigger = keys[name_of(row)]
        Consequence.objects.update_or_create(
            meeting=meeting, period_id=period, unit_id=unit, item_id=item, trigger=trigger,
            defaults={
                "title": titles[item], "applied": row["applied"], "reason": row["reason"].strip(), "decided_by": by, "decided_at": now,
            },
        )  # fmt: skip
    hint_meeting(by.institution, {keys[name_of(row)][1] for row in given})


def name_of(row: GivenDecision) -> tuple[str, ...]:
    """What a decision is about, as it is named over the wire."""
    return row["period"], row["unit"], str(row["item"]), row["trigger"]


def against_decision(row: GivenDecision, keys: Mapping[tuple[str, ...], Key]) -> list[Reason]:
    """What is wrong with one decision as sent."""
    where = str(row["item"])
    reasons = []
    if name_of(row) not in keys:
        reasons.append(Reason("consequence-unknown", CONTENT, NOT_POINTED_AT, row=where, field="item"))
    if not written(row["reason"]):
        reasons.append(Reason("reason-missing", CONTENT, _("Write the reason."), row=where, field="reason"))
    return reasons
