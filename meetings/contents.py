"""What a consolidation signs."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from approvals.kinds import Content
from approvals.ledger.chain import moment
from meetings.models import Consolidation, ConsolidationItem
from meetings.queries.consolidations import Gathered, gather, root_of
from meetings.words import (
    CaseInside,
    ConsolidationContent,
    EarlierFigures,
    ExpectedReport,
    FiguresInside,
    FiguresOfUnit,
    LateReport,
)
from periods.rules.deadlines import is_late
from reports.rules.figures import contradictions, figures_of, newest_first, total
from reports.rules.signed import ProposalContent

#: What a consolidation that was signed before months were reported on does not say.
SILENT: Content = {
    "assessment": "", "supplement_of": None, "missing": [], "late": [], "contradictions": [], "highlights": [],
    "proposals": [], "figures": {"total": total([]), "by_unit": [], "earlier": []},
}  # fmt: skip


def read_signed(content: Content) -> Content:
    """A signed content; what it does not say is silent."""
    return SILENT | content


def consolidation_in(content: Content) -> ConsolidationContent:
    """A content that a consolidation signed (`read_signed`)."""
    return {
        "title": content["title"],
        "period": content["period"],
        "assessment": content["assessment"],
        "supplement_of": content["supplement_of"],
        "cases": content["cases"],
        "figures": content["figures"],
        "missing": content["missing"],
        "late": content["late"],
        "contradictions": content["contradictions"],
        "highlights": content["highlights"],
        "proposals": content["proposals"],
    }


def consolidation_contents(case_ids: Collection[UUID]) -> dict[UUID, ConsolidationContent]:
    """The content of each consolidation: as many statements for one as for many.

    What it contains stands in it by digest, with the digest that an earlier signed consolidation took it in
    with (`instead_of`: the delta); beside that the figures, and who is missing or came late, as of now.
    """
    gathered = gather(case_ids)
    return {row.case_id: content_of(row, gathered) for row in gathered.consolidations}


def content_of(consolidation: Consolidation, gathered: Gathered) -> ConsolidationContent:
    """The content of one consolidation."""
    items = gathered.items[consolidation.case_id]
    inside = [item.case_id for item in items]
    before, taken = replaced(consolidation, gathered), set(inside)
    taken |= {row.case for row in gathered.signed if row.root == root_of(consolidation)}
    base = consolidation.supplement_of_id
    reports = [gathered.contents[item.digest] for item in items if item.digest in gathered.contents]
    return {
        "title": consolidation.case.title,
        "period": consolidation.period.label,
        "assessment": consolidation.assessment,
        "supplement_of": str(base) if base else None,
        "cases": [case_content(item, gathered, before.get(item.case_id)) for item in items],
        "figures": figures_content(items, consolidation, gathered),
        "missing": missing(consolidation, taken, gathered),
        "late": late(inside, gathered),
        "contradictions": contradictions(newest_first(reports, consolidation.period.label)),
        "highlights": gathered.highlights[consolidation.case_id],
        "proposals": raised_proposals(consolidation, items, gathered),
    }


def case_content(item: ConsolidationItem, gathered: Gathered, before: str | None) -> CaseInside:
    """One case inside, by the digest that it was taken in with; `before`: with which other one it was, earlier."""
    shape: CaseInside = {
        "case": str(item.case_id),
        "digest": item.digest,
        "kind": item.case.kind,
        "unit": item.case.unit.code,
    }
    if line := gathered.reports.get(item.case_id):
        shape["monitor"], shape["period"] = line.monitor, line.label
    if before:
        shape["instead_of"] = before
    return shape


def replaced(consolidation: Consolidation, gathered: Gathered) -> dict[UUID, str]:
    """For what an earlier signed consolidation took in with another digest: that digest."""
    return {row.case: row.digest for row in gathered.signed if row.consolidation != consolidation.case_id}


def figures_content(
    items: Iterable[ConsolidationItem], consolidation: Consolidation, gathered: Gathered
) -> FiguresInside:
    """N = k + m of each monitoring unit and in total; apart, those of earlier periods' reports that came late.

    A row of such a report may well be due in this period too, and is not counted twice.
    """
    own: list[FiguresOfUnit] = []
    earlier: list[EarlierFigures] = []
    for item in items:
        content = gathered.contents.get(item.digest)
        if content is None:
            continue
        line: FiguresOfUnit = {"unit": content["unit"], "case": str(item.case_id), **figures_of(content)}
        if content["period"] == consolidation.period.label:
            own.append(line)
        else:
            earlier.append({**line, "period": content["period"]})
    return {"total": total(own), "by_unit": own, "earlier": earlier}


def missing(
    consolidation: Consolidation, taken: Collection[UUID], gathered: Gathered
) -> list[ExpectedReport]:
    """Every report that the period expects and that neither this consolidation nor what it supplements contains."""
    return [
        {"unit": line.unit, "kind": line.kind, "monitor": line.monitor, "case": str(line.case)}
        for line in gathered.reports.values()
        if line.period == consolidation.period_id and line.case not in taken
    ]


def late(inside: Iterable[UUID], gathered: Gathered) -> list[LateReport]:
    """What is inside and bore its head's first signature at its own period's due point or after it."""
    found: list[LateReport] = []
    for case_id in inside:
        line = gathered.reports.get(case_id)
        if line and line.signed_at and line.due_at and is_late(line.signed_at, line.due_at):
            found.append(
                {
                    "unit": line.unit, "kind": line.kind, "monitor": line.monitor, "case": str(case_id),
                    "period": line.label, "signed_at": moment(line.signed_at),
                }
            )  # fmt: skip
    return found


def raised_proposals(
    consolidation: Consolidation, items: Iterable[ConsolidationItem], gathered: Gathered
) -> list[ProposalContent]:
    """Word for word with who wrote them, each once: what the monitoring reports raised, units' own, the office's."""
    raised: dict[str, ProposalContent] = {}
    for item in items:
        content = gathered.contents.get(item.digest)
        signed = content["proposals"] if content else []
        for one in (*signed, *gathered.proposals[item.case_id]):
            raised.setdefault(one["id"], {"id": one["id"], "text": one["text"], "unit": one["unit"]})
    return [*raised.values(), *gathered.proposals[consolidation.case_id]]


def inside_consolidations(case_ids: Collection[UUID]) -> dict[UUID, dict[UUID, str]]:
    """Consolidation -> contained case -> the digest that it was taken in with."""
    inside: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    rows = ConsolidationItem.objects.filter(consolidation__in=case_ids)
    for container, case_id, digest in rows.values_list("consolidation", "case", "digest"):
        inside[container][case_id] = digest
    return dict(inside)
