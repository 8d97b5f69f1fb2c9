"""Gathers the facts that the judge may know: a fixed number of statements, whatever the number of cases."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from approvals import kinds
from approvals.ledger.content import framed, working_digest
from approvals.models import Remark, Signature
from approvals.rules import gaps_of_opening
from notation import moments
from notation.text import written
from organization.models import Role
from organization.queries import Power, people_of, powers_of
from workflow.models import Case
from workflow.procedures import procedure
from workflow.rules import BY_ORDER, Facts, Reason, Signed, edge_for, is_closed

from .gaps import begun, gaps_of, ground_gaps_of, issued_gaps_of, mark_gaps_of, terms_gaps_of, wants_content
from .history import submitted_contents
from .names import PlaceNames, able_on, places_of
from .request import Request

#: The two steps that one person may take both of, where nobody else is there.
BY_ONE_HAND = frozenset({"submit", "approve"})


@dataclass(frozen=True, slots=True)
class Docket:
    """One case as it comes before the judge: the facts, and what they were made of."""

    case: Case
    facts: Facts
    powers: Mapping[tuple[str, str], Power]
    signatures: tuple[Signature, ...]
    content: kinds.Content | None = field(default=None)

    def power_for(self, act: str) -> Power:
        """The power that an allowed act is signed with: one's own before a lent one."""
        edge = edge_for(act, self.facts)
        return self.powers[edge.right_in(self.powers) or BY_ORDER]


def dockets_for(
    cases: Sequence[Case],
    request: Request,
    *,
    seen: Mapping[UUID, str] | None = None,
    signatures: Sequence[Signature] | None = None,
    contents: Mapping[UUID, Mapping[str, object]] | None = None,
    following: bool = True,
) -> dict[UUID, Docket]:
    """The docket of each case; the cases come with unit, monitoring_unit, institution, its office and root.

    Args:
        seen: for each case, the digest that the signer saw.
        signatures: those of all the cases, by case and sequence, where they were read already.
        contents: of cases, where they were read already: the working content of a draft, else what was submitted.
        following: whether drafts that follow other tables are read; where not, nothing is to be said of their digests.
    """
    powers = powers_around(cases, request)
    all_signed = read_signatures(cases) if signatures is None else signatures
    current = on_submission(cases, all_signed)
    approved = {row.case_id for row in all_signed if row.act == "approve"}
    known = contents_judged(cases, request, contents or {}, following=following)
    unanswered = unanswered_of(cases) if "submit" in request.acts else {}
    objections = kinds.objections(begun(cases, request.acts), request.by, request.now)
    able = able_on(cases, request.now)
    issued_gaps = issued_gaps_of(request)
    marks = mark_gaps_of(cases, request)
    people = cache(partial(people_of, now=request.now))
    terms, one_handed = terms_gaps_of(cases, request), kinds.one_handed(cases, request.now)
    return {
        case.id: docket_of(
            case,
            request,
            approved=case.id in approved,
            terms_gaps=tuple(terms.get(case.id, ())),
            mark_gaps=marks.get(case.id, ()),
            held=powers_at(case, powers),
            signatures=current[case.id],
            content=known.get(case.id),
            objections=objections.get(case.id, {}),
            seen=seen.get(case.id) if seen else None,
            unanswered=unanswered.get(case.id, 0),
            issued_gaps=issued_gaps,
            names=PlaceNames(case, able),
            alone=partial(stands_alone, case, request, one_handed, people),
        )
        for case in cases
    }


def powers_around(cases: Sequence[Case], request: Request) -> list[Power]:
    """What the person holds at the units that act on these cases, or has from whom they sign for; one statement."""
    units = {unit for case in cases for unit in places_of(case).values()}
    powers = powers_of(request.by.id, units, request.now)
    if request.principal is None:
        return powers
    return [power for power in powers if power.principal_id == request.principal]


def contents_judged(
    cases: Sequence[Case],
    request: Request,
    contents: Mapping[UUID, Mapping[str, object]],
    *,
    following: bool,
) -> dict[UUID, kinds.Content]:
    """The content of each case that an act looks into, read where it was not yet."""
    known: dict[UUID, kinds.Content] = {case_id: dict(content) for case_id, content in contents.items()}
    judged = [
        case for case in cases if (following and kinds.follows(case)) or wants_content(case, request.acts)
    ]
    unread = [case for case in judged if case.id not in known]
    known |= kinds.contents([case for case in unread if not case.submitted])
    known |= submitted_contents([case.id for case in unread if case.submitted])
    return known


def docket_of(
    case: Case,
    request: Request,
    *,
    held: Mapping[tuple[str, str], Power],
    signatures: tuple[Signature, ...],
    content: kinds.Content | None,
    objections: Mapping[str, Sequence[Reason]],
    seen: str | None,
    unanswered: int,
    issued_gaps: tuple[Reason, ...],
    names: PlaceNames,
    approved: bool,
    terms_gaps: tuple[Reason, ...],
    mark_gaps: tuple[Reason, ...],
    alone: Callable[[], bool],
) -> Docket:
    """Puts one case's facts together."""
    principals = {place: power.principal_id for place, power in held.items() if power.principal_id}
    rows = tuple(signed_row(signature) for signature in signatures)
    signed = rows if case.submitted else ()
    closed = is_closed(case.closed_at, case.open_until, request.now)
    return Docket(case=case, powers=held, signatures=signatures, content=content, facts=Facts(
        procedure=procedure(case.kind, case.procedure),
        state=case.state,
        submitted=case.submitted,
        digest=present_digest(case, content),
        powers=frozenset(held),
        signer=request.by.id,
        principals=principals,
        signed=signed,
        last=rows[-1] if rows else None,
        names=names,
        seen=seen,
        edited_by=case.edited_by_id,
        lone=is_lone(request, signed, set(principals.values()), alone),
        reason_given=None if request.comment is None else written(request.comment),
        gaps=gaps_of(case, request, content, objections),
        issued_gaps=issued_gaps,
        unanswered=unanswered,
        within=request.within.get(case.id, ""),
        drafted_by_office=case.drafted_by_office, editors=kinds.REGISTER[case.kind].editors,
        closed=closed,
        opens=None if request.comment is None else request.until is not None,
        opening_gaps=tuple(gaps_of_opening(request.until, closed=closed, today=request.today)),
        ground_gaps=tuple(ground_gaps_of(case, request)),
        mark_gaps=mark_gaps,
        terms_gaps=terms_gaps,
        approved=approved, discarded=case.discarded,
    ))  # fmt: skip


def is_lone(
    request: Request, signed: Sequence[Signed], principals: Collection[UUID], alone: Callable[[], bool]
) -> bool:
    """Whether one person may both submit and approve, and has signed already: nobody else is there, or the kind lets them."""
    hands = {request.by.id, *principals}
    return any(row.act in BY_ONE_HAND and row.persons & hands for row in signed) and alone()


def stands_alone(
    case: Case, request: Request, one_handed: Collection[UUID], people: Callable[[UUID], set[UUID]]
) -> bool:
    """Whether nobody else is in the case's unit, or its kind lets one person take both steps."""
    return case.id in one_handed or people(case.unit_id) == {request.by.id}


def present_digest(case: Case, content: kinds.Content | None) -> str:
    """The digest of an open draft is taken afresh where its content is at hand: nobody signs a content that
    changed past the case's row."""
    if content is None or case.submitted:
        return case.digest
    return working_digest(framed(case, content, case.submission + 1))


def powers_at(case: Case, powers: Sequence[Power]) -> dict[tuple[str, str], Power]:
    """(permission, place) -> the first power that gives it; `powers` come with one's own first."""
    found: dict[tuple[str, str], Power] = {}
    for place, unit_id in places_of(case).items():
        for power in powers:
            if power.unit_id == unit_id:
                found.setdefault((power.permission, place), power)
    office = found.get(("consolidate", "office"))
    if office and case.institution.regulation_number and heads(office):
        found[BY_ORDER] = replace(office, permission="present")
    return found


def heads(power: Power) -> bool:
    """Whether it is held as the head of that very unit, not lent and not from above."""
    return power.role == Role.HEAD and power.principal_id is None and power.distance == 0


def signed_row(signature: Signature) -> Signed:
    """A signature as the judge sees it."""
    persons = {signature.signer_id, signature.on_behalf_of_id} - {None}
    return Signed(
        act=signature.act,
        persons=frozenset(person for person in persons if person),
        name=signature.signer_name,
        at=moments.moment(timezone.localtime(signature.signed_at)),
    )


def read_signatures(cases: Sequence[Case]) -> list[Signature]:
    """Every signature of the cases, by case and sequence; no statement where nothing was submitted yet."""
    begun = [case.id for case in cases if case.submission]
    return list(Signature.objects.filter(case__in=begun).order_by("case_id", "sequence")) if begun else []


def on_submission(
    cases: Sequence[Case], signatures: Sequence[Signature]
) -> dict[UUID, tuple[Signature, ...]]:
    """The signatures on the current submission of each case, oldest first."""
    current = {case.id: case.submission for case in cases}
    found: dict[UUID, list[Signature]] = {case.id: [] for case in cases}
    for signature in signatures:
        if current.get(signature.case_id) == signature.submission:
            found[signature.case_id].append(signature)
    return {case_id: tuple(rows) for case_id, rows in found.items()}


def unanswered_of(cases: Sequence[Case]) -> dict[UUID, int]:
    """How many blocking remarks of each case have no answer and still stand."""
    returned = [case.id for case in cases if case.returned]
    if not returned:
        return {}
    open_remarks = Q(blocking=True, answer="", withdrawn_at=None, case__in=returned)
    counted = Remark.objects.filter(open_remarks).values_list("case").annotate(Count("id")).order_by()
    return dict(counted)
