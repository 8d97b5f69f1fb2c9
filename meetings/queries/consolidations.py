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
from approvals.queries import seen_by, visible_to
from meetings.models import Consolidation, ConsolidationItem, Highlight
from organization.models import User
from periods.models import Period
from plans.queries import CASE_NAMES
from reports.models import MonitoringReport, Proposal, UnitReport
from reports.queries.timeliness import FIRST_SIGNED
from reports.rules.signed import MonitoringReportContent, ProposalContent, monitoring_report_in
from workflow.models import Case, State

SIGNED = (State.CONSOLIDATED, State.PRESENTED)
MONITORING, UNIT = "monitoring-report", "unit-report"
#: Of a case inside only what is shown of it is read: there are many.
SHOWN = ("case__kind", "case__title", "case__state", "case__digest", "case__period")


class ReportLine(NamedTuple):
    """A report that a period expects, as far as a consolidation names it; `monitor` is None for a monitoring unit's own.

    `signed_at` is when its head first signed it.
    """

    case: UUID
    kind: str
    unit: str
    monitor: str | None
    period: UUID
    label: str
    due_at: datetime | None
    signed_at: datetime | None


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
        contents: what the monitoring reports inside signed, by digest.
    """

    consolidations: list[Consolidation] = field(default_factory=list)
    items: dict[UUID, list[ConsolidationItem]] = field(default_factory=lambda: defaultdict(list))
    signed: list[Taken] = field(default_factory=list)
    reports: dict[UUID, ReportLine] = field(default_factory=dict)
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

    What stands in another open draft is left to it. Monitoring reports come first, newest period first;
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
        case=OuterRef("pk"), consolidation__case__state=State.DRAFT
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
        {row.period_id for row in found.consolidations if row.period.is_reported}, inside
    )
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


def report_lines(periods: Collection[UUID], cases: Collection[UUID]) -> dict[UUID, ReportLine]:
    """The reports that these periods expect, and those among the cases; one statement.

    Monitoring units' own come first; all in the order of the units.
    """
    wanted = Q(period__in=periods) | Q(case__in=cases)
    own = MonitoringReport.objects.filter(wanted).values_list(
        Value(MONITORING), "unit__position", "unit__code", Value(0), Value(""), "case", "period", "period__label",
        "period__office_due_at", FIRST_SIGNED,
    )  # fmt: skip
    units = UnitReport.objects.filter(wanted).values_list(
        Value(UNIT), "unit__position", "unit__code", "monitor__position", "monitor__code", "case", "period",
        "period__label", "period__unit_due_at", FIRST_SIGNED,
    )  # fmt: skip
    return {
        case: ReportLine(case, kind, unit, monitor or None, period, label, due_at, signed_at)
        for kind, _place, unit, _of, monitor, case, period, label, due_at, signed_at in sorted(
            own.union(units, all=True), key=lambda row: row[:5]
        )
    }
