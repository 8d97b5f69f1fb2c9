"""The leadership records that a result which it heard is inaccurate (Notice 242, II.8)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypedDict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from approvals.actions.hints import hint_meeting
from approvals.queries.authority import against_leading
from meetings.models import InaccurateResult
from meetings.queries.agenda import Hearing, hearing_of
from notation.text import written
from organization.models import User
from plans.models import MonitoringItem
from workflow.rules import CONTENT, Reason, refuse

from .open_meetings import deciding_meeting

NOT_HEARD = _("No report that is heard names this item for this unit and period.")

#: Period (label), unit (code) and item (id), as they are named over the wire.
Name = tuple[str, str, str]


class GivenInaccurate(TypedDict):
    """The result of an item in the report of a unit (code) on a period (label) is inaccurate, and why."""

    period: str
    unit: str
    item: UUID
    reason: str


class Named(NamedTuple):
    """An item in a heard report: whose, of which period, and what it is called there."""

    period: UUID
    unit: UUID
    title: str


@transaction.atomic
def call_inaccurate(meeting_id: UUID, given: Sequence[GivenInaccurate], *, by: User, now: datetime) -> None:
    """Record what the leadership calls inaccurate, with the reason; what is not sent stays, a later word replaces an earlier
    one, until the next meeting is closed. It is taken back by deciding that the consequence is not applied.

    Raises:
        Refused: 403 not of the leadership; 409 the next meeting is closed; 422 an item that no heard report names, or no
            reason, each with the item as row. Nothing is saved then.
    """
    meeting = deciding_meeting(meeting_id, against=against_leading(by, now))
    heard = items_heard(hearing_of(meeting, meeting.consolidations.select_related("case", "period")))
    refuse([reason for row in given for reason in against_word(row, heard)])
    for row in given:
        named = heard[called(row)]
        InaccurateResult.objects.update_or_create(
            meeting=meeting, period_id=named.period, unit_id=named.unit, item_id=row["item"],
            defaults={"title": named.title, "reason": row["reason"].strip(), "said_by": by, "said_at": now},
        )  # fmt: skip
    hint_meeting(by.institution, {heard[called(row)].unit for row in given})


def items_heard(hearing: Hearing) -> dict[Name, Named]:
    """The items that the heard monitoring reports name and that still are items; one statement."""
    named: dict[Name, Named] = {
        (report.period.label, report.unit.code, item["item"]): Named(
            report.period.id, report.unit.id, item["title"]
        )
        for report in hearing.reports
        for item in report.content["items"]
    }
    known = MonitoringItem.objects.filter(id__in={item for _period, _unit, item in named})
    ids = {str(item) for item in known.values_list("id", flat=True)}
    return {name: one for name, one in named.items() if name[2] in ids}


def called(row: GivenInaccurate) -> Name:
    """What a word is about, as it is named over the wire."""
    return row["period"], row["unit"], str(row["item"])


def against_word(row: GivenInaccurate, heard: Mapping[Name, Named]) -> list[Reason]:
    """What is wrong with one word as sent."""
    where = str(row["item"])
    reasons = []
    if called(row) not in heard:
        reasons.append(Reason("item-unheard", CONTENT, NOT_HEARD, row=where, field="item"))
    if not written(row["reason"]):
        reasons.append(Reason("reason-missing", CONTENT, _("Write the reason."), row=where, field="reason"))
    return reasons
