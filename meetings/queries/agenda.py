"""What a meeting hears: the signed reports inside its consolidations, and what stands beside them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from approvals.ledger.content import opened
from approvals.models import Submission
from meetings.models import Consolidation, ConsolidationItem, Highlight, Meeting
from meetings.rules.agenda import signed_proposals
from meetings.rules.signed import consolidation_in
from meetings.words.agenda import HeardProposal, LeadershipAnswer
from meetings.words.consolidations import AbsentReport, ConsolidationContent, FiguresOfUnit
from organization.models import Unit
from periods.models import Period
from reports.models import Proposal, RowUpdate
from reports.queries.standing import signed_since
from reports.queries.updates import signed_updates
from reports.rules.signed import MonitoringReportContent, monitoring_report_in
from reports.rules.standing import Stand
from reports.words import RowsOnce, SignedRow

from .consolidations import SIGNED


@dataclass(frozen=True, slots=True)
class Report:
    """A monitoring report as it was signed; `submitted_at` is when it was frozen."""

    case: UUID
    period: Period
    unit: Unit
    content: MonitoringReportContent
    submitted_at: datetime


#: A proposal that was signed and has since been struck out of a report that was opened again.
UNANSWERABLE: LeadershipAnswer = {"case": None, "answer": "", "answer_text": ""}


class Item(NamedTuple):
    """Something inside a consolidation: `digest` as it was taken in; `period` and `unit` of a monitoring report only."""

    consolidation: UUID
    case: UUID
    digest: str
    digest_now: str
    period: UUID | None
    unit: UUID | None


ITEM = (
    "consolidation", "case", "digest", "case__digest", "case__monitoring_report__period",
    "case__monitoring_report__unit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Photograph:
    """What a heard consolidation signed, and the moment that it shows."""

    consolidation: UUID
    period: Period
    as_of: datetime
    content: ConsolidationContent


@dataclass(frozen=True, slots=True)
class Absentee:
    """A report of a heard period that is not inside, as the photograph shows it.

    `signed_after`: when its head signed it, after the photograph: it is no longer "chưa nộp" anywhere but in that paper.
    """

    shown: AbsentReport
    unit: Unit
    period: Period
    signed_after: datetime | None


@dataclass(frozen=True, slots=True)
class Absentees:
    """The reports that are not inside, in their lists, by the units' position."""

    missing: Sequence[Absentee]
    waiting: Sequence[Absentee]
    sent_back: Sequence[Absentee]
    outside: Sequence[Absentee]


@dataclass
class Hearing:
    """What is heard of a meeting.

    Attributes:
        periods: of the consolidations, those that are reported on, oldest first.
        reports: the monitoring reports inside, by the units' position, oldest period first.
        before: those of the same periods that an earlier meeting heard.
        cases: everything inside that still is what it was when it was taken in.
        photographs: what the consolidations signed.
        units: every unit of the institution, by position; none where nothing is heard.
        read: the rows of a plan in a report, read once for all that is worked out from them.
    """

    meeting: Meeting
    consolidations: list[Consolidation]
    periods: list[Period] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    before: list[Report] = field(default_factory=list)
    cases: set[UUID] = field(default_factory=set)
    photographs: list[Photograph] = field(default_factory=list)
    units: dict[UUID | None, Unit] = field(default_factory=dict)
    read: RowsOnce = field(default_factory=RowsOnce)

    @property
    def contents(self) -> list[MonitoringReportContent]:
        """The frozen contents of the monitoring reports, in the order in which they are heard."""
        return [report.content for report in self.reports]

    @property
    def newest_first(self) -> list[MonitoringReportContent]:
        """The same, a newer period before an older one."""
        ordered = sorted(self.reports, key=lambda row: row.period.starts, reverse=True)
        return [report.content for report in ordered]


def hearing_of(meeting: Meeting, consolidations: Iterable[Consolidation]) -> Hearing:
    """What these consolidations of the meeting contain: five statements.

    A report that two of them contain (one was corrected and taken into a supplement) is heard as in the later.
    """
    hearing = Hearing(meeting, list(consolidations))
    if not hearing.consolidations:
        return hearing
    heard = {row.case_id for row in hearing.consolidations}
    units = Unit.objects.filter(institution=meeting.institution_id)
    hearing.units = {unit.id: unit for unit in units.order_by("position", "code")}
    reported = {row.period.id: row.period for row in hearing.consolidations if row.period.is_reported}
    hearing.periods = sorted(reported.values(), key=lambda period: period.starts)
    hearing.photographs = list(photographs(hearing.consolidations))
    inside = covering(hearing).order_by("consolidation").values_list(*ITEM)
    latest = {item.case: item for item in (Item(*row) for row in inside)}
    hearing.cases = {
        item.case
        for item in latest.values()
        if item.consolidation in heard and item.digest == item.digest_now
    }
    for report, item in frozen_reports(list(latest.values()), hearing.units):
        (hearing.reports if item.consolidation in heard else hearing.before).append(report)
    hearing.reports.sort(key=lambda row: (row.unit.position, row.unit.code, row.period.starts))
    return hearing


def covering(hearing: Hearing) -> QuerySet[ConsolidationItem]:
    """What is inside the consolidations that are heard, or inside one that was signed for the same periods before."""
    heard = [row.case_id for row in hearing.consolidations]
    earlier = Q(
        consolidation__period__in=hearing.periods,
        consolidation__case__state__in=SIGNED,
        consolidation__lt=max(heard),
    )
    return ConsolidationItem.objects.filter(Q(consolidation__in=heard) | earlier)


def frozen_reports(items: Collection[Item], units: Mapping[UUID | None, Unit]) -> list[tuple[Report, Item]]:
    """The monitoring reports among the items, each as it was when it was taken in; two statements."""
    reports = {item.digest: item for item in items if item.period}
    periods = Period.objects.in_bulk({item.period for item in reports.values()})
    found = Submission.objects.filter(case__in=[item.case for item in reports.values()], digest__in=reports)
    return [
        (
            Report(
                item.case,
                periods[item.period],
                units[item.unit],
                monitoring_report_in(opened(text)),
                frozen_at,
            ),
            item,
        )
        for digest, text, frozen_at in found.values_list("digest", "content", "created_at")
        for item in [reports[digest]]
    ]


def photographs(consolidations: Iterable[Consolidation]) -> Iterator[Photograph]:
    """What these signed consolidations say, oldest first; one statement."""
    rows = {row.case_id: row for row in consolidations}
    digests = {row.case.digest for row in rows.values()}
    frozen = Submission.objects.filter(case__in=rows, digest__in=digests).order_by("case")
    for case, text, frozen_at in frozen.values_list("case", "content", "created_at"):
        yield Photograph(case, rows[case].period, frozen_at, consolidation_in(opened(text)))


def absentees(hearing: Hearing) -> Absentees:
    """Who is not inside, by the newest photograph of each heard period; a statement for each period."""
    newest = {photo.period.id: photo for photo in hearing.photographs}
    lists: dict[Stand | None, list[Absentee]] = defaultdict(list)
    for photo in sorted(newest.values(), key=lambda photo: photo.period.starts):
        units = {unit.code: unit for unit in hearing.units.values()}
        named: dict[Stand | None, list[AbsentReport]] = {
            Stand.MISSING: photo.content["missing"],
            Stand.WAITING: photo.content["waiting"],
            Stand.RETURNED: photo.content["sent_back"],
            None: photo.content["outside"],
        }
        cases = [UUID(report["case"]) for reports in named.values() for report in reports]
        since = signed_since(cases, photo.as_of)
        for stand, reports in named.items():
            lists[stand] += sorted(
                (
                    Absentee(one, units[one["unit"]], photo.period, since.get(UUID(one["case"])))
                    for one in reports
                ),
                key=lambda one: (one.unit.position, one.unit.code, one.shown["kind"]),
            )
    return Absentees(
        lists[Stand.MISSING], lists[Stand.WAITING], lists[Stand.RETURNED], lists[None]
    )  # fmt: skip


def figures_outside(hearing: Hearing) -> list[FiguresOfUnit]:
    """What the photographs count of monitoring units whose report of the period is not heard, nor was before."""
    heard = {(report.period.id, report.unit.code) for report in (*hearing.reports, *hearing.before)}
    return [
        line
        for photo in hearing.photographs
        for line in photo.content["figures"]["by_unit"]
        if not line["checked"] and (photo.period.id, line["unit"]) not in heard
    ]


def highlighted_in(hearing: Hearing) -> list[str]:
    """The rows that the office chose for the leadership, in its order."""
    rows = Highlight.objects.filter(consolidation__in=hearing.consolidations).order_by("consolidation", "id")
    return [str(row) for row in rows.values_list("row", flat=True)]


def updates_in(hearing: Hearing) -> list[RowUpdate]:
    """What the heads of units signed of rows after the reports of the heard periods; one statement."""
    heard = {report.period.id for report in hearing.reports} | {period.id for period in hearing.periods}
    return signed_updates(heard)


def heard_proposals(hearing: Hearing) -> list[HeardProposal]:
    """Every proposal that the meeting hears, with its answer: those of the reports word for word, then the office's.

    One statement. A text that a report carries is the one that was signed, whatever became of its row since.
    """
    signed = {proposal["id"]: proposal for proposal in signed_proposals(hearing.contents)}
    cases = hearing.cases | {row.case_id for row in hearing.consolidations}
    rows = Proposal.objects.filter(Q(id__in=list(signed)) | Q(case__in=cases))
    answers: dict[str, LeadershipAnswer] = {}
    for key, case, answer, answer_text, text, unit in rows.values_list(
        "id", "case", "answer", "answer_text", "text", "case__unit__code"
    ):
        answers[str(key)] = {"case": str(case), "answer": answer, "answer_text": answer_text}
        signed.setdefault(str(key), {"id": str(key), "text": text, "unit": unit})
    return [{**proposal, **answers.get(key, UNANSWERABLE)} for key, proposal in signed.items()]


def without_verdict(rows: Iterable[SignedRow]) -> int:
    """How many due rows of a plan in a report have no verdict."""
    return sum(1 for row in rows if row.counted and row.said.done is None)
