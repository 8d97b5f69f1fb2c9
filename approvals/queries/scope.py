"""What of a case that was returned can be changed, and what was changed beside (docs/adr/0055)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from approvals import kinds
from approvals.kinds import Content, Details
from approvals.ledger.content import opened
from approvals.ledger.differences import things_named
from approvals.models import OpenedRow, Signature, Submission
from workflow.models import Case, State
from workflow.rules import EVERYTHING, Scope, scope_of_marks

from .history import submitted_contents

#: Acts after which the draft is open for another reason than before; withdrawing and recalling go on where the unit was.
OPENING = ("return", "reopen")
#: By which somebody has seen a submission: a condition on Signature.
SEEN = Q(act="approve") | Q(act="return", case__state=State.DRAFT)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the last return leaves open: `sequence` of its signature, and what was opened beside; 0: everything is open."""

    scope: Scope
    sequence: int = 0
    beside: Sequence[OpenedRow] = ()


ALL_OPEN = Opening(EVERYTHING)


def scope_of(case: Case) -> Scope:
    """What of an open draft can be changed; no statement for what was never returned."""
    return opening_of(case).scope


def opening_of(case: Case) -> Opening:
    """What of an open draft can be changed, and who opened what beside; two statements, none for what was never returned."""
    kind = kinds.REGISTER[case.kind]
    if not case.returned or not kind.fields or case.state != State.DRAFT:
        return ALL_OPEN
    last = Signature.objects.filter(case=case, act__in=OPENING).order_by("-sequence").first()
    if last is None or not is_from_outside(last):
        return ALL_OPEN
    beside = list(OpenedRow.objects.filter(case=case, sequence=last.sequence).select_related("by"))
    scope = scope_of_marks(marks_in(last.details), {one.row for one in beside}, kind.together)
    return Opening(scope, last.sequence if scope.limited else 0, beside if scope.limited else ())


def is_from_outside(signature: Signature) -> bool:
    """Whether it is a return by somebody to whom the unit had sent it."""
    return signature.act == "return" and signature.from_state != State.DRAFT


def marks_in(details: Mapping[str, object]) -> list[tuple[str, str]]:
    """(row, field) of each remark of a return."""
    remarks: list[dict[str, str]] = details.get("remarks", [])  # type: ignore[assignment]
    return [(one.get("row", ""), one.get("field", "")) for one in remarks]


def beyond(cases: Collection[Case]) -> dict[UUID, Details]:
    """Case -> what its unit opened beside what the last return had marked, for the signature of the next submission; one statement,
    none where nothing was returned."""
    returned = [case for case in cases if case.returned]
    if not returned:
        return {}
    openings = Signature.objects.filter(case=OuterRef("case"), act__in=OPENING).order_by("-sequence")
    last = Subquery(openings.values("sequence")[:1])
    said: dict[UUID, Details] = {}
    for one in OpenedRow.objects.filter(case__in=returned, sequence=last):
        rows = said.setdefault(one.case_id, {"beyond": []})["beyond"]
        rows.append({"row": one.row, "reason": one.reason})
    return said


@dataclass(frozen=True, slots=True)
class Marked:
    """What returns from outside had marked between two submissions, with the reasons of what was opened beside; `scope` is wide where
    none had."""

    scope: Scope
    reasons: Mapping[str, str]

    def is_beyond(self, row: str, fields: Iterable[str], written: Collection[str]) -> bool:
        """Whether what changed in a row lies outside of the marks; no fields: the row as such.

        What nobody writes follows from elsewhere, and is no change of theirs.
        """
        changed = set(fields)
        if self.scope.allows(row):
            return False
        return not changed or any(not self.scope.allows(row, one) for one in changed & set(written))


def marked_between(case: Case, earlier: int, later: int) -> Marked:
    """Of the submissions from the earlier one to before the later one; two statements, none for what was never returned."""
    kind = kinds.REGISTER[case.kind]
    wanted = Signature.objects.filter(
        case=case, act="return", submission__gte=max(earlier, 1), submission__lt=later
    )
    signed = [one for one in wanted if is_from_outside(one)] if case.returned and kind.fields else []
    if not signed:
        return Marked(EVERYTHING, {})
    opened = OpenedRow.objects.filter(case=case, sequence__in=[one.sequence for one in signed])
    marks = [mark for one in signed for mark in marks_in(one.details) or [("", "")]]
    return Marked(scope_of_marks(marks, (), kind.together), dict(opened.values_list("row", "reason")))


def base_of(case: Case, later: int) -> int:
    """The submission that whoever reads a later one has seen before: of an open draft the last one that was signed or returned by
    anybody, beyond the unit the last one that its head had signed; else the one before."""
    seen = Signature.objects.filter(SEEN, case=case, submission__lt=later).order_by("-submission")
    return seen.values_list("submission", flat=True).first() or max(later - 1, 0)


def contents_since(cases: Collection[UUID]) -> dict[UUID, list[tuple[int, Content]]]:
    """Case -> its latest submission and before that the one that whoever reads it has seen (`base_of`), each with its number; one
    statement, none without cases."""
    found: dict[UUID, list[tuple[int, Content]]] = {}
    if not cases:
        return found
    latest = F("case__submission")
    seen = Signature.objects.filter(SEEN, case=OuterRef("case"), submission__lt=OuterRef("case__submission"))
    base = Coalesce(Subquery(seen.order_by("-submission").values("submission")[:1]), latest - 1)
    both = Submission.objects.filter(Q(number=latest) | Q(number=base), case__in=cases)
    for case_id, number, text in both.order_by("case", "number").values_list("case", "number", "content"):
        found.setdefault(case_id, []).append((number, opened(text)))
    return found


def unknown_marks(cases: Collection[Case], remarks: Sequence[Mapping[str, str]]) -> dict[UUID, list[int]]:
    """Case -> the places, from 1, of the remarks that are on a row or a field that it has not; one statement, none without such
    remarks."""
    placed = [one for one in remarks if one.get("row") or one.get("field")]
    asked = [case for case in cases if kinds.REGISTER[case.kind].fields] if placed else []
    contents = submitted_contents([case.id for case in asked])
    found = {
        case.id: places_unknown(case, contents[case.id], remarks) for case in asked if case.id in contents
    }
    return {case_id: places for case_id, places in found.items() if places}


def places_unknown(case: Case, content: Content, remarks: Sequence[Mapping[str, str]]) -> list[int]:
    """The places, from 1, of remarks that are on a row or a field that the content has not."""
    rows, fields = things_named(content) | {""}, kinds.REGISTER[case.kind].fields | {""}
    return [
        place
        for place, one in enumerate(remarks, 1)
        if one.get("row", "") not in rows or one.get("field", "") not in fields
    ]
