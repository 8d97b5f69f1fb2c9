"""What stands against an act in the content, and in what is said with it, as far as the judge has to know."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_noop as _

from approvals import kinds
from approvals.rules import gaps_of_ground, gaps_of_issued
from workflow.machine import EDGES
from workflow.models import Case
from workflow.procedures import procedure
from workflow.rules import CONTENT, Reason

from .request import Request
from .scope import unknown_marks
from .visibility import visible_evidence

NOT_THERE = _("Remark %(place)s is on a row or a field that this document has not.")


def begun(cases: Sequence[Case], acts: Collection[str]) -> dict[str, list[Case]]:
    """Act -> the cases that stand where it begins, as far as it looks at what stands against their content."""
    return {act: [case for case in cases if begins(case, act)] for act in acts}


def begins(case: Case, act: str) -> bool:
    """Whether the case stands where an edge of the act begins that looks at the content."""
    return any(
        edge.source == case.state and edge.submitted in (None, case.submitted) and "content" in edge.checks
        for edge in procedure(case.kind, case.procedure).edges_of(act)
    )


def wants_content(case: Case, acts: Collection[str]) -> bool:
    """Whether one of the acts, as the case stands, looks into the content."""
    return any(begins(case, act) for act in kinds.REGISTER[case.kind].checked.intersection(acts))


def gaps_of(
    case: Case,
    request: Request,
    content: kinds.Content | None,
    objections: Mapping[str, Sequence[Reason]],
) -> dict[str, tuple[Reason, ...]]:
    """What the content lacks, and what stands against it beside, for each of the acts that look."""
    gaps = {act: tuple(reasons) for act, reasons in objections.items()}
    kind = kinds.REGISTER[case.kind]
    if content is not None:
        today = request.today
        for act in kind.checked.intersection(request.acts):
            lacking = (*kind.gaps(act, content), *kind.gaps_on(act, content, today))
            gaps[act] = (*lacking, *gaps.get(act, ()))
    return gaps


def issued_gaps_of(request: Request) -> tuple[Reason, ...]:
    """What the data of an issued document lack; asked only where register is done, not where it is listed."""
    if "register" not in request.acts or request.comment is None:
        return ()
    sha256 = request.issued["evidence"] if request.issued else ""
    known = bool(sha256) and visible_evidence(request.by, request.now).filter(sha256=sha256).exists()
    return tuple(gaps_of_issued(request.issued, known_evidence=known, today=request.today))


def terms_gaps_of(cases: Sequence[Case], request: Request) -> Mapping[UUID, Sequence[Reason]]:
    """What is wrong with what the act decides of rows; asked only where it is done, not where it is listed."""
    deciding = [act for act in request.acts if any("terms" in edge.checks for edge in EDGES[act])]
    if request.comment is None or not deciding:
        return {}
    return kinds.terms_gaps(cases, deciding[0], request.terms or {}, request.by, request.now)


def ground_gaps_of(case: Case, request: Request) -> Iterator[Reason]:
    """What is wrong with the ground of the act; asked only where it is done, not where it is listed."""
    grounds = kinds.REGISTER[case.kind].grounds
    for act in request.acts if request.comment is not None else ():
        yield from gaps_of_ground(request.ground, wanted=grounds.get((act, case.state)))


def mark_gaps_of(cases: Sequence[Case], request: Request) -> dict[UUID, tuple[Reason, ...]]:
    """Remarks of a return that are on nothing; asked only where it is done."""
    found = unknown_marks(cases, request.remarks) if "return" in request.acts else {}
    return {case_id: tuple(off(place) for place in places) for case_id, places in found.items()}


def off(place: int) -> Reason:
    """That a remark is on nothing that is there."""
    return Reason("mark-unknown", CONTENT, NOT_THERE, {"place": place}, field="remarks")
