"""Cases as one screen shows them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals import kinds
from approvals.models import Remark
from approvals.queries import Request, dockets_for, submitted_contents, submitted_heads
from approvals.queries.remarks import against_answering, against_remarking, against_withdrawing, held_at
from approvals.queries.scope import opening_of
from approvals.rules import GROUNDS
from organization.models import User
from workflow.machine import ACTS
from workflow.models import Case
from workflow.rules import Reason, is_next, reasons_against


@dataclass(frozen=True, slots=True)
class JudgedAct:
    """An act, and why the reader cannot do it; no reasons: they can. `grounds`: of which one is stated with it."""

    act: str
    reasons: Sequence[Reason]
    grounds: Sequence[str]


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case in a list, called as it was submitted, an open draft as it stands."""

    case: Case
    title: str


@dataclass(frozen=True, slots=True)
class CaseLine(NamedCase):
    """A case in a list, with its digest as of now."""

    digest: str


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A row that can be changed, empty: what stands above the rows; `fields`: only those, none: all of it. `reason`, `by`: why it was
    opened beside what was marked, and by whom."""

    row: str
    fields: Sequence[str]
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ShownCase(CaseLine):
    """A case with every act of the machine; `remarkable`: why the reader may not remark on it, empty: they may; `open`: all of a
    returned draft that can be changed, None: everything."""

    acts: Sequence[JudgedAct]
    remarkable: Sequence[Reason]
    open: Sequence[OpenPlace] | None


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """A remark, and why the reader may not answer it or take it back; empty: they may."""

    remark: Remark
    answerable: Sequence[Reason]
    withdrawable: Sequence[Reason]


def read_case(case: Case, user: User, now: datetime) -> ShownCase:
    """Where the case stands, and what the person may do with it."""
    facts = dockets_for([case], Request(by=user, now=now, acts=ACTS))[case.id].facts
    judged = [JudgedAct(act, reasons_against(act, facts), grounds_of(act, case)) for act in ACTS]
    return ShownCase(
        case,
        titles_of([case])[case.id],
        facts.digest,
        judged,
        against_remarking(case, held_at(user, case, now)),
        read_open(case),
    )


def grounds_of(act: str, case: Case) -> Sequence[str]:
    """Of which one is stated with an act on the case where it stands; none: no ground is."""
    return GROUNDS if (act, case.state) in kinds.REGISTER[case.kind].grounds else ()


def read_open(case: Case) -> list[OpenPlace] | None:
    """What of an open draft can be changed, None: everything; two statements, none for what was never returned."""
    opening = opening_of(case)
    if opening.scope.marks is None or case.submitted:
        return None
    beside = {one.row: one for one in opening.beside}
    return [
        OpenPlace(
            row, sorted(fields), *((beside[row].reason, beside[row].by.full_name) if row in beside else ())
        )
        for row, fields in opening.scope.marks.items()
    ]


def titles_of(cases: Collection[Case]) -> dict[UUID, str]:
    """What each case is called: as it was submitted, an open draft as it stands; one statement."""
    signed = submitted_heads(cases, "title")
    return {case.id: signed.get(case.id, (case.title,))[0] for case in cases}


def read_cases(cases: Sequence[Case]) -> list[NamedCase]:
    """Cases as a list shows them; one statement."""
    titles = titles_of(cases)
    return [NamedCase(case, titles[case.id]) for case in cases]


def read_remarks(remarks: Sequence[Remark], case: Case, user: User, now: datetime) -> list[ShownRemark]:
    """Remarks on the case (`queries.remarks_of`) with what the person may do about each; one statement."""
    held = held_at(user, case, now)
    return [
        ShownRemark(one, against_answering(one, case, held), against_withdrawing(one, user))
        for one in remarks
    ]


def read_inbox(cases: Sequence[Case], user: User, now: datetime) -> list[CaseLine]:
    """Those of the cases (`queries.inbox_of`) whose next step is really the person's."""
    dockets = dockets_for(cases, Request(by=user, now=now, acts=()))
    facts, titles = {case.id: dockets[case.id].facts for case in cases}, titles_of(cases)
    return [
        CaseLine(case, titles[case.id], facts[case.id].digest)
        for case in cases
        if is_next(case.waits_for, facts[case.id])
    ]


def read_told(act: str, case_ids: Collection[UUID]) -> dict[UUID, Sequence[Reason]]:
    """Case -> what its submitted content lacks although nothing of it stood against the act; two statements, none where no kind
    tells anything of it."""
    telling = {code: kind.told[act] for code, kind in kinds.REGISTER.items() if act in kind.told}
    if not telling:
        return {}
    found = dict(Case.objects.filter(id__in=case_ids, kind__in=telling).values_list("id", "kind"))
    contents = submitted_contents(found)
    return {case_id: telling[kind](contents[case_id]) for case_id, kind in found.items()}
