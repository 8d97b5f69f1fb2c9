"""A plan was given to another unit to follow before the reports were due: what was typed of its rows goes along."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from approvals.models import EvidenceCitation
from periods.models import Period
from plans.models import MonitoringAssignment
from reports.models import Finding, MonitoringReport, Result, UnitReport
from reports.rules.candidates import DueRow
from reports.words import NAMES
from workflow.models import State


def moved_rows(period: Period, rows: Iterable[DueRow]) -> list[DueRow]:
    """Those of the rows whose plan was given to another unit since the period began; one statement."""
    moved = set(
        MonitoringAssignment.objects.filter(
            item__institution=period.institution_id, plan__isnull=False, since__date__gte=period.starts
        ).values_list("plan", flat=True)
    )
    return [row for row in rows if row.plan in moved]


def told_before(period: Period, moved: Collection[DueRow]) -> set[tuple[UUID, UUID]]:
    """(row, unit) of those of these rows of which the unit has submitted a word in the period, to whoever followed the plan
    before: it is not asked again. One statement, none without rows."""
    if not moved:
        return set()
    rows = [row.id for row in moved]
    said = Result.objects.filter(report__period=period, report__case__submitted=True, row__in=rows)
    return set(said.values_list("row", "report__unit"))


def bring_words_along(period: Period, moved: Collection[DueRow]) -> None:
    """Moves the words of open reports, with their evidence, into those to the units that follow the rows now; of what a unit
    follows itself they become its findings."""
    places = {(row.id, lead.unit_id): row.monitor_id for row in moved for lead in row.leads}
    if not places:
        return
    unsent = {"period": period, "case__state": State.DRAFT, "case__submitted": False}
    reports = {(one.unit_id, one.monitor_id): one for one in UnitReport.objects.filter(**unsent)}
    words: dict[tuple[UUID, UUID], set[UUID]] = defaultdict(set)
    typed = Result.objects.filter(report__in=list(reports.values()), row__in=[row.id for row in moved])
    for row, unit, report in typed.values_list("row", "report__unit", "report"):
        words[row, unit].add(report)
    for (row, unit), monitor in places.items():
        target, typed_in = reports.get((unit, monitor)), words[row, unit]
        if target is not None and typed_in and target.case_id not in typed_in:
            Result.objects.filter(row=row, report__in=typed_in).update(report=target)
            cite_too(target.case_id, typed_in)
    alone = [(row, lead) for row in moved if not row.shared for lead in row.answering]
    own = {row.id: lead.unit_id for row, lead in alone if lead.unit_id == row.monitor_id}
    if said := {row: unit for row, unit in own.items() if words[row, unit]}:
        become_findings(period, said, {row: words[row, unit] for row, unit in said.items()})


def become_findings(period: Period, own: Mapping[UUID, UUID], words: Mapping[UUID, set[UUID]]) -> None:
    """Words on rows that their unit follows itself now (row -> unit) go into its open monitoring report, where nothing was
    found of them yet."""
    unsent = {"period": period, "case__state": State.DRAFT, "case__submitted": False}
    forms = {one.unit_id: one.case_id for one in MonitoringReport.objects.filter(**unsent)}
    for row, unit in own.items():
        typed = Result.objects.filter(row=row, report__in=words[row], report__unit=unit)
        if unit not in forms or not (found := list(typed)):
            continue
        made = [
            Finding(report_id=forms[unit], row_id=row, **{name: getattr(one, name) for name in NAMES})
            for one in found[:1]
        ]
        Finding.objects.bulk_create(made, ignore_conflicts=True)
        cite_too(forms[unit], words[row])
        typed.delete()


def cite_too(case_id: UUID, others: Collection[UUID]) -> None:
    """The case cites the evidence that these others do."""
    cited = EvidenceCitation.objects.filter(case__in=others)
    EvidenceCitation.objects.bulk_create(
        [EvidenceCitation(case_id=case_id, evidence_id=one.evidence_id) for one in cited],
        ignore_conflicts=True,
    )
