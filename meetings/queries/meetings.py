"""Reading meetings."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from approvals.ledger.canonical import digest
from approvals.ledger.chain import moment
from meetings.models import Consequence, Consolidation, ConsolidationItem, InaccurateResult, Meeting
from organization.models import User
from organization.queries import reach_of
from reports.models import Proposal

#: Meeting -> what was said at it, as it stands in its digest.
Answered = dict[UUID, list[list[UUID | str | bool]]]


def visible_meetings(user: User) -> QuerySet[Meeting]:
    """The meetings of the person's institution; what they hear is seen through its own door."""
    return (
        Meeting.objects.filter(institution=user.institution_id)
        .select_related("conclusions__case")
        .prefetch_related(
            Prefetch(
                "consolidations", Consolidation.objects.select_related("case", "period").order_by("case")
            )
        )
    )


def visible_meeting(user: User, meeting_id: UUID) -> Meeting | None:
    """A meeting of the person's institution."""
    return visible_meetings(user).filter(id=meeting_id).first()


def next_closed(meeting: Meeting) -> Meeting | None:
    """The first meeting on a reported period that was closed after this one; until then what it heard can be decided on."""
    if meeting.closed_at is None:
        return None
    later = Meeting.objects.filter(
        institution=meeting.institution_id,
        closed_at__gt=meeting.closed_at,
        consolidations__period__confirmed_at__isnull=False,
    )
    return later.select_related("closed_by").order_by("closed_at").first()


def units_in_view(user: User, now: datetime) -> set[UUID] | None:
    """Ids of the units whose slips and consequences the person sees; None: all of them.

    The admin office prepares the meeting and whoever views the root hears it.
    """
    views = reach_of(user.id, ["view"], now)["view"]
    institution = user.institution
    return None if {institution.office_id, institution.root_id} & views else views


def meeting_digests(meetings: Collection[Meeting]) -> dict[UUID, str]:
    """What the leadership confirms by closing each: what is heard, what was answered, decided and called inaccurate.

    The meetings come with their consolidations; a fixed number of statements for all of them.
    """
    answers, decided, said = answers_of(meetings), decisions_of(meetings), inaccurate_in(meetings)
    return {
        meeting.id: digest(
            {
                "meeting": meeting.id,
                "held_at": moment(meeting.held_at),
                "consolidations": [
                    [row.case_id, row.case.digest]
                    for row in sorted(meeting.consolidations.all(), key=lambda row: row.case_id)
                ],
                "answers": answers[meeting.id],
                "consequences": decided[meeting.id],
                "inaccurate": said[meeting.id],
            }
        )
        for meeting in meetings
    }


def decisions_of(meetings: Collection[Meeting]) -> Answered:
    """What was decided about the consequence of Notice 242, II.8, by meeting; one statement."""
    found: Answered = defaultdict(list)
    rows = Consequence.objects.filter(meeting__in=[meeting.id for meeting in meetings]).order_by("id")
    for meeting, period, unit, item, trigger, applied, reason in rows.values_list(
        "meeting", "period", "unit", "item", "trigger", "applied", "reason"
    ):
        found[meeting].append([period, unit, item, trigger, applied, reason])
    return found


def inaccurate_in(meetings: Collection[Meeting]) -> Answered:
    """Which results the leadership called inaccurate, by meeting; one statement."""
    found: Answered = defaultdict(list)
    rows = InaccurateResult.objects.filter(meeting__in=[meeting.id for meeting in meetings]).order_by("id")
    for meeting, period, unit, item, reason in rows.values_list(
        "meeting", "period", "unit", "item", "reason"
    ):
        found[meeting].append([period, unit, item, reason])
    return found


def answers_of(meetings: Collection[Meeting]) -> Answered:
    """The answers to proposals that each meeting hears; two statements.

    A monitoring report carries the proposals of the units that report to it, so theirs belong to it, too.
    """
    hears: dict[UUID | tuple[UUID, ...], set[UUID]] = defaultdict(set)
    inside = ConsolidationItem.objects.filter(
        consolidation__meetings__in=[meeting.id for meeting in meetings]
    ).order_by()
    reported = ("case__monitoring_report__period", "case__monitoring_report__unit")
    for meeting, consolidation, case, *report in inside.values_list(
        "consolidation__meetings", "consolidation", "case", *reported
    ):
        for place in (consolidation, case, tuple(report)):
            hears[place].add(meeting)
    answered = Proposal.objects.exclude(answer="").filter(
        Q(case__in=inside.values("consolidation"))
        | Q(case__in=inside.values("case"))
        | Q(case__unit_report__period__in=inside.values(reported[0]))
    )
    found: Answered = defaultdict(list)
    columns = (
        "case",
        "case__unit_report__period",
        "case__unit_report__monitor",
        "id",
        "answer",
        "answer_text",
    )
    for case, period, monitor, proposal, answer, text in answered.order_by("id").values_list(*columns):
        for meeting in hears.get(case, set()) | (hears.get((period, monitor), set()) if period else set()):
            found[meeting].append([proposal, answer, text])
    return found
