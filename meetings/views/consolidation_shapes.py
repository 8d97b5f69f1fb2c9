"""The shapes of consolidations, in a list and one by one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Docket, dockets_for, submitted_contents
from approvals.queries import Request as Asked
from meetings.contents import Said
from meetings.models import Consolidation, ConsolidationItem
from meetings.queries.consolidations import MONITORING, contents_signed, items_of, takeable, unchecked_reports
from meetings.serializers.consolidations import ConsolidationSummaryOutput, SaidOutput
from organization.http.person import PersonRequest
from organization.http.serializers import reason_list
from reports.queries.proposals import answered
from reports.rules.figures import NAMES, figures_of, newest_first, total, unfinished
from workflow.models import State
from workflow.rules import reasons_against_editing


def shaped_consolidations(request: PersonRequest, rows: list[Consolidation], now: datetime) -> list[Any]:
    """Consolidations as the list shows them; as many statements for one as for many."""
    inside: dict[UUID, list[ConsolidationItem]] = {row.case_id: [] for row in rows}
    for item in items_of(rows):
        inside[item.consolidation_id].append(item)
    dockets = dockets_for([row.case for row in rows], Asked(by=request.user, now=now, acts=()))
    return [summary(row, inside[row.case_id], dockets[row.case_id]) for row in rows]


def summary(row: Any, items: Sequence[ConsolidationItem], docket: Docket) -> dict[str, Any]:
    """A consolidation and what is inside, with the digest of today."""
    row.inside, row.case.digest = items, docket.facts.digest
    row.stale = any(item.digest != item.case.digest for item in items)
    return dict(ConsolidationSummaryOutput(row).data)


def shaped_consolidation(request: PersonRequest, row: Consolidation, now: datetime) -> dict[str, Any]:
    """A consolidation with all that it says: an open draft as of now, else as it was submitted."""
    docket = dockets_for([row.case], Asked(by=request.user, now=now, acts=()))[row.case_id]
    content, items, signed = made_of(row, docket)
    available = []
    if row.case.state == State.DRAFT and row.period.is_reported:
        available = takeable(request.user, row.period, now, into=row.case_id)
    said = {
        **{name: content[name] for name in ("highlights", "missing", "late", "contradictions")},
        "figures": period_figures(row, content),
        "unfinished": unfinished_rows(row, content, signed),
        "proposals": answered(content["proposals"]),
        "delta": delta(items, content, signed),
        "available": available,
        "editable": reason_list(reasons_against_editing(docket.facts)),
    }
    return {**summary(row, items, docket), **SaidOutput(said).data}


def made_of(
    row: Consolidation, docket: Docket
) -> tuple[Content, Sequence[ConsolidationItem], Mapping[str, Content]]:
    """What it says, what is inside, and what the monitoring reports inside signed, by digest."""
    if isinstance(docket.content, Said):
        return docket.content, docket.content.inside, docket.content.reports
    content = submitted_contents([row.case_id])[row.case_id]
    return content, list(items_of([row])), versions(content, "digest")


def unfinished_rows(
    row: Consolidation, content: Content, signed: Mapping[str, Content]
) -> list[dict[str, Any]]:
    """The rows of m as their monitoring units signed them."""
    highlighted = set(content["highlights"])
    inside = [signed[case["digest"]] for case in content["cases"] if case["digest"] in signed]
    return [
        line | {"age": int(line["age"]), "highlighted": line["row"] in highlighted}
        for line in unfinished(newest_first(inside, row.period.label))
    ]


def versions(content: Content, name: str) -> dict[str, Content]:
    """What the monitoring reports inside signed: "digest" what was taken in, "instead_of" what was before."""
    reports = (case for case in content["cases"] if case.get("kind") == MONITORING)
    return contents_signed((UUID(case["case"]), case[name]) for case in reports if name in case)


def period_figures(row: Consolidation, content: Content) -> dict[str, Any]:
    """N = k + m of what is inside; while it is a draft, apart, of what the office has not checked yet."""
    waiting = unchecked_reports(row.period) if row.case.state == State.DRAFT else []
    signed = submitted_contents(waiting) if waiting else {}
    unchecked = [
        {"unit": signed[case]["unit"], "case": str(case), **figures_of(signed[case])}
        for case in waiting
        if case in signed
    ]
    figures = content["figures"]
    return {
        "checked": figures["total"],
        "unchecked": total(unchecked),
        "by_unit": [line | {"checked": True} for line in figures["by_unit"]]
        + [line | {"checked": False} for line in unchecked],
        "earlier": figures["earlier"],
    }


def delta(
    items: Sequence[ConsolidationItem], content: Content, signed: Mapping[str, Content]
) -> list[dict[str, Any]]:
    """What was taken in before with another digest: both, with their figures."""
    titles = {str(item.case_id): item.case.title for item in items}
    both = {**signed, **versions(content, "instead_of")}
    return [
        {
            "case": case["case"],
            "title": titles.get(case["case"], ""),
            "before": version(case["instead_of"], both),
            "after": version(case["digest"], both),
        }
        for case in content["cases"]
        if case.get("instead_of")
    ]


def version(digest: str, signed: Mapping[str, Content]) -> dict[str, Any]:
    """A submission with its figures, where it is a monitoring report."""
    figures: Mapping[str, Any] = figures_of(signed[digest]) if digest in signed else dict.fromkeys(NAMES)
    return {"digest": digest, **figures}
