"""What a consolidation signs."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from approvals.kinds import Content
from approvals.ledger.chain import moment
from meetings.contents.figures import NOTHING, figures_content
from meetings.models import Consolidation, ConsolidationItem
from meetings.queries.consolidations import Gathered, ReportLine, gather, root_of, stand_of
from meetings.words.consolidations import Absent, AbsentReport, CaseInside, ConsolidationContent, LateReport
from periods.rules.deadlines import is_late
from periods.rules.naming import label_name
from reports.rules.figures import contradictions, newest_first
from reports.rules.signed import ProposalContent
from reports.rules.standing import Stand

#: What a consolidation that was signed before months were reported on does not say.
SILENT: Content = {
    "assessment": "", "unchecked_reason": "", "supplement_of": None, "missing": [], "waiting": [], "sent_back": [],
    "outside": [], "late": [], "contradictions": [], "highlights": [], "proposals": [],
    "figures": {"total": NOTHING, "by_unit": [], "earlier": []},
}  # fmt: skip


def read_signed(content: Content) -> Content:
    """A signed content; what it does not say is silent."""
    return SILENT | content


def read_format_2(content: Content) -> Content:
    """Format 2 knew no items: its figures went by plan."""
    said = SILENT | content
    by_item = [line | {"item": line["plan"]} for line in said["figures"]["by_item"]]
    return said | {"figures": said["figures"] | {"by_item": by_item}}


def read_format_1(content: Content) -> Content:
    """Format 1 named whatever was not inside as missing, and counted only what was."""
    said = SILENT | content
    figures = said["figures"]
    total = NOTHING | figures["total"]
    by_unit = [NOTHING | line | {"checked": True} for line in figures["by_unit"]]
    month = {"total": total, "checked": total, "unchecked": NOTHING, "by_unit": by_unit, "by_item": []}
    return said | {"missing": [], "outside": said["missing"], "figures": figures | month}


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
        "unchecked_reason": consolidation.unchecked_reason,
        "supplement_of": str(base) if base else None,
        "cases": [case_content(consolidation, item, gathered, before.get(item.case_id)) for item in items],
        "figures": figures_content(items, consolidation, taken, gathered),
        **absent(consolidation, taken, gathered),
        "late": late(inside, gathered),
        "contradictions": contradictions(newest_first(reports, consolidation.period.label)),
        "highlights": gathered.highlights[consolidation.case_id],
        "proposals": raised_proposals(consolidation, items, gathered),
    }


def case_content(
    consolidation: Consolidation, item: ConsolidationItem, gathered: Gathered, before: str | None
) -> CaseInside:
    """One case inside, by the digest that it was taken in with; `before`: with which other one it was, earlier."""
    shape: CaseInside = {
        "case": str(item.case_id),
        "digest": item.digest,
        "kind": item.case.kind,
        "unit": item.case.unit.code,
    }
    if line := gathered.reports.get(item.case_id):
        shape["monitor"], shape["period"] = line.monitor, line.label
        if line.period != consolidation.period_id:
            shape["cited_as"] = cited_as(line, again=before is not None)
    if before:
        shape["instead_of"] = before
    return shape


def cited_as(line: ReportLine, *, again: bool) -> str:
    """What a report of an earlier period is called in the paper of this one: signed anew after it had been heard, late, or
    in time and checked after its own consolidation. The figures of its own month are not touched.
    """
    called = "báo cáo lại" if again else "báo cáo muộn" if is_late_line(line) else "báo cáo bổ sung"
    return f"{called} {label_name(line.label)}"


def is_late_line(line: ReportLine) -> bool:
    """Whether its head first signed it at its due point or after it."""
    return bool(line.signed_at and line.due_at and is_late(line.signed_at, line.due_at))


def replaced(consolidation: Consolidation, gathered: Gathered) -> dict[UUID, str]:
    """For what an earlier signed consolidation took in with another digest: that digest."""
    return {row.case: row.digest for row in gathered.signed if row.consolidation != consolidation.case_id}


def absent(consolidation: Consolidation, taken: Collection[UUID], gathered: Gathered) -> Absent:
    """Every report that the period expects and that neither this consolidation nor what it supplements contains: not
    handed in, handed in and not checked yet, or sent back and not handed in again.
    """
    found: Absent = {"missing": [], "waiting": [], "sent_back": [], "outside": []}
    for line in gathered.reports.values():
        if line.period != consolidation.period_id or line.case in taken:
            continue
        shape: AbsentReport = {
            "unit": line.unit, "kind": line.kind, "monitor": line.monitor, "case": str(line.case),
        }  # fmt: skip
        last, stand = gathered.last.get(line.case), stand_of(line, gathered)
        if stand == Stand.MISSING or line.signed_at is None:
            shape["lies_with"] = "head" if line.submitted else "officers"
            found["missing"].append(shape)
            continue
        shape["signed_at"] = moment(line.signed_at)
        if stand == Stand.RETURNED and last is not None:
            shape["returned_at"], shape["returned_by"] = moment(last.at), last.by
            found["sent_back"].append(shape)
        else:
            shape["late"] = is_late_line(line)
            shape["waits_at"] = line.waits_at or ""
            found["waiting"].append(shape)
    return found


def late(inside: Iterable[UUID], gathered: Gathered) -> list[LateReport]:
    """What is inside and bore its head's first signature at its own period's due point or after it."""
    found: list[LateReport] = []
    for case_id in inside:
        line = gathered.reports.get(case_id)
        if line and line.signed_at and is_late_line(line):
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
