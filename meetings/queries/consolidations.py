"""Reading consolidations, through the door of visibility, and what they are made of."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from approvals.ledger.content import opened
from approvals.models import Submission
from approvals.queries import seen_by, submitted_contents, visible_to
from meetings.models import Consolidation, ConsolidationItem, Highlight
from organization.models import User
from periods.models import Period
from periods.rules.corrections import due_for
from plans.queries import CASE_NAMES
from reports.contents.monitoring_reports import monitoring_report_contents
from reports.models import MonitoringReport, Proposal, UnitReport
from reports.queries.standing import expected_in, last_words
from reports.queries.timeliness import FIRST_SIGNED
from reports.rules.signed import MonitoringReportContent, ProposalContent, monitoring_report_in
from reports.rules.standing import LastWord, Stand, stand_in
from workflow.models import Case, State

#: What of a report's case says where it stands.
STANDING = ("case__state", "case__submitted", "case__waits_unit__code")
SIGNED = (State.CONSOLIDATED, State.PRESENTED)
MONITORING, UNIT = "monitoring-report", "unit-report"
#: At which due point each is owed.
POINT = {MONITORING: "office_due_at", UNIT: "unit_due_at"}
#: Of a case inside only what is shown of it is read: there are many.
SHOWN = ("case__kind", "case__title", "case__state", "case__digest", "case__period")


class ReportLine(NamedTuple):
    """A report that a period expects, as far as a consolidation names it; `monitor` is None for a monitoring unit's own.

    `signed_at` is when its head first signed it; `waits_at` the code of the unit that it waits at.
    """

    case: UUID
    kind: str
    unit_id: UUID
    unit: str
    monitor: str | None
    period: UUID
    label: str
    due_at: datetime | None
    signed_at: datetime | None
    state: str
    submitted: bool
    waits_at: str | None

    @property
    def came_back(self) -> bool:
        """Whether its head has signed it and it is open again."""
        return self.state == State.DRAFT and self.signed_at is not None


class Taken(NamedTuple):
    """What a signed consolidation took in; `root` is the one that it supplements, else itself."""

    consolidation: UUID
    root: UUID
    case: UUID
    digest: str


@dataclass
class Gathered:
    """All that the contents of some consolidations are made of, read at once; keys are ids of cases.

    Attributes:
        signed: what signed consolidations took in, oldest first: those of the same family, and those that
            took in a case which is inside again.
        reports: every report that is inside or expected in the period.
        last: of the open ones that their head has signed before, the latest deciding signature.
        unchecked: what monitoring reports that are not inside signed: the office has not checked them.
        silent: monitoring reports that nobody signed (or that were sent back), as they read now.
        contents: what the monitoring reports inside signed, by digest.
    """

    consolidations: list[Consolidation] = field(default_factory=list)
    items: dict[UUID, list[ConsolidationItem]] = field(default_factory=lambda: defaultdict(list))
    signed: list[Taken] = field(default_factory=list)
    reports: dict[UUID, ReportLine] = field(default_factory=dict)
    last: dict[UUID, LastWord] = field(default_factory=dict)
    unchecked: dict[UUID, MonitoringReportContent] = field(default_factory=dict)
    silent: dict[UUID, MonitoringReportContent] = field(default_factory=dict)
    contents: dict[str, MonitoringReportContent] = field(default_factory=dict)
    highlights: dict[UUID, list[str]] = field(default_factory=lambda: defaultdict(list))
    proposals: dict[UUID, list[ProposalContent]] = field(default_factory=lambda: defaultdict(list))


def visible_consolidations(user: User, now: datetime) -> QuerySet[Consolidation]:
    """The consolidations whose case the person sees."""
    return Consolidation.objects.filter(seen_by(user, now, "case__")).select_related(*CASE_NAMES, "period")


def visible_consolidation(user: User, case_id: UUID, now: datetime) -> Consolidation | None:
    """The consolidation, or None when the person does not see it."""
    return visible_consolidations(user, now).filter(case=case_id).first()


def items_of(consolidations: Collection[Consolidation]) -> QuerySet[ConsolidationItem]:
    """What is inside of these consolidations, in order; of the cases only what is shown of them."""
    return (
        ConsolidationItem.objects.filter(consolidation__in=consolidations)
        .select_related("case__unit")
        .only("consolidation", "position", "digest", *SHOWN, "case__unit__code")
        .order_by("consolidation", "position")
    )


def consolidable(user: User, case_ids: Collection[UUID], now: datetime) -> list[Case]:
    """Those of the cases that the person sees, in the order asked for."""
    found = {case.id: case for case in visible_to(user, now).filter(id__in=case_ids)}
    return [found[case_id] for case_id in case_ids if case_id in found]


def takeable(user: User, period: Period, now: datetime, *, into: UUID | None = None) -> list[Case]:
    """The checked reports of the period, and those of earlier ones that no consolidation has taken in yet.

    What stands in another open draft is left to it, unless that can be signed no more: its period is closed. Monitoring reports come first, newest period first;
    of each case only what is shown of it is read.

    Args:
        into: the consolidation that asks, when there is one already.
    """
    of_its_time = Q()
    for report in ("monitoring_report", "unit_report"):
        of_its_time |= Q(
            **{f"{report}__period__kind": period.kind, f"{report}__period__ends__lte": period.ends}
        )
    elsewhere = ConsolidationItem.objects.filter(
        case=OuterRef("pk"),
        consolidation__case__state=State.DRAFT,
        consolidation__case__closed_at__isnull=True,
    ).exclude(consolidation=into)
    return list(
        visible_to(user, now)
        .filter(of_its_time, ~Exists(elsewhere), state=State.MONITOR_REVIEWED)
        .annotate(ends=Coalesce("monitoring_report__period__ends", "unit_report__period__ends"))
        .select_related("unit")
        .only(*(name.removeprefix("case__") for name in SHOWN), "unit__code")
        .order_by("kind", "-ends", "unit__position", "unit__code", "monitoring_unit__position", "id")
    )


def highlighted(rows: Collection[UUID]) -> set[UUID]:
    """Those of the rows of plans that a consolidation puts before the leadership; one statement."""
    return set(Highlight.objects.filter(row__in=rows).values_list("row", flat=True))


def beside(period: Period) -> QuerySet[Consolidation]:
    """The consolidations that a period has already, oldest first."""
    return Consolidation.objects.filter(period=period).select_related("case").order_by("case")


def unchecked_reports(period: Period) -> list[UUID]:
    """Monitoring reports of the period that their heads have signed and the office has not checked yet."""
    waiting = MonitoringReport.objects.filter(period=period, case__state=State.UNIT_APPROVED)
    return list(waiting.order_by("unit__position", "unit__code").values_list("case", flat=True))


def contents_signed(signed: Iterable[tuple[UUID, str]]) -> dict[str, MonitoringReportContent]:
    """What monitoring reports submitted under each of these (case, digest); one statement."""
    wanted = set(signed)
    cases, digests = {case for case, _digest in wanted}, {digest for _case, digest in wanted}
    found = Submission.objects.filter(case__in=cases, digest__in=digests).values_list("digest", "content")
    return {digest: monitoring_report_in(opened(text)) for digest, text in found}


def with_contents(
    items: QuerySet[ConsolidationItem],
) -> list[tuple[ConsolidationItem, MonitoringReportContent | None]]:
    """These items, each monitoring report with what it signed under the digest that it was taken in with; one statement."""
    submitted = Submission.objects.filter(
        case=OuterRef("case"), digest=OuterRef("digest"), case__kind=MONITORING
    )
    rows = items.annotate(signed=Subquery(submitted.values("content")[:1]))
    return [(row, monitoring_report_in(opened(row.signed)) if row.signed else None) for row in rows]


def gather(case_ids: Collection[UUID]) -> Gathered:
    """Reads what these consolidations are made of: as many statements for one as for many."""
    found = Gathered()
    found.consolidations = list(
        Consolidation.objects.filter(case__in=case_ids).select_related("case__unit", "period")
    )
    for item, content in with_contents(items_of(found.consolidations)):
        found.items[item.consolidation_id].append(item)
        if content is not None:
            found.contents[item.digest] = content
    inside = {item.case_id for items in found.items.values() for item in items}
    found.signed = taken_before(found.consolidations, inside)
    found.reports = report_lines(
        {row.period for row in found.consolidations if row.period.is_reported}, inside
    )
    found.last = last_words([line.case for line in found.reports.values() if line.came_back])
    add_monitored(found, inside)
    for row in Highlight.objects.filter(consolidation__in=case_ids).order_by("id"):
        found.highlights[row.consolidation_id].append(str(row.row_id))
    for proposal in Proposal.objects.filter(case__in={*inside, *case_ids}).select_related("case__unit"):
        shape: ProposalContent = {
            "id": str(proposal.id),
            "text": proposal.text,
            "unit": proposal.case.unit.code,
        }
        found.proposals[proposal.case_id].append(shape)
    return found


def add_monitored(found: Gathered, inside: Collection[UUID]) -> None:
    """Adds what the monitoring reports that are not inside signed, and how those would read that signed nothing: a statement,
    and as many for each period with such ones as their contents take. A supplement, which counts what it brings, reads neither.
    """
    periods = {
        row.period for row in found.consolidations if row.period.is_reported and not row.supplement_of_id
    }
    ids = {period.id for period in periods}
    outside = [
        line
        for line in found.reports.values()
        if line.kind == MONITORING and line.period in ids and line.case not in inside
    ]
    silent = {line for line in outside if stand_of(line, found) in (Stand.MISSING, Stand.RETURNED)}
    signed = submitted_contents([line.case for line in outside if line not in silent])
    found.unchecked = {case: monitoring_report_in(content) for case, content in signed.items()}
    for period in periods:
        units = {line.unit_id: line.case for line in silent if line.period == period.id}
        if units:
            found.silent |= monitoring_report_contents(list(units.values()))


def stand_of(line: ReportLine, found: Gathered) -> Stand:
    """Where a report stands now."""
    return stand_in(line.state, found.last.get(line.case))


def root_of(consolidation: Consolidation) -> UUID:
    """The consolidation that this one supplements, else itself."""
    return consolidation.supplement_of_id or consolidation.case_id


def taken_before(consolidations: Collection[Consolidation], inside: Collection[UUID]) -> list[Taken]:
    """What signed consolidations took in, of the same families or of the same cases; oldest first."""
    roots = {root_of(row) for row in consolidations}
    wanted = Q(case__in=inside) | Q(consolidation__in=roots) | Q(consolidation__supplement_of__in=roots)
    items = ConsolidationItem.objects.filter(wanted, consolidation__case__state__in=SIGNED)
    root = Coalesce("consolidation__supplement_of", "consolidation")
    return [
        Taken(*row)
        for row in items.annotate(root=root)
        .order_by("consolidation")
        .values_list("consolidation", "root", "case", "digest")
    ]


def report_lines(periods: Collection[Period], cases: Collection[UUID]) -> dict[UUID, ReportLine]:
    """The reports that these periods expect, and those among the cases; one statement.

    Monitoring units' own come first; all in the order of the units. `due_at` is what the first signature is judged by.
    """
    wanted = Q(period__in=periods) | Q(case__in=cases)
    own = MonitoringReport.objects.filter(wanted).values_list(
        Value(MONITORING), "unit__position", "unit__code", Value(0), Value(""), "case", "unit", "period", "period__label",
        "period__office_due_at", "period__corrections", FIRST_SIGNED, *STANDING,
    )  # fmt: skip
    units = UnitReport.objects.filter(wanted, expected_in(periods)).values_list(
        Value(UNIT), "unit__position", "unit__code", "monitor__position", "monitor__code", "case", "unit", "period",
        "period__label", "period__unit_due_at", "period__corrections", FIRST_SIGNED, *STANDING,
    )  # fmt: skip
    return {
        case: ReportLine(
            case,
            kind,
            unit_id,
            unit,
            monitor or None,
            period,
            label,
            due_at and due_for(POINT[kind], due_at, signed_at, corrections),
            signed_at,
            *standing,
        )
        for kind, _place, unit, _of, monitor, case, unit_id, period, label, due_at, corrections, signed_at, *standing in sorted(
            own.union(units, all=True), key=lambda row: row[:5]
        )
    }
