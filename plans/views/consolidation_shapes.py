"""The shapes of consolidations, in a list and one by one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from approvals.kinds import Content
from approvals.queries import Docket, dockets_for, submitted_contents
from approvals.queries import Request as Asked
from organization.http.person import PersonRequest
from organization.http.serializers import reason_list
from plans.contents.consolidations import EMPTY
from plans.figures import NAMES, figures_of, newest_first, total, unfinished
from plans.models import Consolidation
from plans.policies.consolidations import is_reported_on
from plans.queries.consolidations import (
    MONITORING,
    answers_to,
    contents_signed,
    items_of,
    takeable,
    unchecked_reports,
)
from plans.serializers.consolidations import ConsolidationSummaryOutput, SaidOutput
from workflow.models import State
from workflow.policies import reasons_against_editing


def with_inside(request: PersonRequest, rows: Sequence[Consolidation], now: datetime) -> dict[UUID, Docket]:
    """Gives each what is inside and the digest of today; as many statements for one as for many."""
    inside: dict[UUID, list[Any]] = {row.case_id: [] for row in rows}
    for item in items_of(rows):
        inside[item.consolidation_id].append(item)
    dockets = dockets_for([row.case for row in rows], Asked(by=request.user, now=now, acts=()))
    for row in rows:
        row.inside = inside[row.case_id]  # type: ignore[attr-defined]
        row.stale = any(item.digest != item.case.digest for item in inside[row.case_id])  # type: ignore[attr-defined]
        row.case.digest = dockets[row.case_id].facts.digest
    return dockets


def shaped_consolidations(request: PersonRequest, rows: list[Consolidation], now: datetime) -> list[Any]:
    """Consolidations as the list shows them."""
    with_inside(request, rows, now)
    return list(ConsolidationSummaryOutput(rows, many=True).data)


def shaped_consolidation(request: PersonRequest, row: Consolidation, now: datetime) -> dict[str, Any]:
    """A consolidation with all that it says: an open draft as of now, else as it was submitted."""
    docket = with_inside(request, [row], now)[row.case_id]
    content = docket.content or EMPTY | submitted_contents([row.case_id])[row.case_id]
    signed = versions(content)
    available = []
    if row.case.state == State.DRAFT and is_reported_on(row.period):
        available = takeable(request.user, row.period, now, into=row.case_id)
    said = {
        **{name: content[name] for name in ("highlights", "missing", "late", "contradictions")},
        "figures": period_figures(row, content),
        "unfinished": unfinished_rows(row, content, signed),
        "proposals": answered(content["proposals"]),
        "delta": delta(row, content, signed),
        "available": available,
        "editable": reason_list(reasons_against_editing(docket.facts)),
    }
    return {**ConsolidationSummaryOutput(row).data, **SaidOutput(said).data}


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


def versions(content: Content) -> dict[str, Content]:
    """What the monitoring reports inside signed, and what they had signed before; by digest."""
    reports = [case for case in content["cases"] if case.get("kind") == MONITORING]
    digests = ((case, case.get(name)) for case in reports for name in ("digest", "instead_of"))
    return contents_signed((UUID(case["case"]), digest) for case, digest in digests if digest)


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


def answered(proposals: Sequence[Content]) -> list[dict[str, Any]]:
    """The proposals as they were signed, with the leadership's answers."""
    answers = answers_to([proposal["id"] for proposal in proposals])
    found = ((proposal, answers.get(proposal["id"])) for proposal in proposals)
    return [
        proposal
        | {"case": row.case_id if row else None, "answer": row.answer if row else ""}
        | {"answer_text": row.answer_text if row else ""}
        for proposal, row in found
    ]


def delta(row: Any, content: Content, signed: Mapping[str, Content]) -> list[dict[str, Any]]:
    """What was taken in before with another digest: both, with their figures."""
    titles = {str(item.case_id): item.case.title for item in row.inside}
    return [
        {
            "case": case["case"],
            "title": titles.get(case["case"], ""),
            "before": version(case["instead_of"], signed),
            "after": version(case["digest"], signed),
        }
        for case in content["cases"]
        if case.get("instead_of")
    ]


def version(digest: str, signed: Mapping[str, Content]) -> dict[str, Any]:
    """A submission with its figures, where it is a monitoring report."""
    figures: Mapping[str, Any] = figures_of(signed[digest]) if digest in signed else dict.fromkeys(NAMES)
    return {"digest": digest, **figures}
