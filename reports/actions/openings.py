"""Opening sheets draft themselves for the rows that were due before the first month of use, and are answered by their unit."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypedDict
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _

from approvals.actions import lock_for_editing, mark_edited
from approvals.actions.cases import new_case
from approvals.actions.citing import cite, files_cited, kept_evidence
from approvals.models import Evidence
from approvals.rules import against_evidence
from approvals.words import GivenEvidence
from notation.text import excerpt
from organization.models import Unit, User
from periods.models import Period
from reports.models import OpeningRow, OpeningSheet
from reports.queries.due_rows import candidates
from reports.queries.openings import rows_to_ask
from reports.rules.candidates import DueRow
from reports.rules.openings import against_day_done
from reports.rules.titles import opening_title
from reports.words.openings import DONE
from workflow.rules import CONTENT, Reason, placed, refuse

from .reports import tell

UNKNOWN = _("This row is not in this sheet.")
TWICE = _("This row was sent twice.")


class GivenAnswer(TypedDict, total=False):
    """What became of one row, as it comes in; what is left out is silent."""

    row: UUID
    standing: str
    completed_on: date | None
    note: str
    evidence: Sequence[GivenEvidence]


@transaction.atomic
def draft_sheets(period: Period, *, by: User, now: datetime) -> int:
    """Ask every unit, once, of each of its rows that was due before the first month: a sheet to each unit that follows some.

    Rows that came to light later go into the sheet that is still open, else into another. Safe to repeat, and to run twice at once.

    Args:
        period: the first month, with its institution's office.

    Returns:
        How many sheets were drafted.
    """
    Period.objects.select_for_update(of=("self",)).get(id=period.id)
    wanted = rows_to_ask(period, candidates(period))
    open_ = {
        (one.case.unit_id, one.case.monitoring_unit_id): one
        for one in open_sheets(period).select_related("case")
    }
    units = Unit.objects.in_bulk({unit for pair in wanted for unit in pair})
    # A unit's own rows the admin office confirms, as it checks the unit's own report.
    office = period.institution.office
    confirming = {pair: office if pair[0] == pair[1] else units[pair[1]] for pair in wanted}
    fresh: list[OpeningSheet] = []
    for pair, rows in sorted(wanted.items(), key=lambda one: tuple(units[unit].position for unit in one[0])):
        unit, other = units[pair[0]], confirming[pair]
        if other is None:
            continue
        if (unit.id, other.id) not in open_:
            open_[unit.id, other.id] = begin_sheet(period, unit, other, by=by, now=now)
            fresh.append(open_[unit.id, other.id])
        ask(open_[unit.id, other.id], rows, by=by)
    tell([one.case for one in fresh], {}, by=by, now=now)
    return len(fresh)


def open_sheets(period: Period) -> QuerySet[OpeningSheet]:
    """Those that were never submitted."""
    return OpeningSheet.objects.filter(period=period, case__sequence=0)


def begin_sheet(period: Period, unit: Unit, confirming: Unit, *, by: User, now: datetime) -> OpeningSheet:
    """An empty sheet of a unit."""
    until = period.starts - timedelta(days=1)
    case = new_case(
        kind="opening-sheet", unit=unit, monitoring_unit=confirming, period=period.label, by=by, now=now,
        title=opening_title(unit, confirming, until), due_at=period.unit_due_at, of_itself=True,
    )  # fmt: skip
    case.save(force_insert=True)
    return OpeningSheet.objects.create(case=case, period=period, until=until)


def ask(sheet: OpeningSheet, rows: Sequence[DueRow], *, by: User) -> None:
    """Adds rows to an open sheet, the oldest first."""
    last = sheet.rows.count()
    ordered = sorted(rows, key=lambda row: (row.listing.due_on or date.max, row.plan_title, row.number))
    OpeningRow.objects.bulk_create(
        OpeningRow(
            sheet=sheet, row_id=row.id, position=place, text=row.text, due_text=row.due_text,
            due_on=row.listing.due_on or sheet.until,
        )
        for place, row in enumerate(ordered, start=last + 1)
    )  # fmt: skip
    mark_edited([sheet.case], by=by)


@transaction.atomic
def answer_rows(
    case_id: UUID, answers: Sequence[GivenAnswer], *, seen: str | None, by: User, now: datetime
) -> None:
    """Say what became of rows of an open sheet; rows that are not sent stay as they are.

    Raises:
        Refused: as lock_for_editing; 422 a row that the sheet has not, a day in the first month or later, evidence that is none.
    """
    case = lock_for_editing(case_id, seen=seen, by=by, now=now)
    sheet = OpeningSheet.objects.get(case=case)
    known = {row.row_id: row for row in sheet.rows.all()}
    files = files_cited([item for answer in answers for item in answer.get("evidence", ())], by=by, now=now)
    refuse(placed(list(against_answers(answers, known, files, sheet.until)), names_of(known)))
    changed = [put(known[answer["row"]], answer, files) for answer in answers]
    OpeningRow.objects.bulk_update(changed, ["standing", "completed_on", "note", "evidence"])
    cite([case], files)
    mark_edited([case], by=by)


def names_of(known: Mapping[UUID, OpeningRow]) -> dict[str, str]:
    """Row -> as people call it."""
    return {str(row_id): f"{row.position}. {excerpt(row.text)}" for row_id, row in known.items()}


def against_answers(
    answers: Sequence[GivenAnswer], known: Collection[UUID], files: Mapping[str, Evidence], until: date
) -> Iterator[Reason]:
    """What is wrong with answers as they came in."""
    seen: set[UUID] = set()
    for answer in answers:
        row = str(answer["row"])
        if answer["row"] not in known:
            yield Reason("row-unknown", CONTENT, UNKNOWN, row=row, field="row")
        if answer["row"] in seen:
            yield Reason("row-twice", CONTENT, TWICE, row=row, field="row")
        seen.add(answer["row"])
        yield from against_evidence(answer.get("evidence", ()), files, row=row)
        yield from against_day_done(row, answer.get("completed_on"), until)


def put(row: OpeningRow, answer: GivenAnswer, files: Mapping[str, Evidence]) -> OpeningRow:
    """A row with what was answered; a day belongs to what is done."""
    row.standing = answer.get("standing", "")
    row.completed_on = answer.get("completed_on") if row.standing == DONE else None
    row.note = answer.get("note", "")
    row.evidence = kept_evidence(answer.get("evidence", ()), files)
    return row
