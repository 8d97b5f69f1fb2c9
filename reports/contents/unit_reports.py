"""What a unit's report signs: its rows of the period with its word on each, its proposals, next month's rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from periods.models import Period
from reports.models import Proposal, Result, UnitReport
from reports.queries.due_rows import candidates, span_of
from reports.queries.words import iso, said_in
from reports.rules.candidates import Candidate, DueRow, due_rows, put_off_rows
from reports.rules.listing import Listed, Span, following
from reports.rules.signed import NextRow, ProposalContent, UnitReportContent
from reports.words import SILENT, Said

from .rows import Days, days_owed, extended_part, row_of


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
            asked = [
                row for row in rows if told.get((report.unit_id, row.values["id"])) in (None, report.case_id)
            ]
            found[report.case_id] = report_content(
                report, asked, words[report.case_id], proposals[report.case_id], days
            )
    return found


def told_elsewhere(period: Period, units: Collection[UUID]) -> dict[tuple[UUID, UUID], UUID]:
    """(unit, row) -> the submitted report in which the unit speaks of a row whose plan was given to another unit in the
    period: it is not asked a second time. One statement."""
    moved = {"row__plan__root__followed__since__date__gte": period.starts}
    said = Result.objects.filter(
        report__period=period, report__unit__in=units, report__case__submitted=True, **moved
    )
    return {(unit, row): report for unit, row, report in said.values_list("report__unit", "row", "report")}


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
