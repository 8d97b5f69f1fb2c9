"""Meetings as one screen shows them: in a list, and with the agenda that is heard."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import submitted_contents
from meetings.models import Consolidation, Meeting
from meetings.queries.agenda import (
    Absentee,
    Hearing,
    Photograph,
    Report,
    absentees,
    figures_outside,
    heard_proposals,
    hearing_of,
    highlighted_in,
    updates_in,
)
from meetings.queries.consequences import consequences_of
from meetings.queries.consolidations import visible_consolidations
from meetings.queries.meetings import meeting_digests, next_closed
from meetings.rules.agenda import Outcomes, apart, heard_figures, part_of_unit
from meetings.words.agenda import (
    AgendaUnit,
    Assessment,
    HeardFigures,
    HeardProposal,
    NamedProposal,
    NotReceived,
    PlacedContent,
    ShownConsequence,
    ToldUpdate,
)
from organization.models import User
from plans.contents import content_shown
from plans.models import Plan
from plans.queries import visible_plan, visible_plans
from plans.reading import ShownRow, read_rows
from reports.models import RowUpdate
from reports.queries.updates import outcomes_in
from reports.rules.figures import Contradiction, contradictions_in, rows_of
from reports.words import SignedRow
from reports.words import read_rows as signed_rows
from workflow.models import Case, State


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting with what the reader sees of its agenda, and the digest of the whole of it."""

    meeting: Meeting
    digest: str
    heard: Sequence[Consolidation]
    conclusions: UUID | None


@dataclass(frozen=True, slots=True)
class ShownConclusions:
    """What the meeting concludes: a plan with its rows, once it is signed as it was."""

    plan: Plan
    title: str
    rows: Sequence[ShownRow]

    @property
    def case(self) -> Case:
        """Its case."""
        return self.plan.case


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting by monitoring unit, unfinished first; rows as the reports signed them."""

    meeting: Meeting
    digest: str
    deciding: bool
    consolidations: Sequence[Assessment]
    figures: HeardFigures
    units: Sequence[AgendaUnit]
    highlights: Sequence[PlacedContent]
    annex: Sequence[PlacedContent]
    proposals: Sequence[NamedProposal]
    updates: Sequence[ToldUpdate]
    contradictions: Sequence[Contradiction]
    missing: Sequence[NotReceived]
    waiting: Sequence[NotReceived]
    sent_back: Sequence[NotReceived]
    outside: Sequence[NotReceived]
    conclusions: ShownConclusions | None
    consequences: Sequence[ShownConsequence]


def read_meetings(rows: Sequence[Meeting], user: User, now: datetime) -> list[MeetingLine]:
    """Meetings (`queries.meetings.visible_meetings`) as the list shows them; as many statements for one as for many."""
    agenda = [heard.case_id for row in rows for heard in row.consolidations.all()]
    seen = {row.case_id for row in visible_consolidations(user, now).filter(case__in=agenda)}
    concluded = [row.conclusions_id for row in rows if row.conclusions_id]
    seen |= {plan.case_id for plan in visible_plans(user, now).filter(case__in=concluded)}
    digests = meeting_digests(rows)
    return [
        MeetingLine(
            meeting=row,
            digest=digests[row.id],
            heard=[heard for heard in row.consolidations.all() if heard.case_id in seen],
            conclusions=row.conclusions_id if row.conclusions_id in seen else None,
        )
        for row in rows
    ]


def read_agenda(meeting: Meeting, user: User, now: datetime) -> Agenda:
    """What the meeting hears, as far as the person sees its consolidations: a fixed number of statements."""
    heard = [row.case_id for row in meeting.consolidations.all()]
    hearing = hearing_of(meeting, visible_consolidations(user, now).filter(case__in=heard))
    rows, order = list(rows_of(hearing.newest_first, hearing.read)), highlighted_in(hearing)
    highlighted = frozenset(order)
    absent = absentees(hearing)
    chosen, annex = apart(rows, order)
    updates = updates_in(hearing)
    told = submitted_contents([update.case_id for update in updates])
    outcomes = outcomes_in(updates)
    units: list[AgendaUnit] = [
        {
            "name": report.unit.name,
            "case": str(report.case),
            **part_of_unit(report.content, highlighted, outcomes_of(report, outcomes), hearing.read),
        }
        for report in hearing.reports
    ]
    return Agenda(
        meeting=meeting,
        digest=meeting_digests([meeting])[meeting.id],
        deciding=next_closed(meeting) is None,
        consolidations=[assessment_of(photo) for photo in hearing.photographs],
        figures=heard_figures(units, figures_outside(hearing)),
        units=units,
        highlights=chosen,
        annex=annex,
        proposals=named(heard_proposals(hearing), hearing),
        updates=[update_shape(row, told[row.case_id]) for row in updates],
        contradictions=contradictions_in(rows),
        missing=[absent_shape(one) for one in absent.missing],
        waiting=[absent_shape(one) for one in absent.waiting],
        sent_back=[absent_shape(one) for one in absent.sent_back],
        outside=[absent_shape(one) for one in absent.outside],
        conclusions=read_conclusions(meeting, user, now),
        consequences=consequences_of(hearing, user, now),
    )


def outcomes_of(report: Report, outcomes: Mapping[tuple[str, UUID], dict[str, bool]]) -> Outcomes:
    """Row -> what the last confirmed updates in the report's period say of it."""
    return {row: done for (row, period), done in outcomes.items() if period == report.period.id}


def read_conclusions(meeting: Meeting, user: User, now: datetime) -> ShownConclusions | None:
    """The conclusions with their rows, where there are any that the person sees."""
    plan = visible_plan(user, meeting.conclusions_id, now) if meeting.conclusions_id else None
    if plan is None:
        return None
    content = content_shown(plan)
    return ShownConclusions(plan, content["title"], read_rows(plan, content, now))


def assessment_of(photo: Photograph) -> Assessment:
    """What the office says of the period itself, and which moment it shows."""
    return {
        "id": str(photo.consolidation),
        "title": photo.content["title"],
        "period": photo.period.label,
        "assessment": photo.content["assessment"],
        "as_of": photo.as_of,
    }


def named(rows: Iterable[HeardProposal], hearing: Hearing) -> list[NamedProposal]:
    """Proposals with the names of whose they are."""
    names = {unit.code: unit.name for unit in hearing.units.values()}
    return [{**row, "name": names.get(row["unit"], row["unit"])} for row in rows]


def update_shape(update: RowUpdate, content: Content) -> ToldUpdate:
    """An update after the report, as the agenda carries what its unit's head signed."""
    row = next(signed_rows(content), SignedRow(str(update.row_id)))
    return {
        "id": str(update.case_id),
        "row": row.row,
        "plan": row.plan or str(update.row.plan_id),
        "plan_title": row.plan_title,
        "row_text": row.text,
        "unit": update.case.unit.code,
        "period": update.period.label,
        "confirmed": update.case.state != State.UNIT_APPROVED,
        "done": row.said.done,
        "completed_on": row.said.completed_on,
        "result": row.said.result,
        "evidence": row.said.evidence,
        "by": update.case.created_by.full_name,
        "at": update.case.since,
    }


def absent_shape(one: Absentee) -> NotReceived:
    """A report that is not inside, as the agenda names it."""
    said = one.shown
    return {
        "unit": one.unit.code,
        "name": one.unit.name,
        "kind": said["kind"],
        "monitor": said["monitor"],
        "period": one.period.label,
        "case": said["case"],
        "lies_with": said.get("lies_with"),
        "signed_at": said.get("signed_at"),
        "waits_at": said.get("waits_at"),
        "returned_at": said.get("returned_at"),
        "returned_by": said.get("returned_by"),
        "signed_after": one.signed_after,
    }
