"""What a unit's report signs: its rows of the period with its word on each, its proposals, next month's rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Q

from periods.models import Period
from plans.models import RowTerm
from reports.models import Proposal, Result, UnitReport
from reports.queries.due_rows import candidates, span_of
from reports.queries.words import iso, said_in
from reports.rules.candidates import Candidate, DueRow, due_rows, put_off_rows
from reports.rules.listing import Listed, Span, following
from reports.rules.signed import NextRow, ProposalContent, UnitReportContent
from reports.words import SILENT, Said, SignedRow

from .rows import Days, day_owed, days_owed, extended_part, row_of


class NamedRow(NamedTuple):
    """A row that a report speaks of, and when the time of its plan begins."""

    row: SignedRow
    began: date


def unit_report_contents(case_ids: Collection[UUID]) -> dict[UUID, UnitReportContent]:
    """The working content of each report, as its plans stand now: as many statements as there are periods."""
    reports = list(
        UnitReport.objects.filter(case__in=case_ids).select_related("case", "period", "unit", "monitor")
    )
    words, proposals = words_of(reports), proposals_of(case_ids)
    found = {}
    for mine in by_period(reports).values():
        units, monitors = {report.unit_id for report in mine}, {report.monitor_id for report in mine}
        rows = candidates(mine[0].period, leads=units, monitors=monitors)
        days, told = days_owed(mine[0].period, "unit_due_at"), told_elsewhere(mine[0].period, units)
        for report in mine:
            found[report.case_id] = report_content(
                report, asked_in(report, rows, told), words[report.case_id], proposals[report.case_id], days
            )
    return found


def named_rows(report: UnitReport, ids: Collection[UUID]) -> dict[UUID, NamedRow]:
    """Those of these rows that the report speaks of now, as its content has them but for whether they are overdue; of one that
    stands there several times, the last. The others are not read: five statements, more in a span of months."""
    period, unit = report.period, {report.unit_id}
    rows = candidates(period, leads=unit, monitors={report.monitor_id}, only=Q(key__in=ids))
    began = {row.values["id"]: row.plan_span.starts for row in rows}
    words = {word.row_id: word for word in Result.objects.filter(report=report, row__in=ids)}
    mine = of_unit(asked_in(report, rows, told_elsewhere(period, unit)), report.unit_id)
    days = Days(day_owed(period, "unit_due_at"), None)
    return {
        row.id: NamedRow(row_of(row, said_of(row, words.get(row.id)), days), began[row.id])
        for row in due_rows(mine, span_of(period))
    }


def asked_in(
    report: UnitReport, rows: Iterable[Candidate], told: Mapping[UUID, Mapping[UUID, UUID]]
) -> list[Candidate]:
    """Those of the rows that are not told of in another report of the unit (`told`, see `told_elsewhere`)."""
    return [
        row
        for row in rows
        if told.get(row.values["id"], {}).get(report.unit_id, report.case_id) == report.case_id
    ]


def told_elsewhere(period: Period, units: Collection[UUID]) -> dict[UUID, dict[UUID, UUID]]:
    """Row -> unit -> the submitted report of the period in which it was told of already: by itself, where its plan was given to
    another monitoring unit, or by the unit that led it before it was handed over. It is not asked a second time. One
    statement."""
    given = Q(row__plan__root__followed__since__date__gte=period.starts, report__unit__in=units)
    led_before = Q(row__terms__kind=RowTerm.Kind.MOVED, row__terms__was_unit=F("report__unit"))
    said = Result.objects.filter(given | led_before, report__period=period, report__case__submitted=True)
    told: dict[UUID, dict[UUID, UUID]] = defaultdict(dict)
    handed = ("row__terms__was_unit", "row__terms__unit")
    for unit, row, report, before, after in said.values_list("report__unit", "row", "report", *handed):
        told[row][unit] = report
        if after is not None and before == unit:
            told[row][after] = report
    return told


def by_period(reports: Iterable[UnitReport]) -> dict[UUID, list[UnitReport]]:
    """The reports of each period."""
    grouped: dict[UUID, list[UnitReport]] = defaultdict(list)
    for report in reports:
        grouped[report.period_id].append(report)
    return grouped


def words_of(reports: Iterable[UnitReport]) -> dict[UUID, dict[UUID, Result]]:
    """Report -> row -> the unit's word; one statement."""
    words: dict[UUID, dict[UUID, Result]] = defaultdict(dict)
    for word in Result.objects.filter(report__in=list(reports)):
        words[word.report_id][word.row_id] = word
    return words


def proposals_of(case_ids: Collection[UUID]) -> dict[UUID, list[ProposalContent]]:
    """Case -> its proposals, word for word; one statement."""
    proposals: dict[UUID, list[ProposalContent]] = defaultdict(list)
    for proposal in Proposal.objects.filter(case__in=case_ids):
        proposals[proposal.case_id].append({"id": str(proposal.id), "text": proposal.text})
    return proposals


def report_content(
    report: UnitReport,
    rows: list[Candidate],
    words: dict[UUID, Result],
    proposals: list[ProposalContent],
    days: Days,
) -> UnitReportContent:
    """The content of one report, from the rows of all units that were read with it."""
    span = span_of(report.period)
    mine = of_unit([row for row in rows if row.values["monitor_id"] == report.monitor_id], report.unit_id)
    return {
        "title": report.case.title,
        "unit": report.unit.code,
        "monitor": report.monitor.code,
        "period": report.period.label,
        "rows": [
            row_of(row, said_of(row, words.get(row.id)), days).to_content() for row in due_rows(mine, span)
        ],
        "proposals": proposals,
        "next": coming(mine, span),
        **extended_part(put_off_rows(mine, span)),
    }


def of_unit(rows: Iterable[Candidate], unit_id: UUID) -> list[Candidate]:
    """Those of the rows that the unit leads, as it reports on them."""
    return [share for row in rows if (share := row.of_unit(unit_id)) is not None]


def said_of(row: DueRow, word: Result | None) -> Said:
    """What the unit says of a row: in a span of months what they settled stays, and what they left open is said as it was
    last, until the unit says something else."""
    if word is not None and not row.settled:
        return said_in(word)
    last = row.told
    if last is None:
        return SILENT
    return last.said if last.word.done is None and row.settled else last.word


def coming(rows: Iterable[Candidate], span: Span) -> list[NextRow]:
    """Those of the rows that fall due in the span after this one and that the unit answers for."""
    following_rows = (candidate.in_period(following(span)) for candidate in rows)
    return [
        {
            "row": str(row.id), "plan": str(row.plan), "plan_title": row.plan_title, "text": row.text,
            "due_text": row.due_text, "due_on": iso(row.listing.due_on),
        }
        for row in following_rows
        if row is not None and row.listing.kind == Listed.DUE and not row.beside
    ]  # fmt: skip
